/* bytes.h - a growing row of bytes, and how PDF writes numbers and texts into it. */
#ifndef PAINT_PDF_BYTES_H
#define PAINT_PDF_BYTES_H

#include "values.h"

#include "rapor/base/deflate.h"

#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct bytes {
    char *data;
    size_t count, room;
};

void bytes_room(struct bytes *bytes, size_t more); /* makes room for MORE than there is */
void bytes_free(struct bytes *bytes);

/* Room for so many more, which count when the END of what was written is told. */
static inline char *bytes_open(struct bytes *bytes, size_t more)
{
    if (bytes->room - bytes->count < more)
        bytes_room(bytes, more);
    return bytes->data + bytes->count;
}

static inline void bytes_close(struct bytes *bytes, const char *end)
{
    bytes->count = (size_t)(end - bytes->data);
}

static inline void bytes_put(struct bytes *bytes, const void *data, size_t count)
{
    if (bytes->room - bytes->count < count)
        bytes_room(bytes, count);
    if (count > 0)
        memcpy(bytes->data + bytes->count, data, count);
    bytes->count += count;
}

static inline void bytes_char(struct bytes *bytes, char c)
{
    if (bytes->room == bytes->count)
        bytes_room(bytes, 1);
    bytes->data[bytes->count++] = c;
}

static inline void bytes_text(struct bytes *bytes, const char *text)
{
    bytes_put(bytes, text, strlen(text));
}

static inline void bytes_int(struct bytes *bytes, int64_t number)
{
    bytes_close(bytes, number_put(bytes_open(bytes, NUMBER_MOST), number));
}

/* A number of so many DECIMALS, given as an integer: 1250, 2 is 12.5. */
void bytes_fixed(struct bytes *bytes, int64_t number, unsigned decimals);

/* The data compressed, in the format of zlib. */
void bytes_deflate(struct bytes *bytes, enum deflate how, const void *data, size_t count);

/* A length in points, to a hundredth, and a space. */
void bytes_length(struct bytes *bytes, double points);

/* "KEY 12 0 R" */
static inline void bytes_ref(struct bytes *bytes, const char *key, unsigned object)
{
    const size_t length = strlen(key);
    char *at = bytes_open(bytes, length + NUMBER_MOST + 5);
    memcpy(at, key, length);
    at += length;
    *at++ = ' ';
    at = number_put(at, object);
    memcpy(at, " 0 R", 4);
    bytes_close(bytes, at + 4);
}

#endif
