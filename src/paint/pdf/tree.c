/* The structure tree as objects. */
#include "file.h"
#include "structure.h"

#include <math.h>

struct tree_writer {
    struct structure *structure;
    const struct sheets *sheets;
    struct pdf_file *file;
    unsigned root, parents;
};

static bool is_cell(enum role role)
{
    return role == ROLE_CELL || role == ROLE_HEAD_CELL;
}

/* A link that covers no ink of its own is told where its page ends. */
static void place_links(struct structure *structure)
{
    for (guint i = structure->links->len; i-- > 0;) {
        struct placed_link *placed = &g_array_index(structure->links, struct placed_link, i);
        struct structure_node *node = &structure->nodes[placed->link->element];
        placed->next = node->link;
        node->link = i;
        if (node->first == NOWHERE)
            node->first = structure_start(structure, placed->page + 1);
    }
}

/* A field covers no ink: it is told where its page ends. */
static void place_fields(struct structure *structure)
{
    for (guint i = 0; i < structure->fields->len; i++) {
        const struct placed_field *placed =
            &g_array_index(structure->fields, struct placed_field, i);
        struct structure_node *node = &structure->nodes[placed->signing->element];
        node->field = i;
        node->first = structure_start(structure, placed->page + 1);
    }
}

/* A child comes after its parent: from the last on, all below has been seen. */
static void join_families(struct structure *structure)
{
    const struct pages *pages = structure->pages;
    for (size_t i = pages->element_count - 1; i > DOCUMENT_ELEMENT; i--) {
        struct structure_node *node = &structure->nodes[i];
        struct structure_node *parent = &structure->nodes[pages->elements[i].parent];
        parent->first = MIN(parent->first, node->first);
        node->next = parent->child;
        parent->child = (uint32_t)i;
    }
}

static unsigned heading_level(enum role role)
{
    return role == ROLE_H1 ? 1 : role == ROLE_H2 ? 2 : role == ROLE_H3 ? 3 : 0;
}

/* What has no content is left out, but for empty cells of rows that have some. */
static void number_nodes(const struct tree_writer *writer)
{
    const struct pages *pages = writer->structure->pages;
    unsigned level = 0;
    for (size_t i = DOCUMENT_ELEMENT; i < pages->element_count; i++) {
        struct structure_node *node = &writer->structure->nodes[i];
        const struct element *element = &pages->elements[i];
        bool cell =
            is_cell(element->role) && writer->structure->nodes[element->parent].first != NOWHERE;
        if (node->first == NOWHERE && !cell && i != DOCUMENT_ELEMENT)
            continue;
        node->object = file_reserve(writer->file, 1);
        if (heading_level(element->role) > 0)
            node->level = level = MIN(heading_level(element->role), level + 1);
    }
}

static void put_number(struct bytes *out, const char *key, size_t number)
{
    bytes_text(out, key);
    bytes_int(out, (int64_t)number);
}

static void put_box(const struct tree_writer *writer, const struct structure_node *node,
                    struct bytes *out)
{
    const struct marked_content *first =
        &g_array_index(writer->structure->contents, struct marked_content, node->own);
    const struct cover *box = &g_array_index(writer->structure->boxes, struct cover, node->box);
    double height = writer->sheets->pages[first->page].height;
    bytes_text(out, "/A<</O/Layout/Placement/Block/BBox[");
    bytes_length(out, box->left);
    bytes_length(out, height - box->bottom);
    bytes_length(out, box->right);
    bytes_length(out, height - box->top);
    bytes_text(out, "]>>");
}

/* How a list whose labels begin with LETTER is numbered. */
static const char *numbering(uint32_t letter)
{
    if (letter < 128 && g_ascii_isdigit((char)letter))
        return "Decimal";
    if (letter < 128 && g_ascii_islower((char)letter))
        return "LowerAlpha";
    return letter < 128 && g_ascii_isupper((char)letter) ? "UpperAlpha" : "Disc";
}

static void put_cell(const struct element *element, struct bytes *out)
{
    if (element->role != ROLE_HEAD_CELL && element->span <= 1)
        return;
    bytes_text(out, "/A<</O/Table");
    bytes_text(out, element->role == ROLE_HEAD_CELL ? "/Scope/Column" : "");
    if (element->span > 1)
        put_number(out, "/ColSpan ", element->span);
    bytes_text(out, ">>");
}

