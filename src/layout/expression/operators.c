/* Operators, by how tightly they bind. */
#include "parser.h"

#include "rapor/base/language.h"

#include <string.h>

static struct parsed combine(const struct parser *parser, struct term *term,
                             const struct parsed *left, const struct parsed *right)
{
    struct parsed both = {.term = term, .type.kind = term->type};
    depends_add(parser, &both.depends, &left->depends);
    depends_add(parser, &both.depends, &right->depends);
    const enum lifetime lifetime = lifetime_of(parser, &both.depends);
    term->operands[0] = term_keep(parser, left, lifetime);
    term->operands[1] = term_keep(parser, right, lifetime);
    return both;
}

static struct parsed parse_union(struct parser *parser)
{
    const struct token *begin = parser_next(parser);
    struct parsed left = parse_path(parser);
    while (parser_accept(parser, TOKEN_UNION)) {
        const struct parsed right = parse_path(parser);
        if (type_is_atom(&left.type) || type_is_atom(&right.type))
            parser_refuse(parser, begin, "expression-type",
                          _("this gives a value where elements are needed"), NULL);
        if (parser->failed)
            return parsed_anything(parser);
        const struct type type = type_of_both(&left.type, &right.type);
        left = combine(parser, term_new(parser, TERM_UNION, TYPE_NODES), &left, &right);
        left.type = type;
        left.type.kind = TYPE_NODES;
    }
    return left;
}

static bool next_is_operator(const struct parser *parser, const char *sign)
{
    return !parser->failed && parser_next(parser)->kind == TOKEN_OPERATOR &&
           strcmp(parser_next(parser)->text, sign) == 0;
}

static struct parsed parse_unary(struct parser *parser)
{
    size_t signs = 0;
    for (; next_is_operator(parser, "-"); signs++)
        parser->next++;
    struct parsed parsed = parse_union(parser);
    if (signs > 0)
        parser_takes_text(parser, &parsed);
    for (signs = signs > 2 ? 2 - signs % 2 : signs; signs > 0; signs--) {
        struct term *term = term_new(parser, TERM_NEGATE, TYPE_NUMBER);
        term->operands[0] = parsed.term;
        parsed.term = term;
        parsed.type = (struct type){.kind = TYPE_NUMBER};
    }
    return parsed;
}

struct operator
{
    const char *sign;
    enum term_kind kind;
    unsigned binding; /* higher: tighter */
    enum type_kind gives;
};

static const struct operator operators[] = {
    {"or", TERM_OR, 1, TYPE_TRUTH},          {"and", TERM_AND, 2, TYPE_TRUTH},
    {"=", TERM_EQUAL, 3, TYPE_TRUTH},        {"!=", TERM_UNEQUAL, 3, TYPE_TRUTH},
    {"<", TERM_LESS, 4, TYPE_TRUTH},         {"<=", TERM_LESS_EQUAL, 4, TYPE_TRUTH},
    {">", TERM_GREATER, 4, TYPE_TRUTH},      {">=", TERM_GREATER_EQUAL, 4, TYPE_TRUTH},
    {"+", TERM_ADD, 5, TYPE_NUMBER},         {"-", TERM_SUBTRACT, 5, TYPE_NUMBER},
    {"*", TERM_MULTIPLY, 6, TYPE_NUMBER},    {"div", TERM_DIVIDE, 6, TYPE_NUMBER},
    {"mod", TERM_REMAINDER, 6, TYPE_NUMBER},
};

static const struct operator* operator_at(const struct parser *parser)
{
    for (size_t i = 0; i < G_N_ELEMENTS(operators); i++)
        if (next_is_operator(parser, operators[i].sign))
            return &operators[i];
    return NULL;
}

/* Operators that bind as tightly as LEAST. */
struct parsed parse_operators(struct parser *parser, unsigned least)
{
    struct parsed left = parse_unary(parser);
    const struct operator* operator;
    while ((operator= operator_at(parser)) && operator->binding >= least) {
        parser->next++;
        const struct parsed right = parse_operators(parser, operator->binding + 1);
        if (operator->kind != TERM_OR && operator->kind != TERM_AND) {
            parser_takes_text(parser, &left);
            parser_takes_text(parser, &right);
        }
        left = combine(parser, term_new(parser, operator->kind, operator->gives), &left, &right);
    }
    return left;
}
