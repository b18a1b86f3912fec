/* huffman.h - codes as short as what they stand for is frequent (RFC 1951, 3.2.2). */
#ifndef PAINT_HUFFMAN_H
#define PAINT_HUFFMAN_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#define HUFFMAN_SYMBOLS 288 /* at most */

/* As it is written, the first bit the lowest. */
struct code {
    guint32 bits;
    guint8 length; /* 0: the symbol does not occur */
};

/* Sets the code of each of COUNT symbols, which occur so OFTEN, to MOST bits at most. */
void huffman_codes(const guint32 *often, size_t count, unsigned most, struct code *codes);

#endif
