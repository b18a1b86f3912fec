/* What codes mean: the /ToUnicode CMap, ISO 32000-1, 9.10.3. */
#include "../content/lexer.h"
#include "typeface.h"

#include <string.h>

#define TOKENS_MAX 4000000

/* A CMap while it is read. */
struct cmap {
    struct typeface *face;
    struct lexer lexer;
    GArray *tokens; /* since the last operator */
};

static const struct pdf_token *token_at(const struct cmap *cmap, guint number)
{
    return &g_array_index(cmap->tokens, struct pdf_token, number);
}

static unsigned code_of(const struct cmap *cmap, const struct pdf_token *token)
{
    const unsigned char *bytes = (const unsigned char *)lexer_text(&cmap->lexer, token);
    unsigned code = 0;
    for (size_t i = 0; i < token->size && i < 3; i++)
        code = code << 8 | bytes[i];
    return token->kind == TOKEN_STRING && token->size > 0 ? code : CODES;
}

/* The first character of UTF-16 text; bad where any of it is not allowed. */
static uint32_t meaning_of(const struct cmap *cmap, const struct pdf_token *token)
{
    const unsigned char *bytes = (const unsigned char *)lexer_text(&cmap->lexer, token);
    uint32_t first = UNICODE_NONE;
    if (token->kind != TOKEN_STRING || token->size == 0)
        return UNICODE_NONE;
    if (token->size % 2 != 0)
        return bytes[0] ? bytes[0] : UNICODE_BAD;
    for (size_t i = 0; i + 1 < token->size; i += 2) {
        uint32_t unit = (uint32_t)(bytes[i] << 8 | bytes[i + 1]);
        if (unit == 0 || unit == 0xfeff || unit == 0xfffe)
            return UNICODE_BAD;
        bool pair = i == 0 && unit >= 0xd800 && unit < 0xdc00 && token->size >= 4;
        if (pair)
            first = 0x10000 + ((unit - 0xd800) << 10) +
                    (((uint32_t)(bytes[2] << 8 | bytes[3]) - 0xdc00) & 0x3ff);
        else if (i == 0)
            first = unit;
    }
    return first;
}

static void set(struct cmap *cmap, unsigned code, uint32_t meaning)
{
    if (code < CODES)
        cmap->face->unicode[code] = meaning;
}

static void read_characters(struct cmap *cmap)
{
    for (guint i = 0; i + 1 < cmap->tokens->len; i += 2)
        set(cmap, code_of(cmap, token_at(cmap, i)), meaning_of(cmap, token_at(cmap, i + 1)));
}

/* "<first> <last> <meaning>" or "<first> <last> [<meaning> ...]" */
static guint read_range(struct cmap *cmap, guint at)
{
    unsigned first = code_of(cmap, token_at(cmap, at));
    unsigned last = MIN(code_of(cmap, token_at(cmap, at + 1)), CODES - 1);
    const struct pdf_token *third = token_at(cmap, at + 2);
    if (third->kind != TOKEN_ARRAY) {
        uint32_t meaning = meaning_of(cmap, third);
        for (unsigned code = first; code <= last; code++)
            set(cmap, code, meaning < UNICODE_BAD ? meaning + (code - first) : meaning);
        return at + 3;
    }
    for (at += 3; at < cmap->tokens->len && token_at(cmap, at)->kind == TOKEN_STRING; at++) {
        if (first <= last)
            set(cmap, first, meaning_of(cmap, token_at(cmap, at)));
        first++;
    }
    return at + 1; /* behind the bracket */
}

static void read_ranges(struct cmap *cmap)
{
    for (guint at = 0; at + 2 < cmap->tokens->len;)
        at = read_range(cmap, at);
}

/* False at the end, or where there is no sense in it. */
static bool read_token(struct cmap *cmap)
{
    struct pdf_token token = lexer_next(&cmap->lexer);
    if (token.kind == TOKEN_END || token.kind == TOKEN_BAD)
        return false;
    if (token.kind != TOKEN_WORD) {
        g_array_append_val(cmap->tokens, token);
        return cmap->tokens->len < TOKENS_MAX;
    }
    const char *word = lexer_text(&cmap->lexer, &token);
    if (strcmp(word, "endbfchar") == 0)
        read_characters(cmap);
    else if (strcmp(word, "endbfrange") == 0)
        read_ranges(cmap);
    g_array_set_size(cmap->tokens, 0);
    g_string_truncate(cmap->lexer.text, 0);
    return true;
}

void typeface_read_unicode(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    g_autoptr(GBytes) content = pdf_content(pdf, pdf_key(pdf, font, "/ToUnicode"));
    if (!content) {
        if (pdf_has(pdf, font, "/ToUnicode"))
            blame(pdf, RULE_UNICODE, face->object, "font %s has a /ToUnicode that cannot be read",
                  face->name);
        return;
    }
    size_t size;
    const char *bytes = g_bytes_get_data(content, &size);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(struct pdf_token));
    struct cmap cmap = {face, {bytes, bytes ? bytes + size : NULL, text}, tokens};
    while (read_token(&cmap))
        continue;
}
