/* update.h - objects that are changed or added behind the bytes of a PDF. */
#ifndef SIGN_UPDATE_H
#define SIGN_UPDATE_H

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

struct update {
    qpdf_data pdf;   /* the file as it was */
    GByteArray *out; /* it, and what was added */
    GArray *entries; /* struct update_entry */
    unsigned next;   /* the first number that is free */
    size_t before;   /* where its cross-reference starts */
};

struct update_entry {
    unsigned object;
    size_t at;
};

/* Reads PAPER; it must last as long as UPDATE.  False where it cannot be read. */
bool update_begin(struct update *update, const void *paper, size_t length, GError **error);
void update_clear(struct update *update);

unsigned update_number(struct update *update); /* of a new object */

/* Adds an object that is VALUE, with ADDED before the end of its dictionary. */
void update_object(struct update *update, unsigned object, qpdf_oh value, const char *added);
void update_stream(struct update *update, unsigned object, const void *bytes, size_t length);
void update_text(struct update *update, unsigned object, const char *text);

/* Writes the cross-reference of what was added. */
void update_end(struct update *update);

#endif
