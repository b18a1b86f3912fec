/* Colors, styles, pages and parts: collected from the layout and what it
 * imports, the last one of a name counts, and read when first needed. */
#include "definition.h"
#include "contents.h"
#include "diagnose.h"
#include "meaning.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/layout/attributes.h"

#include <string.h>

static const char *kind_name(enum node_kind kind)
{
    if (kind == NODE_COLOR)
        return N_("color");
    if (kind == NODE_STYLE)
        return N_("style");
    return kind == NODE_PAGE ? N_("page") : N_("part");
}

static guint hash_of(const void *key)
{
    const struct definition *definition = key;
    return g_str_hash(definition->name) + (guint)definition->kind;
}

static gboolean is_same(const void *left, const void *right)
{
    const struct definition *one = left, *other = right;
    return one->kind == other->kind && strcmp(one->name, other->name) == 0;
}

GHashTable *definitions_by_name(void)
{
    return g_hash_table_new(hash_of, is_same);
}

struct definition *definition_find(const struct layout_reader *reader, enum node_kind kind,
                                   const char *name)
{
    return g_hash_table_lookup(reader->named, &(struct definition){.kind = kind, .name = name});
}

struct definition *definition_needed(struct layout_reader *reader, const struct layout_spot *spot,
                                     enum node_kind kind, const char *name)
{
    struct definition *found = definition_find(reader, kind, name);
    if (found) {
        definition_read(reader, found);
        meaning_names(reader, kind, name, found->meaning);
        return found;
    }
    struct names names = {0};
    for (struct definition *at = reader->definitions; at; at = at->next)
        if (at->kind == kind)
            names_add(&names, at->name, reader->arena);
    const char *what = kind_name(kind);
    diagnose_layout(
        reader, spot,
        &(struct diagnostic){
            .id = arena_printf(reader->arena, "unknown-%s", what),
            .text = arena_printf(reader->arena, _("there is no %s \"%s\""), _(what), name),
            .hint = did_you_mean(reader, name, &names),
        });
    return NULL;
}

static void refuse_cycle(struct layout_reader *reader, const struct definition *definition)
{
    const struct layout_spot spot = {definition->file, definition->xml, NULL};
    diagnose_layout(
        reader, &spot,
        &(struct diagnostic){
            .id = "cycle",
            .text = arena_printf(reader->arena, _("%s \"%s\" needs itself, or too many others"),
                                 _(kind_name(definition->kind)), definition->name),
        });
}

void definition_read(struct layout_reader *reader, struct definition *definition)
{
    if (definition->state == STATE_DONE)
        return;
    if (definition->state == STATE_BUSY || reader->depth >= DEFINITION_MOST) {
        refuse_cycle(reader, definition);
        return;
    }
    definition->state = STATE_BUSY;
    reader->depth++;
    definition->meaning = meaning_of(reader, definition);
    reader->depth--;
    definition->state = STATE_DONE;
}

void definition_add(struct layout_reader *reader, const struct layout_file *file, xmlNode *xml,
                    enum node_kind kind)
{
    xmlChar *given = xmlGetNoNsProp(xml, BAD_CAST "name");
    const char *name = arena_strdup(reader->arena, given ? chars(given) : "");
    xmlFree(given);

    const struct layout_spot spot = {file, xml, given ? "name" : NULL};
    struct definition *before = definition_find(reader, kind, name);
    if (before && before->xml->parent == xml->parent && *name)
        diagnose_layout(reader, &spot,
                        &(struct diagnostic){.id = "twice",
                                             .text = arena_printf(reader->arena,
                                                                  _("%s \"%s\" is defined twice"),
                                                                  _(kind_name(kind)), name)});
    struct definition *definition = ARENA_NEW(reader->arena, struct definition);
    definition->next = reader->definitions;
    definition->before = before;
    definition->kind = kind;
    definition->name = name;
    definition->file = file;
    definition->xml = xml;
    definition->meaning = &meaning_unread;
    reader->definitions = definition;
    g_hash_table_replace(reader->named, definition, definition);
}

/* True where the file was read before. */
static bool is_read(struct layout_reader *reader, const struct layout_spot *spot, const char *real)
{
    const struct imported_file *before = reader->files;
    while (before && strcmp(before->file->real, real) != 0)
        before = before->next;
    if (before && before->open)
        diagnose_layout(reader, spot,
                        &(struct diagnostic){.id = "cycle", .text = _("this file imports itself")});
    return before != NULL;
}

/* Reads the file of an import, unless it was read before. */
static void import(struct layout_reader *reader, const struct layout_file *from, xmlNode *xml)
{
    struct node node;
    struct layout_scope scope = scope_anywhere(reader, CONTENT_LAYOUT);
    size_t errors = diagnostics_count(reader->diagnostics, SEVERITY_ERROR);
    const struct layout_spot spot = {from, xml, "href"};
    read_element(reader, &spot, rule_find("import", CONTENT_LAYOUT), &scope, &node);
    if (diagnostics_count(reader->diagnostics, SEVERITY_ERROR) > errors)
        return;

    g_autoptr(GError) reason = NULL;
    struct layout_file *file = store_file(reader->store, node.values[IMPORT_HREF].name, &reason);
    if (!file && reason->code == FAILURE_INPUT)
        diagnose_layout(reader, &spot,
                        &(struct diagnostic){.id = "missing-file", .text = reason->message});
    else if (!file && !reader->broken)
        reader->broken = g_steal_pointer(&reason);
    if (!file || is_read(reader, &spot, file->real))
        return;
    struct imported_file *imported = reader_add_file(reader, file);
    if (file_begin(reader, file, "parts"))
        collect_definitions(reader, imported);
}

bool is_defined(enum node_kind kind)
{
    return kind == NODE_COLOR || kind == NODE_STYLE || kind == NODE_PAGE || kind == NODE_PART;
}

void collect_definitions(struct layout_reader *reader, struct imported_file *from)
{
    const struct layout_file *file = from->file;
    xmlNode *root = xmlDocGetRootElement(file->tree);
    from->open = true;
    reader->depth++;
    for (xmlNode *child = root->children; child; child = child->next) {
        const struct element_rule *rule =
            child->type == XML_ELEMENT_NODE ? rule_find(chars(child->name), CONTENT_LAYOUT) : NULL;
        if (rule && rule->kind == NODE_IMPORT && reader->depth <= DEFINITION_MOST)
            import(reader, file, child);
        else if (rule && rule->kind == NODE_BIND)
            binding_read(reader, file, child, rule);
        else if (rule && is_defined(rule->kind))
            definition_add(reader, file, child, rule->kind);
    }
    reader->depth--;
    from->open = false;
}
