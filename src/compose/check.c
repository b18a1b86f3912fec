/* Goes through an XPath expression and checks every name in it: functions and
 * their arguments, variables, elements and attributes of the view. */
#include "functions.h"
#include "lexer.h"
#include "reader.h"

#include "rapor/arena.h"

#include <string.h>

struct parser {
    const struct check *check;
    struct arena *arena;
    const struct vocabulary *vocabulary;
    struct tokens tokens;
    size_t at;
    unsigned depth;
    bool failed;
};

static struct type parse_expression(struct parser *parser, const struct type *context);

static const struct token *next(const struct parser *parser)
{
    return &parser->tokens.items[parser->at];
}

static bool accept(struct parser *parser, enum token_kind kind)
{
    if (parser->failed || next(parser)->kind != kind)
        return false;
    parser->at++;
    return true;
}

static void refuse(struct parser *parser, const struct token *token,
                   const struct complaint *complaint)
{
    if (!parser->failed)
        complain_inside(parser->check->reader, parser->check->spot,
                        parser->check->decoded + token->start, complaint);
    parser->failed = true;
}

static void expect(struct parser *parser, enum token_kind kind)
{
    if (!accept(parser, kind))
        refuse(parser, next(parser),
               &(struct complaint){.id = "expression-syntax",
                                   .text = "this expression cannot be understood here"});
}

static struct type anything(const struct parser *parser)
{
    return (struct type){TYPE_ANY, set_all(parser->vocabulary, parser->arena), false};
}

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
    refuse(parser, token,
           &(struct complaint){
               .id = attribute ? "unknown-attribute-name" : "unknown-element-name",
               .text = arena_printf(parser->arena, "there is no %s \"%s\" in %s", what, token->text,
                                    where(parser, from)),
               .hint = did_you_mean(parser->check->reader, token->text, possible),
           });
}

static struct type attribute_step(struct parser *parser, const struct token *token,
                                  const struct type *from)
{
    struct names names = set_names(parser->vocabulary, &from->set, true, parser->arena);
    bool open = from->set.open;
    for (size_t i = 0; i < parser->vocabulary->count; i++)
        open |= from->set.has[i] && parser->vocabulary->declarations[i].open;
    if (!open && strcmp(token->text, "*") != 0 && !names_have(&names, token->text))
        refuse_name(parser, token, &from->set, &names, true);
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
    if (accept(parser, TOKEN_AT))
        return AXIS_ATTRIBUTE;
    const struct token *token = next(parser);
    if (!accept(parser, TOKEN_AXIS))
        return AXIS_CHILD;
    expect(parser, TOKEN_COLONS);
    for (size_t i = 0; i < G_N_ELEMENTS(axes); i++)
        if (strcmp(token->text, axes[i].name) == 0)
            return axes[i].axis;
    return AXIS_CHILD;
}

static struct type node_type_step(struct parser *parser, const struct type *from, enum axis axis)
{
    const char *test = parser->tokens.items[parser->at - 1].text;
    expect(parser, TOKEN_OPEN);
    accept(parser, TOKEN_LITERAL);
    expect(parser, TOKEN_CLOSE);
    if (strcmp(test, "node") != 0)
        return (struct type){TYPE_NODES, from->set, true};
    return (struct type){TYPE_NODES, set_along(parser->vocabulary, &from->set, axis, parser->arena),
                         axis == AXIS_ATTRIBUTE};
}

static struct type node_test(struct parser *parser, const struct type *from, enum axis axis)
{
    const struct token *token = next(parser);
    if (accept(parser, TOKEN_NODE_TYPE))
        return node_type_step(parser, from, axis);
    expect(parser, TOKEN_NAME);
    if (parser->failed)
        return anything(parser);
    bool leaf = from->attribute && axis != AXIS_SELF;
    if (leaf && axis != AXIS_PARENT && axis != AXIS_ANCESTOR && axis != AXIS_ANCESTOR_OR_SELF)
        refuse(parser, token,
               &(struct complaint){.id = "expression-type",
                                   .text = "an attribute or a text has nothing below it"});
    if (axis == AXIS_ATTRIBUTE)
        return attribute_step(parser, token, from);
    /* The parent of an attribute is the element it stands at. */
    return element_step(parser, token, from,
                        from->attribute && axis == AXIS_PARENT ? AXIS_SELF : axis);
}

static void parse_conditions(struct parser *parser, const struct type *type)
{
    while (accept(parser, TOKEN_OPEN_SQUARE)) {
        parse_expression(parser, type);
        expect(parser, TOKEN_CLOSE_SQUARE);
    }
}

