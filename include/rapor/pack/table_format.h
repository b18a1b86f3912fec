/* table_format.h - a ranking as bytes, in one of several formats.
 *
 * A new format is a new file src/pack/table_NAME.c and a row in src/pack/table_format.c. */
#ifndef RAPOR_PACK_TABLE_FORMAT_H
#define RAPOR_PACK_TABLE_FORMAT_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct ranking;

struct table_format {
    const char *name;  /* of --format, and the suffix of the file: "csv" */
    const char *about; /* one line */
    /* Appends to OUT.  DATE is when the format says it was made, where it says so. */
    bool (*write)(const struct ranking *ranking, time_t date, GByteArray *out, GError **error);
};

extern const struct table_format table_text, table_csv, table_csv_id, table_json, table_xlsx;
extern const struct table_format *const table_formats[]; /* ended by NULL */

const struct table_format *table_format_find(const char *name); /* or NULL */

/* Appends a number of hundredths with two decimals after POINT. */
void table_hundredths(GString *out, int64_t number, char point);

/* Moves TEXT to the end of OUT: rows go one at a time, so that none is held twice. */
void table_put(GString *text, GByteArray *out);

#endif
