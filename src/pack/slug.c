#include "rapor/pack/pack.h"

#include <string.h>

static void cut_front(GString *slug, size_t most)
{
    const char *end = g_strrstr_len(slug->str, (gssize)most + 1, "-");
    g_string_truncate(slug, end ? (size_t)(end - slug->str) : most);
}

/* Long names differ at the end, as do the free ports of Batam and Sabang: the last word stays. */
static void cut(GString *slug, size_t most)
{
    const char *last = strrchr(slug->str, '-');
    if (slug->len <= most)
        return;
    g_autofree char *end = g_strdup(last && strlen(last) <= most / 2 ? last : "");
    cut_front(slug, most - strlen(end));
    g_string_append(slug, end);
}

/* "C": else letters would be spelt out in the manner of the user's language. */
char *pack_slug(const char *name, size_t most)
{
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    g_autofree char *plain = g_str_to_ascii(valid, "C");
    g_autoptr(GString) slug = g_string_new(NULL);
    for (const char *at = plain; *at; at++) {
        if (g_ascii_isalnum(*at))
            g_string_append_c(slug, g_ascii_tolower(*at));
        else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
            g_string_append_c(slug, '-');
    }
    if (slug->len > 0 && slug->str[slug->len - 1] == '-')
        g_string_truncate(slug, slug->len - 1);
    cut(slug, most);
    return g_strdup(slug->len > 0 ? slug->str : "tanpa-nama");
}
