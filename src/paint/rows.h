/* rows.h - the pixels of a picture as PNG holds them (third edition, 7 to 10): rows from
 * top to bottom, each a filter, then red, green and blue of its pixels, compressed in the
 * format of zlib (RFC 1950). */
#ifndef PAINT_ROWS_H
#define PAINT_ROWS_H

#include <glib.h>

struct canvas;
struct packing;

/* Appends to OUT until the end. */
struct packing *rows_begin(const struct canvas *canvas, GByteArray *out);
void rows_add(struct packing *packing); /* those of the canvas's band */
void rows_end(struct packing *packing); /* and destroys it */

#endif
