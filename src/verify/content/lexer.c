#include "lexer.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_regular(char c)
{
    return !is_space(c) && !strchr("()<>[]{}/%", c);
}

static void skip_space(struct lexer *lexer)
{
    bool comment = false;
    for (; lexer->at < lexer->end; lexer->at++) {
        char c = *lexer->at;
        if (c == '%')
            comment = true;
        else if (c == '\n' || c == '\r')
            comment = false;
        else if (!comment && !is_space(c))
            return;
    }
}

/* "(a (nested) \(string\))": the opening bracket has been read. */
static bool read_escape(struct lexer *lexer)
{
    static const char letters[] = "nrtbf()\\", meanings[] = "\n\r\t\b\f()\\";
    if (lexer->at == lexer->end)
        return false;
    char c = *lexer->at++;
    const char *found = c ? strchr(letters, c) : NULL;
    if (found) {
        g_string_append_c(lexer->text, meanings[found - letters]);
    } else if (c >= '0' && c <= '7') {
        int value = c - '0';
        for (int i = 0; i < 2 && lexer->at < lexer->end && *lexer->at >= '0' && *lexer->at <= '7';
             i++)
            value = value * 8 + (*lexer->at++ - '0');
        g_string_append_c(lexer->text, (char)(value & 255));
    } else if (c == '\r') {
        lexer->at += lexer->at < lexer->end && *lexer->at == '\n';
    } else if (c != '\n') {
        g_string_append_c(lexer->text, c);
    }
    return true;
}

static bool read_string(struct lexer *lexer)
{
    for (unsigned depth = 1; lexer->at < lexer->end;) {
        char c = *lexer->at++;
        if (c == '\\') {
            if (!read_escape(lexer))
                return false;
            continue;
        }
        depth += c == '(';
        depth -= c == ')';
        if (depth == 0)
            return true;
        g_string_append_c(lexer->text, c);
    }
    return false;
}

/* "<0041>"; false where it has no end. */
static bool read_hex(struct lexer *lexer, bool *crooked)
{
    int half = -1;
    while (lexer->at < lexer->end && *lexer->at != '>') {
        char c = *lexer->at++;
        if (is_space(c))
            continue;
        int digit = g_ascii_xdigit_value(c);
        *crooked = *crooked || digit < 0;
        digit = digit < 0 ? 0 : digit;
        if (half >= 0)
            g_string_append_c(lexer->text, (char)(half << 4 | digit));
        half = half >= 0 ? -1 : digit;
    }
    if (half >= 0) { /* a 0 is missing, ISO 32000-1, 7.3.4.3 */
        g_string_append_c(lexer->text, (char)(half << 4));
        *crooked = true;
    }
    const bool ended = lexer->at < lexer->end;
    lexer->at += ended;
    return ended;
}

static bool read_name(struct lexer *lexer)
{
    while (lexer->at < lexer->end && is_regular(*lexer->at)) {
        char c = *lexer->at++;
        if (c == '#') {
            if (lexer->end - lexer->at < 2 || !g_ascii_isxdigit(lexer->at[0]) ||
                !g_ascii_isxdigit(lexer->at[1]))
                return false;
            c = (char)(g_ascii_xdigit_value(lexer->at[0]) << 4 |
                       g_ascii_xdigit_value(lexer->at[1]));
            lexer->at += 2;
        }
        g_string_append_c(lexer->text, c);
    }
    return true;
}

/* "-12.5", never "1e5": there are no exponents in PDF. */
static bool is_number(const char *word)
{
    word += *word == '+' || *word == '-';
    bool digits = false;
    size_t points = 0;
    for (; *word; word++) {
        points += *word == '.';
        digits = digits || g_ascii_isdigit(*word);
        if (!g_ascii_isdigit(*word) && *word != '.')
            return false;
    }
    return digits && points <= 1;
}

static enum pdf_token_kind read_word(struct lexer *lexer, struct pdf_token *token)
{
    while (lexer->at < lexer->end && is_regular(*lexer->at))
        g_string_append_c(lexer->text, *lexer->at++);
    const char *word = lexer->text->str + token->start;
    if (is_number(word)) {
        token->number = g_ascii_strtod(word, NULL);
        token->whole = !strchr(word, '.');
        return TOKEN_NUMBER;
    }
    bool constant =
        strcmp(word, "true") == 0 || strcmp(word, "false") == 0 || strcmp(word, "null") == 0;
    return constant ? TOKEN_CONSTANT : TOKEN_WORD;
}

/* "<<" or a string of hexadecimal digits; ">>". */
static enum pdf_token_kind read_angle(struct lexer *lexer, char first, bool *crooked)
{
    bool twice = lexer->at < lexer->end && *lexer->at == first;
    lexer->at += twice;
    if (first == '>')
        return twice ? TOKEN_DICTIONARY_END : TOKEN_BAD;
    if (twice)
        return TOKEN_DICTIONARY;
    return read_hex(lexer, crooked) ? TOKEN_STRING : TOKEN_BAD;
}

static enum pdf_token_kind read_token(struct lexer *lexer, struct pdf_token *token)
{
    char c = *lexer->at;
    if (is_regular(c))
        return read_word(lexer, token);
    lexer->at++;
    switch (c) {
    case '(':
        return read_string(lexer) ? TOKEN_STRING : TOKEN_BAD;
    case '<':
    case '>':
        return read_angle(lexer, c, &token->crooked);
    case '/':
        return read_name(lexer) ? TOKEN_NAME : TOKEN_BAD;
    case '[':
        return TOKEN_ARRAY;
    case ']':
        return TOKEN_ARRAY_END;
    default:
        return TOKEN_BAD;
    }
}

struct pdf_token lexer_next(struct lexer *lexer)
{
    struct pdf_token token = {.kind = TOKEN_END, .start = lexer->text->len};
    skip_space(lexer);
    if (lexer->at < lexer->end)
        token.kind = read_token(lexer, &token);
    token.size = lexer->text->len - token.start;
    g_string_append_c(lexer->text, '\0');
    return token;
}

const char *lexer_text(const struct lexer *lexer, const struct pdf_token *token)
{
    return lexer->text->str + token->start;
}

bool lexer_skip_image(struct lexer *lexer)
{
    for (const char *at = lexer->at + 1; at + 2 < lexer->end; at++) {
        bool ends = at + 3 == lexer->end || is_space(at[3]);
        if (is_space(at[0]) && at[1] == 'E' && at[2] == 'I' && ends) {
            lexer->at = at + 1;
            return true;
        }
    }
    lexer->at = lexer->end;
    return false;
}
