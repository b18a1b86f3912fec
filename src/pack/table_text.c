#include "rapor/assess/ranking.h"
#include "rapor/base/arena.h"
#include "rapor/pack/table_format.h"

#include <string.h>

#define GAP 2 /* spaces between columns */

static char *cell_text(const struct ranking_cell *cell, enum figure figure)
{
    g_autoptr(GString) decimal = g_string_new(NULL);
    if (figure != FIGURE_TEXT && cell->number == INDEX_NONE)
        return g_strdup("");
    switch (figure) {
    case FIGURE_TEXT:
        return g_strdup(cell->text ? cell->text : "");
    case FIGURE_COUNT:
        return g_strdup_printf("%" G_GINT64_FORMAT, cell->number);
    case FIGURE_INDEX:
        table_hundredths(decimal, cell->number, ',');
        return g_string_free(g_steal_pointer(&decimal), FALSE);
    }
    return NULL;
}

/* Returns how wide the column is in characters; 0 where it says nothing. */
static size_t column_width(const struct ranking *ranking, size_t column)
{
    enum figure figure = ranking->columns[column].figure;
    size_t width = 0;
    for (size_t r = 0; r < ranking->row_count; r++) {
        const struct ranking_cell *cell = &ranking->cells[r * ranking->column_count + column];
        g_autofree char *text = cell_text(cell, figure);
        width = MAX(width, (size_t)g_utf8_strlen(text, -1));
    }
    if (width == 0 && ranking->row_count > 0)
        return 0;
    return MAX(width, (size_t)g_utf8_strlen(ranking->columns[column].title, -1));
}

static void append_cell(GString *line, const char *text, size_t width, enum figure figure)
{
    size_t length = (size_t)g_utf8_strlen(text, -1);
    if (figure == FIGURE_TEXT)
        g_string_append(line, text);
    for (size_t i = length; i < width; i++)
        g_string_append_c(line, ' ');
    if (figure != FIGURE_TEXT)
        g_string_append(line, text);
}

static void append_line(GByteArray *out, GString *line)
{
    while (line->len > 0 && line->str[line->len - 1] == ' ')
        g_string_truncate(line, line->len - 1);
    g_string_append_c(line, '\n');
    table_put(line, out);
}

/* ROW is NULL for the head. */
static void append_row(GByteArray *out, const struct ranking *ranking, const size_t *widths,
                       const struct ranking_cell *row)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (size_t c = 0; c < ranking->column_count; c++) {
        const struct ranking_column *column = &ranking->columns[c];
        if (widths[c] == 0)
            continue;
        g_autofree char *text = row ? cell_text(&row[c], column->figure) : g_strdup(column->title);
        if (line->len > 0)
            g_string_append_printf(line, "%*s", GAP, "");
        append_cell(line, text, widths[c], column->figure);
    }
    append_line(out, line);
}

static bool write_text(const struct ranking *ranking, time_t date, GByteArray *out, GError **error)
{
    (void)date;
    (void)error;
    struct arena *scratch = arena_create();
    size_t *widths = ARENA_ARRAY(scratch, ranking->column_count, size_t);
    for (size_t c = 0; c < ranking->column_count; c++)
        widths[c] = column_width(ranking, c);
    append_row(out, ranking, widths, NULL);
    for (size_t r = 0; r < ranking->row_count; r++)
        append_row(out, ranking, widths, &ranking->cells[r * ranking->column_count]);
    arena_destroy(scratch);
    return true;
}

const struct table_format table_text = {
    .name = "text",
    .about = "aligned columns to read on a screen",
    .write = write_text,
};
