#include "rapor/view/tree.h"

#include "rapor/base/arena.h"
#include "rapor/base/own.h"

#include <string.h>

/* Elements and attributes are taken from the arena some at a time. */
enum { ELEMENTS = 16, ATTRIBUTES = 64 };

struct view_piece {
    struct arena *arena;
    uint32_t order;
    struct view_element *elements; /* to be given away, zeroed */
    size_t element_count;
    struct view_attribute *attributes; /* the same */
    size_t attribute_count;
};

struct view_piece *view_piece_create(uint32_t before)
{
    struct arena *arena = arena_create();
    struct view_piece *piece = ARENA_NEW(arena, struct view_piece);
    *piece = (struct view_piece){.arena = arena, .order = before};
    return piece;
}

void view_piece_destroy(struct view_piece *piece)
{
    if (piece)
        arena_destroy(piece->arena);
}

struct arena *view_piece_arena(struct view_piece *piece)
{
    return piece->arena;
}

uint32_t view_piece_order(const struct view_piece *piece)
{
    return piece->order;
}

static struct view_element *new_element(struct view_piece *piece)
{
    if (piece->element_count == 0) {
        piece->element_count = ELEMENTS;
        piece->elements = ARENA_ARRAY(piece->arena, ELEMENTS, struct view_element);
    }
    piece->element_count--;
    return piece->elements++;
}

struct view_element *view_piece_document(struct view_piece *piece)
{
    return new_element(piece);
}

void view_append(struct view_element *parent, struct view_element *element)
{
    element->parent = parent;
    element->previous = parent->last;
    if (parent->last)
        parent->last->next = element;
    else
        parent->children = element;
    parent->last = element;
}

struct view_element *view_piece_element(struct view_piece *piece, struct view_element *parent,
                                        GQuark name)
{
    struct view_element *element = new_element(piece);
    element->name = name;
    element->order = ++piece->order;
    view_append(parent, element);
    return element;
}

struct view_attribute *view_piece_room(struct view_piece *piece, size_t most)
{
    if (piece->attribute_count < most) {
        piece->attribute_count = MAX(most, ATTRIBUTES);
        piece->attributes =
            ARENA_ARRAY(piece->arena, piece->attribute_count, struct view_attribute);
    }
    return piece->attributes;
}

void view_piece_attributes(struct view_piece *piece, struct view_element *element, size_t count)
{
    element->attributes = piece->attributes;
    element->attribute_count = (uint32_t)count;
    piece->attributes += count;
    piece->attribute_count -= count;
}

void view_cut(struct view_element *parent, struct view_element *last)
{
    parent->last = last;
    if (last)
        last->next = NULL;
    else
        parent->children = NULL;
}

/* What TREE says itself, where it says it in one piece. */
static const char *content_of(struct view_piece *piece, const xmlNode *tree)
{
    const xmlNode *text = tree->children;
    if (text && text->type == XML_TEXT_NODE && !text->next)
        return (const char *)text->content;
    g_auto(XmlText) content = xmlNodeGetContent(tree);
    return content ? arena_strdup(piece->arena, (const char *)content) : "";
}

static void copy_attributes(struct view_piece *piece, struct view_element *element,
                            const xmlNode *tree)
{
    size_t count = 0;
    for (const xmlAttr *at = tree->properties; at; at = at->next)
        count++;
    struct view_attribute *room = view_piece_room(piece, count);
    for (const xmlAttr *at = tree->properties; at; at = at->next)
        *room++ = view_attribute_of(g_quark_from_string((const char *)at->name),
                                    content_of(piece, (const xmlNode *)at));
    view_piece_attributes(piece, element, count);
}

static struct view_element *copy_element(struct view_piece *piece, struct view_element *parent,
                                         const xmlNode *tree)
{
    struct view_element *element =
        view_piece_element(piece, parent, g_quark_from_string((const char *)tree->name));
    copy_attributes(piece, element, tree);
    if (tree->children && !xmlFirstElementChild((xmlNode *)(uintptr_t)tree)) {
        element->text = content_of(piece, tree);
        element->text_length = (uint32_t)strlen(element->text);
    }
    return element;
}

struct view_element *view_piece_copy(struct view_piece *piece, struct view_element *parent,
                                     const xmlNode *tree)
{
    struct view_element *root = copy_element(piece, parent, tree), *at = root;
    for (const xmlNode *node = tree;;) {
        const xmlNode *child = xmlFirstElementChild((xmlNode *)(uintptr_t)node);
        while (!child && node != tree) {
            child = xmlNextElementSibling((xmlNode *)(uintptr_t)node);
            node = node->parent;
            at = at->parent;
        }
        if (!child)
            return root;
        at = copy_element(piece, at, child);
        node = child;
    }
}

static xmlNode *xml_of(const struct view_element *element, xmlDoc *doc)
{
    xmlNode *node = xmlNewDocNode(doc, NULL, BAD_CAST g_quark_to_string(element->name), NULL);
    for (uint32_t i = 0; i < element->attribute_count; i++)
        xmlNewProp(node, BAD_CAST g_quark_to_string(element->attributes[i].name),
                   BAD_CAST element->attributes[i].text);
    if (element->text)
        xmlAddChild(node, xmlNewDocText(doc, BAD_CAST element->text));
    return node;
}

xmlNode *view_xml(const struct view_element *tree, xmlDoc *doc)
{
    xmlNode *root = xml_of(tree, doc), *parent = root;
    const struct view_element *above = tree;
    for (const struct view_element *at = tree; (at = view_next(at, tree));) {
        for (; above != at->parent; above = above->parent)
            parent = parent->parent;
        parent = xmlAddChild(parent, xml_of(at, doc));
        above = at;
    }
    return root;
}
