/* The cells of a sheet (ECMA-376, 18.3.1). */
#include "xlsx_parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"

#include <stdint.h>
#include <string.h>

struct xlsx_sheet {
    struct xlsx_workbook *book;
    struct sheet_grid *grid;
    struct sheet_row *row;
    size_t row_number, column;
    struct xlsx_listener listener;
    char *kind;      /* t= of the cell */
    size_t style;    /* s= */
    bool formula;    /* it has one */
    GArray *merges;  /* struct merged_area */
    GArray *columns; /* struct column_style */
};

/* What cells without a style of their own have: gnumeric leaves it out where it is that
 * of the column. */
struct column_style {
    size_t first, last, style; /* columns from 0 */
};

/* Reads "AB12" as column 27, row 11; returns what stands behind it, or NULL. */
static const char *read_place(const char *text, size_t *column, size_t *row)
{
    const size_t far = 10000000; /* beyond what a grid takes, far from overflow */
    size_t c = 0, r = 0;
    for (; g_ascii_isalpha(*text) && c < far; text++)
        c = c * 26 + (size_t)(g_ascii_toupper(*text) - 'A') + 1;
    for (; g_ascii_isdigit(*text) && r < far; text++)
        r = r * 10 + (size_t)(*text - '0');
    *column = c - 1;
    *row = r - 1;
    return c > 0 && r > 0 ? text : NULL;
}

/* A cell, and a row, without a place stands behind the one before. */
static bool open_row(struct xlsx_sheet *sheet, xmlTextReader *reader, GError **error)
{
    g_autofree char *place = part_attribute(reader, "r");
    sheet->row_number =
        place ? (size_t)g_ascii_strtoull(place, NULL, 10) - 1 : sheet->row_number + 1;
    sheet->row = grid_row(sheet->book->grids, sheet->grid, sheet->row_number, error);
    sheet->column = SIZE_MAX;
    return sheet->row != NULL;
}

static void take_column(struct xlsx_sheet *sheet, xmlTextReader *reader)
{
    g_autofree char *first = part_attribute(reader, "min");
    g_autofree char *last = part_attribute(reader, "max");
    g_autofree char *style = part_attribute(reader, "style");
    if (!first || !last || !style || sheet->columns->len >= GRID_COLUMNS)
        return;
    const struct column_style column = {(size_t)g_ascii_strtoull(first, NULL, 10) - 1,
                                        (size_t)g_ascii_strtoull(last, NULL, 10) - 1,
                                        (size_t)g_ascii_strtoull(style, NULL, 10)};
    g_array_append_val(sheet->columns, column);
}

static size_t style_of_column(const struct xlsx_sheet *sheet, size_t column)
{
    for (guint i = 0; i < sheet->columns->len; i++) {
        const struct column_style *known = &g_array_index(sheet->columns, struct column_style, i);
        if (column >= known->first && column <= known->last)
            return known->style;
    }
    return 0;
}

static bool open_cell(struct xlsx_sheet *sheet, xmlTextReader *reader, GError **error)
{
    g_autofree char *place = part_attribute(reader, "r");
    g_autofree char *style = part_attribute(reader, "s");
    g_autofree char *kind = part_attribute(reader, "t");
    size_t row = sheet->row_number;
    if (!sheet->row)
        return fail(error, FAILURE_DATA, "a cell stands in no row");
    sheet->column++;
    const char *end = place ? read_place(place, &sheet->column, &row) : "";
    if (!end || *end || row != sheet->row_number)
        return fail(error, FAILURE_DATA, "\"%s\" is not the place of a cell in row %zu", place,
                    sheet->row_number + 1);
    g_free(sheet->kind);
    sheet->kind = kind ? g_steal_pointer(&kind) : g_strdup("n");
    sheet->style =
        style ? (size_t)g_ascii_strtoull(style, NULL, 10) : style_of_column(sheet, sheet->column);
    sheet->formula = false;
    g_string_truncate(sheet->listener.text, 0);
    return true;
}

/* Numbers are kept in binary: 3.34 stands there as 3.3399999999999999.  Some numbers
 * are days, by the way they are shown. */
static struct sheet_cell number_cell(const struct xlsx_sheet *sheet)
{
    const struct xlsx_workbook *book = sheet->book;
    const char *text = sheet->listener.text->str;
    char *end = NULL, plain[G_ASCII_DTOSTR_BUF_SIZE];
    double number = g_ascii_strtod(text, &end);
    struct number_style style = {false, -1};
    if (end == text || *end)
        return (struct sheet_cell){text, CELL_TEXT, false, -1};
    if (sheet->style < book->styles->len)
        style = g_array_index(book->styles, struct number_style, sheet->style);
    if (style.date)
        return (struct sheet_cell){serial_date(number, book->from_1904, book->grids->arena),
                                   CELL_DATE, false, -1};
    bool whole = number == (double)(gint64)number && number > -1e18 && number < 1e18;
    g_ascii_formatd(plain, sizeof plain, whole ? "%.0f" : "%.15g", number);
    return (struct sheet_cell){arena_strdup(book->grids->arena, plain), CELL_NUMBER, false,
                               style.decimals};
}

