#include "rapor/pack/marked.h"

#include "workbook.h"

#include "rapor/import/grid.h"

#include <string.h>

#define NOTE_MOST 2000 /* bytes of what is said of a cell */
#define WIDTH     14.0 /* of all columns: the widths of the sheet are not known */

struct marking {
    const struct grids *grids;
    const struct mark_note *const *notes;
    size_t count;
    lxw_format *wrong, *doubtful, *wrong_day, *day;
};

static lxw_format *format_of(struct workbook *workbook, lxw_color_t color, const char *number)
{
    lxw_format *format = workbook_add_format(workbook->book);
    if (color)
        format_set_bg_color(format, color);
    if (number)
        format_set_num_format(format, number);
    return format;
}

static double serial_of(const char *text)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0;
    if (sscanf(text, "%d-%d-%d %d:%d", &year, &month, &day, &hour, &minute) < 3)
        return -1;
    g_autoptr(GDateTime) first = g_date_time_new_utc(1899, 12, 30, 0, 0, 0);
    g_autoptr(GDateTime) date = g_date_time_new_utc(year, month, day, hour, minute, 0);
    return date ? (double)g_date_time_difference(date, first) / (double)G_TIME_SPAN_DAY : -1;
}

/* Where a cell stands, and its look. */
struct marked_place {
    size_t row, column;
    lxw_format *format;
};

/* A cell comes back as what it was: a number a number, a day a day. */
static void write_cell(const struct leaf *leaf, const struct marking *marking,
                       struct marked_place place, struct sheet_cell cell)
{
    const size_t row = place.row, column = place.column;
    lxw_format *format = place.format;
    double serial = cell.kind == CELL_DATE ? serial_of(cell.text) : -1;
    if (cell.kind == CELL_NUMBER)
        leaf_number(leaf, row, column, g_ascii_strtod(cell.text, NULL), format);
    else if (cell.kind == CELL_BOOLEAN)
        worksheet_write_boolean(leaf->sheet, (lxw_row_t)row, (lxw_col_t)column,
                                strcmp(cell.text, "TRUE") == 0, format);
    else if (serial >= 0)
        leaf_number(leaf, row, column, serial, format ? marking->wrong_day : marking->day);
    else if (cell.text && !cell.merged)
        leaf_text(leaf, row, column, cell.text, format);
}

static void write_notes(const struct leaf *leaf, const struct marking *marking,
                        const struct sheet_grid *grid)
{
    const struct mark_note *first = NULL;
    g_autoptr(GHashTable) noted = g_hash_table_new(g_int64_hash, g_int64_equal);
    g_autoptr(GArray) keys = g_array_sized_new(FALSE, FALSE, sizeof(gint64), (guint)marking->count);
    for (size_t i = 0; i < marking->count; i++) {
        const struct mark_note *note = marking->notes[i];
        gint64 key = (gint64)note->row * GRID_COLUMNS + (gint64)note->column;
        g_array_append_val(keys, key);
        if (note->grid != grid ||
            !g_hash_table_add(noted, &g_array_index(keys, gint64, keys->len - 1)))
            continue;
        lxw_format *format = note->wrong ? marking->wrong : marking->doubtful;
        const struct sheet_cell cell = grid_cell(grid, note->row, note->column);
        g_autofree char *text = g_strndup(note->text, NOTE_MOST);
        write_cell(leaf, marking, (struct marked_place){note->row, note->column, format}, cell);
        if (!cell.text)
            worksheet_write_blank(leaf->sheet, (lxw_row_t)note->row, (lxw_col_t)note->column,
                                  format);
        lxw_comment_options options = {.author = (char *)"rapor", .width = 300, .height = 90};
        worksheet_write_comment_opt(leaf->sheet, (lxw_row_t)note->row, (lxw_col_t)note->column,
                                    text, &options);
        first = first ? first : note;
    }
    if (first)
        worksheet_set_selection(leaf->sheet, (lxw_row_t)first->row, (lxw_col_t)first->column,
                                (lxw_row_t)first->row, (lxw_col_t)first->column);
}

static void write_grid(struct workbook *workbook, const struct marking *marking,
                       const struct sheet_grid *grid)
{
    const struct leaf leaf = workbook_sheet(workbook, grid->name ? grid->name : "Data");
    size_t width = 1;
    for (size_t row = 0; row < grid->count; row++) {
        width = MAX(width, grid->rows[row].count);
        for (size_t c = 0; c < grid->rows[row].count; c++)
            write_cell(&leaf, marking, (struct marked_place){row, c, NULL},
                       grid->rows[row].cells[c]);
    }
    worksheet_set_column(leaf.sheet, 0, (lxw_col_t)(width - 1), WIDTH, NULL);
    write_notes(&leaf, marking, grid);
}

static void fill(struct workbook *workbook, const void *data)
{
    struct marking marking = *(const struct marking *)data;
    marking.wrong = format_of(workbook, 0xFFC7CE, NULL);
    marking.doubtful = format_of(workbook, 0xFFEB9C, NULL);
    marking.wrong_day = format_of(workbook, 0xFFC7CE, "dd/mm/yyyy");
    marking.day = format_of(workbook, 0, "dd/mm/yyyy");
    for (size_t i = 0; i < marking.grids->count; i++)
        write_grid(workbook, &marking, &marking.grids->all[i]);
}

bool marked_write(const struct grids *grids, const struct mark_note *const *notes, size_t count,
                  GByteArray *out, GError **error)
{
    const struct marking marking = {.grids = grids, .notes = notes, .count = count};
    const struct workbook_plan plan = {"rapor import", 0, fill, &marking, NULL};
    return workbook_write(&plan, out, error);
}
