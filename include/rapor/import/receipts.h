/* receipts.h - what became of papers, as a sheet tells it: who has received them; which number
 * and date they got where they were signed. */
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
    const char *number;   /* that it got; NULL: not told */
    const char *file;     /* as it is out: a path from where the sheet lies; NULL: not told */
};

/* Reads a CSV or a workbook with columns code, date, receiver, kind, number, file, or Kode,
 * Tanggal, Penerima, Jenis, Nomor, Berkas, in any order; dates also as 12/01/2022, the day first.
 * NULL with ERROR, which names the row, where that cannot be.  ARENA owns what the array holds. */
GArray *receipts_read(const char *path, struct arena *arena, GError **error);

#endif
