#include "lexer.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

struct sign {
    const char *text;
    enum token_kind kind;
};

/* Longer ones first. */
static const struct sign signs[] = {
    {"//", TOKEN_SLASHES},    {"::", TOKEN_COLONS},      {"..", TOKEN_DOTS},
    {"!=", TOKEN_OPERATOR},   {"<=", TOKEN_OPERATOR},    {">=", TOKEN_OPERATOR},
    {"/", TOKEN_SLASH},       {"(", TOKEN_OPEN},         {")", TOKEN_CLOSE},
    {"[", TOKEN_OPEN_SQUARE}, {"]", TOKEN_CLOSE_SQUARE}, {".", TOKEN_DOT},
    {"@", TOKEN_AT},          {",", TOKEN_COMMA},        {"|", TOKEN_UNION},
    {"+", TOKEN_OPERATOR},    {"-", TOKEN_OPERATOR},     {"=", TOKEN_OPERATOR},
    {"<", TOKEN_OPERATOR},    {">", TOKEN_OPERATOR},     {"*", TOKEN_OPERATOR},
};

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_name_start(char c)
{
    return g_ascii_isalpha(c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_name_char(char c)
{
    return is_name_start(c) || g_ascii_isdigit(c) || c == '-' || c == '.';
}

static bool is_one_of(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(text, *words) == 0)
            return true;
    return false;
}

/* After one of these, a name or "*" is an operand; after anything else, an operator. */
static bool wants_operand(const struct tokens *tokens)
{
    if (tokens->count == 0)
        return true;
    switch (tokens->items[tokens->count - 1].kind) {
    case TOKEN_AT:
    case TOKEN_COLONS:
    case TOKEN_OPEN:
    case TOKEN_OPEN_SQUARE:
    case TOKEN_COMMA:
    case TOKEN_OPERATOR:
    case TOKEN_UNION:
    case TOKEN_SLASH:
    case TOKEN_SLASHES:
        return true;
    case TOKEN_END:
    case TOKEN_NAME:
    case TOKEN_FUNCTION:
    case TOKEN_NODE_TYPE:
    case TOKEN_AXIS:
    case TOKEN_VARIABLE:
    case TOKEN_NUMBER:
    case TOKEN_LITERAL:
    case TOKEN_CLOSE:
    case TOKEN_CLOSE_SQUARE:
    case TOKEN_DOT:
    case TOKEN_DOTS:
    case TOKEN_ERROR:
        break;
    }
    return false;
}

static enum token_kind kind_of_name(const char *name, const char *after, bool operand)
{
    static const char *const operators[] = {"and", "or", "div", "mod", NULL};
    static const char *const types[] = {"text", "node", "comment", "processing-instruction", NULL};
    while (is_space(*after))
        after++;
    if (!operand)
        return is_one_of(name, operators) ? TOKEN_OPERATOR : TOKEN_ERROR;
    if (g_str_has_prefix(after, "::"))
        return TOKEN_AXIS;
    if (*after == '(')
        return is_one_of(name, types) ? TOKEN_NODE_TYPE : TOKEN_FUNCTION;
    return TOKEN_NAME;
}

static size_t name_length(const char *at)
{
    size_t length = 0;
    if (is_name_start(*at))
        while (is_name_char(at[length]))
            length++;
    return length;
}

static size_t number_length(const char *at)
{
    size_t length = strspn(at, "0123456789");
    if (at[length] == '.')
        length += 1 + strspn(at + length + 1, "0123456789");
    return length;
}

static struct token sign_at(const char *at, size_t *length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (*at == *signs[i].text && g_str_has_prefix(at, signs[i].text)) {
            *length = strlen(signs[i].text);
            return (struct token){.kind = signs[i].kind};
        }
    *length = 1;
    return (struct token){.kind = TOKEN_ERROR};
}

static struct token literal_at(const char *at, size_t *length)
{
    const char *end = strchr(at + 1, *at);
    *length = end ? (size_t)(end - at) + 1 : strlen(at);
    return (struct token){.kind = end ? TOKEN_LITERAL : TOKEN_ERROR};
}

/* Returns the token at AT, but for its text; it is LENGTH bytes long. */
static struct token token_at(const char *at, const struct tokens *before, size_t *length)
{
    if (*at == '"' || *at == '\'')
        return literal_at(at, length);
    if (g_ascii_isdigit(*at) || (*at == '.' && g_ascii_isdigit(at[1]))) {
        *length = number_length(at);
        return (struct token){.kind = TOKEN_NUMBER};
    }
    if (*at == '$') {
        size_t name = name_length(at + 1);
        *length = name + 1;
        return (struct token){.kind = name > 0 ? TOKEN_VARIABLE : TOKEN_ERROR};
    }
    if (*at == '*' && wants_operand(before)) {
        *length = 1;
        return (struct token){.kind = TOKEN_NAME};
    }
    *length = name_length(at);
    if (*length == 0)
        return sign_at(at, length);
    g_autofree char *name = g_strndup(at, *length);
    return (struct token){.kind = kind_of_name(name, at + *length, wants_operand(before))};
}

struct tokens lex(const char *expression, struct arena *arena)
{
    struct tokens tokens = {0};
    const char *at = expression;
    for (;;) {
        while (is_space(*at))
            at++;
        size_t length = 0;
        struct token token = {.kind = TOKEN_END};
        if (*at)
            token = token_at(at, &tokens, &length);
        token.start = (size_t)(at - expression);
        size_t mark = token.kind == TOKEN_VARIABLE;
        token.text = arena_strndup(arena, at + mark, length - mark);
        tokens.items = arena_grow(arena, tokens.items, tokens.count, &tokens.room, sizeof token);
        tokens.items[tokens.count++] = token;
        if (token.kind == TOKEN_END || token.kind == TOKEN_ERROR)
            return tokens;
        at += length;
    }
}
