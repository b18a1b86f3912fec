/* The names of elements and attributes, from the table of the results and the schema of the
 * instrument: what may stand in what, whatever the order and number. */
#include "grammar.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/own.h"
#include "rapor/layout/layout.h"
#include "rapor/view/results.h"

#include <assert.h>
#include <string.h>

/* A schema being read into a vocabulary. */
struct schema {
    struct vocabulary *vocabulary;
    struct schema_grammar grammar;
    GHashTable *elements; /* node of an element pattern -> number of its first declaration + 1 */
    GPtrArray *queue;     /* those whose content is still to be read */
    bool too_many;        /* there are more than there is room for */
};

/* What the pattern of an element or attribute calls it. */
struct called_element {
    struct names names;
    bool any;
};

static void read_name_class(const struct schema *schema, const xmlNode *node,
                            struct called_element *called)
{
    struct arena *arena = schema->vocabulary->arena;
    if (grammar_is(node, "anyName") || grammar_is(node, "nsName")) {
        called->any = true;
    } else if (grammar_is(node, "name")) {
        g_auto(XmlText) name = xmlNodeGetContent(node);
        names_add(&called->names, g_strstrip(arena_strdup(arena, (const char *)name)), arena);
    } else if (grammar_is(node, "choice")) {
        for (const xmlNode *child = node->children; child; child = child->next)
            read_name_class(schema, child, called);
    }
}

static struct called_element read_called(const struct schema *schema, const xmlNode *pattern)
{
    struct called_element called = {0};
    const char *name = grammar_property(&schema->grammar, pattern, "name");
    if (name)
        names_add(&called.names, name, schema->vocabulary->arena);
    const xmlNode *first = pattern->children;
    while (first && first->type != XML_ELEMENT_NODE)
        first = first->next;
    if (!name && first)
        read_name_class(schema, first, &called);
    return called;
}

/* CHILD may stand in PARENT. */
static void relate(struct vocabulary *vocabulary, size_t parent, size_t child)
{
    set_put(&vocabulary->declarations[parent].children, child);
    set_put(&vocabulary->declarations[child].parents, parent);
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
static void read_element(struct schema *schema, const xmlNode *pattern, size_t parent)
{
    struct vocabulary *vocabulary = schema->vocabulary;
    struct called_element called = read_called(schema, pattern);
    vocabulary->declarations[parent].children.open |= called.any;

    size_t first = GPOINTER_TO_SIZE(g_hash_table_lookup(schema->elements, pattern));
    if (first == 0 && vocabulary->count + called.names.count > DECLARATIONS_MOST) {
        schema->too_many = true;
        return;
    }
    if (first == 0) {
        first = vocabulary->count + 1;
        for (size_t i = 0; i < called.names.count; i++)
            declare(vocabulary, called.names.items[i]);
        g_hash_table_insert(schema->elements, (void *)(uintptr_t)pattern, GSIZE_TO_POINTER(first));
        g_ptr_array_add(schema->queue, (void *)(uintptr_t)pattern);
    }
    for (size_t i = 0; i < called.names.count; i++)
        relate(vocabulary, parent, first - 1 + i);
}

static void read_attribute(struct schema *schema, const xmlNode *pattern, size_t parent)
{
    struct declaration *declaration = &schema->vocabulary->declarations[parent];
    struct called_element called = read_called(schema, pattern);
    for (size_t i = 0; i < called.names.count; i++)
        names_add(&declaration->attributes, called.names.items[i], schema->vocabulary->arena);
    if (called.any)
        declaration->children.open = true;
}

static void read_content(struct schema *schema, const xmlNode *node, size_t parent, unsigned depth);

static void read_reference(struct schema *schema, const char *name, size_t parent, unsigned depth)
{
    const GArray *patterns = schema->grammar.patterns;
    for (guint i = 0; name && i < patterns->len; i++) {
        const struct pattern *pattern = &g_array_index(patterns, struct pattern, i);
        if (strcmp(pattern->name, name) == 0)
            read_content(schema, pattern->node, parent, depth + 1);
    }
}

/* Reads the patterns below NODE into the declaration PARENT. */
static void read_content(struct schema *schema, const xmlNode *node, size_t parent, unsigned depth)
{
    for (const xmlNode *child = node->children; child && depth < PATTERN_DEPTH_MOST;
         child = child->next) {
        if (grammar_is(child, "element"))
            read_element(schema, child, parent);
        else if (grammar_is(child, "attribute"))
            read_attribute(schema, child, parent);
        else if (grammar_is(child, "ref"))
            read_reference(schema, grammar_property(&schema->grammar, child, "name"), parent,
                           depth);
        else if (child->type == XML_ELEMENT_NODE)
            read_content(schema, child, parent, depth + 1);
    }
}

static void read_queue(struct schema *schema)
{
    for (guint i = 0; i < schema->queue->len; i++) {
        const xmlNode *pattern = g_ptr_array_index(schema->queue, i);
        struct called_element called = read_called(schema, pattern);
        size_t first = GPOINTER_TO_SIZE(g_hash_table_lookup(schema->elements, pattern)) - 1;
        for (size_t k = 0; k < called.names.count; k++)
            read_content(schema, pattern, first + k, 0);
    }
}

/* Reads the schema at PATH; what it starts with becomes a child of PARENT. */
static bool read_schema(struct vocabulary *vocabulary, const char *path, size_t parent,
                        GError **error)
{
    g_autoptr(GPtrArray) trees = g_ptr_array_new_with_free_func((GDestroyNotify)xmlFreeDoc);
    g_autoptr(GArray) patterns = g_array_new(FALSE, FALSE, sizeof(struct pattern));
    g_autoptr(GHashTable) elements = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) queue = g_ptr_array_new();
    struct schema schema = {
        vocabulary, {vocabulary->arena, trees, patterns}, elements, queue, false};

    const xmlNode *root = grammar_read(&schema.grammar, path, error);
    if (!root)
        return false;
    if (grammar_is(root, "element"))
        read_element(&schema, root, parent);
    read_reference(&schema, GRAMMAR_START, parent, 0);
    read_queue(&schema);
    return !schema.too_many ||
           fail(error, FAILURE_INPUT, "%s: more than %d elements", path, DECLARATIONS_MOST);
}

