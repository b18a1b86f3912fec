/* Words that stay on one line: "Pasal 5", "31 Desember", "A. Nama". */
#include "lines.h"

#include <string.h>

/* What may stand before the words of a rule, and behind them. */
static const char *const openings[] = {"(", "[", "\"", "'", "“", "‘", NULL};
static const char *const endings[] = {",", ".", ";", ":", ")", "]", "\"", "'", "”", "’", "!", NULL};

struct bound_token {
    const char *text, *end;
};

static size_t number_length(const struct bound_token *token, const char *at)
{
    const char *end = at;
    while (end < token->end &&
           (g_ascii_isdigit(*end) || (end > at && (*end == '.' || *end == ',') &&
                                      end + 1 < token->end && g_ascii_isdigit(end[1]))))
        end++;
    return (size_t)(end - at);
}

static size_t letter_length(const struct bound_token *token, const char *at)
{
    if (at >= token->end || !g_unichar_isalpha(g_utf8_get_char(at)))
        return 0;
    return (size_t)(g_utf8_next_char(at) - at);
}

/* Capitals and small letters are the same here, so that headings follow as well. */
static bool matches(const char *pattern, const struct bound_token *token)
{
    const char *at = token->text;
    for (; *pattern; pattern++) {
        size_t length = 1;
        if (*pattern == '*')
            return true;
        if (*pattern == '#')
            length = number_length(token, at);
        else if (*pattern == '?')
            length = letter_length(token, at);
        else if (at >= token->end || g_ascii_tolower(*at) != g_ascii_tolower(*pattern))
            return false;
        if (length == 0)
            return false;
        at += length;
    }
    return at == token->end;
}

static bool in_list(const struct word_list *list, const struct bound_token *token)
{
    if (!list->begins[(unsigned char)*token->text])
        return false;
    for (size_t i = 0; i < list->count; i++)
        if (matches(list->items[i], token))
            return true;
    return false;
}

/* Length of the one of SIGNS that TOKEN begins or ends with, but does not consist of. */
static size_t sign_length(const char *const *signs, const struct bound_token *token,
                          bool before_end)
{
    for (size_t i = 0; signs[i]; i++) {
        size_t length = strlen(signs[i]);
        const char *at = before_end ? token->end - length : token->text;
        if ((size_t)(token->end - token->text) > length && strncmp(at, signs[i], length) == 0)
            return length;
    }
    return 0;
}

static void skip_openings(struct bound_token *token)
{
    for (size_t length; (length = sign_length(openings, token, false)) > 0;)
        token->text += length;
}

/* Drops one sign from the end; false where there is none. */
static bool drop_ending(struct bound_token *token)
{
    size_t length = sign_length(endings, token, true);
    token->end -= length;
    return length > 0;
}

static bool binds(const struct binding *binding, const struct word *left, const struct word *right)
{
    struct bound_token before = {left->text, left->text + left->length};
    struct bound_token behind = {right->text, right->text + right->length};
    if (!binding->right.begins[(unsigned char)*behind.text]) /* most are done with here */
        return false;
    if (!in_list(&binding->left, &before)) {
        if (g_ascii_isalnum(*before.text))
            return false;
        skip_openings(&before);
        if (!in_list(&binding->left, &before))
            return false;
    }
    do {
        if (in_list(&binding->right, &behind))
            return true;
    } while (drop_ending(&behind));
    return false;
}

void bind_words(const struct typesetter *typesetter, struct words *words)
{
    const struct doc *doc = typesetter->pages->doc;
    for (size_t i = 1; i + 1 < words->count; i++) {
        struct word *word = &words->items[i];
        if (word->kind != WORD_SPACE || word[-1].kind != WORD_TEXT || word[1].kind != WORD_TEXT)
            continue;
        for (size_t b = 0; b < doc->binding_count && !word->bound; b++)
            word->bound = binds(&doc->bindings[b], word - 1, word + 1);
    }
}
