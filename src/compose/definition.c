/* Colors, styles, pages and parts: collected from the layout and what it
 * imports, the last one of a name counts, and read when first needed. */
#include "reader.h"

#include "attributes.h"

#include "rapor/arena.h"

#include <string.h>

static const char *kind_name(enum node_kind kind)
{
    if (kind == NODE_COLOR)
        return "color";
    if (kind == NODE_STYLE)
        return "style";
    return kind == NODE_PAGE ? "page" : "part";
}

struct definition *definition_find(struct definition *from, enum node_kind kind, const char *name)
{
    for (; from; from = from->next)
        if (from->kind == kind && strcmp(from->name, name) == 0)
            return from;
    return NULL;
}

struct definition *definition_needed(struct reader *reader, const struct spot *spot,
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
    complain(reader, spot,
             &(struct complaint){
                 .id = arena_printf(reader->arena, "unknown-%s", what),
                 .text = arena_printf(reader->arena, "there is no %s \"%s\"", what, name),
                 .hint = did_you_mean(reader, name, &names),
             });
    return NULL;
}

/* A style may be based on one of its own name, which it replaces. */
static const struct style *base_style(struct reader *reader, struct definition *definition,
                                      const char *name)
{
    const struct spot spot = {definition->file, definition->xml, "base"};
    if (strcmp(name, definition->name) != 0) {
        struct definition *base = definition_needed(reader, &spot, NODE_STYLE, name);
        return base ? &base->style : NULL;
    }
    struct definition *before = definition_find(definition->next, NODE_STYLE, name);
    if (before) {
        definition_read(reader, before);
        return &before->style;
    }
    complain(
        reader, &spot,
        &(struct complaint){
            .id = "unknown-style",
            .text = arena_printf(reader->arena, "there is no style \"%s\" before this one", name)});
    return NULL;
}

static void set_length(const struct value *value, double *length)
{
    if (value->given)
        *length = value->length;
}

static void set_flag(const struct value *value, bool *flag)
{
    if (value->given)
        *flag = value->count > 0;
}

static void set_type(struct style *style, const struct value *values)
{
    if (values[STYLE_FAMILY].given)
        style->family = values[STYLE_FAMILY].name;
    set_length(&values[STYLE_SIZE], &style->size);
    set_length(&values[STYLE_LEADING], &style->leading);
    set_flag(&values[STYLE_WEIGHT], &style->bold);
    set_flag(&values[STYLE_SLANT], &style->italic);
    if (values[STYLE_CAPITALS].given) {
        style->capitals = values[STYLE_CAPITALS].count == 1;
        style->small_capitals = values[STYLE_CAPITALS].count == 2;
    }
    set_flag(&values[STYLE_FIGURES], &style->tabular);
    if (values[STYLE_LIGATURES].given)
        style->no_ligatures = values[STYLE_LIGATURES].count == 0;
    set_length(&values[STYLE_TRACKING], &style->tracking);
    if (values[STYLE_COLOR].given)
        style->color = values[STYLE_COLOR].color;
}

static void set_paragraph(struct style *style, const struct value *values)
{
    if (values[STYLE_ALIGN].given)
        style->align = (enum align)values[STYLE_ALIGN].count;
    set_flag(&values[STYLE_MARGINS], &style->optical);
    if (values[STYLE_HYPHENATE].given)
        style->hyphenate = values[STYLE_HYPHENATE].name;
    set_length(&values[STYLE_BEFORE], &style->before);
    set_length(&values[STYLE_AFTER], &style->after);
    set_length(&values[STYLE_INDENT], &style->indent);
    set_length(&values[STYLE_LEFT], &style->left);
    set_length(&values[STYLE_RIGHT], &style->right);
    set_flag(&values[STYLE_KEEP_NEXT], &style->keep_next);
    set_flag(&values[STYLE_KEEP_LINES], &style->keep_lines);
}

static void make_style(struct reader *reader, struct definition *definition,
                       const struct value *values)
{
    struct style *style = &definition->style;
    if (values[STYLE_BASE].given) {
        const struct style *base = base_style(reader, definition, values[STYLE_BASE].name);
        if (base)
            *style = *base;
    }
    style->name = definition->name;
    set_type(style, values);
    set_paragraph(style, values);
    const struct spot spot = {definition->file, definition->xml, NULL};
    if (!values[STYLE_BASE].given && (!style->family || style->size <= 0))
        complain(reader, &spot,
                 &(struct complaint){.id = "missing-attribute",
                                     .text = "style needs family and size, or base"});
    if (style->leading <= 0)
        style->leading = 1.2 * style->size;
}

static void make_page(struct reader *reader, struct definition *definition)
{
    const struct value *values = definition->node.values;
    bool turned = values[PAGE_ORIENTATION].count > 0;
    double width = values[PAGE_SIZE].pair.first, height = values[PAGE_SIZE].pair.second;
    double across = values[PAGE_LEFT].length + values[PAGE_RIGHT].length;
    double top = MAX(values[PAGE_TOP].length, values[PAGE_FIRST_TOP].length);
    double down = top + values[PAGE_BOTTOM].length;
    const struct spot spot = {definition->file, definition->xml, NULL};
    if (width > 0 && (across >= (turned ? height : width) || down >= (turned ? width : height)))
        complain(reader, &spot,
                 &(struct complaint){.id = "page-room",
                                     .text = "the margins leave no room on the page"});

    bool seen[2] = {false, false};
    for (size_t i = 0; i < definition->node.children.count; i++) {
        const struct node *head = &definition->node.children.items[i];
        bool *before = &seen[head->values[HEAD_ON].count > 0];
        if (*before)
            complain(reader, &spot,
                     &(struct complaint){.id = "twice",
                                         .text = "this page has two heads for the same pages",
                                         .hint = "put all boxes into one"});
        *before = true;
    }
}

