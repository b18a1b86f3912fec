#include "parts.h"

#include "rapor/base/arena.h"

#include <string.h>

#define FORM_ROWS   2000 /* of a form in which words are chosen */
#define WIDE        48.0
#define NARROW      16.0
#define GUIDE_WIDTH 100 /* characters of a line */
#define LONG_TEXT   40  /* characters from which a column is wide */

static double width_of(const struct ledger_table *table, size_t column)
{
    glong longest = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        const char *text = table->cells[row * table->column_count + column];
        longest = MAX(longest, text ? g_utf8_strlen(text, -1) : 0);
    }
    bool name = strcmp(table->columns[column].title, "Instansi") == 0;
    return longest > LONG_TEXT || name ? WIDE : NARROW;
}

static void write_cell(const struct leaf *leaf, size_t row, size_t column, enum ledger_kind kind,
                       const char *text)
{
    char *end = NULL;
    double number = text ? g_ascii_strtod(text, &end) : 0;
    switch (kind) {
    case LEDGER_TEXT:
        leaf_text(leaf, row, column, text, leaf->workbook->code);
        return;
    case LEDGER_NUMBER:
        if (text && end > text && !*end)
            leaf_number(leaf, row, column, number, NULL);
        else
            leaf_text(leaf, row, column, text, NULL);
        return;
    case LEDGER_DAY:
        leaf_day(leaf, row, column, text);
        return;
    }
}

static void write_head(const struct book *book, const struct leaf *leaf,
                       const struct ledger_table *table)
{
    const bool form = !book->standings;
    for (size_t c = 0; c < table->column_count; c++) {
        const struct ledger_field *column = &table->columns[c];
        leaf_text(leaf, 0, c, column->title,
                  form && column->key ? leaf->workbook->needed : leaf->workbook->head);
        worksheet_set_column(leaf->sheet, (lxw_col_t)c, (lxw_col_t)c, width_of(table, c),
                             column->kind == LEDGER_TEXT  ? leaf->workbook->code
                             : column->kind == LEDGER_DAY ? leaf->workbook->day
                                                          : NULL);
        if (column->words)
            leaf_choose(leaf, 1, MAX(table->row_count, FORM_ROWS), c, column->words);
    }
    leaf_head(leaf, 0, table->row_count, table->column_count, 2);
}

void book_ledgers(const struct book *book)
{
    for (size_t i = 0; i < book->order->ledger_count; i++) {
        const struct ledger_table *table = &book->order->ledgers[i];
        if (table->with_items && book->evaluation->instrument->item_count == 0)
            continue;
        const struct leaf leaf = workbook_sheet(book->workbook, table->title);
        write_head(book, &leaf, table);
        for (size_t row = 0; row < table->row_count; row++)
            for (size_t c = 0; c < table->column_count; c++)
                write_cell(&leaf, row + 1, c, table->columns[c].kind,
                           table->cells[row * table->column_count + c]);
    }
}

/* A paragraph of the guide in each row. */
void book_guide(const struct book *book)
{
    const struct leaf leaf = workbook_sheet(book->workbook, "Petunjuk");
    g_auto(GStrv) lines = g_strsplit(book->order->guide, "\n", -1);
    worksheet_set_column(leaf.sheet, 0, 0, GUIDE_WIDTH + 10, leaf.workbook->prose);
    for (size_t i = 0; lines[i]; i++) {
        const size_t rows = strlen(lines[i]) / GUIDE_WIDTH + 1; /* not all programs fit rows */
        worksheet_set_row(leaf.sheet, (lxw_row_t)i, 16.0 * (double)rows, NULL);
        leaf_text(&leaf, i, 0, book_called(book, lines[i]),
                  i == 0 ? leaf.workbook->head : leaf.workbook->prose);
    }
    worksheet_fit_to_pages(leaf.sheet, 1, 0);
    worksheet_freeze_panes(leaf.sheet, 1, 0);
    worksheet_repeat_rows(leaf.sheet, 0, 0);
}
