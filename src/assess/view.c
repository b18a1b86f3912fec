#include "rapor/view/view.h"

#include "grove.h"
#include "scene.h"
#include "view_text.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/own.h"

#include <libxml/xpath.h>

struct view {
    struct arena *arena;
    struct shape shape;
    xmlDoc *doc;
    struct grove *fixed; /* what is there whatever the view is turned to */
    xmlNode *last;       /* of that */
    struct grove *shown; /* what it is turned to, or what stands around one institution */
    bool turned;
    struct about about;
    xmlNode *element;       /* of that */
    xmlNode **institutions; /* their elements, while the view is turned to all */
    struct grove *one;      /* the one institution; NULL: the view shows something else */
    struct surroundings around;
    xmlNode *around_last;
    struct text_head *head;
};

/* What the tree says itself, where it says it in one piece. */
static const char *value_of(struct grove *grove, const xmlAttr *attribute)
{
    const xmlNode *text = attribute->children;
    if (text && text->type == XML_TEXT_NODE && !text->next)
        return (const char *)text->content;
    g_auto(XmlText) value = xmlNodeGetContent((const xmlNode *)attribute);
    return arena_strdup(grove_arena(grove), value ? (const char *)value : "");
}

/* Adds one node; returns it if it is an element. */
static xmlNode *add_node(struct grove *grove, xmlNode *parent, const xmlNode *like)
{
    if (like->type == XML_TEXT_NODE || like->type == XML_CDATA_SECTION_NODE)
        grove_text(grove, parent, (const char *)like->content);
    if (like->type != XML_ELEMENT_NODE)
        return NULL;
    xmlNode *element = grove_element(grove, parent, (const char *)like->name);
    for (const xmlAttr *attribute = like->properties; attribute; attribute = attribute->next)
        grove_attribute(grove, element, (const char *)attribute->name, value_of(grove, attribute));
    return element;
}

/* Adds a copy without a namespace: layouts name its elements without a prefix.  What it says
 * stays where it is, in the instrument. */
static void add_tree(struct grove *grove, xmlNode *parent, const xmlNode *tree)
{
    for (const xmlNode *node = tree; node;) {
        xmlNode *element = add_node(grove, parent, node);
        if (element && node->children) {
            parent = element;
            node = node->children;
            continue;
        }
        for (; node != tree && !node->next; node = node->parent)
            parent = parent->parent;
        node = node == tree ? NULL : node->next;
    }
}

/* What is there whatever the view is turned to. */
static void build(struct view *view)
{
    const struct instrument *instrument = view->shape.standings->evaluation->instrument;
    xmlNode *root = xmlNewDocNode(view->doc, NULL, BAD_CAST "results", NULL);
    xmlDocSetRootElement(view->doc, root);
    view->fixed = grove_create((size_t)xmlXPathOrderDocElems(view->doc));
    struct tree_pen tree = tree_pen_at(root, view->fixed);
    shape_results(&view->shape, &tree.pen);
    shape_papers(&view->shape, &tree.pen);
    if (instrument->tree && xmlDocGetRootElement(instrument->tree))
        add_tree(view->fixed, root, xmlDocGetRootElement(instrument->tree));
    view->last = root->last;
}

struct view *view_create(const struct standings *standings)
{
    struct arena *arena = arena_create();
    struct view *view = ARENA_NEW(arena, struct view);
    view->arena = arena;
    view->shape = shape_of(standings, arena);
    view->institutions = ARENA_ARRAY(arena, standings->evaluation->institution_count, xmlNode *);
    view->doc = xmlNewDoc(BAD_CAST "1.0");
    view->head = text_head_create();
    build(view);
    return view;
}

void view_destroy(struct view *view)
{
    if (!view)
        return;
    xmlNode *root = xmlDocGetRootElement(view->doc);
    grove_cut(root, NULL);
    root->properties = NULL;
    xmlFreeDoc(view->doc);
    grove_destroy(view->fixed);
    grove_destroy(view->shown);
    grove_destroy(view->one);
    text_head_destroy(view->head);
    shape_close(&view->shape);
    arena_destroy(view->arena);
}

/* The child of results with this name and this code. */
static xmlNode *find(const struct view *view, const char *name, const char *code)
{
    xmlNode *node = view->last ? view->last->next : xmlDocGetRootElement(view->doc)->children;
    for (; node; node = node->next) {
        if (!xmlStrEqual(node->name, BAD_CAST name))
            continue;
        const xmlAttr *at = xmlHasProp(node, BAD_CAST "code");
        if (at && at->children && xmlStrEqual(at->children->content, BAD_CAST code))
            return node;
    }
    return NULL;
}

