/* plain.h - text fit for a terminal, and how wide it stands there. */
#ifndef CLI_PLAIN_H
#define CLI_PLAIN_H

#include <glib.h>

/* Appends TEXT; what could steer a terminal or hide in a line, and what is not
 * UTF-8, becomes U+FFFD.  Tabs and line feeds stay. */
void plain_append(GString *out, const char *text);

/* Returns how many columns a character takes: 0, 1 or 2. */
unsigned plain_columns(gunichar character);

/* Appends the line SOURCE and below it a caret under the COLUMNth character,
 * from 1.  Of a long line only what stands around the caret is shown. */
void plain_excerpt(GString *out, const char *source, unsigned column);

/* Returns the beginning of TEXT that is at most COLUMNS wide. */
char *plain_cut(const char *text, unsigned columns);

#endif
