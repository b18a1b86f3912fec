/* spelled.h - values in one spelling, whichever a file has chosen. */
#ifndef VERIFY_LIKENESS_SPELLED_H
#define VERIFY_LIKENESS_SPELLED_H

#include <glib.h>
#include <qpdf/qpdf-c.h>

void spelled_bytes(const char *bytes, size_t length, GString *out);

/* A number, a string, a name, or another value that holds none. */
void spelled_plain(qpdf_data pdf, qpdf_oh value, GString *out);

#endif