static xmlNode *show_all(struct view *view, struct tree_pen *tree)
{
    scene_all(&view->shape, &tree->pen);
    for (size_t i = 0; i < view->shape.standings->evaluation->institution_count; i++) {
        shape_institution(&view->shape, &tree->pen, i);
        view->institutions[i] = tree->node;
        tree->pen.end(&tree->pen);
    }
    return xmlDocGetRootElement(view->doc);
}

static xmlNode *show(struct view *view, struct tree_pen *tree)
{
    const struct evaluation *evaluation = view->shape.standings->evaluation;
    const size_t subject = view->about.subject;
    switch (view->about.per) {
    case PER_NATION:
        return show_all(view, tree);
    case PER_REGION:
        scene_region(&view->shape, &tree->pen, subject);
        return find(view, "region", evaluation->regions[subject].code);
    case PER_PARENT:
        scene_parent(&view->shape, &tree->pen, subject);
        return find(view, "parent", evaluation->institutions[subject].code);
    case PER_INSTITUTION:
        break;
    }
    return NULL;
}

/* Drops all but what is always there; returns a pen to write anew. */
static struct tree_pen clear(struct view *view)
{
    xmlNode *root = xmlDocGetRootElement(view->doc);
    grove_cut(root, view->last);
    grove_destroy(view->shown);
    grove_destroy(view->one);
    view->one = NULL;
    view->shown = grove_create(grove_order(view->fixed));
    return tree_pen_at(root, view->shown);
}

/* Drops the one institution and keeps what is around it, where that is the same; returns a
 * pen to write another. */
static struct tree_pen clear_within(struct view *view, const struct surroundings *around)
{
    xmlNode *root = xmlDocGetRootElement(view->doc);
    if (!view->one || !surroundings_same(&view->around, around)) {
        struct tree_pen tree = clear(view);
        scene_surroundings(&view->shape, &tree.pen, around);
        view->around = *around;
        view->around_last = root->last;
    }
    grove_cut(root, view->around_last);
    grove_destroy(view->one);
    view->one = grove_create(grove_order(view->shown));
    return tree_pen_at(root, view->one);
}

static xmlNode *show_one(struct view *view, size_t institution)
{
    const struct surroundings around = surroundings_of(&view->shape, institution);
    struct tree_pen tree = clear_within(view, &around);
    scene_details(&view->shape, &tree.pen, institution);
    return tree.node->last;
}

xmlNode *view_turn(struct view *view, enum per per, size_t subject)
{
    if (view->turned && view->about.per == per && view->about.subject == subject)
        return view->element;
    view->turned = true;
    view->about = (struct about){per, subject};
    if (per == PER_INSTITUTION) {
        view->element = show_one(view, subject);
    } else {
        struct tree_pen tree = clear(view);
        view->element = show(view, &tree);
    }
    return view->element;
}

xmlNode *view_among_all(struct view *view, size_t institution)
{
    view_turn(view, PER_NATION, NONE);
    return view->institutions[institution];
}

xmlNode *view_alone(struct view *view, size_t institution)
{
    const struct surroundings around = {.all = true};
    struct tree_pen tree = clear_within(view, &around);
    scene_line(&view->shape, &tree.pen, institution);
    view->turned = false;
    return tree.node->last;
}

GString *view_text(const struct view *view, enum per per, size_t subject)
{
    const gsize most = (gsize)64 * 1024; /* an institution fits in */
    GString *text = g_string_sized_new(most - 1);
    if (per == PER_INSTITUTION)
        view_text_one(&view->shape, subject, view->head, text);
    else
        view_text_write(&view->shape, (struct about){per, subject}, true, text, NULL);
    return text;
}

static bool add_to_digest(void *digest, const char *bytes, size_t length)
{
    digest_add(digest, bytes, length);
    return true;
}

char *view_digest(const struct view *view, enum per per, size_t subject)
{
    if (per == PER_INSTITUTION) {
        g_autoptr(GString) whole = view_text(view, per, subject);
        return digest_bytes(whole->str, whole->len);
    }
    struct digest *digest = digest_create();
    const struct sink sink = {.take = add_to_digest, .to = digest};
    g_autoptr(GString) text = g_string_new(NULL);
    view_text_write(&view->shape, (struct about){per, subject}, false, text, &sink);
    char *sum = digest_end(digest);
    digest_destroy(digest);
    return sum;
}