static bool shared_cell(const struct xlsx_sheet *sheet, struct sheet_cell *cell, GError **error)
{
    const GPtrArray *strings = sheet->book->strings;
    guint64 number = g_ascii_strtoull(sheet->listener.text->str, NULL, 10);
    if (number >= strings->len)
        return fail(error, FAILURE_DATA, "there is no shared string %s", sheet->listener.text->str);
    *cell = (struct sheet_cell){g_ptr_array_index(strings, number), CELL_TEXT, false, -1};
    return true;
}

/* A day in full: "2021-12-31T00:00:00". */
static const char *iso_date(const struct xlsx_sheet *sheet)
{
    const char *text = sheet->listener.text->str, *hour = strchr(text, 'T');
    struct arena *arena = sheet->book->grids->arena;
    if (!hour || g_str_has_prefix(hour, "T00:00"))
        return arena_strndup(arena, text, 10);
    return arena_printf(arena, "%.10s %.5s", text, hour + 1);
}

static bool close_cell(struct xlsx_sheet *sheet, GError **error)
{
    struct arena *arena = sheet->book->grids->arena;
    const char *kind = sheet->kind, *text = sheet->listener.text->str;
    struct sheet_cell cell = {xlsx_unescaped(text, arena), CELL_TEXT, false, -1};
    if (!*text && sheet->formula && strcmp(kind, "str") != 0)
        cell = (struct sheet_cell){"=", CELL_FORMULA, false, -1};
    else if (!*text)
        return true;
    else if (strcmp(kind, "s") == 0 && !shared_cell(sheet, &cell, error))
        return false;
    else if (strcmp(kind, "n") == 0)
        cell = number_cell(sheet);
    else if (strcmp(kind, "b") == 0)
        cell =
            (struct sheet_cell){strcmp(text, "0") == 0 ? "FALSE" : "TRUE", CELL_BOOLEAN, false, -1};
    else if (strcmp(kind, "e") == 0)
        cell.kind = CELL_ERROR;
    else if (strcmp(kind, "d") == 0)
        cell = (struct sheet_cell){iso_date(sheet), CELL_DATE, false, -1};
    return row_set(sheet->book->grids, sheet->row, sheet->column, cell, error);
}

static void take_merge(struct xlsx_sheet *sheet, xmlTextReader *reader)
{
    g_autofree char *text = part_attribute(reader, "ref");
    size_t column, row, last_column, last_row;
    const char *end = text ? read_place(text, &column, &row) : NULL;
    end = end && *end == ':' ? read_place(end + 1, &last_column, &last_row) : NULL;
    if (!end || last_row < row || last_column < column)
        return;
    const struct merged_area area = {row, column, last_row - row + 1, last_column - column + 1};
    g_array_append_val(sheet->merges, area);
}

static bool take_cell(void *data, xmlTextReader *reader, GError **error)
{
    struct xlsx_sheet *sheet = data;
    if (part_starts(reader, "row"))
        return open_row(sheet, reader, error);
    if (part_starts(reader, "col"))
        take_column(sheet, reader);
    if (part_starts(reader, "mergeCell"))
        take_merge(sheet, reader);
    if (part_starts(reader, "f"))
        sheet->formula = true;
    if (part_starts(reader, "c") && !open_cell(sheet, reader, error))
        return false;
    listen(&sheet->listener, reader, "v");
    return !part_ends(reader, "c") || !sheet->kind || close_cell(sheet, error);
}

bool xlsx_sheet(struct xlsx_workbook *book, const char *name, const char *part, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GArray) merges = g_array_new(FALSE, FALSE, sizeof(struct merged_area));
    g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(struct column_style));
    struct xlsx_sheet sheet = {.book = book,
                               .grid = grids_add(book->grids, name),
                               .row_number = SIZE_MAX,
                               .listener = {text, false, 0},
                               .merges = merges,
                               .columns = columns};
    bool read = parcel_read(book->parcel, part, &(struct part_reader){take_cell, &sheet}, error);
    for (guint i = 0; read && i < merges->len; i++)
        grid_merge(book->grids, sheet.grid, &g_array_index(merges, struct merged_area, i));
    g_free(sheet.kind);
    return read;
}