static void put_attributes(const struct tree_writer *writer, uint32_t index, struct bytes *out)
{
    const struct element *element = &writer->structure->pages->elements[index];
    const struct structure_node *node = &writer->structure->nodes[index];
    if (element->role == ROLE_FIGURE && node->own != NOWHERE)
        put_box(writer, node, out);
    if (element->role == ROLE_FIGURE || element->role == ROLE_LINK) {
        bytes_text(out, element->alt ? "/Alt" : "");
        if (element->alt)
            bytes_string(out, element->alt, strlen(element->alt));
    }
    if (element->role == ROLE_LIST && node->letter != NOWHERE) {
        bytes_text(out, "/A<</O/List/ListNumbering/");
        bytes_text(out, numbering(node->letter));
        bytes_text(out, ">>");
    }
    if (element->role == ROLE_TABLE && element->alt) {
        bytes_text(out, "/A<</O/Table/Summary");
        bytes_string(out, element->alt, strlen(element->alt));
        bytes_text(out, ">>");
    }
    if (is_cell(element->role))
        put_cell(element, out);
}

/* A piece of content, which needs no page named where that is the element's. */
static void put_content(const struct tree_writer *writer, uint32_t index, uint32_t page,
                        struct bytes *out)
{
    const struct marked_content *content =
        &g_array_index(writer->structure->contents, struct marked_content, index);
    const uint32_t number = index - structure_start(writer->structure, content->page);
    if (content->page == page) {
        put_number(out, " ", number);
        return;
    }
    bytes_ref(out, "<</Type/MCR/Pg", sheet_object(writer->sheets, content->page));
    put_number(out, "/MCID ", number);
    bytes_text(out, ">>");
}

static void put_annotation(const struct tree_writer *writer, uint32_t page, unsigned object,
                           struct bytes *out)
{
    bytes_ref(out, "<</Type/OBJR/Pg", sheet_object(writer->sheets, page));
    bytes_ref(out, "/Obj", object);
    bytes_text(out, ">>");
}

/* Returns the next link of the same element. */
static uint32_t put_link(const struct tree_writer *writer, uint32_t index, struct bytes *out)
{
    const struct placed_link *link =
        &g_array_index(writer->structure->links, struct placed_link, index);
    put_annotation(writer, link->page, link->object, out);
    return link->next;
}

/* What of the element can be clicked. */
static void put_annotations(const struct tree_writer *writer, uint32_t index, struct bytes *out)
{
    const enum role role = writer->structure->pages->elements[index].role;
    const struct structure_node *node = &writer->structure->nodes[index];
    if (role == ROLE_LINK)
        for (uint32_t i = node->link; i != NOWHERE; i = put_link(writer, i, out))
            continue;
    if (role == ROLE_FORM && node->field != NOWHERE) {
        const struct placed_field *placed =
            &g_array_index(writer->structure->fields, struct placed_field, node->field);
        put_annotation(writer, placed->page, placed->object, out);
    }
}

/* Children as the document has them; between content of the element's own, where
 * they first show. */
static void put_kids(const struct tree_writer *writer, uint32_t index, uint32_t page,
                     struct bytes *out)
{
    const struct structure_node *nodes = writer->structure->nodes, *node = &nodes[index];
    uint32_t own = node->own, child = node->child;
    bytes_text(out, "/K[");
    while (own != NOWHERE || child != NOWHERE) {
        if (child != NOWHERE && (own == NOWHERE || nodes[child].first < own)) {
            if (nodes[child].object > 0)
                bytes_ref(out, "", nodes[child].object);
            child = nodes[child].next;
        } else {
            put_content(writer, own, page, out);
            own = g_array_index(writer->structure->contents, struct marked_content, own).next;
        }
    }
    put_annotations(writer, index, out);
    bytes_char(out, ']');
}

/* Equal objects are joined by programs that make files small, and a cell without content says
 * nothing that would tell it from its neighbour: it has a name. */
static bool is_named(const struct structure *structure, uint32_t index)
{
    return structure->nodes[index].object > 0 && structure->nodes[index].first == NOWHERE &&
           is_cell(structure->pages->elements[index].role);
}

