/* Reads the names of elements and attributes out of RelaxNG schemas: what may
 * stand in what, whatever the order and number. */
#include "vocabulary.h"

#include "rapor/arena.h"
#include "rapor/failure.h"
#include "rapor/layout.h"
#include "rapor/own.h"

#include <libxml/parser.h>
#include <string.h>

#define DEPTH_MOST 64

static const char start_name[] = "<start>"; /* no define can be called so */

struct definition {
    const char *name;
    const xmlNode *pattern; /* the define; its children count */
};

struct grammar {
    struct vocabulary *vocabulary;
    GPtrArray *trees;
    GArray *definitions;    /* struct definition */
    GHashTable *elements;   /* xmlNode of a pattern -> declaration + 1 */
    GPtrArray *queue;       /* patterns whose content is still to be read */
};

static bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST name);
}

static const char *property(const struct grammar *grammar, const xmlNode *node, const char *name)
{
    g_auto(XmlText) value = xmlGetNoNsProp(node, BAD_CAST name);
    if (!value)
        return NULL;
    char *copy = arena_strdup(grammar->vocabulary->arena, (const char *)value);
    return g_strstrip(copy);
}

static void gather(struct grammar *grammar, const char *path, const xmlNode *node, unsigned depth,
                   GError **error);

static xmlNode *read_tree(struct grammar *grammar, const char *path, GError **error)
{
    xmlDoc *tree = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!tree) {
        fail(error, FAILURE_INPUT, "%s: cannot be read as a schema", path);
        return NULL;
    }
    g_ptr_array_add(grammar->trees, tree);
    return xmlDocGetRootElement(tree);
}

/* Takes over another grammar, but for what OVERRIDE defines anew. */
static void include(struct grammar *grammar, const char *path, const xmlNode *override,
                    unsigned depth, GError **error)
{
    const char *href = property(grammar, override, "href");
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *other = g_build_filename(folder, href ? href : "", NULL);
    xmlNode *root = read_tree(grammar, other, error);
    if (!root)
        return;

    guint first = grammar->definitions->len;
    gather(grammar, path, override, depth + 1, error);
    guint own = grammar->definitions->len;
    gather(grammar, other, root, depth + 1, error);
    for (guint i = grammar->definitions->len; i-- > own;) {
        const char *name = g_array_index(grammar->definitions, struct definition, i).name;
        bool again = false;
        for (guint k = first; k < own; k++)
            again |= strcmp(g_array_index(grammar->definitions, struct definition, k).name,
                            name) == 0;
        if (again)
            g_array_remove_index(grammar->definitions, i);
    }
}

/* Collects the definitions below NODE. */
static void gather(struct grammar *grammar, const char *path, const xmlNode *node, unsigned depth,
                   GError **error)
{
    if (depth > DEPTH_MOST) {
        if (error && !*error)
            fail(error, FAILURE_INPUT, "%s: includes go too deep", path);
        return;
    }
    for (const xmlNode *child = node->children; child && !(error && *error); child = child->next) {
        struct definition definition = {.pattern = child};
        if (is(child, "start"))
            definition.name = start_name;
        else if (is(child, "define"))
            definition.name = property(grammar, child, "name");
        if (definition.name)
            g_array_append_val(grammar->definitions, definition);
        else if (is(child, "div"))
            gather(grammar, path, child, depth + 1, error);
        else if (is(child, "include"))
            include(grammar, path, child, depth + 1, error);
    }
}

/* What the pattern of an element or attribute calls it. */
struct called {
    struct names names;
    bool any;
};

static void read_name_class(const struct grammar *grammar, const xmlNode *node,
                            struct called *called)
{
    struct arena *arena = grammar->vocabulary->arena;
    if (is(node, "anyName") || is(node, "nsName")) {
        called->any = true;
    } else if (is(node, "name")) {
        g_auto(XmlText) name = xmlNodeGetContent(node);
        names_add(&called->names, g_strstrip(arena_strdup(arena, (const char *)name)), arena);
    } else if (is(node, "choice")) {
        for (const xmlNode *child = node->children; child; child = child->next)
            read_name_class(grammar, child, called);
    }
}

static struct called read_called(const struct grammar *grammar, const xmlNode *pattern)
{
    struct called called = {0};
    const char *name = property(grammar, pattern, "name");
    if (name)
        names_add(&called.names, name, grammar->vocabulary->arena);
    const xmlNode *first = pattern->children;
    while (first && first->type != XML_ELEMENT_NODE)
        first = first->next;
    if (!name && first)
        read_name_class(grammar, first, &called);
    return called;
}

static void add_number(struct numbers *numbers, size_t number, struct arena *arena)
{
    for (size_t i = 0; i < numbers->count; i++)
        if (numbers->items[i] == number)
            return;
    numbers->items =
        arena_grow(arena, numbers->items, numbers->count, &numbers->room, sizeof *numbers->items);
    numbers->items[numbers->count++] = number;
}

static size_t declare(struct vocabulary *vocabulary, const char *name)
{
    vocabulary->declarations =
        arena_grow(vocabulary->arena, vocabulary->declarations, vocabulary->count,
                   &vocabulary->room, sizeof *vocabulary->declarations);
    vocabulary->declarations[vocabulary->count] = (struct declaration){.name = name};
    return vocabulary->count++;
}

