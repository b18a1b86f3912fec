/* Colors, styles, pages and parts: collected from the layout and what it
 * imports, the last one of a name counts, and read when first needed. */
#include "definition.h"
#include "contents.h"
#include "diagnose.h"
#include "reader.h"

#include "rapor/base/arena.h"
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

struct definition *definition_find(struct definition *from, enum node_kind kind, const char *name)
{
    for (; from; from = from->next)
        if (from->kind == kind && strcmp(from->name, name) == 0)
            return from;
    return NULL;
}

struct definition *definition_needed(struct layout_reader *reader, const struct layout_spot *spot,
                                     enum node_kind kind, const char *name)
{
    struct definition *found = definition_find(reader->definitions, kind, name);
    if (found) {
        definition_read(reader, found);
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

static void make_page(struct layout_reader *reader, struct definition *definition)
{
    const struct value *values = definition->node.values;
    bool turned = values[PAGE_ORIENTATION].count > 0;
    double width = values[PAGE_SIZE].pair.first, height = values[PAGE_SIZE].pair.second;
    double across = values[PAGE_LEFT].length + values[PAGE_RIGHT].length;
    double top = MAX(values[PAGE_TOP].length, values[PAGE_FIRST_TOP].length);
    double down = top + values[PAGE_BOTTOM].length;
    const struct layout_spot spot = {definition->file, definition->xml, NULL};
    if (width > 0 && (across >= (turned ? height : width) || down >= (turned ? width : height)))
        diagnose_layout(reader, &spot,
                        &(struct diagnostic){.id = "page-room",
                                             .text = _("the margins leave no room on the page")});

    bool seen[2] = {false, false};
    for (size_t i = 0; i < definition->node.children.count; i++) {
        const struct node *head = &definition->node.children.items[i];
        bool *before = &seen[head->values[HEAD_ON].count > 0];
        if (*before)
            diagnose_layout(
                reader, &spot,
                &(struct diagnostic){.id = "twice",
                                     .text = _("this page has two heads for the same pages"),
                                     .hint = _("put all boxes into one")});
        *before = true;
    }
}

static void make(struct layout_reader *reader, struct definition *definition,
                 const struct node *node)
{
    switch ((unsigned)definition->kind) {
    case NODE_COLOR:
        definition->color = node->values[COLOR_VALUE].color;
        break;
    case NODE_STYLE:
        style_make(reader, definition, node->values);
        break;
    case NODE_PAGE:
        definition->node = *node;
        make_page(reader, definition);
        break;
    case NODE_PART:
        definition->node = *node;
        definition->part.params = node->values[PART_PARAMS].names;
        definition->part.node = &definition->node;
        break;
    }
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
    const size_t changing = reader->changing; /* of what it is needed by */
    struct node node;
    struct layout_scope scope = scope_anywhere(reader, CONTENT_LAYOUT);
    const struct layout_spot spot = {definition->file, definition->xml, NULL};
    const struct element_rule *rule = rule_find(chars(definition->xml->name), CONTENT_LAYOUT);
    read_element(reader, &spot, rule, &scope, &node);
    make(reader, definition, &node);
    reader->changing = changing;
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
    const struct definition *before = definition_find(reader->definitions, kind, name);
    if (before && before->xml->parent == xml->parent && *name)
        diagnose_layout(reader, &spot,
                        &(struct diagnostic){.id = "twice",
                                             .text = arena_printf(reader->arena,
                                                                  _("%s \"%s\" is defined twice"),
                                                                  _(kind_name(kind)), name)});
    struct definition *definition = ARENA_NEW(reader->arena, struct definition);
    definition->next = reader->definitions;
    definition->kind = kind;
    definition->name = name;
    definition->file = file;
    definition->xml = xml;
    definition->part.name = name;
    reader->definitions = definition;
}

/* Reads the file of an import, unless it was read before. */
static void import(struct layout_reader *reader, struct layout_file *from, xmlNode *xml)
{
    struct node node;
    struct layout_scope scope = scope_anywhere(reader, CONTENT_LAYOUT);
    size_t errors = diagnostics_count(reader->diagnostics, SEVERITY_ERROR);
    const struct layout_spot spot = {from, xml, "href"};
    read_element(reader, &spot, rule_find("import", CONTENT_LAYOUT), &scope, &node);
    if (diagnostics_count(reader->diagnostics, SEVERITY_ERROR) > errors)
        return;

    struct file_diagnostic file_diagnostic = {0};
    g_autoptr(GError) reason = NULL;
    struct layout_file *file =
        file_read(node.values[IMPORT_HREF].name, reader->arena, &file_diagnostic, &reason);
    if (!file) {
        diagnose_layout(reader, &spot,
                        &(struct diagnostic){.id = "missing-file", .text = reason->message});
        return;
    }
    for (struct layout_file *before = reader->files; before; before = before->next) {
        if (strcmp(before->real, file->real) != 0)
            continue;
        if (before->open)
            diagnose_layout(
                reader, &spot,
                &(struct diagnostic){.id = "cycle", .text = _("this file imports itself")});
        file_close(file);
        return;
    }
    file->next = reader->files;
    reader->files = file;
    if (file_diagnostic.id)
        diagnose_file(reader, file, &file_diagnostic);
    else if (file_begin(reader, file, "parts"))
        collect_definitions(reader, file);
}

bool is_defined(enum node_kind kind)
{
    return kind == NODE_COLOR || kind == NODE_STYLE || kind == NODE_PAGE || kind == NODE_PART;
}

void collect_definitions(struct layout_reader *reader, struct layout_file *file)
{
    xmlNode *root = xmlDocGetRootElement(file->tree);
    file->open = true;
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
    file->open = false;
}
