/* parse.h - lengths, colors and numbers as they are written; all return false
 * where the text is none. */
#ifndef RAPOR_LAYOUT_PARSE_H
#define RAPOR_LAYOUT_PARSE_H

#include "rapor/doc/doc.h"

bool parse_length(const char *text, double *points);
/* One length counts for both. */
bool parse_pair(const char *text, double *first, double *second);
/* Of a column: "14mm", "2*", "fit". */
bool parse_width(const char *text, enum unit *unit, double *width);
/* "#RRGGBB" */
bool parse_hex(const char *text, struct color *color);
/* "2.6"; NAN where the text is empty. */
bool parse_number(const char *text, double *number);

#endif
