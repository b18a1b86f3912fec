/* squeeze.h - deflate: in the format of zlib (RFC 1950) for papers, which are to be
 * small, or bare (RFC 1951) for archives and pictures, which are many bytes.
 * The same data become the same bytes, on all processors of x86-64 with SSE 4.2. */
#ifndef RAPOR_BASE_SQUEEZE_H
#define RAPOR_BASE_SQUEEZE_H

#include <stdbool.h>
#include <stddef.h>

enum squeeze {
    SQUEEZE_FAST, /* for long data that go with a paper: twice as fast, a sixth larger */
    SQUEEZE_GOOD, /* for what is made for each paper */
    SQUEEZE_BEST  /* for what is made once: a tenth smaller, thirty times slower */
};

/* The most bytes that COUNT may become. */
size_t squeeze_most(size_t count);

/* All write to OUT, which has room for squeeze_most(COUNT) bytes, and return how many
 * they became. */
size_t squeeze_zlib(enum squeeze how, const void *data, size_t count, void *out);

/* The fast way. */
size_t squeeze_bare(const void *data, size_t count, void *out);

/* The same of a piece: bare data of one piece after the other are those of the whole. */
size_t squeeze_piece(const void *data, size_t count, bool last, void *out);

#endif
