/* sheet.h - a ranking as bytes, in one of several forms.
 *
 * A new form is a new file src/pack/sheet_NAME.c and a row in src/pack/sheet.c. */
#ifndef RAPOR_PACK_SHEET_H
#define RAPOR_PACK_SHEET_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct ranking;

struct sheet_form {
    const char *name;  /* of --format, and the suffix of the file: "csv" */
    const char *about; /* one line */
    /* Appends to OUT.  DATE is when the form says it was made, where it says so. */
    bool (*write)(const struct ranking *ranking, time_t date, GByteArray *out, GError **error);
};

extern const struct sheet_form sheet_text, sheet_csv, sheet_csv_id, sheet_json, sheet_xlsx;
extern const struct sheet_form *const sheet_forms[]; /* ended by NULL */

const struct sheet_form *sheet_form_find(const char *name); /* or NULL */

/* Appends a number of hundredths with two decimals after POINT. */
void sheet_hundredths(GString *out, int64_t number, char point);

#endif
