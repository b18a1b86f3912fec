#include "flat.h"

#include "coding.h"

#include <libdeflate.h>
#include <string.h>

enum {
    HASH_BITS = 14,
    HASHED = 4,  /* bytes that are looked for */
    ENOUGH = 32, /* bytes that a copy has for nothing longer to be looked for */
    KEPT = 2     /* places of what has the same hash */
};

struct copy {
    size_t length, distance;
};

struct search {
    const struct flat *flat;
    guint32 places[1 << HASH_BITS][KEPT]; /* and one more, the last first; 0: none */
};

/* How many bytes are the same as those DISTANCE before, from AT on. */
static size_t same_length(const struct flat *flat, size_t at, size_t distance)
{
    const guint8 *here = flat->bytes + at, *there = here - distance;
    const size_t most = flat->count - at;
    size_t length = 0;
    for (; length + sizeof(guint64) <= most; length += sizeof(guint64)) {
        guint64 one, other;
        memcpy(&one, here + length, sizeof one);
        memcpy(&other, there + length, sizeof other);
        if (one != other)
            break;
    }
    while (length < most && here[length] == there[length])
        length++;
    return length;
}

/* The BEST becomes the copy from DISTANCE before AT where that is MORE bytes longer. */
static void try_distance(const struct search *search, size_t at, size_t distance, size_t more,
                         struct copy *best)
{
    if (distance > MIN(at, WINDOW))
        return;
    const size_t length = same_length(search->flat, at, distance);
    if (length >= best->length + more)
        *best = (struct copy){length, distance};
}

/* Of what begins with the same bytes as AT. */
static guint32 *places_of(struct search *search, size_t at)
{
    guint32 word;
    memcpy(&word, search->flat->bytes + at, sizeof word);
    return search->places[GUINT32_FROM_LE(word) * 2654435769u >> (32 - HASH_BITS)];
}

static void note(struct search *search, size_t at)
{
    guint32 *places = places_of(search, at);
    places[1] = places[0];
    places[0] = (guint32)at + 1;
}

/* The best that is found for AT: short of COPY_LEAST where nothing is. */
static struct copy find(struct search *search, size_t at)
{
    const struct flat *flat = search->flat;
    struct copy best = {COPY_LEAST - 1, 0};
    try_distance(search, at, flat->pixel, 1, &best);
    if (best.length < COPY_MOST)
        try_distance(search, at, flat->row, 1, &best);
    if (best.length >= ENOUGH || at + HASHED > flat->count)
        return best;
    const guint32 *places = places_of(search, at);
    for (int i = 0; i < KEPT && places[i] > 0; i++)
        try_distance(search, at, at + 1 - places[i], 2, &best);
    note(search, at);
    return best;
}

static void put_copy(struct coding *coding, struct copy copy)
{
    while (copy.length > 0) {
        size_t length = MIN(copy.length, COPY_MOST);
        if (copy.length > length && copy.length - length < COPY_LEAST)
            length -= COPY_LEAST;
        coding_copy(coding, length, copy.distance);
        copy.length -= length;
    }
}

/* Where a longer copy begins at the next byte, this one is told as it is. */
static void put_all(struct search *search, struct coding *coding)
{
    const struct flat *flat = search->flat;
    struct copy copy = find(search, 0);
    for (size_t at = 0; at < flat->count;) {
        const bool open = copy.length < ENOUGH && at + 1 < flat->count;
        const struct copy next = open ? find(search, at + 1) : (struct copy){0, 0};
        if (copy.length < COPY_LEAST || next.length > copy.length) {
            coding_literal(coding, flat->bytes[at++]);
            copy = next;
            continue;
        }
        put_copy(coding, copy);
        const size_t end = at + copy.length;
        for (at += 2; copy.length < ENOUGH && at < end && at + HASHED <= flat->count; at++)
            note(search, at);
        at = end;
        if (at < flat->count)
            copy = find(search, at);
    }
}

size_t flat_most(size_t count)
{
    return count + count / 4 + 1024;
}

size_t flat_pack(const struct flat *flat, guint8 *out)
{
    static const guint8 head[] = {0x78, 0x01}; /* deflate, quickest */
    struct search *search = g_new0(struct search, 1);
    struct coding *coding = g_new(struct coding, 1);
    search->flat = flat;
    memcpy(out, head, sizeof head);
    coding_begin(coding, out + sizeof head);
    put_all(search, coding);
    guint8 *end = coding_finish(coding);
    const guint32 sum = GUINT32_TO_BE(libdeflate_adler32(1, flat->bytes, flat->count));
    memcpy(end, &sum, sizeof sum);
    g_free(coding);
    g_free(search);
    return (size_t)(end - out) + sizeof sum;
}
