/* parser.h - going through the tokens of an expression. */
#ifndef LAYOUT_EXPRESSION_PARSER_H
#define LAYOUT_EXPRESSION_PARSER_H

#include "../reader.h"
#include "lexer.h"

struct parser {
    const struct check *check;
    struct arena *arena;
    const struct vocabulary *vocabulary;
    struct tokens tokens;
    size_t at;
    unsigned depth;
    bool failed;
    bool varies; /* from subject to subject */
    bool moves;  /* with the place where it stands */
    bool bound;  /* to variables that have one value here, another there */
    bool loose;  /* the same, within one document */
};

const struct token *parser_next(const struct parser *parser);
/* Goes on where the next token is of that kind; never after a refusal. */
bool parser_accept(struct parser *parser, enum token_kind kind);
void parser_expect(struct parser *parser, enum token_kind kind);
/* Complains at TOKEN, once for an expression. */
void parser_refuse(struct parser *parser, const struct token *token,
                   const struct complaint *complaint);
/* Nodes of which nothing is known. */
struct type parser_anything(const struct parser *parser);

struct type parse_expression(struct parser *parser, const struct type *context);
struct type parse_steps(struct parser *parser, struct type from);
void parse_conditions(struct parser *parser, const struct type *type);

#endif
