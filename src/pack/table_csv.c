/* RFC 4180: CR LF, quotes where they are needed; in two dialects. */
#include "rapor/assess/ranking.h"
#include "rapor/pack/table_format.h"

#include <string.h>

struct dialect {
    char separator, point;
    bool titles; /* heads for people, in Indonesian; else the keys, for programs */
};

static const struct dialect international = {',', '.', false}, indonesian = {';', ',', true};

/* A spreadsheet takes text that begins so for a formula, and would run it.  What begins
 * with the apostrophe that guards such a text gets another, so that one can be taken off. */
static bool looks_like_formula(const char *text)
{
    const char *rest = text + strspn(text, "'");
    return *rest != '\0' && strchr("=+-@\t\r", *rest);
}

static void append_text(GString *out, const char *text)
{
    bool formula = looks_like_formula(text);
    bool quoted = strpbrk(text, ",;\"\r\n") != NULL;
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

static void append_cell(GString *out, const struct ranking_cell *cell, enum figure figure,
                        const struct dialect *dialect)
{
    if (figure != FIGURE_TEXT && cell->number == INDEX_NONE)
        return;
    switch (figure) {
    case FIGURE_TEXT:
        append_text(out, cell->text ? cell->text : "");
        break;
    case FIGURE_COUNT:
        g_string_append_printf(out, "%" G_GINT64_FORMAT, cell->number);
        break;
    case FIGURE_INDEX:
        table_hundredths(out, cell->number, dialect->point);
        break;
    }
}

static void append_head(GString *out, const struct ranking *ranking, const struct dialect *dialect)
{
    for (size_t c = 0; c < ranking->column_count; c++) {
        if (c > 0)
            g_string_append_c(out, dialect->separator);
        append_text(out, dialect->titles ? ranking->columns[c].title : ranking->columns[c].key);
    }
    g_string_append(out, "\r\n");
}

static void write_dialect(const struct ranking *ranking, const struct dialect *dialect,
                          GByteArray *out)
{
    g_autoptr(GString) text = g_string_new(NULL);
    append_head(text, ranking, dialect);
    table_put(text, out);
    for (size_t r = 0; r < ranking->row_count; r++) {
        const struct ranking_cell *row = &ranking->cells[r * ranking->column_count];
        for (size_t c = 0; c < ranking->column_count; c++) {
            if (c > 0)
                g_string_append_c(text, dialect->separator);
            append_cell(text, &row[c], ranking->columns[c].figure, dialect);
        }
        g_string_append(text, "\r\n");
        table_put(text, out);
    }
}

static bool write_csv(const struct ranking *ranking, time_t date, GByteArray *out, GError **error)
{
    (void)date;
    (void)error;
    write_dialect(ranking, &international, out);
    return true;
}

/* Begins with a byte order mark: without, Excel takes UTF-8 for something else. */
static bool write_csv_id(const struct ranking *ranking, time_t date, GByteArray *out,
                         GError **error)
{
    (void)date;
    (void)error;
    g_byte_array_append(out, (const guint8 *)"\xEF\xBB\xBF", 3);
    write_dialect(ranking, &indonesian, out);
    return true;
}

const struct table_format table_csv = {
    .name = "csv",
    .about = "comma-separated values with a decimal point",
    .write = write_csv,
};

const struct table_format table_csv_id = {
    .name = "csv-id",
    .about = "semicolons and decimal commas, for Excel in Indonesian",
    .write = write_csv_id,
};
