/* book.h - all figures of an evaluation as one workbook (xlsx).
 *
 * Sheets: Peringkat and one for each group; Indikator, every institution with
 * its levels; Hitung, where formulas compute index, domains and aspects from the
 * levels on Indikator and the weights on Bobot, beside the figures computed
 * here; Rata-rata; Bobot; Kamus, the indicators by name; Acuan, groups and
 * grades; Identitas, what stands at the head of the evaluation.  import.h reads
 * Indikator and Identitas back.  Texts never become formulas. */
#ifndef RAPOR_PACK_BOOK_H
#define RAPOR_PACK_BOOK_H

#include <glib.h>
#include <stdbool.h>
#include <time.h>

struct evaluation;
struct standings;

/* Appends the workbook to OUT.  DATE is when it says it was made. */
bool book_write(const struct standings *standings, time_t date, GByteArray *out, GError **error);

/* The same as a form to fill in: without levels and rankings; levels are checked
 * while they are typed.  Rows are left free where no institution is known. */
bool book_write_form(const struct evaluation *evaluation, time_t date, GByteArray *out,
                     GError **error);

#endif
