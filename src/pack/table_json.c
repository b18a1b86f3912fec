/* RFC 8259: an array of objects, one a line; empty text is null. */
#include "rapor/pack/quote.h"

#include "rapor/assess/ranking.h"
#include "rapor/pack/table_format.h"

static void append_cell(GString *out, const struct ranking_cell *cell, enum figure figure)
{
    if (figure != FIGURE_TEXT && cell->number == INDEX_NONE) {
        g_string_append(out, "null");
        return;
    }
    switch (figure) {
    case FIGURE_TEXT:
        quote_json(out, cell->text);
        break;
    case FIGURE_COUNT:
        g_string_append_printf(out, "%" G_GINT64_FORMAT, cell->number);
        break;
    case FIGURE_INDEX:
        table_hundredths(out, cell->number, '.');
        break;
    }
}

static bool write_json(const struct ranking *ranking, time_t date, GByteArray *out, GError **error)
{
    (void)date;
    (void)error;
    g_autoptr(GString) text = g_string_new("[");
    for (size_t r = 0; r < ranking->row_count; r++) {
        const struct ranking_cell *row = &ranking->cells[r * ranking->column_count];
        g_string_append(text, r > 0 ? ",\n {" : "\n {");
        for (size_t c = 0; c < ranking->column_count; c++) {
            g_string_append_printf(text, "%s\"%s\": ", c > 0 ? ", " : "", ranking->columns[c].key);
            append_cell(text, &row[c], ranking->columns[c].figure);
        }
        g_string_append_c(text, '}');
        table_put(text, out);
    }
    g_string_append(text, "\n]\n");
    table_put(text, out);
    return true;
}

const struct table_format table_json = {
    .name = "json",
    .about = "an array of objects",
    .write = write_json,
};
