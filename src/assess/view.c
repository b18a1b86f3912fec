#include "rapor/view.h"

#include "rapor/arena.h"
#include "shape.h"
#include "view_text.h"

#include <assert.h>
#include <libxml/dict.h>

struct entry {
    xmlNode *node;
    xmlNode *details; /* the first of them, while open */
    unsigned opened;  /* how many times */
};

struct view {
    struct arena *arena;
    struct shape shape;
    xmlDoc *doc;
    struct entry *institutions;
    xmlNode **regions, **parents;
};

/* Returns the node after NODE in document order within ROOT, or NULL. */
static xmlNode *next_node(xmlNode *node, const xmlNode *root)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

/* Without a namespace, layouts name elements without a prefix. */
static void drop_namespaces(xmlNode *root)
{
    for (xmlNode *node = root; node; node = next_node(node, root)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
            attribute->ns = NULL;
        node->ns = NULL;
        xmlFreeNsList(node->nsDef);
        node->nsDef = NULL;
    }
}

static void add_instrument(xmlNode *root, const struct instrument *instrument)
{
    xmlNode *file = instrument->tree ? xmlDocGetRootElement(instrument->tree) : NULL;
    if (!file)
        return;
    xmlNode *copy = xmlDocCopyNode(file, root->doc, 1);
    drop_namespaces(copy);
    xmlAddChild(root, copy);
}

static void add_summaries(struct view *view, struct pen *pen)
{
    const struct standings *standings = view->shape.standings;
    const struct evaluation *evaluation = standings->evaluation;
    xmlNode *root = xmlDocGetRootElement(view->doc);
    shape_national(&view->shape, pen);
    for (size_t g = 0; g < evaluation->instrument->group_count; g++)
        if (standings->groups[g].count > 0)
            shape_group(&view->shape, pen, g);
    for (size_t r = 0; r < evaluation->region_count; r++) {
        shape_region(&view->shape, pen, r);
        view->regions[r] = xmlGetLastChild(root);
    }
    for (size_t p = 0; p < standings->parent_count; p++) {
        shape_parent(&view->shape, pen, p);
        view->parents[p] = xmlGetLastChild(root);
    }
    shape_years(&view->shape, pen);
    shape_improved(&view->shape, pen);
}

static void add_institution(struct view *view, size_t institution)
{
    xmlNode *root = xmlDocGetRootElement(view->doc);
    struct tree_pen tree = tree_pen_at(root);
    tree.pen.scratch = arena_create();
    shape_institution(&view->shape, &tree.pen, institution);
    view->institutions[institution].node = tree.node;
    arena_destroy(tree.pen.scratch);
}

static void build(struct view *view)
{
    const struct evaluation *evaluation = view->shape.standings->evaluation;
    xmlNode *root = xmlNewDocNode(view->doc, NULL, BAD_CAST "results", NULL);
    xmlDocSetRootElement(view->doc, root);

    struct tree_pen tree = tree_pen_at(root);
    tree.pen.scratch = arena_create();
    shape_results(&view->shape, &tree.pen);
    shape_papers(&view->shape, &tree.pen);
    add_instrument(root, evaluation->instrument);
    add_summaries(view, &tree.pen);
    arena_destroy(tree.pen.scratch);

    for (size_t i = 0; i < evaluation->institution_count; i++)
        add_institution(view, i);
}

struct view *view_create(const struct standings *standings)
{
    struct arena *arena = arena_create();
    struct view *view = ARENA_NEW(arena, struct view);
    const struct evaluation *evaluation = standings->evaluation;
    view->arena = arena;
    view->shape = shape_of(standings, arena);
    view->institutions = ARENA_ARRAY(arena, evaluation->institution_count, struct entry);
    view->regions = ARENA_ARRAY(arena, evaluation->region_count, xmlNode *);
    view->parents = ARENA_ARRAY(arena, standings->parent_count, xmlNode *);
    view->doc = xmlNewDoc(BAD_CAST "1.0");
    view->doc->dict = xmlDictCreate(); /* the same few names come again and again */
    build(view);
    return view;
}

void view_destroy(struct view *view)
{
    if (!view)
        return;
    xmlFreeDoc(view->doc);
    arena_destroy(view->arena);
}

xmlNode *view_root(const struct view *view)
{
    return xmlDocGetRootElement(view->doc);
}

xmlNode *view_institution(const struct view *view, size_t institution)
{
    return view->institutions[institution].node;
}

xmlNode *view_region(const struct view *view, size_t region)
{
    return view->regions[region];
}

xmlNode *view_parent(const struct view *view, size_t parent)
{
    return view->parents[parent];
}

void view_open(struct view *view, size_t institution)
{
    struct entry *entry = &view->institutions[institution];
    if (entry->opened++ > 0)
        return;
    xmlNode *before = entry->node->last;
    struct tree_pen tree = tree_pen_at(entry->node);
    tree.pen.scratch = arena_create();
    shape_details(&view->shape, &tree.pen, institution);
    arena_destroy(tree.pen.scratch);
    entry->details = before ? before->next : entry->node->children;
}

void view_close(struct view *view, size_t institution)
{
    struct entry *entry = &view->institutions[institution];
    assert(entry->opened > 0);
    if (--entry->opened > 0)
        return;
    for (xmlNode *node = entry->details; node;) {
        xmlNode *next = node->next;
        xmlUnlinkNode(node);
        xmlFreeNode(node);
        node = next;
    }
    entry->details = NULL;
}

static bool collect(void *text, const char *bytes, size_t length)
{
    g_string_append_len(text, bytes, (gssize)length);
    return true;
}

GString *view_text(struct view *view, size_t institution)
{
    GString *text = g_string_new(NULL);
    const struct sink sink = {.take = collect, .to = text};
    view_text_write(&view->shape, institution, &sink);
    return text;
}