static struct type parse_step(struct parser *parser, const struct type *from)
{
    if (accept(parser, TOKEN_DOT))
        return (struct type){TYPE_NODES, from->set, from->attribute};
    if (accept(parser, TOKEN_DOTS)) {
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
static struct type parse_steps(struct parser *parser, struct type from)
{
    struct type type = parse_step(parser, &from);
    while (!parser->failed) {
        if (accept(parser, TOKEN_SLASHES))
            type.set =
                set_along(parser->vocabulary, &type.set, AXIS_DESCENDANT_OR_SELF, parser->arena);
        else if (!accept(parser, TOKEN_SLASH))
            break;
        type = parse_step(parser, &type);
    }
    return type;
}

static struct type variable(struct parser *parser)
{
    const struct token *token = next(parser);
    parser->at++;
    struct names names = {0};
    for (const struct variable_type *v = parser->check->scope->variables; v; v = v->next) {
        if (strcmp(v->name, token->text) == 0)
            return v->type;
        names_add(&names, v->name, parser->arena);
    }
    refuse(parser, token,
           &(struct complaint){
               .id = "unknown-variable",
               .text = arena_printf(parser->arena, "there is no variable $%s here", token->text),
               .hint = did_you_mean(parser->check->reader, token->text, &names),
           });
    return anything(parser);
}

static void refuse_arguments(struct parser *parser, const struct token *token,
                             const struct function_rule *rule, size_t count)
{
    const char *takes;
    if (rule->most == ANY_NUMBER)
        takes = arena_printf(parser->arena, "at least %zu", rule->least);
    else if (rule->least == rule->most)
        takes = arena_printf(parser->arena, "%zu", rule->least);
    else
        takes = arena_printf(parser->arena, "%zu to %zu", rule->least, rule->most);
    refuse(parser, token,
           &(struct complaint){
               .id = "argument-count",
               .text = arena_printf(parser->arena, "%s() takes %s argument%s, here it gets %zu",
                                    rule->name, takes, strcmp(takes, "1") == 0 ? "" : "s", count),
           });
}

static const struct function_rule *known_function(struct parser *parser, const struct token *token)
{
    const struct function_rule *rule = function_find(token->text);
    if (rule)
        return rule;
    struct names names = {0};
    for (size_t i = 0; i < function_rule_count; i++)
        names_add(&names, function_rules[i].name, parser->arena);
    refuse(parser, token,
           &(struct complaint){
               .id = "unknown-function",
               .text = arena_printf(parser->arena, "there is no function %s()", token->text),
               .hint = did_you_mean(parser->check->reader, token->text, &names),
           });
    return NULL;
}

static struct type result_of(const struct parser *parser, const struct function_rule *rule)
{
    struct set subject;
    switch (rule->gives) {
    case GIVES_ATOM:
        break;
    case GIVES_CURRENT:
        return parser->check->scope->current;
    case GIVES_SUBJECT:
        subject = set_subject(parser->vocabulary, parser->arena);
        return (struct type){TYPE_NODES, subject, false};
    case GIVES_ANY_NODES:
        return anything(parser);
    }
    return (struct type){.kind = TYPE_ATOM};
}

static struct type function(struct parser *parser, const struct type *context)
{
    const struct token *token = next(parser);
    parser->at++;
    const struct function_rule *rule = known_function(parser, token);
    expect(parser, TOKEN_OPEN);
    size_t count = 0;
    bool more = !parser->failed && next(parser)->kind != TOKEN_CLOSE;
    for (; more; more = accept(parser, TOKEN_COMMA)) {
        const struct token *begin = next(parser);
        struct type type = parse_expression(parser, context);
        if (rule && rule->takes_nodes && count == 0 && type.kind == TYPE_ATOM)
            refuse(parser, begin,
                   &(struct complaint){.id = "expression-type",
                                       .text = arena_printf(parser->arena,
                                                            "%s() takes elements or attributes",
                                                            rule->name)});
        count++;
    }
    expect(parser, TOKEN_CLOSE);
    if (parser->failed || !rule)
        return anything(parser);
    if (count < rule->least || count > rule->most)
        refuse_arguments(parser, token, rule, count);
    return result_of(parser, rule);
}

/* A variable, a bracket, a literal, a number or a call. */
static struct type primary(struct parser *parser, const struct type *context)
{
    if (next(parser)->kind == TOKEN_VARIABLE)
        return variable(parser);
    if (next(parser)->kind == TOKEN_FUNCTION)
        return function(parser, context);
    if (accept(parser, TOKEN_OPEN)) {
        struct type type = parse_expression(parser, context);
        expect(parser, TOKEN_CLOSE);
        return type;
    }
    parser->at++;
    return (struct type){.kind = TYPE_ATOM};
}

static bool begins_primary(enum token_kind kind)
{
    return kind == TOKEN_VARIABLE || kind == TOKEN_FUNCTION || kind == TOKEN_OPEN ||
           kind == TOKEN_LITERAL || kind == TOKEN_NUMBER;
}

static bool begins_step(enum token_kind kind)
{
    return kind == TOKEN_NAME || kind == TOKEN_NODE_TYPE || kind == TOKEN_AXIS ||
           kind == TOKEN_AT || kind == TOKEN_DOT || kind == TOKEN_DOTS;
}

static void refuse_atom(struct parser *parser, const struct token *begin)
{
    refuse(parser, begin,
           &(struct complaint){.id = "expression-type",
                               .text = "this gives a value where elements are needed"});
}

static struct type parse_filter(struct parser *parser, const struct type *context)
{
    const struct token *begin = next(parser);
    struct type type = primary(parser, context);
    const struct token *after = next(parser);
    bool goes_on = after->kind == TOKEN_SLASH || after->kind == TOKEN_SLASHES ||
                   after->kind == TOKEN_OPEN_SQUARE;
    if (parser->failed || !goes_on)
        return type;
    if (type.kind == TYPE_ATOM) {
        refuse_atom(parser, begin);
        return anything(parser);
    }
    parse_conditions(parser, &type);
    if (accept(parser, TOKEN_SLASHES))
        type.set = set_along(parser->vocabulary, &type.set, AXIS_DESCENDANT_OR_SELF, parser->arena);
    else if (!accept(parser, TOKEN_SLASH))
        return type;
    return parse_steps(parser, type);
}

static struct type parse_path(struct parser *parser, const struct type *context)
{
    struct type document = {TYPE_NODES, set_document(parser->vocabulary, parser->arena), false};
    if (begins_primary(next(parser)->kind))
        return parse_filter(parser, context);
    if (accept(parser, TOKEN_SLASHES)) {
        document.set = set_all(parser->vocabulary, parser->arena);
        return parse_steps(parser, document);
    }
    if (accept(parser, TOKEN_SLASH))
        return begins_step(next(parser)->kind) ? parse_steps(parser, document) : document;
    return parse_steps(parser, *context);
}

static struct type parse_union(struct parser *parser, const struct type *context)
{
    const struct token *begin = next(parser);
    struct type type = parse_path(parser, context);
    while (accept(parser, TOKEN_UNION)) {
        struct type more = parse_path(parser, context);
        if (type.kind == TYPE_ATOM || more.kind == TYPE_ATOM) {
            refuse_atom(parser, begin);
            return anything(parser);
        }
        struct set both = set_none(parser->vocabulary, parser->arena);
        set_add(parser->vocabulary, &both, &type.set);
        set_add(parser->vocabulary, &both, &more.set);
        type = (struct type){TYPE_NODES, both, type.attribute && more.attribute};
    }
    return type;
}

static bool accept_minus(struct parser *parser)
{
    return next(parser)->kind == TOKEN_OPERATOR && strcmp(next(parser)->text, "-") == 0 &&
           accept(parser, TOKEN_OPERATOR);
}

/* How tightly operators bind does not matter for names. */
static struct type parse_expression(struct parser *parser, const struct type *context)
{
    if (++parser->depth > NESTING_MOST)
        refuse(parser, next(parser),
               &(struct complaint){.id = "expression-syntax", .text = "this nests too deep"});
    struct type type = {.kind = TYPE_ATOM};
    size_t operators = 0;
    do {
        while (accept_minus(parser))
            operators++;
        if (!parser->failed)
            type = parse_union(parser, context);
        operators += next(parser)->kind == TOKEN_OPERATOR;
    } while (accept(parser, TOKEN_OPERATOR));
    parser->depth--;
    return operators > 0 ? (struct type){.kind = TYPE_ATOM} : type;
}

bool check_expression(const struct check *check, const char *text, struct type *type)
{
    struct reader *reader = check->reader;
    struct parser parser = {.check = check,
                            .arena = reader->arena,
                            .vocabulary = reader->setting->vocabulary,
                            .tokens = lex(text, reader->arena)};
    *type = parse_expression(&parser, &check->scope->context);
    expect(&parser, TOKEN_END);
    return !parser.failed;
}
