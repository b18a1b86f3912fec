/* dictionary.h - what the columns of the tables in the national archive mean: one CSV file that
 * says of each its title, type, unit, meaning, values and source. */
#ifndef RAPOR_PRESS_DICTIONARY_H
#define RAPOR_PRESS_DICTIONARY_H

#include "rapor/session/session.h"

/* Appends it; made by common/press/data.xsl of the layouts. */
bool dictionary_write(const struct session *session, GByteArray *out, GError **error);

#endif
