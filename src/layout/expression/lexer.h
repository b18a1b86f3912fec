/* lexer.h - an XPath 1.0 expression as tokens (XPath 1.0, section 3.7). */
#ifndef LAYOUT_EXPRESSION_LEXER_H
#define LAYOUT_EXPRESSION_LEXER_H

#include <stddef.h>

struct arena;

enum token_kind {
    TOKEN_END,
    TOKEN_NAME,      /* of an element or attribute; "*" too */
    TOKEN_FUNCTION,  /* a name before "(" */
    TOKEN_NODE_TYPE, /* text, node, comment, processing-instruction */
    TOKEN_AXIS,      /* a name before "::" */
    TOKEN_VARIABLE,  /* the name behind "$" */
    TOKEN_NUMBER,
    TOKEN_LITERAL,
    TOKEN_OPERATOR, /* and or div mod + - = != < <= > >= * */
    TOKEN_UNION,    /* | */
    TOKEN_SLASH,
    TOKEN_SLASHES,
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_OPEN_SQUARE,
    TOKEN_CLOSE_SQUARE,
    TOKEN_DOT,
    TOKEN_DOTS,
    TOKEN_AT,
    TOKEN_COLONS,
    TOKEN_COMMA,
    TOKEN_ERROR,
};

struct token {
    enum token_kind kind;
    size_t start; /* offset in the expression */
    const char *text;
};

struct tokens {
    struct token *items; /* the last is TOKEN_END or TOKEN_ERROR */
    size_t count, room;
};

struct tokens lex(const char *expression, struct arena *arena);

#endif
