#include "parts.h"

#include "rapor/assess/tables.h"
#include "rapor/base/arena.h"

#include <string.h>

#define LEVEL_WIDTH  6.0
#define FORM_WIDTH   14.0
#define NAME_WIDTH   44.0
#define NAMES_HEIGHT 48.0
#define CHECKED_ROWS 1999 /* the last row in which a form checks what is typed */

static size_t column_called(const struct ranking *table, const char *key)
{
    size_t column = 0;
    while (strcmp(table->columns[column].key, key) != 0)
        column++;
    return column;
}

/* While a level is typed what is none is refused. */
static void check_levels(const struct book *book, const struct leaf *leaf, size_t last)
{
    const struct instrument *instrument = book->evaluation->instrument;
    double scale = (double)instrument->level_scale;
    lxw_data_validation rule = {
        .validate = instrument->level_scale == 1 ? LXW_VALIDATION_TYPE_INTEGER
                                                 : LXW_VALIDATION_TYPE_DECIMAL,
        .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
        .minimum_number = (double)instrument->level_min / scale,
        .maximum_number = (double)instrument->level_max / scale,
        .error_title = (char *)book_called(book, "Bukan tingkat"),
        .error_message = arena_printf(book->arena, "Isi dengan angka %g sampai %g.",
                                      (double)instrument->level_min / scale,
                                      (double)instrument->level_max / scale),
    };
    leaf_rule(leaf, &(struct leaf_area){book->first_row, book->first_column, CHECKED_ROWS, last},
              &rule);
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
    leaf_rule(leaf, &(struct leaf_area){book->first_row, column, CHECKED_ROWS, column}, &rule);
}

/* Leaves who it is, and nothing of what was found. */
static void leave_results_out(struct ranking *levels)
{
    size_t first = column_called(levels, "reason");
    for (size_t row = 0; row < levels->row_count; row++)
        for (size_t c = first; c < levels->column_count; c++)
            levels->cells[row * levels->column_count + c] = (struct ranking_cell){NULL, INDEX_NONE};
}

/* A form has the names of the indicators below their numbers; what must be filled in is
 * marked, and there is room for names. */
static void write_form(const struct book *book, const struct leaf *leaf,
                       const struct ranking *levels)
{
    static const char *const needed[] = {"code", "name", "group"};
    const struct instrument *instrument = book->evaluation->instrument;
    for (size_t i = 0; i < G_N_ELEMENTS(needed); i++) {
        size_t column = column_called(levels, needed[i]);
        leaf_text(leaf, 0, column, levels->columns[column].title, leaf->workbook->needed);
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        leaf_text(leaf, 0, book->first_column + i, indicator->no, leaf->workbook->needed);
        leaf_text(leaf, 1, book->first_column + i,
                  indicator->short_name ? indicator->short_name : indicator->name,
                  leaf->workbook->small);
    }
    worksheet_set_row(leaf->sheet, 1, NAMES_HEIGHT, NULL);
    for (size_t c = 0; c < book->first_column; c++)
        if (strcmp(levels->columns[c].key, "name") == 0 ||
            strcmp(levels->columns[c].key, "group") == 0)
            worksheet_set_column(leaf->sheet, (lxw_col_t)c, (lxw_col_t)c, NAME_WIDTH, NULL);
    check_groups(book, leaf, column_called(levels, "group"));
    check_levels(book, leaf, levels->column_count - 1);
}

/* Writes the institutions below the names of the indicators. */
static void write_known(const struct book *book, const struct leaf *leaf,
                        const struct ranking *levels)
{
    for (size_t row = 0; row < levels->row_count; row++)
        for (size_t c = 0; c < book->first_column; c++) {
            const char *text = levels->cells[row * levels->column_count + c].text;
            leaf_text(leaf, book->first_row + row, c, text, leaf->workbook->code);
        }
}

/* Levels that items gave stand there as exactly as a cell can hold them: the formulas compute
 * with them. */
static void write_exact(const struct book *book, const struct leaf *leaf)
{
    const struct instrument *instrument = book->evaluation->instrument;
    for (size_t row = 0; row < book->evaluation->institution_count; row++) {
        const int32_t *levels = book->evaluation->institutions[row].levels;
        for (size_t i = 0; levels && i < instrument->indicator_count; i++)
            if (levels[i] != LEVEL_NONE)
                leaf_number(leaf, book->first_row + row, book->first_column + i,
                            (double)levels[i] / (double)instrument->level_scale,
                            leaf->workbook->index);
    }
}

struct ranking *book_table(const struct book *book)
{
    const bool published = book->standings && book->order->identity_count == 0;
    return published ? levels_of(book->evaluation, book->arena)
                     : levels_for_office(book->evaluation, book->arena);
}

void book_levels(const struct book *book)
{
    struct ranking *levels = book_table(book);
    const size_t frozen = column_called(levels, "name") + 1;
    const struct leaf leaf = workbook_sheet(book->workbook, "Indikator");
    struct ranking head = *levels;
    if (!book->standings) {
        leave_results_out(levels);
        head.row_count = 0;
    }
    leaf_table(&leaf, book->standings ? levels : &head);
    if (book->standings && book->evaluation->instrument->item_count > 0)
        write_exact(book, &leaf);
    for (size_t c = book->first_column; c < levels->column_count; c++)
        worksheet_set_column(leaf.sheet, (lxw_col_t)c, (lxw_col_t)c,
                             book->standings ? LEVEL_WIDTH : FORM_WIDTH, NULL);
    if (book->standings)
        return;
    write_known(book, &leaf, levels);
    leaf_head(&leaf, 1, book->rows, levels->column_count, frozen);
    write_form(book, &leaf, levels);
}
