/* field.h - the fields of a paper that wait (src/paint/pdf/fields.c), and for whom. */
#ifndef SIGN_FIELD_H
#define SIGN_FIELD_H

#include "rapor/sign/signer.h"

#include <qpdf/qpdf-c.h>

qpdf_oh field_form(qpdf_data pdf);

/* What FIELD orders whoever signs it to do under KEY; null where nothing. */
qpdf_oh field_order(qpdf_data pdf, qpdf_oh field, const char *key);

/* Returns how many fields wait, and the FIRST that waits for whom CARD is of (NULL: for
 * anybody); that is null where there is none. */
unsigned field_waiting(qpdf_data pdf, const struct signer_card *card, qpdf_oh *first);

/* Returns the name of whom the first of them waits for; to be freed. */
char *field_whom(qpdf_data pdf);

#endif
