/* A part that is used: what its parameters are told, and what it is made of there. */
#include "contents.h"
#include "definition.h"
#include "element.h"

#include "rapor/base/arena.h"
#include "rapor/layout/attributes.h"

void scope_add(struct layout_reader *reader, struct layout_scope *scope,
               struct variable_type variable)
{
    struct variable_type *added = ARENA_NEW(reader->arena, struct variable_type);
    *added = variable;
    added->next = scope->at.variables;
    scope->at.variables = added;
}

enum lifetime lifetime_in(const struct layout_scope *scope, enum lifetime lifetime)
{
    return scope->single ? MAX(lifetime, LIFETIME_DOCUMENT) : lifetime;
}

static struct variable_type type_of_argument(const struct argument *argument,
                                             const struct layout_scope *scope)
{
    const struct text *text = argument->text;
    if (text_is_expression(text)) {
        const struct expression *only = text->pieces[0].expression;
        return (struct variable_type){
            .name = argument->name,
            .type = only->type,
            .through = only->through,
            .lifetime = lifetime_in(scope, only->lifetime),
        };
    }
    struct variable_type words = {
        .name = argument->name, .type.kind = TYPE_TEXT, .lifetime = LIFETIME_RUN};
    for (size_t i = 0; i < text->count; i++) {
        const struct expression *expression = text->pieces[i].expression;
        words.through |= expression ? expression->through : 0;
        words.lifetime = expression ? MIN(words.lifetime, expression->lifetime) : words.lifetime;
    }
    words.lifetime = lifetime_in(scope, words.lifetime);
    return words;
}

/* Every argument as a variable: elements only where it is nothing but an expression. */
static const struct variable_type *argument_types(const struct layout_element *element,
                                                  const struct layout_scope *around)
{
    struct layout_scope scope = {0};
    const struct node *node = element->node;
    for (size_t i = 0; i < node->argument_count; i++)
        scope_add(element->reader, &scope, type_of_argument(&node->arguments[i], around));
    return scope.at.variables;
}

/* Reads the part again with what this use gives to it, so that it is held against that, and
 * what comes out the same for every subject is known.  Only for what is this layout's own, where
 * nothing is wrong so far: there all types are known. */
static bool read_part(const struct layout_element *element, const struct layout_scope *scope,
                      struct node *part)
{
    struct layout_reader *reader = element->reader;
    if (reader->general || scope->depth >= NESTING_MOST || reader->uses >= USES_MOST ||
        diagnostics_count(reader->diagnostics, SEVERITY_ERROR) > 0)
        return false;
    const struct definition *definition =
        definition_find(reader, NODE_PART, element->values[USE_PART].part->name);
    const struct layout_spot spot = {definition->file, definition->xml, NULL};
    const struct use use = {reader->use, element->file, element->xml,
                            argument_types(element, scope)};
    struct layout_scope inside = *scope;
    inside.content = CONTENT_LAYOUT;
    inside.at.variables = NULL;
    reader->uses++;
    reader->use = &use;
    read_element(reader, &spot, rule_named("part"), &inside, part);
    reader->use = use.around;
    return true;
}

void element_use(const struct layout_element *element, const struct layout_scope *scope)
{
    const struct part *part = element->values[USE_PART].part;
    struct node own;
    if (part && read_part(element, scope, &own)) {
        element->node->children = own.children;
        return;
    }
    element->reader->changing++;
    note_asked(element->reader, asked_all);
    if (part && part->node)
        element->node->children = part->node->children;
}
