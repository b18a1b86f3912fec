/* lexer.h - the tokens of a content stream or a CMap, ISO 32000-1, 7.2 and 7.3. */
#ifndef VERIFY_CONTENT_LEXER_H
#define VERIFY_CONTENT_LEXER_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

enum pdf_token_kind {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_CONSTANT, /* true, false, null */
    TOKEN_NAME,     /* without its slash */
    TOKEN_STRING,
    TOKEN_ARRAY,
    TOKEN_ARRAY_END,
    TOKEN_DICTIONARY,
    TOKEN_DICTIONARY_END,
    TOKEN_WORD, /* an operator */
    TOKEN_BAD,
};

struct pdf_token {
    enum pdf_token_kind kind;
    double number;
    bool whole;   /* a number without a point */
    bool crooked; /* a hexadecimal string: an odd number of digits, or something else than these */
    size_t start, size; /* of its bytes in the lexer's text; a 0 follows them */
};

struct lexer {
    const char *at, *end;
    GString *text; /* of the tokens so far; to be cut by the owner now and then */
};

struct pdf_token lexer_next(struct lexer *lexer);

/* The bytes of a token. */
const char *lexer_text(const struct lexer *lexer, const struct pdf_token *token);

/* Skips the data of an inline image, behind ID, up to the EI; false where it has no end. */
bool lexer_skip_image(struct lexer *lexer);

#endif
