/* rows.h - the pixels of a picture as PNG holds them (third edition, 7 to 10). */
#ifndef PAINT_ROWS_H
#define PAINT_ROWS_H

#include <glib.h>

struct canvas;

/* Appends the rows from top to bottom, each a filter, then red, green and blue of its
 * pixels, compressed in the format of zlib (RFC 1950). */
void rows_pack(const struct canvas *canvas, GByteArray *out);

#endif
