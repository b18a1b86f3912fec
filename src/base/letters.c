#include "rapor/base/letters.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <stdbool.h>

/* Turns the first MOST characters of what need not be ASCII. */
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

/* GLib's functions for whole texts ask the locale (Turkish has two letters i).  Nearly all
 * that is turned is ASCII, which needs no look at what characters are. */
static const char *turn_all(const char *text, gchar (*turn)(gchar),
                            gunichar (*turn_other)(gunichar), struct arena *arena)
{
    char *turned = arena_strdup(arena, text);
    for (char *at = turned; *at; at++) {
        if ((unsigned char)*at >= 0x80)
            return change(text, turn_other, G_MAXSIZE, arena);
        *at = turn(*at);
    }
    return turned;
}

const char *letters_upper(const char *text, struct arena *arena)
{
    return turn_all(text, g_ascii_toupper, g_unichar_toupper, arena);
}

const char *letters_lower(const char *text, struct arena *arena)
{
    return turn_all(text, g_ascii_tolower, g_unichar_tolower, arena);
}

const char *letters_capitalize(const char *text, struct arena *arena)
{
    if ((unsigned char)*text >= 0x80)
        return change(text, g_unichar_toupper, 1, arena);
    char *turned = arena_strdup(arena, text);
    *turned = g_ascii_toupper(*turned);
    return turned;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

const char *letters_spaced(const char *text, struct arena *arena)
{
    const char *at = text;
    while ((unsigned char)*at > ' ' || (*at == ' ' && !is_space(at[1])) ||
           (*at && !is_space(*at))) /* nearly all letters stand behind the space */
        at++;
    char *spaced = arena_strndup(arena, text, (size_t)(at - text) + strlen(at));
    char *end = spaced + (at - text);
    for (; *at; at++)
        if (!is_space(*at))
            *end++ = *at;
        else if (!is_space(at[1]))
            *end++ = ' ';
    *end = '\0';
    return spaced;
}

/* Blocks whose letters, also those to come, are R or AL (Unicode, DerivedBidiClass.txt). */
static bool is_backward(gunichar c)
{
    static const struct {
        gunichar first, last;
    } blocks[] = {{0x0590, 0x08FF},
                  {0xFB1D, 0xFDFF},
                  {0xFE70, 0xFEFE},
                  {0x10800, 0x10FFF},
                  {0x1E800, 0x1EFFF}};
    for (size_t i = 0; i < G_N_ELEMENTS(blocks); i++)
        if (c >= blocks[i].first && c <= blocks[i].last)
            return true;
    return false;
}

const char *letters_backward(const char *text)
{
    for (;; text = g_utf8_next_char(text)) {
        while (*text && (unsigned char)*text < 0x80)
            text++;
        if (!*text)
            return NULL;
        if (is_backward(g_utf8_get_char(text)))
            return text;
    }
}
