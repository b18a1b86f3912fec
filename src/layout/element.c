/* Reads elements by their rules into nodes. */
#include "element.h"
#include "contents.h"
#include "definition.h"
#include "diagnose.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/layout/attributes.h"

#include <libxml/tree.h>
#include <limits.h>
#include <string.h>

struct layout_scope scope_anywhere(const struct layout_reader *reader, enum content content)
{
    struct type type = {.kind = TYPE_ANY, .set = set_all(reader->setting->vocabulary)};
    return (struct layout_scope){
        .content = content,
        .at = {.context = type, .current = type, .through = ON_SUBJECT},
        .inside = type,
        .inside_through = ON_SUBJECT,
    };
}

static bool holds_blocks(const struct layout_reader *reader, const xmlNode *xml, unsigned depth);

/* What is used is what its part holds; where there is no such part, that is told elsewhere. */
static bool uses_blocks(const struct layout_reader *reader, const xmlNode *use, unsigned depth)
{
    xmlChar *name = xmlGetNoNsProp(use, BAD_CAST "part");
    const struct definition *part = name ? definition_find(reader, NODE_PART, chars(name)) : NULL;
    xmlFree(name);
    return !part || depth >= DEFINITION_MOST || holds_blocks(reader, part->xml, depth + 1);
}

/* Running text ends where the first block stands, whatever if and each are around it. */
static bool holds_blocks(const struct layout_reader *reader, const xmlNode *xml, unsigned depth)
{
    for (const xmlNode *child = xml->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        const char *name = chars(child->name);
        const struct element_rule *rule = rule_named(name);
        bool wraps = rule && (is_control(rule->kind) || rule->kind == NODE_WHEN ||
                              rule->kind == NODE_OTHERWISE);
        bool blocks = wraps ? holds_blocks(reader, child, depth)
                            : rule_find(name, CONTENT_BLOCKS) && !rule_find(name, CONTENT_INLINE);
        if (blocks || (rule && rule->kind == NODE_USE && uses_blocks(reader, child, depth)))
            return true;
    }
    return false;
}

static void missing_attribute(const struct layout_element *element, const char *name)
{
    struct layout_spot spot = spot_of(element, NULL);
    diagnose_layout(element->reader, &spot,
                    &(struct diagnostic){
                        .id = "missing-attribute",
                        .text = arena_printf(element->reader->arena, _("%s needs the attribute %s"),
                                             element->rule->name, name),
                    });
}

static void unknown_attribute(const struct layout_element *element, const char *name,
                              const struct names *extra)
{
    struct names names = {0};
    struct arena *arena = element->reader->arena;
    for (size_t i = 0; i < element->rule->attribute_count; i++)
        names_add(&names, element->rule->attributes[i].name, arena);
    for (size_t i = 0; i < extra->count; i++)
        names_add(&names, extra->items[i], arena);
    struct layout_spot spot = spot_of(element, name);
    diagnose_layout(
        element->reader, &spot,
        &(struct diagnostic){
            .id = "unknown-attribute",
            .text = arena_printf(arena, _("%s has no attribute %s"), element->rule->name, name),
            .hint = did_you_mean(element->reader, name, &names),
        });
}

static struct layout_scope scope_inside(const struct layout_scope *scope)
{
    struct layout_scope inside = *scope;
    inside.at.context = inside.at.current = scope->inside;
    inside.at.through = scope->inside_through;
    inside.single = false;
    return inside;
}

/* Reads attribute SLOT; an attribute that selects changes SCOPE for the others. */
static void read_slot(const struct layout_element *element, size_t slot, struct layout_scope *scope)
{
    const struct attribute_rule *rule = &element->rule->attributes[slot];
    xmlChar *given = xmlGetNoNsProp(element->xml, BAD_CAST rule->name);
    const char *text = given ? chars(given) : rule->standard;
    if (text) {
        struct layout_spot spot = spot_of(element, given ? rule->name : NULL);
        struct layout_scope inside = scope_inside(scope);
        struct value *value = &element->values[slot];
        *value = read_value(element->reader, &spot, rule, text, rule->inside ? &inside : scope);
        value->given = given != NULL;
        if (rule->kind == VALUE_NODES && value->expression &&
            value->expression->type.kind == TYPE_NODES) {
            scope->inside = value->expression->type;
            scope->inside_through = value->expression->through;
        }
    }
    xmlFree(given);
    if (!text && rule->required)
        missing_attribute(element, rule->name);
}

static bool has_slot(const struct element_rule *rule, const char *name)
{
    for (size_t i = 0; i < rule->attribute_count; i++)
        if (strcmp(rule->attributes[i].name, name) == 0)
            return true;
    return false;
}

static void read_argument(const struct layout_element *element, const xmlAttr *attribute,
                          struct argument *argument, const struct layout_scope *scope)
{
    struct layout_reader *reader = element->reader;
    struct layout_spot spot = spot_of(element, chars(attribute->name));
    xmlChar *text = xmlGetNoNsProp(element->xml, attribute->name);
    argument->name = arena_strdup(reader->arena, spot.attribute);
    argument->variable = g_quark_from_string(argument->name);
    argument->text = read_argument_text(reader, &spot, chars(text), scope);
    xmlFree(text);
}

