#include "office_name.h"

#include "rapor/base/language.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* Letters of Greek and Cyrillic that look like Latin ones. */
static bool is_foreign(gunichar letter)
{
    const GUnicodeScript script = g_unichar_get_script(letter);
    return script == G_UNICODE_SCRIPT_GREEK || script == G_UNICODE_SCRIPT_CYRILLIC;
}

static bool has_odd_space(const char *name)
{
    const size_t length = strlen(name);
    if (length == 0 || name[0] == ' ' || name[length - 1] == ' ' || strstr(name, "  "))
        return true;
    for (const char *at = name; *at; at = g_utf8_next_char(at))
        if (*at != ' ' && g_unichar_isspace(g_utf8_get_char(at)))
            return true;
    return false;
}

char *office_name_folded(const char *name)
{
    g_autofree char *folded = g_utf8_casefold(name, -1);
    g_autoptr(GString) key = g_string_new(NULL);
    for (const char *at = folded; *at; at = g_utf8_next_char(at))
        if (g_unichar_isalnum(g_utf8_get_char(at)))
            g_string_append_unichar(key, g_utf8_get_char(at));
    return g_strdup(key->str);
}

const char *office_name_fault(const char *name)
{
    bool latin = false, foreign = false;
    for (const char *at = name; *at; at = g_utf8_next_char(at)) {
        latin |= g_unichar_get_script(g_utf8_get_char(at)) == G_UNICODE_SCRIPT_LATIN;
        foreign |= is_foreign(g_utf8_get_char(at));
    }
    if (has_odd_space(name))
        return _("has a space at an end, two in a row, or one that does not break");
    return latin && foreign ? _("mixes Latin letters with others that look like them") : NULL;
}
