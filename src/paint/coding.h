/* coding.h - a deflate stream from its symbols (RFC 1951): literals and copies are gathered and
 * written in blocks, each with the prefix codes that fit it best. */
#ifndef PAINT_CODING_H
#define PAINT_CODING_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    COPY_LEAST = 3, /* bytes of one copy, and how far back they may lie */
    COPY_MOST = 258,
    WINDOW = 32768,
    BLOCK_MOST = 10000, /* symbols of a block */
    LENGTH_CODES = 286, /* literals, the end of a block and lengths */
    DISTANCE_CODES = 30
};

struct coding {
    guint8 *out;     /* where the next byte is written */
    guint64 pending; /* bits that do not yet fill one, and how many they are */
    unsigned pending_count;
    guint32 symbols[BLOCK_MOST];
    size_t count;
    guint32 lengths[LENGTH_CODES], distances[DISTANCE_CODES]; /* how often each is used */
};

/* Begins a stream at OUT. */
void coding_begin(struct coding *coding, guint8 *out);

/* Adds a byte as it is, or LENGTH bytes (COPY_LEAST to COPY_MOST) that stand DISTANCE (1 to
 * WINDOW) before. */
void coding_literal(struct coding *coding, guint8 byte);
void coding_copy(struct coding *coding, size_t length, size_t distance);

/* Ends the stream; returns where the byte behind it belongs. */
guint8 *coding_finish(struct coding *coding);

#endif
