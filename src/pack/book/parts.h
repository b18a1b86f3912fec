/* parts.h - the sheets of the workbook of an evaluation. */
#ifndef PACK_BOOK_PARTS_H
#define PACK_BOOK_PARTS_H

#include "../workbook.h"

#include "rapor/assess/standing.h"
#include "rapor/import/ledgers.h"
#include "rapor/pack/book.h"

struct arena;

/* What all the sheets are made from. */
struct book {
    struct workbook *workbook;
    const struct book_order *order;
    const struct evaluation *evaluation;
    const struct standings *standings; /* NULL: a form to fill in */
    struct arena *arena;
    size_t first_row;    /* on Indikator: of the first institution, from 0 */
    size_t rows;         /* of institutions, with those that are left free */
    size_t first_column; /* on Indikator and Bobot: of the first indicator */
};

/* Returns TEXT in the words of the instrument. */
const char *book_called(const struct book *book, const char *text);

/* Returns who, and the levels, as the workbook has them: one of results alone is published. */
struct ranking *book_table(const struct book *book);

/* Indikator: who, and the levels; a form checks what is typed. */
void book_levels(const struct book *book);

/* Hitung: the formulas.  Bobot: the weights they use, in parts of the whole, each
 * under the column that its level has on Indikator. */
void book_check(const struct book *book);
void book_weights(const struct book *book);

/* Acuan: what a group and a grade may be.  The first row is row 2. */
void book_reference(const struct book *book);

/* Petunjuk: how a form is filled in. */
void book_guide(const struct book *book);

/* The sheets of what is recorded beside the levels. */
void book_ledgers(const struct book *book);

/* Identitas: the head of the evaluation, an attribute a row. */
void book_identity(const struct book *book);

#endif
