/* rows.h - the pixels of a picture as PNG holds them (third edition, 7 to 10): rows from
 * top to bottom, each a filter, then red, green and blue of its pixels or the numbers of their
 * shades, of the bits that these tell, compressed in the format of zlib (RFC 1950). */
#ifndef PAINT_ROWS_H
#define PAINT_ROWS_H

#include <glib.h>
#include <stdbool.h>

struct canvas;
struct packing;
struct shades;

/* SHADES may be NULL. */
struct packing *rows_begin(const struct canvas *canvas, struct shades *shades);
/* Adds those of the canvas's band; false where they have more colours than there are shades. */
bool rows_add(const struct packing *packing);
/* Puts all of them into OUT, two pixels in a byte where few shades are enough. */
void rows_pack(struct packing *packing, GByteArray *out);
void rows_end(struct packing *packing);

#endif
