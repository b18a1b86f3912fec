#include "rapor/failure.h"
#include "rapor/ranking.h"
#include "rapor/sheet.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define WIDEST 60.0 /* column, in characters */

struct formats {
    lxw_format *head, *index;
};

static lxw_error write_head(lxw_worksheet *sheet, const struct ranking *ranking, lxw_format *format)
{
    lxw_error problem = LXW_NO_ERROR;
    for (size_t c = 0; c < ranking->column_count && problem == LXW_NO_ERROR; c++)
        problem = worksheet_write_string(sheet, 0, (lxw_col_t)c, ranking->columns[c].title, format);
    return problem;
}

/* Text is always written as text, never as a formula or a link. */
static lxw_error write_cell(lxw_worksheet *sheet, lxw_row_t row, size_t column,
                            const struct ranking *ranking, const struct formats *formats)
{
    const struct ranking_cell *cell = &ranking->cells[(row - 1) * ranking->column_count + column];
    lxw_col_t c = (lxw_col_t)column;
    switch (ranking->columns[column].figure) {
    case FIGURE_TEXT:
        if (!cell->text)
            return LXW_NO_ERROR;
        return worksheet_write_string(sheet, row, c, cell->text, NULL);
    case FIGURE_COUNT:
        return worksheet_write_number(sheet, row, c, (double)cell->number, NULL);
    case FIGURE_INDEX:
        return worksheet_write_number(sheet, row, c, (double)cell->number / 100, formats->index);
    }
    return LXW_NO_ERROR;
}

static double column_width(const struct ranking *ranking, size_t column)
{
    glong width = g_utf8_strlen(ranking->columns[column].title, -1) + 3; /* the filter's button */
    for (size_t r = 0; r < ranking->row_count; r++) {
        const char *text = ranking->cells[r * ranking->column_count + column].text;
        width = MAX(width, text ? g_utf8_strlen(text, -1) + 1 : 0);
    }
    return MIN((double)width, WIDEST);
}

static lxw_error fill(lxw_worksheet *sheet, const struct ranking *ranking,
                      const struct formats *formats)
{
    lxw_error problem = write_head(sheet, ranking, formats->head);
    for (lxw_row_t row = 1; row <= ranking->row_count; row++)
        for (size_t c = 0; c < ranking->column_count && problem == LXW_NO_ERROR; c++)
            problem = write_cell(sheet, row, c, ranking, formats);

    for (size_t c = 0; c < ranking->column_count; c++)
        worksheet_set_column(sheet, (lxw_col_t)c, (lxw_col_t)c, column_width(ranking, c), NULL);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_autofilter(sheet, 0, 0, (lxw_row_t)ranking->row_count,
                         (lxw_col_t)(ranking->column_count - 1));
    return problem;
}

static lxw_error write_workbook(const struct ranking *ranking, time_t date, const char *path)
{
    lxw_workbook *book = workbook_new(path);
    if (!book)
        return LXW_ERROR_CREATING_XLSX_FILE;
    /* The library takes 0 for "now". */
    lxw_doc_properties properties = {.title = (char *)ranking->title,
                                     .created = date > 0 ? date : 1};
    workbook_set_properties(book, &properties);

    const struct formats formats = {.head = workbook_add_format(book),
                                    .index = workbook_add_format(book)};
    format_set_bold(formats.head);
    format_set_num_format(formats.index, "0.00");
    lxw_error problem = fill(workbook_add_worksheet(book, "Peringkat"), ranking, &formats);
    lxw_error end = workbook_close(book);
    return problem != LXW_NO_ERROR ? problem : end;
}

static bool read_back(const char *path, GByteArray *out, GError **error)
{
    g_autofree char *bytes = NULL;
    g_autoptr(GError) cause = NULL;
    gsize size = 0;
    if (!g_file_get_contents(path, &bytes, &size, &cause))
        return fail(error, FAILURE_IO, "%s", cause->message);
    g_byte_array_append(out, (const guint8 *)bytes, (guint)size);
    return true;
}

/* The library writes numbers as the locale does, which the format forbids. */
static lxw_error write_in_c_locale(const struct ranking *ranking, time_t date, const char *path)
{
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale_t before = uselocale(plain);
    lxw_error problem = write_workbook(ranking, date, path);
    uselocale(before);
    freelocale(plain);
    return problem;
}

/* The library only writes to files. */
static bool write_xlsx(const struct ranking *ranking, time_t date, GByteArray *out, GError **error)
{
    g_autofree char *path = NULL;
    g_autoptr(GError) cause = NULL;
    int file = g_file_open_tmp("rapor-XXXXXX.xlsx", &path, &cause);
    if (file < 0)
        return fail(error, FAILURE_CREATE, "%s", cause->message);
    close(file);

    lxw_error problem = write_in_c_locale(ranking, date, path);
    bool done = problem == LXW_NO_ERROR
                    ? read_back(path, out, error)
                    : fail(error, FAILURE_IO, "%s: %s", path, lxw_strerror(problem));
    g_unlink(path);
    return done;
}

const struct sheet_form sheet_xlsx = {
    .name = "xlsx",
    .about = "a workbook",
    .write = write_xlsx,
};
