/* squeeze.h - deflate: quickly what is made for each paper, well what is made once.
 * The same data become the same bytes, on all processors of x86-64 with SSE 4.2. */
#ifndef RAPOR_SQUEEZE_H
#define RAPOR_SQUEEZE_H

#include <stdbool.h>
#include <stddef.h>

enum squeeze {
    SQUEEZE_QUICK, /* some 500 MB a second */
    SQUEEZE_WELL   /* a tenth smaller, fifty times slower */
};

/* The most bytes that COUNT may become. */
size_t squeeze_most(size_t count);

/* Both write to OUT, which has room for squeeze_most(COUNT) bytes, and return how many
 * they became: in the format of zlib (RFC 1950), or the bare data (RFC 1951; quickly). */
size_t squeeze_zlib(enum squeeze how, const void *data, size_t count, void *out);
size_t squeeze_bare(const void *data, size_t count, void *out);

/* The same of a piece: bare data of one piece after the other are those of the whole. */
size_t squeeze_piece(const void *data, size_t count, bool last, void *out);

#endif
