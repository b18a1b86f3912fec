#include "parts.h"

#include "rapor/base/arena.h"

void book_reference(const struct book *book)
{
    const struct instrument *instrument = book->evaluation->instrument;
    const struct leaf leaf = workbook_sheet(book->workbook, "Acuan");
    leaf_text(&leaf, 0, 0, "Kelompok", leaf.workbook->head);
    leaf_text(&leaf, 0, 1, "Sebutan", leaf.workbook->head);
    leaf_text(&leaf, 0, 3, book_called(book, "Indeks mulai"), leaf.workbook->head);
    leaf_text(&leaf, 0, 4, book_called(book, "Predikat"), leaf.workbook->head);
    for (size_t g = 0; g < instrument->group_count; g++) {
        leaf_text(&leaf, g + 1, 0, instrument->groups[g].name, NULL);
        leaf_text(&leaf, g + 1, 1, instrument->groups[g].id, NULL);
    }
    /* The lowest first, as MATCH wants it; that one reaches down to the lowest level. */
    for (size_t g = 0; g < instrument->grade_count; g++) {
        const struct grade *grade = &instrument->grades[instrument->grade_count - 1 - g];
        int64_t lowest = instrument->level_min * 100 / instrument->level_scale;
        int64_t from = g == 0 ? MIN(lowest, grade->from) : grade->from;
        leaf_number(&leaf, g + 1, 3, (double)from / 100, leaf.workbook->index);
        leaf_text(&leaf, g + 1, 4, grade->name, NULL);
    }
    worksheet_set_column(leaf.sheet, 0, 0, 40, NULL);
    worksheet_set_column(leaf.sheet, 1, 4, 16, NULL);
    worksheet_fit_to_pages(leaf.sheet, 1, 0);
    worksheet_freeze_panes(leaf.sheet, 1, 0);
    worksheet_repeat_rows(leaf.sheet, 0, 0);
}

void book_identity(const struct book *book)
{
    static const char *const titles[] = {"Bagian", "Unsur", "Isi", "Keterangan"};
    const struct book_order *order = book->order;
    if (order->identity_count == 0)
        return;
    const struct leaf leaf = workbook_sheet(book->workbook, "Identitas");
    for (size_t c = 0; c < G_N_ELEMENTS(titles); c++)
        leaf_text(&leaf, 0, c, titles[c], leaf.workbook->head);
    worksheet_set_column(leaf.sheet, 0, 1, 26, NULL);
    worksheet_set_column(leaf.sheet, 2, 2, 60, leaf.workbook->code);
    worksheet_set_column(leaf.sheet, 3, 3, 52, NULL);
    for (size_t i = 0; i < order->identity_count; i++) {
        const struct identity_row *row = &order->identity[i];
        leaf_text(&leaf, i + 1, 0, row->part, row->needed ? leaf.workbook->needed : NULL);
        leaf_text(&leaf, i + 1, 1, row->name, row->needed ? leaf.workbook->needed : NULL);
        if (row->kind == LEDGER_DAY)
            leaf_day(&leaf, i + 1, 2, row->value);
        else
            leaf_text(&leaf, i + 1, 2, row->value, leaf.workbook->code);
        leaf_text(&leaf, i + 1, 3, row->meaning, NULL);
        if (row->words)
            leaf_choose(&leaf, i + 1, i + 1, 2, row->words);
    }
    worksheet_fit_to_pages(leaf.sheet, 1, 0);
    worksheet_freeze_panes(leaf.sheet, 1, 0);
    worksheet_repeat_rows(leaf.sheet, 0, 0);
}
