/* deflate.h - deflate: in the format of zlib (RFC 1950) for papers, which are to be
 * small, or bare (RFC 1951) for archives and pictures, which are many bytes.
 * The same data become the same bytes, on all processors of x86-64 with SSE 4.2. */
#ifndef RAPOR_BASE_DEFLATE_H
#define RAPOR_BASE_DEFLATE_H

#include <stdbool.h>
#include <stddef.h>

enum deflate {
    DEFLATE_FAST, /* for long data that go with a paper: twice as fast, a sixth larger */
    DEFLATE_GOOD, /* for what is made for each paper */
    DEFLATE_BEST  /* for what is made once: a tenth smaller, thirty times slower */
};

/* The most bytes that COUNT may become. */
size_t deflate_most(size_t count);

/* All write to OUT, which has room for deflate_most(COUNT) bytes, and return how many
 * they became. */
size_t deflate_zlib(enum deflate how, const void *data, size_t count, void *out);

/* The fast way, of a piece: bare data of one piece after the other are those of the whole. */
size_t deflate_piece(const void *data, size_t count, bool last, void *out);

#endif
