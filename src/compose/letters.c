#include "letters.h"

#include "rapor/arena.h"

#include <glib.h>

/* GLib's functions for whole texts ask the locale (Turkish has two letters i). */
static const char *change(const char *text, gunichar (*turn)(gunichar), size_t most,
                          struct arena *arena)
{
    g_autoptr(GString) changed = g_string_new(NULL);
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        g_string_append_unichar(changed, most > 0 ? turn(c) : c);
        most -= most > 0;
    }
    return arena_strndup(arena, changed->str, changed->len);
}

const char *letters_upper(const char *text, struct arena *arena)
{
    return change(text, g_unichar_toupper, G_MAXSIZE, arena);
}

const char *letters_lower(const char *text, struct arena *arena)
{
    return change(text, g_unichar_tolower, G_MAXSIZE, arena);
}

const char *letters_capitalize(const char *text, struct arena *arena)
{
    return change(text, g_unichar_toupper, 1, arena);
}
