/* deflate.h - deflate: in the format of zlib (RFC 1950) for papers and pictures, or bare (RFC
 * 1951) for archives.  The same data become the same bytes, on all processors. */
#ifndef RAPOR_BASE_DEFLATE_H
#define RAPOR_BASE_DEFLATE_H

#include <stdbool.h>
#include <stddef.h>

enum deflate {
    DEFLATE_GOOD, /* for what is made for each paper */
    DEFLATE_TEXT, /* for texts in archives: a fifth smaller, where pages gain a fiftieth */
    DEFLATE_FINE, /* for what is made a few times: a tenth smaller */
    DEFLATE_BEST  /* for what is made once: a fifth smaller, thirty times slower */
};

/* The most bytes that COUNT may become. */
size_t deflate_most(size_t count);

/* All write to OUT, which has room for deflate_most(COUNT) bytes, and return how many
 * they became. */
size_t deflate_zlib(enum deflate how, const void *data, size_t count, void *out);

/* As texts are, and pieces too. */
size_t deflate_bare(const void *data, size_t count, void *out);

/* A piece of at most 2 GiB: bare data of one piece after the other are those of the whole. */
size_t deflate_piece(const void *data, size_t count, bool last, void *out);

/* What a piece that is not the last ends with, and text compressed hardly ever has. */
#define DEFLATE_PIECE_END "\0\0\xff\xff"
enum { DEFLATE_ROOM = 2 };

/* True where PIECE, LENGTH bytes that deflate_piece() may have made, becomes DATA again; there is
 * room behind it. */
bool deflate_piece_is(void *piece, size_t length, bool last, const void *data, size_t count);

#endif
