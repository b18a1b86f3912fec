#include "script.h"

#include <string.h>

struct script script_create(void)
{
    return (struct script){g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(struct origin))};
}

void script_destroy(struct script *script)
{
    if (script->text)
        g_string_free(script->text, TRUE);
    g_array_unref(script->origins);
}

void script_line(struct script *script, struct origin origin, const char *line)
{
    g_string_append_printf(script->text, "%s\n", line);
    g_array_append_val(script->origins, origin);
}

struct origin script_origin(const struct script *script, size_t line)
{
    if (line == 0 || line > script->origins->len)
        return (struct origin){0};
    return g_array_index(script->origins, struct origin, line - 1);
}

struct tag tag_create(const char *name, unsigned indent)
{
    return (struct tag){name, indent, g_ptr_array_new_with_free_func(g_free),
                        g_array_new(FALSE, FALSE, sizeof(struct origin))};
}

static char *single_spaced(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t\r\n", -1);
    GString *plain = g_string_new(NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(plain, "%s%s", plain->len ? " " : "", *word);
    return g_string_free(plain, FALSE);
}

void tag_add(struct tag *tag, struct origin origin, const char *name, const char *value)
{
    g_autofree char *plain = value ? single_spaced(value) : NULL;
    if (!plain || !*plain)
        return;
    g_ptr_array_add(tag->lines, g_markup_printf_escaped("%s=\"%s\"", name, plain));
    g_array_append_val(tag->origins, origin);
}

void tag_write(struct tag *tag, struct script *script, bool empty, struct origin where)
{
    const char *end = empty ? "/>" : ">";
    for (guint i = 0; i < tag->lines->len; i++) {
        bool first = i == 0, last = i + 1 == tag->lines->len;
        unsigned depth = tag->indent + (first ? 0 : (unsigned)strlen(tag->name) + 2);
        g_autofree char *line = g_strdup_printf(
            "%*s%s%s%s%s%s", (int)depth, "", first ? "<" : "", first ? tag->name : "",
            first ? " " : "", (char *)g_ptr_array_index(tag->lines, i), last ? end : "");
        script_line(script, g_array_index(tag->origins, struct origin, i), line);
    }
    if (tag->lines->len == 0) {
        g_autofree char *line = g_strdup_printf("%*s<%s%s", (int)tag->indent, "", tag->name, end);
        script_line(script, where, line);
    }
    g_ptr_array_unref(tag->lines);
    g_array_unref(tag->origins);
}
