/* What codes mean: the /ToUnicode CMap, ISO 32000-1, 9.10.3. */
#include "cmap.h"
#include "typeface.h"

#include <string.h>

/* A CMap while it is read. */
struct meanings {
    struct typeface *face;
    struct cmap cmap;
};

static unsigned code_of(const struct cmap *cmap, guint number)
{
    const struct pdf_token *token = cmap_operand(cmap, number);
    const unsigned char *bytes = (const unsigned char *)cmap_bytes(cmap, number);
    unsigned code = 0;
    for (size_t i = 0; i < token->size && i < 3; i++)
        code = code << 8 | bytes[i];
    return token->kind == TOKEN_STRING && token->size > 0 ? code : CODES;
}

/* The first character of UTF-16 text; bad where any of it is not allowed. */
static uint32_t meaning_of(const struct cmap *cmap, guint number)
{
    const struct pdf_token *token = cmap_operand(cmap, number);
    const unsigned char *bytes = (const unsigned char *)cmap_bytes(cmap, number);
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

static void set(struct typeface *face, unsigned code, uint32_t meaning)
{
    if (code < CODES)
        face->unicode[code] = meaning;
}

static void read_characters(struct meanings *meanings)
{
    const struct cmap *cmap = &meanings->cmap;
    for (guint i = 0; i + 1 < cmap->operands->len; i += 2)
        set(meanings->face, code_of(cmap, i), meaning_of(cmap, i + 1));
}

/* "<first> <last> <meaning>" or "<first> <last> [<meaning> ...]" */
static guint read_range(struct meanings *meanings, guint at)
{
    const struct cmap *cmap = &meanings->cmap;
    unsigned first = code_of(cmap, at);
    unsigned last = MIN(code_of(cmap, at + 1), CODES - 1);
    if (cmap_operand(cmap, at + 2)->kind != TOKEN_ARRAY) {
        uint32_t meaning = meaning_of(cmap, at + 2);
        for (unsigned code = first; code <= last; code++)
            set(meanings->face, code, meaning < UNICODE_BAD ? meaning + (code - first) : meaning);
        return at + 3;
    }
    for (at += 3; at < cmap->operands->len && cmap_operand(cmap, at)->kind == TOKEN_STRING; at++) {
        if (first <= last)
            set(meanings->face, first, meaning_of(cmap, at));
        first++;
    }
    return at + 1; /* behind the bracket */
}

static void read_ranges(struct meanings *meanings)
{
    for (guint at = 0; at + 2 < meanings->cmap.operands->len;)
        at = read_range(meanings, at);
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
    struct meanings meanings = {.face = face};
    cmap_begin(&meanings.cmap, content);
    for (const char *word; (word = cmap_operator(&meanings.cmap));)
        if (strcmp(word, "endbfchar") == 0)
            read_characters(&meanings);
        else if (strcmp(word, "endbfrange") == 0)
            read_ranges(&meanings);
    cmap_end(&meanings.cmap);
}