/* Declares RULE, once, and what stands in it, as a child of PARENT. */
static void declare_rule(struct vocabulary *vocabulary, const struct view_rule *rule, size_t parent,
                         unsigned on, GHashTable *known)
{
    size_t number = GPOINTER_TO_SIZE(g_hash_table_lookup(known, rule));
    const bool again = number != 0;
    if (!again) {
        number = declare(vocabulary, rule->name);
        g_hash_table_insert(known, (void *)(uintptr_t)rule, GSIZE_TO_POINTER(number));
    }
    relate(vocabulary, parent, number);
    if (again)
        return;
    vocabulary->declarations[number].on = on;
    for (size_t i = 0; i < rule->field_count; i++)
        names_add(&vocabulary->declarations[number].attributes, rule->fields[i].name,
                  vocabulary->arena);
    for (size_t i = 0; i < rule->child_count; i++)
        declare_rule(vocabulary, rule->children[i].rule, number,
                     rule->children[i].flags & VIEW_ALWAYS ? ON_RUN : ON_SUBJECT, known);
}

/* What stands in an institution is a part of it, wherever else it stands. */
static void note_institution(struct vocabulary *vocabulary, GHashTable *known)
{
    const struct view_rule *rule = &rule_institution;
    assert(rule->child_count <= 64); /* a bit for each */
    vocabulary->institution = GPOINTER_TO_SIZE(g_hash_table_lookup(known, rule));
    for (size_t i = 0; i < rule->child_count; i++) {
        const size_t child = GPOINTER_TO_SIZE(g_hash_table_lookup(known, rule->children[i].rule));
        vocabulary->declarations[child].part = UINT64_C(1) << i;
    }
}

/* The view: what the table of the results has, and the instrument as its schema says. */
static bool declare_view(struct vocabulary *vocabulary, const char *folder, GError **error)
{
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    declare(vocabulary, "");
    vocabulary->declarations[DOCUMENT_DECLARATION].on = ON_RUN;
    const size_t results = vocabulary->count;
    declare_rule(vocabulary, &results_rule, DOCUMENT_DECLARATION, ON_RUN, known);
    note_institution(vocabulary, known);

    const size_t first = vocabulary->count;
    g_autofree char *instrument = g_build_filename(folder, "instrument.rng", NULL);
    const bool read = read_schema(vocabulary, instrument, results, error);
    for (size_t i = first; i < vocabulary->count; i++)
        vocabulary->declarations[i].on = ON_INSTRUMENT;
    return read;
}

struct vocabulary *vocabulary_read(const char *schema_folder, GError **error)
{
    struct arena *arena = arena_create();
    struct vocabulary *vocabulary = ARENA_NEW(arena, struct vocabulary);
    vocabulary->arena = arena;
    if (declare_view(vocabulary, schema_folder, error))
        return vocabulary;
    vocabulary_destroy(vocabulary);
    return NULL;
}

void vocabulary_destroy(struct vocabulary *vocabulary)
{
    if (vocabulary)
        arena_destroy(vocabulary->arena);
}
