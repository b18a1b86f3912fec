/* Goes along the paths of an expression: which elements can each step reach? */
#include "parser.h"

#include "rapor/base/arena.h"

#include <string.h>

/* The elements of SET in words: "institution or region". */
static const char *where(const struct parser *parser, const struct set *set)
{
    struct names names = set_names(parser->vocabulary, set, false, parser->arena);
    if (names.count == 0)
        return "the document";
    if (names.count > 3)
        return "any element here";
    const char *words = names.items[0];
    for (size_t i = 1; i < names.count; i++)
        words = arena_printf(parser->arena, "%s or %s", words, names.items[i]);
    return words;
}

static void refuse_name(struct parser *parser, const struct token *token, const struct set *from,
                        const struct names *possible, bool attribute)
{
    const char *what = attribute ? "attribute" : "element";
    parser_refuse(parser, token,
                  &(struct complaint){
                      .id = attribute ? "unknown-attribute-name" : "unknown-element-name",
                      .text = arena_printf(parser->arena, "there is no %s \"%s\" in %s", what,
                                           token->text, where(parser, from)),
                      .hint = did_you_mean(parser->check->reader, token->text, possible),
                  });
}

/* True if an element of SET has it, or could. */
static bool may_have(const struct vocabulary *vocabulary, const struct set *set,
                     const char *attribute)
{
    bool found = set->open;
    for (size_t i = 0; !found && i < vocabulary->count; i++)
        found = set->has[i] && (vocabulary->declarations[i].open ||
                                names_have(&vocabulary->declarations[i].attributes, attribute));
    return found;
}

static struct type attribute_step(struct parser *parser, const struct token *token,
                                  const struct type *from)
{
    if (strcmp(token->text, "*") != 0 && !may_have(parser->vocabulary, &from->set, token->text)) {
        struct names names = set_names(parser->vocabulary, &from->set, true, parser->arena);
        refuse_name(parser, token, &from->set, &names, true);
    }
    return (struct type){TYPE_NODES, from->set, true};
}

static struct type element_step(struct parser *parser, const struct token *token,
                                const struct type *from, enum axis axis)
{
    struct set near = set_along(parser->vocabulary, &from->set, axis, parser->arena);
    struct type type = {.kind = TYPE_NODES, .set = near};
    if (strcmp(token->text, "*") == 0)
        return type;
    type.set = set_named(parser->vocabulary, &near, token->text, parser->arena);
    if (set_empty(parser->vocabulary, &type.set)) {
        struct names names = set_names(parser->vocabulary, &near, false, parser->arena);
        refuse_name(parser, token, &from->set, &names, false);
    }
    return type;
}

static enum axis parse_axis(struct parser *parser)
{
    static const struct {
        const char *name;
        enum axis axis;
    } axes[] = {
        {"child", AXIS_CHILD},
        {"descendant", AXIS_DESCENDANT},
        {"descendant-or-self", AXIS_DESCENDANT_OR_SELF},
        {"parent", AXIS_PARENT},
        {"ancestor", AXIS_ANCESTOR},
        {"ancestor-or-self", AXIS_ANCESTOR_OR_SELF},
        {"self", AXIS_SELF},
        {"following-sibling", AXIS_SIBLING},
        {"preceding-sibling", AXIS_SIBLING},
        {"following", AXIS_FOLLOWING},
        {"preceding", AXIS_PRECEDING},
        {"attribute", AXIS_ATTRIBUTE},
        {"namespace", AXIS_NAMESPACE},
    };
    if (parser_accept(parser, TOKEN_AT))
        return AXIS_ATTRIBUTE;
    const struct token *token = parser_next(parser);
    if (!parser_accept(parser, TOKEN_AXIS))
        return AXIS_CHILD;
    parser_expect(parser, TOKEN_COLONS);
    for (size_t i = 0; i < G_N_ELEMENTS(axes); i++)
        if (strcmp(token->text, axes[i].name) == 0)
            return axes[i].axis;
    return AXIS_CHILD;
}

static struct type node_type_step(struct parser *parser, const struct type *from, enum axis axis)
{
    const char *test = parser->tokens.items[parser->at - 1].text;
    parser_expect(parser, TOKEN_OPEN);
    parser_accept(parser, TOKEN_LITERAL);
    parser_expect(parser, TOKEN_CLOSE);
    if (strcmp(test, "node") != 0)
        return (struct type){TYPE_NODES, from->set, true};
    return (struct type){TYPE_NODES, set_along(parser->vocabulary, &from->set, axis, parser->arena),
                         axis == AXIS_ATTRIBUTE};
}

static struct type node_test(struct parser *parser, const struct type *from, enum axis axis)
{
    const struct token *token = parser_next(parser);
    if (parser_accept(parser, TOKEN_NODE_TYPE))
        return node_type_step(parser, from, axis);
    parser_expect(parser, TOKEN_NAME);
    if (parser->failed)
        return parser_anything(parser);
    bool leaf = from->attribute && axis != AXIS_SELF;
    if (leaf && axis != AXIS_PARENT && axis != AXIS_ANCESTOR && axis != AXIS_ANCESTOR_OR_SELF)
        parser_refuse(parser, token,
                      &(struct complaint){.id = "expression-type",
                                          .text = "an attribute or a text has nothing below it"});
    if (axis == AXIS_ATTRIBUTE)
        return attribute_step(parser, token, from);
    /* The parent of an attribute is the element it stands at. */
    return element_step(parser, token, from,
                        from->attribute && axis == AXIS_PARENT ? AXIS_SELF : axis);
}

void parse_conditions(struct parser *parser, const struct type *type)
{
    while (parser_accept(parser, TOKEN_OPEN_SQUARE)) {
        parse_expression(parser, type);
        parser_expect(parser, TOKEN_CLOSE_SQUARE);
    }
}

static struct type parse_step(struct parser *parser, const struct type *from)
{
    if (parser_accept(parser, TOKEN_DOT))
        return (struct type){TYPE_NODES, from->set, from->attribute};
    if (parser_accept(parser, TOKEN_DOTS)) {
        if (from->attribute)
            return (struct type){TYPE_NODES, from->set, false};
        return (struct type){TYPE_NODES,
                             set_along(parser->vocabulary, &from->set, AXIS_PARENT, parser->arena),
                             false};
    }
    enum axis axis = parse_axis(parser);
    struct type type = node_test(parser, from, axis);
    parse_conditions(parser, &type);
    return type;
}

/* A step, and those behind / and //. */
struct type parse_steps(struct parser *parser, struct type from)
{
    struct type type = parse_step(parser, &from);
    while (!parser->failed) {
        if (parser_accept(parser, TOKEN_SLASHES))
            type.set =
                set_along(parser->vocabulary, &type.set, AXIS_DESCENDANT_OR_SELF, parser->arena);
        else if (!parser_accept(parser, TOKEN_SLASH))
            break;
        type = parse_step(parser, &type);
    }
    return type;
}
