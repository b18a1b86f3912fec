/* What stands where is noted while the pages are painted. */
#include "structure.h"

#include <math.h>

void structure_begin(struct structure *structure, const struct pages *pages, size_t page_count)
{
    *structure = (struct structure){.pages = pages};
    structure->nodes = g_new(struct node, pages->element_count);
    structure->contents = g_array_new(FALSE, FALSE, sizeof(struct content));
    structure->links = g_array_new(FALSE, FALSE, sizeof(struct placed_link));
    structure->starts = g_new0(uint32_t, page_count + 1);
    for (size_t i = 0; i < pages->element_count; i++)
        structure->nodes[i] = (struct node){.first = NOWHERE,
                                            .own = NOWHERE,
                                            .child = NOWHERE,
                                            .next = NOWHERE,
                                            .link = NOWHERE,
                                            .left = HUGE_VAL,
                                            .top = HUGE_VAL,
                                            .right = -HUGE_VAL,
                                            .bottom = -HUGE_VAL};
}

void structure_end(struct structure *structure)
{
    g_free(structure->nodes);
    g_array_unref(structure->contents);
    g_array_unref(structure->links);
    g_free(structure->starts);
}

uint32_t structure_content(struct structure *structure, uint32_t element, uint32_t page)
{
    const uint32_t index = structure->contents->len;
    const struct content content = {element, page, NOWHERE};
    struct node *node = &structure->nodes[element];
    g_array_append_val(structure->contents, content);
    if (node->own == NOWHERE)
        node->own = node->first = index;
    else
        g_array_index(structure->contents, struct content, node->own_last).next = index;
    node->own_last = index;
    return index - structure->starts[page];
}

void structure_turn(struct structure *structure, uint32_t page)
{
    structure->starts[page + 1] = structure->contents->len;
}

static void cover(struct node *node, double x, double y)
{
    node->left = fmin(node->left, x);
    node->top = fmin(node->top, y);
    node->right = fmax(node->right, x);
    node->bottom = fmax(node->bottom, y);
}

static void cover_area(struct node *node, const struct ink *ink, double width, double height)
{
    cover(node, ink->x, ink->y);
    cover(node, ink->x + width, ink->y + height);
}

static void cover_path(struct node *node, const struct ink *ink)
{
    for (size_t i = 0; i < ink->path.count; i++) {
        const struct step *step = &ink->path.steps[i];
        size_t points = step->kind == STEP_CLOSE ? 0 : step->kind == STEP_CURVE ? 3 : 1;
        for (size_t k = 0; k < points; k++)
            cover(node, ink->x + step->x[k], ink->y + step->y[k]);
    }
}

/* A label stands in an item, and that in a list. */
static void note_letter(struct structure *structure, uint32_t label, const struct ink *ink)
{
    const struct element *elements = structure->pages->elements;
    const uint32_t list = elements[elements[label].parent].parent;
    if (ink->kind == INK_TEXT && structure->nodes[list].letter == 0)
        structure->nodes[list].letter = g_utf8_get_char(ink->text->words);
}

static void cover_ink(struct node *node, const struct ink *ink)
{
    switch (ink->kind) {
    case INK_TEXT:
        cover_area(node, ink, ink->text->width, -8);
        break;
    case INK_LINE:
        cover_area(node, ink, ink->line.dx, ink->line.dy);
        break;
    case INK_FILL:
        cover_area(node, ink, ink->fill.width, ink->fill.height);
        break;
    case INK_PATH:
        cover_path(node, ink);
        break;
    case INK_IMAGE:
        cover_area(node, ink, ink->image.width, ink->image.height);
        break;
    }
}

void structure_note(struct structure *structure, const struct ink *ink, uint32_t page)
{
    const uint32_t element = structure_element(structure, ink);
    const enum role role = structure->pages->elements[element].role;
    struct node *node = &structure->nodes[element];
    if (element != DECORATION && role == ROLE_LABEL)
        note_letter(structure, element, ink);
    if (element != DECORATION && role == ROLE_FIGURE &&
        g_array_index(structure->contents, struct content, node->own).page == page)
        cover_ink(node, ink);
}

uint32_t structure_element(const struct structure *structure, const struct ink *ink)
{
    const struct element *element = &structure->pages->elements[ink->element];
    if (element->role == ROLE_DECORATION || (element->role == ROLE_FIGURE && !element->alt))
        return DECORATION;
    return ink->element;
}

const char *structure_name(const struct structure *structure, uint32_t element)
{
    static const char *const headings[] = {"P", "H1", "H2", "H3", "H4"};
    if (element == DOCUMENT_ELEMENT)
        return "Document";
    switch (structure->pages->elements[element].role) {
    case ROLE_NONE:
    case ROLE_DECORATION:
        return "NonStruct";
    case ROLE_SECTION:
        return "Sect";
    case ROLE_P:
        return "P";
    case ROLE_H1:
    case ROLE_H2:
    case ROLE_H3:
        return headings[structure->nodes[element].level];
    case ROLE_LIST:
        return "L";
    case ROLE_ITEM:
        return "LI";
    case ROLE_LABEL:
        return "Lbl";
    case ROLE_BODY:
        return "LBody";
    case ROLE_TABLE:
        return "Table";
    case ROLE_ROW:
        return "TR";
    case ROLE_HEAD_CELL:
        return "TH";
    case ROLE_CELL:
        return "TD";
    case ROLE_FIGURE:
        return "Figure";
    case ROLE_CAPTION:
        return "Caption";
    case ROLE_CONTENTS:
        return "TOC";
    case ROLE_ENTRY:
        return "TOCI";
    case ROLE_LINK:
        return "Link";
    }
    return "NonStruct";
}