/* Attributes that the rule does not have: arguments of a part, or mistakes. */
static void read_other_attributes(const struct layout_element *element,
                                  const struct layout_scope *scope)
{
    struct node *node = element->node;
    const struct part *part = node->kind == NODE_USE && element->values[USE_PART].part
                                  ? element->values[USE_PART].part
                                  : NULL;
    const struct names params = part ? part->params : (struct names){0};
    struct argument *arguments = ARENA_ARRAY(element->reader->arena, params.count, struct argument);
    for (const xmlAttr *at = element->xml->properties; at; at = at->next) {
        const char *name = chars(at->name);
        if (at->ns)
            name = arena_printf(element->reader->arena, "%s:%s", chars(at->ns->prefix), name);
        if (!at->ns && names_have(&params, name))
            read_argument(element, at, &arguments[node->argument_count++], scope);
        else if (at->ns || !has_slot(element->rule, name))
            unknown_attribute(element, name, &params);
    }
    node->arguments = arguments;
    for (size_t i = 0; i < params.count; i++)
        if (!xmlHasProp(element->xml, BAD_CAST params.items[i]))
            missing_attribute(element, params.items[i]);
}

/* What a part is told can be anything, but for a use that it is read for. */
static void add_parameters(const struct layout_element *element, struct layout_scope *below)
{
    const struct names params = element->values[PART_PARAMS].names;
    const struct use *use = element->reader->use;
    for (size_t i = 0; i < params.count; i++) {
        struct variable_type variable = {
            .name = params.items[i],
            .type = scope_anywhere(element->reader, CONTENT_NONE).at.context,
            .through = ON_SUBJECT,
            .lifetime = LIFETIME_EVALUATION,
        };
        for (const struct variable_type *v = use ? use->arguments : NULL; v; v = v->next)
            if (strcmp(v->name, params.items[i]) == 0)
                variable = *v;
        scope_add(element->reader, below, variable);
    }
}

/* The scope of what stands between the tags. */
static struct layout_scope scope_below(const struct layout_element *element,
                                       const struct layout_scope *scope)
{
    struct layout_scope below = *scope;
    below.depth++;
    below.content = element->rule->holds;
    below.around = content_around(scope);
    if (below.content == CONTENT_SAME)
        below.content = below.around;
    if (below.content == CONTENT_MIXED) {
        element->node->blocks = holds_blocks(element->reader, element->xml, 0);
        below.content = element->node->blocks ? CONTENT_BLOCKS : CONTENT_INLINE;
    }
    if (element->rule->kind == NODE_EACH) {
        below.at.context = below.at.current = scope->inside;
        below.at.through = scope->inside_through;
        below.repeated |= !(below.at.through & ON_SUBJECT);
        below.single = false;
    }
    if (element->rule->kind == NODE_TABLE)
        below.columns = 0;
    if (element->rule->kind == NODE_PART)
        add_parameters(element, &below);
    return below;
}

/* True for what is made into blocks of its own. */
static bool makes_blocks(const struct element_rule *rule)
{
    return rule->holds == CONTENT_MIXED || rule_find(rule->name, CONTENT_BLOCKS) == rule;
}

void read_element(struct layout_reader *reader, const struct layout_spot *spot,
                  const struct element_rule *rule, const struct layout_scope *scope,
                  struct node *node)
{
    struct value *values = ARENA_ARRAY(reader->arena, rule->attribute_count, struct value);
    const struct layout_element element = {reader, spot->file, spot->node, rule, node, values};
    *node = (struct node){
        .kind = rule->kind,
        .file = spot->file->path,
        .line = file_line(spot->file, file_offset(spot->file, spot->node, 0)),
        .values = values,
    };
    const size_t changing = reader->changing;
    struct layout_scope inner = *scope;
    for (size_t i = 0; i < rule->attribute_count; i++)
        read_slot(&element, i, &inner);
    read_other_attributes(&element, scope);
    if (rule->kind == NODE_LET)
        node->variable = g_quark_from_string(values[LET_NAME].name);

    struct layout_scope below = scope_below(&element, &inner);
    if (rule->kind == NODE_EACH) { /* in a chart: the categories, whatever is gone through */
        below.inside = scope->inside;
        below.inside_through = scope->inside_through;
    }
    node->children = read_children(reader, spot->file, spot->node, &below);
    element_check(&element, scope);
    if (rule->kind == NODE_USE)
        element_use(&element, &inner);
    reader->changing += rule->counted || (rule->kind == NODE_ROW && values[ROW_BOOKMARK].given);
    if (reader->changing == changing && !scope->repeated && makes_blocks(rule) &&
        !reader->setting->forgetful && !reader->general)
        node->share = ARENA_NEW(reader->arena, struct share);
}
