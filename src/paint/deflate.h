/* deflate.h - compressed data (RFC 1951) from pieces that the caller has found: it knows
 * where a picture repeats itself, and what it says of that is written without a search.
 * Each block has codes of its own, as short as their pieces are frequent. */
#ifndef PAINT_DEFLATE_H
#define PAINT_DEFLATE_H

#include <glib.h>
#include <stddef.h>

#define DEFLATE_WINDOW 32768 /* as far back can a copy begin */

struct deflate;

/* Appends to OUT until the end. */
struct deflate *deflate_begin(GByteArray *out);
void deflate_end(struct deflate *deflate); /* and destroys it */

void deflate_byte(struct deflate *deflate, guint8 byte);

/* Three bytes: 0x??rrggbb. */
void deflate_pixel(struct deflate *deflate, guint32 pixel);

/* COUNT bytes, 3 at least, again, which began DISTANCE bytes ago, 1 to DEFLATE_WINDOW;
 * they may overlap what they become. */
void deflate_copy(struct deflate *deflate, size_t count, size_t distance);

#endif
