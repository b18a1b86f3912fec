/* parser.h - what the parts of the parser of expressions share. */
#ifndef LAYOUT_EXPRESSION_PARSER_H
#define LAYOUT_EXPRESSION_PARSER_H

#include "lexer.h"
#include "rapor/layout/expression.h"

struct parser {
    const struct vocabulary *vocabulary;
    struct arena *arena, *scratch; /* of what stays; while the expression is read */
    const struct standpoint *standpoint;
    const struct type *here; /* where paths begin: the context, or that of a condition */
    bool inside;             /* in a condition */
    bool forgetful;
    struct tokens tokens;
    size_t next;
    unsigned depth;
    bool failed;
    struct refusal refusal;
    struct asked asked;
};

/* A part of an expression. */
struct parsed {
    const struct term *term;
    struct type type;
    struct dependences depends;
};

const struct token *parser_next(const struct parser *parser);
/* Goes on where the next token is of that kind; never after a refusal. */
bool parser_accept(struct parser *parser, enum token_kind kind);
void parser_expect(struct parser *parser, enum token_kind kind);
/* Refuses the expression at TOKEN, unless that is done already. */
void parser_refuse(struct parser *parser, const struct token *token, const char *id,
                   const char *text, const char *hint);
/* Says that what stands at the next token makes no sense there. */
void parser_refuse_syntax(struct parser *parser);

struct parsed parse_expression(struct parser *parser);
struct parsed parse_operators(struct parser *parser, unsigned least);
/* A literal, a number, a variable, a call or a bracket. */
struct parsed parse_primary(struct parser *parser);
struct parsed parse_call(struct parser *parser);
struct parsed parse_path(struct parser *parser);

/* What is made where the expression is refused, or nothing is known. */
struct parsed parsed_anything(const struct parser *parser);
struct term *term_new(const struct parser *parser, enum term_kind kind, enum type_kind type);
/* The node here. */
struct parsed parsed_here(const struct parser *parser);
struct type type_of_both(const struct type *one, const struct type *other);

/* The text of it is taken, or what else comes from that. */
void parser_takes_text(struct parser *parser, const struct parsed *parsed);

enum axis parse_axis(struct parser *parser);
bool is_upwards(enum axis axis);
/* Where the name that TOKEN is leads along the axis. */
struct type type_along(struct parser *parser, const struct token *token, const struct type *from,
                       enum axis axis);
/* Notes which parts of institutions a step asks for, that leads from there to elements of a set;
 * BELOW: through all that stands below. */
void note_step(struct parser *parser, const struct type *from, enum axis axis, bool below,
               const struct set *to);

void depends_add(const struct parser *parser, struct dependences *depends,
                 const struct dependences *more);
enum lifetime lifetime_of(const struct parser *parser, const struct dependences *depends);
/* What the dependences come to. */
unsigned through_of(const struct parser *parser, const struct dependences *depends);
/* The term, kept where its value is the same for longer than AROUND. */
const struct term *term_keep(const struct parser *parser, const struct parsed *parsed,
                             enum lifetime around);

#endif
