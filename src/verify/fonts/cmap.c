#include "cmap.h"

#define OPERANDS_MOST 4000000

void cmap_begin(struct cmap *cmap, GBytes *content)
{
    gsize size = 0;
    const char *bytes = content ? g_bytes_get_data(content, &size) : NULL;
    cmap->lexer = (struct lexer){bytes, bytes ? bytes + size : NULL, g_string_new(NULL)};
    cmap->operands = g_array_new(FALSE, FALSE, sizeof(struct pdf_token));
}

void cmap_end(struct cmap *cmap)
{
    g_string_free(cmap->lexer.text, TRUE);
    g_array_unref(cmap->operands);
}

const char *cmap_operator(struct cmap *cmap)
{
    g_array_set_size(cmap->operands, 0);
    g_string_truncate(cmap->lexer.text, 0);
    while (cmap->operands->len < OPERANDS_MOST) {
        const struct pdf_token token = lexer_next(&cmap->lexer);
        if (token.kind == TOKEN_END || token.kind == TOKEN_BAD)
            return NULL;
        if (token.kind == TOKEN_WORD)
            return lexer_text(&cmap->lexer, &token);
        g_array_append_val(cmap->operands, token);
    }
    return NULL;
}

const struct pdf_token *cmap_operand(const struct cmap *cmap, guint number)
{
    return &g_array_index(cmap->operands, struct pdf_token, number);
}

const char *cmap_bytes(const struct cmap *cmap, guint number)
{
    return lexer_text(&cmap->lexer, cmap_operand(cmap, number));
}
