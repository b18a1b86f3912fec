#include "legend.h"

#include "plain.h"

#include "rapor/base/arena.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"

#include <string.h>

struct import_legend {
    GHashTable *meanings; /* "section key" -> what it means */
    struct arena *arena;
};

static const char *const sections[] = {"sheets", "columns", "values", "institutions", NULL};

/* Reads one line, which is none, a section or a meaning. */
static bool take_line(struct import_legend *legend, char *line, const char **section)
{
    g_strstrip(line);
    size_t length = strlen(line);
    if (*line == '\0' || *line == '#')
        return true;
    if (*line == '[' && line[length - 1] == ']') {
        line[length - 1] = '\0';
        *section = arena_strdup(legend->arena, line + 1);
        return g_strv_contains(sections, line + 1);
    }
    char *sign = strrchr(line, '=');
    if (!sign || !*section)
        return false;
    *sign = '\0';
    const char *key = plain_key(line, legend->arena);
    g_hash_table_insert(legend->meanings,
                        (void *)arena_printf(legend->arena, "%s %s", *section, key),
                        (void *)plain_text(sign + 1, NULL, legend->arena));
    return true;
}

struct import_legend *legend_open(const char *path, struct arena *arena, GError **error)
{
    g_autofree char *text = disk_read(path, FAILURE_INPUT, NULL, error);
    if (!text)
        return NULL;
    struct import_legend *legend = ARENA_NEW(arena, struct import_legend);
    *legend = (struct import_legend){g_hash_table_new(g_str_hash, g_str_equal), arena};
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    const char *section = NULL;
    for (size_t i = 0; lines[i]; i++)
        if (!g_utf8_validate(lines[i], -1, NULL) || !take_line(legend, lines[i], &section)) {
            fail(error, FAILURE_DATA,
                 "%s:%zu: neither a section nor \"what stands there=what it means\"\n"
                 "hint: sections are [sheets], [columns], [values] and [institutions]",
                 path, i + 1);
            legend_close(legend);
            return NULL;
        }
    return legend;
}

void legend_close(struct import_legend *legend)
{
    if (legend)
        g_hash_table_unref(legend->meanings);
}

const char *legend_of(const struct import_legend *legend, const char *section, const char *text)
{
    if (!legend || !text)
        return NULL;
    struct arena *arena = legend->arena;
    return g_hash_table_lookup(legend->meanings,
                               arena_printf(arena, "%s %s", section, plain_key(text, arena)));
}
