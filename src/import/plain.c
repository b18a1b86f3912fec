#include "plain.h"

#include "rapor/base/arena.h"

#include <stddef.h>
#include <string.h>

static bool is_space(gunichar c)
{
    return g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR || c == 0xFEFF;
}

const char *plain_text(const char *text, bool *changed, struct arena *arena)
{
    g_autoptr(GString) plain = g_string_new(NULL);
    g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    bool gap = false, stray = false;
    for (const char *at = composed ? composed : ""; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (is_space(c)) {
            stray = stray || gap || plain->len == 0 || (c != ' ' && c != '\n' && c != '\r');
            gap = true;
            continue;
        }
        if (gap && plain->len > 0)
            g_string_append_c(plain, ' ');
        gap = false;
        g_string_append_unichar(plain, c);
    }
    if (changed)
        *changed = stray || gap;
    return arena_strdup(arena, plain->str);
}

const char *plain_key(const char *text, struct arena *arena)
{
    g_autofree char *folded = g_utf8_casefold(text, -1);
    g_autofree char *composed = g_utf8_normalize(folded, -1, G_NORMALIZE_ALL_COMPOSE);
    g_autoptr(GString) key = g_string_new(NULL);
    bool gap = false;
    for (const char *at = composed ? composed : ""; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (!g_unichar_isalnum(c)) {
            gap = gap || c != '\'';
            continue;
        }
        if (gap && key->len > 0)
            g_string_append_c(key, ' ');
        gap = false;
        g_string_append_unichar(key, c);
    }
    return arena_strdup(arena, key->str);
}

gunichar plain_foreign(const char *text)
{
    gunichar foreign = 0;
    bool latin = false;
    for (const char *at = text;; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_isalpha(c)) {
            GUnicodeScript script = g_unichar_get_script(c);
            latin = latin || script == G_UNICODE_SCRIPT_LATIN;
            if (script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_GREEK)
                foreign = c;
        } else if (foreign && latin) {
            return foreign;
        } else {
            foreign = 0;
            latin = false;
        }
        if (c == 0)
            return 0;
    }
}

/* From the distances of a text to the beginnings of OTHER, as long as WIDTH, makes those
 * of the text with the letter behind it. */
static void add_letter(size_t *row, char letter, const char *other, size_t width)
{
    size_t before = row[0]++;
    for (size_t j = 1; j <= width; j++) {
        size_t above = row[j], changed = before + (letter != other[j - 1]);
        row[j] = MIN(changed, MIN(row[j - 1], above) + 1);
        before = above;
    }
}

unsigned plain_likeness(const char *one, const char *other)
{
    enum { MOST = 255 };
    size_t row[MOST + 1], width = strlen(other), height = strlen(one);
    if (width == 0 || height == 0 || width > MOST || height > MOST ||
        MAX(width, height) * 4 > MIN(width, height) * 5) /* far from each other */
        return strcmp(one, other) == 0 ? 100 : 0;
    for (size_t j = 0; j <= width; j++)
        row[j] = j;
    for (size_t i = 0; i < height; i++)
        add_letter(row, one[i], other, width);
    size_t longest = MAX(width, height);
    return (unsigned)(100 * (longest - MIN(row[width], longest)) / longest);
}

const char *plain_decimal(const char *text, struct arena *arena)
{
    static const char digits[] = "0123456789";
    char *number = arena_strdup(arena, plain_text(text, NULL, arena));
    number += *number == '+';
    size_t sign = *number == '-', whole = strspn(number + sign, digits);
    char *mark = number + sign + whole;
    if (whole == 0 || (*mark != '\0' && *mark != ',' && *mark != '.'))
        return NULL;
    if (*mark == '\0')
        return number;
    size_t decimals = strspn(mark + 1, digits);
    if (decimals == 0 || mark[1 + decimals] != '\0')
        return NULL;
    *mark = '.';
    while (decimals > 0 && mark[decimals] == '0')
        mark[decimals--] = '\0';
    if (decimals == 0)
        *mark = '\0';
    return number;
}