static void make(struct reader *reader, struct definition *definition, const struct node *node)
{
    switch ((unsigned)definition->kind) {
    case NODE_COLOR:
        definition->color = node->values[COLOR_VALUE].color;
        break;
    case NODE_STYLE:
        make_style(reader, definition, node->values);
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

static void refuse_cycle(struct reader *reader, const struct definition *definition)
{
    const struct spot spot = {definition->file, definition->xml, NULL};
    complain(reader, &spot,
             &(struct complaint){
                 .id = "cycle",
                 .text = arena_printf(reader->arena, "%s \"%s\" needs itself, or too many others",
                                      kind_name(definition->kind), definition->name),
             });
}

void definition_read(struct reader *reader, struct definition *definition)
{
    if (definition->state == STATE_DONE)
        return;
    if (definition->state == STATE_BUSY || reader->depth >= DEFINITION_MOST) {
        refuse_cycle(reader, definition);
        return;
    }
    definition->state = STATE_BUSY;
    reader->depth++;
    struct node node;
    struct scope scope = scope_anywhere(reader, CONTENT_LAYOUT);
    const struct spot spot = {definition->file, definition->xml, NULL};
    const struct element_rule *rule = rule_find(chars(definition->xml->name), CONTENT_LAYOUT);
    read_element(reader, &spot, rule, &scope, &node);
    make(reader, definition, &node);
    reader->depth--;
    definition->state = STATE_DONE;
}

static void add_definition(struct reader *reader, const struct file *file, xmlNode *xml,
                           enum node_kind kind)
{
    xmlChar *given = xmlGetNoNsProp(xml, BAD_CAST "name");
    const char *name = arena_strdup(reader->arena, given ? chars(given) : "");
    xmlFree(given);

    const struct spot spot = {file, xml, given ? "name" : NULL};
    const struct definition *before = definition_find(reader->definitions, kind, name);
    if (before && before->xml->parent == xml->parent && *name)
        complain(
            reader, &spot,
            &(struct complaint){.id = "twice",
                                .text = arena_printf(reader->arena, "%s \"%s\" is defined twice",
                                                     kind_name(kind), name)});
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
static void import(struct reader *reader, struct file *from, xmlNode *xml)
{
    struct node node;
    struct scope scope = scope_anywhere(reader, CONTENT_LAYOUT);
    size_t errors = diagnostics_count(reader->diagnostics, SEVERITY_ERROR);
    const struct spot spot = {from, xml, "href"};
    read_element(reader, &spot, rule_find("import", CONTENT_LAYOUT), &scope, &node);
    if (diagnostics_count(reader->diagnostics, SEVERITY_ERROR) > errors)
        return;

    struct defect defect = {0};
    g_autoptr(GError) reason = NULL;
    struct file *file = file_read(node.values[IMPORT_HREF].name, reader->arena, &defect, &reason);
    if (!file) {
        complain(reader, &spot, &(struct complaint){.id = "missing-file", .text = reason->message});
        return;
    }
    for (struct file *before = reader->files; before; before = before->next) {
        if (strcmp(before->real, file->real) != 0)
            continue;
        if (before->open)
            complain(reader, &spot,
                     &(struct complaint){.id = "cycle", .text = "this file imports itself"});
        file_close(file);
        return;
    }
    file->next = reader->files;
    reader->files = file;
    if (defect.id)
        complain_defect(reader, file, &defect);
    else if (file_begin(reader, file, "parts"))
        collect_definitions(reader, file);
    else
        file_close(file);
}

static bool is_defined(enum node_kind kind)
{
    return kind == NODE_COLOR || kind == NODE_STYLE || kind == NODE_PAGE || kind == NODE_PART;
}

void collect_definitions(struct reader *reader, struct file *file)
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
            add_definition(reader, file, child, rule->kind);
    }
    reader->depth--;
    file->open = false;
}

static bool is_theme(const xmlNode *xml, const char *name)
{
    if (xml->type != XML_ELEMENT_NODE || strcmp(chars(xml->name), "theme") != 0)
        return false;
    xmlChar *given = xmlGetNoNsProp(xml, BAD_CAST "name");
    bool same = given && strcmp(chars(given), name) == 0;
    xmlFree(given);
    return same;
}

static void collect_theme(struct reader *reader, const struct file *file, const xmlNode *theme)
{
    for (xmlNode *child = theme->children; child; child = child->next) {
        const struct element_rule *rule =
            child->type == XML_ELEMENT_NODE ? rule_find(chars(child->name), CONTENT_THEME) : NULL;
        if (rule && is_defined(rule->kind))
            add_definition(reader, file, child, rule->kind);
    }
}

void collect_themes(struct reader *reader, const struct file *layout)
{
    const struct spot spot = {layout, xmlDocGetRootElement(layout->tree), NULL};
    for (const char *const *name = reader->setting->themes; name && *name; name++) {
        bool found = false;
        for (const struct file *file = reader->files; file; file = file->next) {
            const xmlNode *root = file->tree ? xmlDocGetRootElement(file->tree) : NULL;
            for (const xmlNode *child = root ? root->children : NULL; child; child = child->next)
                if (is_theme(child, *name)) {
                    collect_theme(reader, file, child);
                    found = true;
                }
        }
        if (!found)
            complain(reader, &spot,
                     &(struct complaint){
                         .id = "unknown-theme",
                         .text = arena_printf(reader->arena, "there is no theme \"%s\"", *name)});
    }
}
