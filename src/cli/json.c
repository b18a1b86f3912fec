#include "json.h"

#include <stdio.h>

static void add_character(GString *out, char c)
{
    switch (c) {
    case '"':
        g_string_append(out, "\\\"");
        return;
    case '\\':
        g_string_append(out, "\\\\");
        return;
    case '\n':
        g_string_append(out, "\\n");
        return;
    case '\t':
        g_string_append(out, "\\t");
        return;
    default:
        break;
    }
    if (g_ascii_iscntrl(c))
        g_string_append_printf(out, "\\u%04x", (unsigned)c);
    else
        g_string_append_c(out, c);
}

static void add_quoted(GString *out, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_string_append_c(out, '"');
    for (const char *c = valid; *c; c++)
        add_character(out, *c);
    g_string_append_c(out, '"');
}

void json_begin(GString *out, const char *type)
{
    g_string_append(out, "{\"type\":");
    add_quoted(out, type);
}

void json_end(GString *out)
{
    g_string_append(out, "}\n");
}

static void add_name(GString *out, const char *name)
{
    g_string_append_c(out, ',');
    add_quoted(out, name);
    g_string_append_c(out, ':');
}

void json_text(GString *out, const char *name, const char *text)
{
    if (!text)
        return;
    add_name(out, name);
    add_quoted(out, text);
}

void json_number(GString *out, const char *name, int64_t number)
{
    add_name(out, name);
    g_string_append_printf(out, "%" G_GINT64_FORMAT, number);
}

void json_exit(int code, const char *message)
{
    g_autoptr(GString) line = g_string_new(NULL);
    json_begin(line, "exit");
    json_number(line, "code", code);
    json_text(line, "message", message);
    json_end(line);
    fputs(line->str, stdout);
}
