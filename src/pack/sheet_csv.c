/* RFC 4180: comma, CR LF, quotes where they are needed; decimal point. */
#include "rapor/ranking.h"
#include "rapor/sheet.h"

#include <string.h>

/* A spreadsheet takes text that begins so for a formula, and would run it. */
static bool looks_like_formula(const char *text)
{
    return *text != '\0' && strchr("=+-@\t\r", *text);
}

static void append_text(GString *out, const char *text)
{
    bool formula = looks_like_formula(text);
    bool quoted = strpbrk(text, ",\"\r\n") != NULL;
    if (quoted)
        g_string_append_c(out, '"');
    if (formula)
        g_string_append_c(out, '\'');
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *c);
    }
    if (quoted)
        g_string_append_c(out, '"');
}

static void append_cell(GString *out, const struct ranking_cell *cell, enum figure figure)
{
    switch (figure) {
    case FIGURE_TEXT:
        append_text(out, cell->text ? cell->text : "");
        break;
    case FIGURE_COUNT:
        g_string_append_printf(out, "%" G_GINT64_FORMAT, cell->number);
        break;
    case FIGURE_INDEX:
        g_string_append_printf(out, "%" G_GINT64_FORMAT ".%02d", cell->number / 100,
                               (int)(cell->number % 100));
        break;
    }
}

static bool write_csv(const struct ranking *ranking, time_t date, GByteArray *out, GError **error)
{
    (void)date;
    (void)error;
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t c = 0; c < ranking->column_count; c++)
        g_string_append_printf(text, "%s%s", c > 0 ? "," : "", ranking->columns[c].key);
    g_string_append(text, "\r\n");

    for (size_t r = 0; r < ranking->row_count; r++) {
        const struct ranking_cell *row = &ranking->cells[r * ranking->column_count];
        for (size_t c = 0; c < ranking->column_count; c++) {
            if (c > 0)
                g_string_append_c(text, ',');
            append_cell(text, &row[c], ranking->columns[c].figure);
        }
        g_string_append(text, "\r\n");
    }
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    return true;
}

const struct sheet_form sheet_csv = {
    .name = "csv",
    .about = "comma-separated values with a decimal point",
    .write = write_csv,
};
