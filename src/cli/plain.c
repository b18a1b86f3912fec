#include "plain.h"

#include <stdbool.h>

#define EXCERPT_ROOM   100U /* columns of a source line that are shown */
#define EXCERPT_BEFORE 60U  /* of them before the caret, where the line is longer */
#define REPLACEMENT    0xFFFD

static bool hidden(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
           type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

void plain_append(GString *out, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    for (const char *c = valid; *c; c = g_utf8_next_char(c)) {
        gunichar character = g_utf8_get_char(c);
        bool stays = character == '\t' || character == '\n' || !hidden(character);
        g_string_append_unichar(out, stays ? character : REPLACEMENT);
    }
}

unsigned plain_columns(gunichar character)
{
    if (g_unichar_iszerowidth(character))
        return 0;
    return g_unichar_iswide(character) ? 2 : 1;
}

static unsigned width_of(const char *from, const char *end)
{
    unsigned width = 0;
    for (const char *c = from; c < end; c = g_utf8_next_char(c))
        width += plain_columns(g_utf8_get_char(c));
    return width;
}

static const char *skip_columns(const char *text, unsigned columns)
{
    unsigned width = 0;
    while (*text) {
        width += plain_columns(g_utf8_get_char(text));
        if (width > columns)
            break;
        text = g_utf8_next_char(text);
    }
    return text;
}

char *plain_cut(const char *text, unsigned columns)
{
    const char *end = skip_columns(text, columns);
    return g_strndup(text, (gsize)(end - text));
}

/* Finds the COLUMNth character, or the end of the line where it is shorter. */
static const char *character_at(const char *line, unsigned column)
{
    for (; column > 1 && *line; column--)
        line = g_utf8_next_char(line);
    return line;
}

/* Where the shown part begins: the line's start, unless the caret is far off. */
static const char *shown_from(const char *line, const char *caret)
{
    if (width_of(line, caret) < EXCERPT_ROOM - 20)
        return line;
    while (width_of(line, caret) > EXCERPT_BEFORE)
        line = g_utf8_next_char(line);
    return line;
}

static void add_blanks(GString *out, const char *from, const char *caret)
{
    for (const char *c = from; c < caret; c = g_utf8_next_char(c)) {
        if (*c == '\t')
            g_string_append_c(out, '\t'); /* stops where the line above stops */
        else
            for (unsigned i = plain_columns(g_utf8_get_char(c)); i > 0; i--)
                g_string_append_c(out, ' ');
    }
}

void plain_excerpt(GString *out, const char *source, unsigned column)
{
    g_autoptr(GString) line = g_string_new(NULL);
    plain_append(line, source);
    const char *caret = character_at(line->str, column);
    const char *from = shown_from(line->str, caret);
    const char *end = skip_columns(from, EXCERPT_ROOM);
    bool cut = from > line->str;

    g_string_append(out, cut ? "\u2026" : "");
    g_string_append_len(out, from, end - from);
    g_string_append(out, *end ? "\u2026\n" : "\n");
    if (column == 0)
        return;
    g_string_append(out, cut ? " " : "");
    add_blanks(out, from, caret);
    g_string_append(out, "^\n");
}
