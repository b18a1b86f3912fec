#include "rapor/pack/sidecar.h"

#include "rapor/pack/quote.h"
#include "rapor/type/pages.h"

#include <string.h>

static void add_text(GString *out, const char *name, const char *text)
{
    if (!text || !*text)
        return;
    g_string_append_printf(out, ",\n      \"%s\": ", name);
    quote_json(out, text);
}

/* Points with two decimals, whatever the locale. */
static void add_number(GString *out, const char *before, double number)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(out, "%s%s", before,
                           g_ascii_formatd(digits, sizeof digits, "%.2f", number));
}

static void add_corner(GString *out, const char *name, double x, double y)
{
    g_string_append_printf(out, ",\n      \"%s\": ", name);
    add_number(out, "{\"x\": ", x);
    add_number(out, ", \"y\": ", y);
    g_string_append_c(out, '}');
}

/* PDF counts from the lower left corner of the page, and names that of the box. */
static void add_signing(GString *out, const struct pages *pages, const struct signing *signing)
{
    const struct signature *signature = signing->signature;
    double height = pages->items[signing->page].height;
    g_string_append(out, "\n    {\n      \"name\": ");
    quote_json(out, signature->name);
    g_string_append_printf(out, ",\n      \"page\": %zu", signing->page + 1);
    add_corner(out, "top-left", signing->x, signing->y);
    add_corner(out, "bottom-left", signing->x, height - signing->y - signing->height);
    add_number(out, ",\n      \"width\": ", signing->width);
    add_number(out, ",\n      \"height\": ", signing->height);
    add_text(out, "reason", signature->reason);
    add_text(out, "location", signature->location);
    add_text(out, "link", signature->link);
    g_string_append(out, "\n    }");
}

GByteArray *sidecar_of(const struct pages *pages, const char *file, const char *digest)
{
    if (pages->signing_count == 0)
        return NULL;
    g_autofree char *name = g_path_get_basename(file);
    GString *out = g_string_new("{\n  \"file\": ");
    quote_json(out, name);
    g_string_append_printf(out, ",\n  \"sha256\": \"%s\",\n  \"signatures\": [", digest);
    for (size_t i = 0; i < pages->signing_count; i++) {
        g_string_append(out, i > 0 ? "," : "");
        add_signing(out, pages, &pages->signings[i]);
    }
    g_string_append(out, "\n  ]\n}\n");
    gsize length = out->len;
    return g_byte_array_new_take((guint8 *)g_string_free(out, FALSE), length);
}

GByteArray *sidecar_follow(const GByteArray *sidecar, const char *before, const char *digest)
{
    GString *text = g_string_new_len((const char *)sidecar->data, sidecar->len);
    g_string_replace(text, before, digest, 1);
    const gsize length = text->len;
    return g_byte_array_new_take((guint8 *)g_string_free(text, FALSE), length);
}

char *sidecar_name(const char *file)
{
    const char *dot = strrchr(file, '.');
    size_t length = dot ? (size_t)(dot - file) : strlen(file);
    return g_strdup_printf("%.*s%s", (int)length, file, SIDECAR_SUFFIX);
}
