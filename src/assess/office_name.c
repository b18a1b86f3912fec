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
