/* What stands where is noted while the pages are painted; tree.c writes it when all are.
 *
 * The structure tree of a tagged PDF (ISO 32000-1, 14.7) refers to content by page and number
 * (MCID), and content to the tree by the parent tree: each knows the other.  So the content of
 * a page is numbered as it is painted, and a row of (element, page) is all that is kept.  The
 * elements come from typesetting in document order, a parent always before its children; one
 * pass from the last to the first then joins families and finds the first content below each
 * element, without recursion.
 *
 * Elements without content are left out, or a reader would announce empty paragraphs; cells of
 * a table are not, since its rows must keep their columns.  Headings are numbered anew, none
 * skipping a level, and a Figure has the box that its ink covers (PDF/UA-1, 7.1 and 7.3). */
#include "structure.h"

#include <math.h>

enum { MANY_ELEMENTS = 1 << 15 };

static GArray *emptied(GArray *array, guint size)
{
    return array ? g_array_set_size(array, 0) : g_array_new(FALSE, FALSE, size);
}

void structure_begin(struct structure *structure, const struct pages *pages)
{
    static const struct structure_node empty = {
        .first = NOWHERE, .own = NOWHERE, .child = NOWHERE, .next = NOWHERE, .link = NOWHERE};
    structure->pages = pages;
    structure->boxes = emptied(structure->boxes, sizeof(struct cover));
    structure->contents = emptied(structure->contents, sizeof(struct marked_content));
    structure->starts = emptied(structure->starts, sizeof(guint32));
    structure->links = emptied(structure->links, sizeof(struct placed_link));
    structure->fields = emptied(structure->fields, sizeof(struct placed_field));
    if (structure->node_room < pages->element_count) {
        structure->node_room = pages->element_count;
        g_free(structure->nodes);
        structure->nodes = g_new(struct structure_node, structure->node_room);
    }
    for (size_t i = 0; i < pages->element_count; i++)
        structure->nodes[i] = empty;
    structure_turn(structure);
}

void structure_free(struct structure *structure)
{
    g_free(structure->nodes);
    GArray *const arrays[] = {structure->boxes, structure->contents, structure->starts,
                              structure->links, structure->fields};
    for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++)
        if (arrays[i])
            g_array_unref(arrays[i]);
    *structure = (struct structure){0};
}

void structure_end(struct structure *structure)
{
    if (structure->node_room > MANY_ELEMENTS)
        structure_free(structure);
}

uint32_t structure_content(struct structure *structure, uint32_t element, uint32_t page)
{
    const uint32_t index = structure->contents->len;
    const struct marked_content content = {element, page, NOWHERE};
    struct structure_node *node = &structure->nodes[element];
    g_array_append_val(structure->contents, content);
    if (node->own == NOWHERE)
        node->own = node->first = index;
    else
        g_array_index(structure->contents, struct marked_content, node->own_last).next = index;
    node->own_last = index;
    return index - structure_start(structure, page);
}

void structure_turn(struct structure *structure)
{
    g_array_append_val(structure->starts, structure->contents->len);
}

static void cover(struct cover *box, double x, double y)
{
    box->left = MIN(box->left, x);
    box->top = MIN(box->top, y);
    box->right = MAX(box->right, x);
    box->bottom = MAX(box->bottom, y);
}

static void cover_area(struct cover *box, const struct ink *ink, double width, double height)
{
    cover(box, ink->x, ink->y);
    cover(box, ink->x + width, ink->y + height);
}

static void cover_path(struct cover *box, const struct ink *ink)
{
    static const unsigned points[] = {1, 1, 3, 0};
    for (size_t i = 0; i < ink->path.contour->count; i++) {
        const struct step *step = &ink->path.contour->steps[i];
        for (size_t k = 0; k < points[step->kind]; k++)
            cover(box, ink->x + step->x[k], ink->y + step->y[k]);
    }
}

/* A label stands in an item, and that in a list. */
static void note_letter(struct structure *structure, uint32_t label, const struct ink *ink)
{
    const struct element *elements = structure->pages->elements;
    const uint32_t list = elements[elements[label].parent].parent;
    if (ink->kind == INK_TEXT && structure->nodes[list].letter == NOWHERE)
        structure->nodes[list].letter = g_utf8_get_char(ink->text->words);
}

static void cover_ink(struct cover *box, const struct ink *ink)
{
    switch (ink->kind) {
    case INK_TEXT:
        cover_area(box, ink, ink->text->width, -8);
        break;
    case INK_LINE:
        cover_area(box, ink, ink->line.dx, ink->line.dy);
        break;
    case INK_LINES:
        for (size_t i = 0; i < ink->lines.count; i++) {
            const struct ink line = ink_line(ink, i);
            cover_area(box, &line, line.line.dx, line.line.dy);
        }
        break;
    case INK_FILL:
        cover_area(box, ink, ink->fill.width, ink->fill.height);
        break;
    case INK_PATH:
        cover_path(box, ink);
        break;
    case INK_IMAGE:
        cover_area(box, ink, ink->image.width, ink->image.height);
        break;
    }
}

static struct cover *box_of(struct structure *structure, struct structure_node *node)
{
    const struct cover nothing = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    if (node->box == NOWHERE) {
        node->box = structure->boxes->len;
        g_array_append_val(structure->boxes, nothing);
    }
    return &g_array_index(structure->boxes, struct cover, node->box);
}

void structure_note(struct structure *structure, uint32_t element, const struct ink *ink,
                    uint32_t page)
{
    const enum role role = structure->pages->elements[element].role;
    struct structure_node *node = &structure->nodes[element];
    if (role == ROLE_LABEL)
        note_letter(structure, element, ink);
    if (role == ROLE_FIGURE &&
        g_array_index(structure->contents, struct marked_content, node->own).page == page)
        cover_ink(box_of(structure, node), ink);
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
    case ROLE_FORM:
        return "Form";
    }
    return "NonStruct";
}
