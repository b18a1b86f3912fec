#include "deflate.h"

#include "huffman.h"

#include <string.h>

enum {
    LITERALS = 286, /* bytes, the end of a block, lengths of copies */
    DISTANCES = 30, /* of copies */
    ENDING = 256,
    LENGTHS = 257,   /* the first of what stands for lengths */
    SHORTEST = 3,    /* copy */
    LONGEST = 258,   /* copy */
    SYMBOLS = 19,    /* of the code that the codes are told in */
    CODE_MOST = 15,  /* bits */
    SYMBOL_MOST = 7, /* bits */
    PIECES = 16384,  /* of a block */
    PIECE_MOST = 6,  /* bytes that a piece takes */
    HEAD_MOST = 512, /* bytes that the codes take */
};

/* A piece is a byte, or one of these in the highest bits: */
#define PIXEL (1U << 30)
#define COPY  (1U << 31) /* its length from bit 16 on, below it the distance less 1 */

struct writer {
    guint8 *end;  /* of what is written */
    guint64 bits; /* that are no byte yet */
    unsigned count;
};

struct deflate {
    GByteArray *out;
    struct writer writer; /* while a block is written, and bits between two of them */
    size_t count;
    guint32 pieces[PIECES];
    guint32 literals[LITERALS], distances[DISTANCES]; /* how often each occurs in the block */
};

/* A symbol for a range of numbers, and how many bits tell which of them it is. */
struct range {
    unsigned symbol, extra;
};

static struct range range_of_length(unsigned length)
{
    const unsigned number = length - SHORTEST;
    if (number < 8 || length == LONGEST)
        return (struct range){LENGTHS + MIN(number, 28), 0};
    const unsigned extra = (unsigned)g_bit_storage(number) - 3;
    return (struct range){LENGTHS + 4 * extra + (number >> extra), extra};
}

/* NUMBER is the distance less 1. */
static struct range range_of_distance(unsigned number)
{
    if (number < 4)
        return (struct range){number, 0};
    const unsigned extra = (unsigned)g_bit_storage(number) - 2;
    return (struct range){2 * extra + (number >> extra), extra};
}

/* With at most 7 bits waiting there is room for 57: a piece has 48 at most. */
static void put(struct writer *writer, guint32 bits, unsigned count)
{
    writer->bits |= (guint64)bits << writer->count;
    writer->count += count;
}

/* Writes the whole bytes that wait; there is always room for eight. */
static void settle(struct writer *writer)
{
    const guint64 bits = GUINT64_TO_LE(writer->bits);
    memcpy(writer->end, &bits, sizeof bits);
    writer->end += writer->count / 8;
    writer->bits >>= writer->count & ~7U;
    writer->count &= 7;
}

static void put_code(struct writer *writer, const struct code *code)
{
    put(writer, code->bits, code->length);
}

static void put_copy(struct writer *writer, guint32 piece, const struct code *lengths,
                     const struct code *distances)
{
    const unsigned length = piece >> 16 & 511, distance = piece & 0xFFFF;
    const struct range range = range_of_distance(distance);
    put_code(writer, &lengths[length]);
    put_code(writer, &distances[range.symbol]);
    put(writer, distance & ((1U << range.extra) - 1), range.extra);
}

/* Codes of lengths with what tells which of their range it is, by length. */
static void complete(const struct code *literals, struct code *lengths)
{
    for (unsigned length = SHORTEST; length <= LONGEST; length++) {
        const struct range range = range_of_length(length);
        const struct code *code = &literals[range.symbol];
        const unsigned which = (length - SHORTEST) & ((1U << range.extra) - 1);
        lengths[length] =
            (struct code){code->bits | which << code->length, (guint8)(code->length + range.extra)};
    }
}

/* A copy of the writer is known to be nowhere else, and stays in registers. */
static void put_pieces(struct deflate *deflate, const struct code *literals,
                       const struct code *distances)
{
    struct code lengths[LONGEST + 1];
    struct writer writer = deflate->writer;
    complete(literals, lengths);
    for (size_t i = 0; i < deflate->count; i++) {
        const guint32 piece = deflate->pieces[i];
        if (piece & COPY) {
            put_copy(&writer, piece, lengths, distances);
        } else if (piece & PIXEL) {
            put_code(&writer, &literals[piece >> 16 & 255]);
            put_code(&writer, &literals[piece >> 8 & 255]);
            put_code(&writer, &literals[piece & 255]);
        } else {
            put_code(&writer, &literals[piece]);
        }
        settle(&writer);
    }
    deflate->writer = writer;
}

/* The lengths of codes, as they are told: a symbol, and above it a number for some. */
struct story {
    guint16 words[LITERALS + DISTANCES];
    size_t count;
    guint32 often[SYMBOLS];
};

static void tell(struct story *story, unsigned symbol, size_t number)
{
    story->words[story->count++] = (guint16)(symbol | number << 5);
    story->often[symbol]++;
}

static void tell_each(struct story *story, unsigned length, size_t count)
{
    for (; count > 0; count--)
        tell(story, length, 0);
}

static void tell_zeros(struct story *story, size_t count)
{
    for (; count >= 11; count -= MIN(count, 138))
        tell(story, 18, MIN(count, 138) - 11);
    if (count >= 3)
        tell(story, 17, count - 3);
    else
        tell_each(story, 0, count);
}

