/* additions.h - what a signature adds to a PDF is left out of what is compared. */
#ifndef VERIFY_LIKENESS_ADDITIONS_H
#define VERIFY_LIKENESS_ADDITIONS_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>

/* Calls SEEN with a digest of each signature. */
void additions_each_signature(qpdf_data pdf, void (*seen)(void *data, const char *digest),
                              void *data);

/* Takes away the values and appearances of our fields, and the fields that a service has added
 * where they show nothing beyond our boxes. */
void additions_remove(qpdf_data pdf);

#endif
