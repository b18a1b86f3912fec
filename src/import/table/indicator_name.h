/* indicator_name.h - the parts of what an indicator is called: see indicator_called(). */
#ifndef IMPORT_TABLE_INDICATOR_NAME_H
#define IMPORT_TABLE_INDICATOR_NAME_H

#include "../desk.h"

/* Returns the digits behind "indikator", "ind.", "i" or zeros, or KEY itself. */
const char *number_part(const struct desk *desk, const char *key);

/* Returns the name behind the number in "1 tingkat kematangan ...", or NULL. */
const char *behind_number(const char *key);

/* Returns the indicator of that name; *NEAR: of nearly that name, if no other is as near. */
size_t indicator_named(const struct desk *desk, const char *key, bool *near);

/* Returns the number of the indicator that the item whose code stands at ORIGIN is of; where the
 * instrument has no such item, that is told, and NULL returned. */
const char *indicator_of_item(struct desk *desk, struct import_origin origin);

#endif
