/* flat.h - flat pictures compressed in the format of zlib (RFC 1950).
 *
 * Half of the rows are the one above once more, and most of a row is one colour: what goes on as
 * the row above or the pixel before is passed by eight bytes at a time, where a library looks
 * at each.  What is left, the edges of letters, is looked for among what came before.  The same
 * bytes on all processors. */
#ifndef PAINT_FLAT_H
#define PAINT_FLAT_H

#include <glib.h>
#include <stddef.h>

struct flat {
    const guint8 *bytes;
    size_t count;
    size_t row, pixel; /* bytes of each */
};

/* The most bytes that COUNT may become. */
size_t flat_most(size_t count);

/* Writes to OUT, which has room for flat_most() bytes; returns how many they became. */
size_t flat_pack(const struct flat *flat, guint8 *out);

#endif