/* Names are in order as text, as a name tree wants them (ISO 32000-1, 7.9.6). */
static void put_name(uint32_t index, struct bytes *out)
{
    char name[16];
    g_snprintf(name, sizeof name, "c%08x", index);
    bytes_string(out, name, strlen(name));
}

static void put_names(const struct structure *structure, struct bytes *out)
{
    bool any = false;
    for (uint32_t i = DOCUMENT_ELEMENT; i < structure->pages->element_count; i++) {
        if (!is_named(structure, i))
            continue;
        bytes_text(out, any ? "" : "/IDTree<</Names[");
        any = true;
        put_name(i, out);
        bytes_ref(out, "", structure->nodes[i].object);
    }
    bytes_text(out, any ? "]>>" : "");
}

static void put_node(const struct tree_writer *writer, uint32_t index)
{
    const struct structure *structure = writer->structure;
    const struct structure_node *node = &structure->nodes[index];
    struct bytes *out = file_object(writer->file, node->object);
    uint32_t page = NOWHERE;
    bytes_text(out, "<</S/");
    bytes_text(out, structure_name(structure, index));
    bytes_ref(out, "/P",
              index == DOCUMENT_ELEMENT
                  ? writer->root
                  : structure->nodes[structure->pages->elements[index].parent].object);
    if (node->own != NOWHERE) {
        page = g_array_index(structure->contents, struct marked_content, node->own).page;
        bytes_ref(out, "/Pg", sheet_object(writer->sheets, page));
    }
    put_attributes(writer, index, out);
    if (is_named(structure, index)) {
        bytes_text(out, "/ID");
        put_name(index, out);
    }
    if (node->first != NOWHERE)
        put_kids(writer, index, page, out);
    bytes_text(out, ">>");
}

/* From the content of each page, and from each link, to its element. */
static void put_parents(const struct tree_writer *writer)
{
    const struct structure *structure = writer->structure;
    struct bytes *out = file_object(writer->file, writer->parents);
    bytes_text(out, "<</Nums[");
    for (size_t p = 0; p < writer->sheets->count; p++) {
        put_number(out, p > 0 ? " " : "", p);
        bytes_char(out, '[');
        const uint32_t start = structure_start(structure, p);
        for (uint32_t i = start; i < structure_start(structure, p + 1); i++)
            bytes_ref(
                out, i > start ? " " : "",
                structure
                    ->nodes[g_array_index(structure->contents, struct marked_content, i).element]
                    .object);
        bytes_char(out, ']');
    }
    for (guint i = 0; i < structure->links->len; i++) {
        const struct link *link = g_array_index(structure->links, struct placed_link, i).link;
        put_number(out, " ", writer->sheets->count + i);
        bytes_ref(out, "", structure->nodes[link->element].object);
    }
    for (guint i = 0; i < structure->fields->len; i++) {
        const struct signing *signing =
            g_array_index(structure->fields, struct placed_field, i).signing;
        put_number(out, " ", structure_field_key(structure, writer->sheets, i));
        bytes_ref(out, "", structure->nodes[signing->element].object);
    }
    bytes_text(out, "]>>");
}

unsigned structure_write(struct structure *structure, const struct sheets *sheets,
                         struct pdf_file *file)
{
    const unsigned first = file_reserve(file, 2);
    struct tree_writer writer = {structure, sheets, file, first, first + 1};
    place_links(structure);
    place_fields(structure);
    join_families(structure);
    number_nodes(&writer);
    for (size_t i = DOCUMENT_ELEMENT; i < structure->pages->element_count; i++)
        if (structure->nodes[i].object > 0)
            put_node(&writer, (uint32_t)i);
    put_parents(&writer);
    struct bytes *out = file_object(file, writer.root);
    bytes_ref(out, "<</Type/StructTreeRoot/K", structure->nodes[DOCUMENT_ELEMENT].object);
    bytes_ref(out, "/ParentTree", writer.parents);
    put_names(structure, out);
    put_number(out, "/ParentTreeNextKey ",
               structure_field_key(structure, sheets, structure->fields->len));
    bytes_text(out, ">>");
    return writer.root;
}