/* An element pattern with several names becomes several declarations in a row. */
static void read_element(struct grammar *grammar, const xmlNode *pattern, size_t parent)
{
    struct vocabulary *vocabulary = grammar->vocabulary;
    struct called called = read_called(grammar, pattern);
    vocabulary->declarations[parent].open |= called.any;

    size_t first = GPOINTER_TO_SIZE(g_hash_table_lookup(grammar->elements, pattern));
    if (first == 0) {
        first = vocabulary->count + 1;
        for (size_t i = 0; i < called.names.count; i++)
            declare(vocabulary, called.names.items[i]);
        g_hash_table_insert(grammar->elements, (void *)(uintptr_t)pattern,
                            GSIZE_TO_POINTER(first));
        g_ptr_array_add(grammar->queue, (void *)(uintptr_t)pattern);
    }
    for (size_t i = 0; i < called.names.count; i++) {
        size_t child = first - 1 + i;
        add_number(&vocabulary->declarations[parent].children, child, vocabulary->arena);
        add_number(&vocabulary->declarations[child].parents, parent, vocabulary->arena);
    }
}

static void read_attribute(struct grammar *grammar, const xmlNode *pattern, size_t parent)
{
    struct declaration *declaration = &grammar->vocabulary->declarations[parent];
    struct called called = read_called(grammar, pattern);
    for (size_t i = 0; i < called.names.count; i++)
        names_add(&declaration->attributes, called.names.items[i], grammar->vocabulary->arena);
    if (called.any)
        declaration->open = true;
}

static void read_content(struct grammar *grammar, const xmlNode *node, size_t parent,
                         unsigned depth);

static void read_reference(struct grammar *grammar, const char *name, size_t parent, unsigned depth)
{
    for (guint i = 0; name && i < grammar->definitions->len; i++) {
        const struct definition *definition =
            &g_array_index(grammar->definitions, struct definition, i);
        if (strcmp(definition->name, name) == 0)
            read_content(grammar, definition->pattern, parent, depth + 1);
    }
}

/* Reads the patterns below NODE into the declaration PARENT. */
static void read_content(struct grammar *grammar, const xmlNode *node, size_t parent,
                         unsigned depth)
{
    for (const xmlNode *child = node->children; child && depth < DEPTH_MOST; child = child->next) {
        if (is(child, "element"))
            read_element(grammar, child, parent);
        else if (is(child, "attribute"))
            read_attribute(grammar, child, parent);
        else if (is(child, "ref"))
            read_reference(grammar, property(grammar, child, "name"), parent, depth);
        else if (child->type == XML_ELEMENT_NODE)
            read_content(grammar, child, parent, depth + 1);
    }
}

static void read_queue(struct grammar *grammar)
{
    for (guint i = 0; i < grammar->queue->len; i++) {
        const xmlNode *pattern = g_ptr_array_index(grammar->queue, i);
        struct called called = read_called(grammar, pattern);
        size_t first = GPOINTER_TO_SIZE(g_hash_table_lookup(grammar->elements, pattern)) - 1;
        for (size_t k = 0; k < called.names.count; k++)
            read_content(grammar, pattern, first + k, 0);
    }
}

/* Reads the schema at PATH; what it starts with becomes a child of PARENT. */
static bool read_schema(struct vocabulary *vocabulary, const char *path, size_t parent,
                        GError **error)
{
    g_autoptr(GPtrArray) trees = g_ptr_array_new_with_free_func((GDestroyNotify)xmlFreeDoc);
    g_autoptr(GArray) definitions = g_array_new(FALSE, FALSE, sizeof(struct definition));
    g_autoptr(GHashTable) elements = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) queue = g_ptr_array_new();
    struct grammar grammar = {vocabulary, trees, definitions, elements, queue};

    GError *reason = NULL;
    xmlNode *root = read_tree(&grammar, path, &reason);
    if (root && is(root, "grammar"))
        gather(&grammar, path, root, 0, &reason);
    if (reason) {
        g_propagate_error(error, reason);
        return false;
    }
    if (is(root, "element"))
        read_element(&grammar, root, parent);
    read_reference(&grammar, start_name, parent, 0);
    read_queue(&grammar);
    return true;
}

/* The view holds the whole instrument, results.xml does not: what results.rng
 * says about an element instrument gives way. */
static void forget_child(struct vocabulary *vocabulary, size_t parent, const char *name)
{
    struct numbers *children = &vocabulary->declarations[parent].children;
    size_t kept = 0;
    for (size_t i = 0; i < children->count; i++) {
        struct declaration *child = &vocabulary->declarations[children->items[i]];
        if (strcmp(child->name, name) == 0)
            *child = (struct declaration){.name = name};
        else
            children->items[kept++] = children->items[i];
    }
    children->count = kept;
}

static bool read_both(struct vocabulary *vocabulary, const char *folder, GError **error)
{
    g_autofree char *results = g_build_filename(folder, "results.rng", NULL);
    g_autofree char *instrument = g_build_filename(folder, "instrument.rng", NULL);
    if (!read_schema(vocabulary, results, DOCUMENT_DECLARATION, error))
        return false;
    const struct numbers *roots = &vocabulary->declarations[DOCUMENT_DECLARATION].children;
    if (roots->count == 0)
        return fail(error, FAILURE_INPUT, "%s: the schema starts with no element", results);
    size_t root = roots->items[0];
    forget_child(vocabulary, root, "instrument");
    return read_schema(vocabulary, instrument, root, error);
}

struct vocabulary *vocabulary_read(const char *schema_folder, GError **error)
{
    struct arena *arena = arena_create();
    struct vocabulary *vocabulary = ARENA_NEW(arena, struct vocabulary);
    vocabulary->arena = arena;
    declare(vocabulary, "");
    if (read_both(vocabulary, schema_folder, error))
        return vocabulary;
    vocabulary_destroy(vocabulary);
    return NULL;
}

void vocabulary_destroy(struct vocabulary *vocabulary)
{
    if (vocabulary)
        arena_destroy(vocabulary->arena);
}
