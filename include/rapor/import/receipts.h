/* receipts.h - who has received what, as a sheet tells it. */
#ifndef RAPOR_IMPORT_RECEIPTS_H
#define RAPOR_IMPORT_RECEIPTS_H

#include <glib.h>
#include <stddef.h>

struct arena;

struct receipt {
    size_t row;           /* of the sheet, from 1 */
    const char *code;     /* of the institution */
    const char *kind;     /* of document; NULL: all of them */
    const char *date;     /* "2022-01-12" */
    const char *receiver; /* NULL: not told */
};

/* Reads a CSV or a workbook with columns code, date, receiver, kind, or Kode, Tanggal,
 * Penerima, Jenis, in any order; dates also as 12/01/2022, the day first.  NULL with ERROR,
 * which names the row, where that cannot be.  ARENA owns what the array holds. */
GArray *receipts_read(const char *path, struct arena *arena, GError **error);

#endif
