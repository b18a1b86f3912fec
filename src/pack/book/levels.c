#include "parts.h"

#include "rapor/assess/tables.h"
#include "rapor/base/arena.h"

#include <string.h>

#define MESSAGE_MOST 255 /* characters of what is shown beside a cell */
#define LEVEL_WIDTH  6.0

static size_t column_called(const struct ranking *table, const char *key)
{
    size_t column = 0;
    while (strcmp(table->columns[column].key, key) != 0)
        column++;
    return column;
}

static void check_column(const struct leaf *leaf, size_t column, size_t rows,
                         lxw_data_validation *rule)
{
    lxw_error problem = worksheet_data_validation_range(leaf->sheet, 1, (lxw_col_t)column,
                                                        (lxw_row_t)rows, (lxw_col_t)column, rule);
    if (leaf->workbook->problem == LXW_NO_ERROR)
        leaf->workbook->problem = problem;
}

/* While a level is typed its indicator is named, and what is no level refused. */
static void check_levels(const struct book *book, const struct leaf *leaf, size_t number)
{
    const struct instrument *instrument = book->evaluation->instrument;
    const struct indicator *indicator = &instrument->indicators[number];
    double scale = (double)instrument->level_scale;
    g_autofree char *name = g_utf8_strlen(indicator->name, -1) > MESSAGE_MOST
                                ? g_utf8_substring(indicator->name, 0, MESSAGE_MOST)
                                : g_strdup(indicator->name);
    lxw_data_validation rule = {
        .validate = instrument->level_scale == 1 ? LXW_VALIDATION_TYPE_INTEGER
                                                 : LXW_VALIDATION_TYPE_DECIMAL,
        .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
        .minimum_number = (double)instrument->level_min / scale,
        .maximum_number = (double)instrument->level_max / scale,
        .input_title = arena_printf(book->arena, "Indikator %.20s", indicator->no),
        .input_message = name,
        .error_title = (char *)"Bukan tingkat",
        .error_message = arena_printf(book->arena, "Isi dengan angka %g sampai %g.",
                                      (double)instrument->level_min / scale,
                                      (double)instrument->level_max / scale),
    };
    check_column(leaf, book->first_column + number, book->rows, &rule);
}

static void check_groups(const struct book *book, const struct leaf *leaf, size_t column)
{
    lxw_data_validation rule = {
        .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
        .value_formula = arena_printf(book->arena, "=Acuan!$A$2:$A$%zu",
                                      book->evaluation->instrument->group_count + 1),
        .error_title = (char *)"Kelompok tidak dikenal",
        .error_message = (char *)"Pilih salah satu kelompok dari daftar.",
    };
    check_column(leaf, column, book->rows, &rule);
}

/* Leaves who it is, and nothing of what was found. */
static void leave_results_out(struct ranking *levels)
{
    size_t first = column_called(levels, "reason");
    for (size_t row = 0; row < levels->row_count; row++)
        for (size_t c = first; c < levels->column_count; c++)
            levels->cells[row * levels->column_count + c] = (struct ranking_cell){NULL, INDEX_NONE};
}

void book_levels(const struct book *book)
{
    struct ranking *levels = levels_of(book->evaluation, book->arena);
    const size_t last = levels->column_count - 1;
    const struct leaf leaf = workbook_sheet(book->workbook, "Indikator");
    if (!book->standings)
        leave_results_out(levels);
    leaf_table(&leaf, levels);
    worksheet_set_column(leaf.sheet, (lxw_col_t)book->first_column, (lxw_col_t)last, LEVEL_WIDTH,
                         NULL);
    if (book->standings)
        return;
    leaf_head(&leaf, book->rows, levels->column_count, column_called(levels, "name") + 1);
    check_groups(book, &leaf, column_called(levels, "group"));
    for (size_t i = 0; i < book->evaluation->instrument->indicator_count; i++)
        check_levels(book, &leaf, i);
}