/* The first as it is, and how often it comes again. */
static void tell_run(struct story *story, unsigned length, size_t count)
{
    tell(story, length, 0);
    for (count--; count >= 3; count -= MIN(count, 6))
        tell(story, 16, MIN(count, 6) - 3);
    tell_each(story, length, count);
}

static void tell_all(struct story *story, const guint8 *lengths, size_t count)
{
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && lengths[end] == lengths[i];)
            end++;
        if (lengths[i] == 0)
            tell_zeros(story, end - i);
        else
            tell_run(story, lengths[i], end - i);
    }
}

static size_t used(const struct code *codes, size_t count, size_t least)
{
    while (count > least && codes[count - 1].length == 0)
        count--;
    return count;
}

static void put_story(struct writer *writer, const struct story *story)
{
    static const guint8 order[] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                   11, 4,  12, 3, 13, 2, 14, 1, 15};
    struct code codes[SYMBOLS];
    size_t count = SYMBOLS;
    huffman_codes(story->often, SYMBOLS, SYMBOL_MOST, codes);
    while (codes[order[count - 1]].length == 0)
        count--;
    put(writer, (guint32)count - 4, 4);
    for (size_t i = 0; i < count; i++, settle(writer))
        put(writer, codes[order[i]].length, 3);
    for (size_t i = 0; i < story->count; i++, settle(writer)) {
        const unsigned symbol = story->words[i] & 31;
        const unsigned extra = symbol == 16 ? 2 : symbol == 17 ? 3 : symbol == 18 ? 7 : 0;
        put_code(writer, &codes[symbol]);
        put(writer, story->words[i] >> 5, extra);
    }
}

static void put_head(struct writer *writer, bool last, const struct code *literals,
                     const struct code *distances)
{
    const size_t literal_count = used(literals, LITERALS, LENGTHS);
    const size_t distance_count = used(distances, DISTANCES, 1);
    guint8 lengths[LITERALS + DISTANCES];
    for (size_t i = 0; i < literal_count; i++)
        lengths[i] = literals[i].length;
    for (size_t i = 0; i < distance_count; i++)
        lengths[literal_count + i] = distances[i].length;
    struct story story = {.count = 0};
    tell_all(&story, lengths, literal_count + distance_count);
    put(writer, last, 1);
    put(writer, 2, 2); /* codes of its own */
    put(writer, (guint32)literal_count - LENGTHS, 5);
    put(writer, (guint32)distance_count - 1, 5);
    put_story(writer, &story);
}

static void put_block(struct deflate *deflate, bool last)
{
    GByteArray *out = deflate->out;
    struct writer *writer = &deflate->writer;
    struct code literals[LITERALS], distances[DISTANCES];
    const guint start = out->len;
    deflate->literals[ENDING] = 1;
    huffman_codes(deflate->literals, LITERALS, CODE_MOST, literals);
    huffman_codes(deflate->distances, DISTANCES, CODE_MOST, distances);

    g_byte_array_set_size(out, start + (guint)deflate->count * PIECE_MOST + HEAD_MOST);
    writer->end = out->data + start;
    put_head(writer, last, literals, distances);
    put_pieces(deflate, literals, distances);
    put_code(writer, &literals[ENDING]);
    if (last)
        put(writer, 0, 7); /* to the end of the byte */
    settle(writer);
    g_byte_array_set_size(out, (guint)(writer->end - out->data));

    deflate->count = 0;
    memset(deflate->literals, 0, sizeof deflate->literals);
    memset(deflate->distances, 0, sizeof deflate->distances);
}

struct deflate *deflate_begin(GByteArray *out)
{
    struct deflate *deflate = g_new(struct deflate, 1);
    memset(deflate, 0, offsetof(struct deflate, pieces));
    memset(deflate->literals, 0, sizeof deflate->literals);
    memset(deflate->distances, 0, sizeof deflate->distances);
    deflate->out = out;
    return deflate;
}

void deflate_end(struct deflate *deflate)
{
    put_block(deflate, true);
    g_free(deflate);
}

static void add(struct deflate *deflate, guint32 piece)
{
    if (deflate->count == PIECES)
        put_block(deflate, false);
    deflate->pieces[deflate->count++] = piece;
}

void deflate_byte(struct deflate *deflate, guint8 byte)
{
    add(deflate, byte);
    deflate->literals[byte]++;
}

void deflate_pixel(struct deflate *deflate, guint32 pixel)
{
    add(deflate, PIXEL | (pixel & 0xFFFFFF));
    deflate->literals[pixel >> 16 & 255]++;
    deflate->literals[pixel >> 8 & 255]++;
    deflate->literals[pixel & 255]++;
}

void deflate_copy(struct deflate *deflate, size_t count, size_t distance)
{
    const unsigned number = (unsigned)distance - 1;
    while (count > 0) {
        /* What is left must be a copy, too. */
        const size_t rest = count > LONGEST ? count - LONGEST : 0;
        const unsigned length =
            (unsigned)(rest > 0 && rest < SHORTEST ? count - SHORTEST : count - rest);
        add(deflate, COPY | length << 16 | number);
        deflate->literals[range_of_length(length).symbol]++;
        deflate->distances[range_of_distance(number).symbol]++;
        count -= length;
    }
}
