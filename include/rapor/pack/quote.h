/* quote.h - a text as JSON writes it. */
#ifndef RAPOR_PACK_QUOTE_H
#define RAPOR_PACK_QUOTE_H

#include <glib.h>

/* Appends TEXT in quotes; NULL becomes null.  What is not UTF-8 gets U+FFFD. */
void quote_json(GString *out, const char *text);

#endif
