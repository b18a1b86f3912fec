/* book.h - all figures of an evaluation as one workbook (xlsx).
 *
 * Sheets: Petunjuk, how to fill it in (of forms); Peringkat and one for each group;
 * Indikator, every institution with its levels; those of what else is recorded; Hitung,
 * where formulas compute index, domains and aspects from the levels on Indikator and the
 * weights on Bobot, beside the figures computed here; Rata-rata; Bobot; Kamus, the
 * indicators by name; Acuan, groups and grades; Identitas, what stands at the head of the
 * evaluation.  import.h reads Indikator, the records and Identitas back.  Texts never
 * become formulas. */
#ifndef RAPOR_PACK_BOOK_H
#define RAPOR_PACK_BOOK_H

#include <glib.h>
#include <stdbool.h>
#include <time.h>

struct evaluation;
struct identity_row;
struct ledger_table;
struct standings;

struct book_order {
    const struct evaluation *evaluation;
    const struct standings *standings;  /* NULL: a form to fill in, without levels and ranks,
                                           that checks levels while they are typed; rows are
                                           left free where no institution is known */
    const char *guide;                  /* of a form: how it is filled in, a paragraph a line */
    const struct ledger_table *ledgers; /* ledgers.h; none: a workbook of results alone */
    size_t ledger_count;
    const struct identity_row *identity; /* none: there is no sheet Identitas */
    size_t identity_count;
    time_t date; /* when it says it was made */
};

/* Appends the workbook to OUT.  *CUT (NULL is welcome) is how many texts were longer than
 * a cell may be, and were cut. */
bool book_write(const struct book_order *order, size_t *cut, GByteArray *out, GError **error);

#endif
