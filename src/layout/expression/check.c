/* Goes through an XPath expression and checks every name in it: functions and
 * their arguments, variables, elements and attributes of the view. */
#include "parser.h"
#include "shortcut.h"

#include "rapor/base/arena.h"
#include "rapor/layout/functions.h"

#include <string.h>

const struct token *parser_next(const struct parser *parser)
{
    return &parser->tokens.items[parser->at];
}

bool parser_accept(struct parser *parser, enum token_kind kind)
{
    if (parser->failed || parser_next(parser)->kind != kind)
        return false;
    parser->at++;
    return true;
}

void parser_refuse(struct parser *parser, const struct token *token,
                   const struct complaint *complaint)
{
    if (!parser->failed)
        complain_inside(parser->check->reader, parser->check->spot,
                        parser->check->decoded + token->start, complaint);
    parser->failed = true;
}

void parser_expect(struct parser *parser, enum token_kind kind)
{
    if (!parser_accept(parser, kind))
        parser_refuse(parser, parser_next(parser),
                      &(struct complaint){.id = "expression-syntax",
                                          .text = "this expression cannot be understood here"});
}

struct type parser_anything(const struct parser *parser)
{
    return (struct type){TYPE_ANY, set_all(parser->vocabulary, parser->arena), false};
}

static struct type variable(struct parser *parser)
{
    const struct token *token = parser_next(parser);
    parser->at++;
    struct names names = {0};
    for (const struct variable_type *v = parser->check->scope->variables; v; v = v->next) {
        if (strcmp(v->name, token->text) == 0) {
            parser->varies |= !v->steady;
            parser->bound |= !v->constant;
            parser->loose |= !v->single;
            return v->type;
        }
        names_add(&names, v->name, parser->arena);
    }
    parser_refuse(
        parser, token,
        &(struct complaint){
            .id = "unknown-variable",
            .text = arena_printf(parser->arena, "there is no variable $%s here", token->text),
            .hint = did_you_mean(parser->check->reader, token->text, &names),
        });
    return parser_anything(parser);
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
    parser_refuse(
        parser, token,
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
    parser_refuse(parser, token,
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
        return parser_anything(parser);
    }
    return (struct type){.kind = TYPE_ATOM};
}

static struct type function(struct parser *parser, const struct type *context)
{
    const struct token *token = parser_next(parser);
    parser->at++;
    const struct function_rule *rule = known_function(parser, token);
    parser_expect(parser, TOKEN_OPEN);
    size_t count = 0;
    bool more = !parser->failed && parser_next(parser)->kind != TOKEN_CLOSE;
    for (; more; more = parser_accept(parser, TOKEN_COMMA)) {
        const struct token *begin = parser_next(parser);
        struct type type = parse_expression(parser, context);
        if (rule && rule->takes_nodes && count == 0 && type.kind == TYPE_ATOM)
            parser_refuse(parser, begin,
                          &(struct complaint){
                              .id = "expression-type",
                              .text = arena_printf(
                                  parser->arena, "%s() takes elements or attributes", rule->name)});
        count++;
    }
    parser_expect(parser, TOKEN_CLOSE);
    if (parser->failed || !rule)
        return parser_anything(parser);
    /* Without arguments a function is about the place where it stands. */
    parser->moves |= count == 0 && rule->gives != GIVES_SUBJECT;
    parser->varies |= rule->gives == GIVES_SUBJECT || rule->gives == GIVES_ANY_NODES;
    if (count < rule->least || count > rule->most)
        refuse_arguments(parser, token, rule, count);
    return result_of(parser, rule);
}

/* A variable, a bracket, a literal, a number or a call. */
static struct type primary(struct parser *parser, const struct type *context)
{
    if (parser_next(parser)->kind == TOKEN_VARIABLE)
        return variable(parser);
    if (parser_next(parser)->kind == TOKEN_FUNCTION)
        return function(parser, context);
    if (parser_accept(parser, TOKEN_OPEN)) {
        struct type type = parse_expression(parser, context);
        parser_expect(parser, TOKEN_CLOSE);
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
    parser_refuse(parser, begin,
                  &(struct complaint){.id = "expression-type",
                                      .text = "this gives a value where elements are needed"});
}

static struct type parse_filter(struct parser *parser, const struct type *context)
{
    const struct token *begin = parser_next(parser);
    struct type type = primary(parser, context);
    const struct token *after = parser_next(parser);
    bool goes_on = after->kind == TOKEN_SLASH || after->kind == TOKEN_SLASHES ||
                   after->kind == TOKEN_OPEN_SQUARE;
    if (parser->failed || !goes_on)
        return type;
    if (type.kind == TYPE_ATOM) {
        refuse_atom(parser, begin);
        return parser_anything(parser);
    }
    parse_conditions(parser, &type);
    if (parser_accept(parser, TOKEN_SLASHES))
        type.set = set_along(parser->vocabulary, &type.set, AXIS_DESCENDANT_OR_SELF, parser->arena);
    else if (!parser_accept(parser, TOKEN_SLASH))
        return type;
    return parse_steps(parser, type);
}

static struct type parse_path(struct parser *parser, const struct type *context)
{
    struct type document = {TYPE_NODES, set_document(parser->vocabulary, parser->arena), false};
    if (begins_primary(parser_next(parser)->kind))
        return parse_filter(parser, context);
    if (parser_accept(parser, TOKEN_SLASHES)) {
        document.set = set_all(parser->vocabulary, parser->arena);
        return parse_steps(parser, document);
    }
    if (parser_accept(parser, TOKEN_SLASH))
        return begins_step(parser_next(parser)->kind) ? parse_steps(parser, document) : document;
    parser->moves |= context == &parser->check->scope->context;
    return parse_steps(parser, *context);
}

static struct type parse_union(struct parser *parser, const struct type *context)
{
    const struct token *begin = parser_next(parser);
    struct type type = parse_path(parser, context);
    while (parser_accept(parser, TOKEN_UNION)) {
        struct type more = parse_path(parser, context);
        if (type.kind == TYPE_ATOM || more.kind == TYPE_ATOM) {
            refuse_atom(parser, begin);
            return parser_anything(parser);
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
    return parser_next(parser)->kind == TOKEN_OPERATOR &&
           strcmp(parser_next(parser)->text, "-") == 0 && parser_accept(parser, TOKEN_OPERATOR);
}

/* How tightly operators bind does not matter for names. */
struct type parse_expression(struct parser *parser, const struct type *context)
{
    if (++parser->depth > NESTING_MOST)
        parser_refuse(
            parser, parser_next(parser),
            &(struct complaint){.id = "expression-syntax", .text = "this nests too deep"});
    struct type type = {.kind = TYPE_ATOM};
    size_t operators = 0;
    do {
        while (accept_minus(parser))
            operators++;
        if (!parser->failed)
            type = parse_union(parser, context);
        operators += parser_next(parser)->kind == TOKEN_OPERATOR;
    } while (parser_accept(parser, TOKEN_OPERATOR));
    parser->depth--;
    return operators > 0 ? (struct type){.kind = TYPE_ATOM} : type;
}

bool check_expression(const struct check *check, const struct tokens *tokens,
                      struct expression *expression)
{
    struct reader *reader = check->reader;
    struct parser parser = {.check = check,
                            .arena = reader->arena,
                            .vocabulary = reader->setting->vocabulary,
                            .tokens = *tokens};
    expression->type = parse_expression(&parser, &check->scope->context);
    parser_expect(&parser, TOKEN_END);
    parser.varies |= tokens_wander(&parser.tokens) || reader->setting->forgetful;
    expression->steady = !parser.varies && (!parser.moves || check->scope->steady);
    const bool constant = !parser.varies && !parser.bound;
    const bool single = !parser.loose && !check->scope->single && !reader->setting->forgetful;
    if (!parser.moves && (constant || single)) {
        expression->memo = ARENA_NEW(reader->arena, struct memo);
        expression->memo->brief = !constant;
    }
    reader->changing += !expression->steady;
    return !parser.failed;
}
