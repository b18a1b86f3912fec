#include "coding.h"

#include <stdlib.h>
#include <string.h>

enum {
    BLOCK_END = 256,
    LENGTH_FIRST = 257, /* the code of the least length */
    CODE_MOST = 15,     /* bits of a code, and of one that tells of codes */
    RULE_MOST = 7,
    RULES = 19, /* codes that tell how long the others are: 0 to 15 bits, and these: */
    RULE_AGAIN = 16,
    RULE_GAP = 17,
    RULE_LONG_GAP = 18
};

/* Lengths and distances from here on have this code, and so many bits more (3.2.5). */
struct range {
    guint16 from;
    guint8 bits;
};

static const struct range lengths[] = {
    {3, 0},  {4, 0},  {5, 0},  {6, 0},   {7, 0},   {8, 0},   {9, 0},   {10, 0},  {11, 1}, {13, 1},
    {15, 1}, {17, 1}, {19, 2}, {23, 2},  {27, 2},  {31, 2},  {35, 3},  {43, 3},  {51, 3}, {59, 3},
    {67, 4}, {83, 4}, {99, 4}, {115, 4}, {131, 5}, {163, 5}, {195, 5}, {227, 5}, {258, 0}};

static const struct range distances[DISTANCE_CODES] = {
    {1, 0},     {2, 0},     {3, 0},     {4, 0},      {5, 1},      {7, 1},
    {9, 2},     {13, 2},    {17, 3},    {25, 3},     {33, 4},     {49, 4},
    {65, 5},    {97, 5},    {129, 6},   {193, 6},    {257, 7},    {385, 7},
    {513, 8},   {769, 8},   {1025, 9},  {1537, 9},   {2049, 10},  {3073, 10},
    {4097, 11}, {6145, 11}, {8193, 12}, {12289, 12}, {16385, 13}, {24577, 13}};

/* The bit length doubles every 4th length, every 2nd distance: of a number less the least, its
 * highest bits tell the code. */
static unsigned length_code(size_t length)
{
    const unsigned above = (unsigned)length - COPY_LEAST;
    if (length == COPY_MOST)
        return G_N_ELEMENTS(lengths) - 1;
    if (above < 8)
        return above;
    const unsigned bits = g_bit_storage(above) - 3;
    return 4 * bits + (above >> bits);
}

static unsigned distance_code(size_t distance)
{
    const unsigned above = (unsigned)distance - 1;
    if (above < 4)
        return above;
    const unsigned bits = g_bit_storage(above) - 2;
    return 2 * bits + (above >> bits);
}

/* Prefix codes: how many bits each has, and these, the first lowest. */
struct codes {
    guint8 sizes[LENGTH_CODES];
    guint16 bits[LENGTH_CODES];
};

struct code_use {
    guint32 uses;
    guint16 code;
};

static int by_uses(const void *one, const void *other)
{
    const struct code_use *a = one, *b = other;
    return a->uses != b->uses ? (a->uses < b->uses ? -1 : 1) : (int)a->code - (int)b->code;
}

/* Huffman's: two of the least uses become one, again and again.  Those that were joined stand
 * behind the leaves, and have ever more uses: the least is the first of either.  Counts how
 * many leaves lie how deep, those deeper than MOST with these. */
static void count_depths(const struct code_use *leaves, size_t count, unsigned most,
                         unsigned *depths)
{
    guint32 uses[2 * LENGTH_CODES] = {0};
    guint16 above[2 * LENGTH_CODES] = {0}, depth[2 * LENGTH_CODES];
    size_t leaf = 0, joined = count, end = count;
    for (size_t i = 0; i < count; i++)
        uses[i] = leaves[i].uses;
    for (; end < 2 * count - 1; end++) {
        uses[end] = 0;
        for (int k = 0; k < 2; k++) {
            const bool plain = leaf < count && (joined == end || uses[leaf] <= uses[joined]);
            const size_t least = plain ? leaf++ : joined++;
            uses[end] += uses[least];
            above[least] = (guint16)end;
        }
    }
    depth[end - 1] = 0;
    for (size_t i = end - 1; i-- > 0;) {
        depth[i] = depth[above[i]] + 1;
        if (i < count)
            depths[MIN(depth[i], most)]++;
    }
}

/* Where leaves were lifted too many are as deep as MOST: each time a higher one goes down, and
 * takes one of them beside it. */
static void even_out(unsigned *depths, unsigned most)
{
    guint64 taken = 0;
    for (unsigned depth = 1; depth <= most; depth++)
        taken += (guint64)depths[depth] << (most - depth);
    for (; taken > (guint64)1 << most; taken--) {
        unsigned depth = most - 1;
        while (depths[depth] == 0)
            depth--;
        depths[depth]--;
        depths[depth + 1] += 2;
        depths[most]--;
    }
}

/* Codes of one size follow each other (3.2.2). */
static void number_codes(struct codes *codes, size_t count, const unsigned *depths)
{
    unsigned next[CODE_MOST + 1] = {0};
    for (unsigned size = 2; size <= CODE_MOST; size++)
        next[size] = (next[size - 1] + depths[size - 1]) << 1;
    for (size_t i = 0; i < count; i++) {
        unsigned code = codes->sizes[i] ? next[codes->sizes[i]]++ : 0;
        codes->bits[i] = 0;
        for (unsigned bit = 0; bit < codes->sizes[i]; bit++, code >>= 1)
            codes->bits[i] = (guint16)((unsigned)codes->bits[i] << 1 | (unsigned)(code & 1));
    }
}

/* The best of at most MOST bits for COUNT codes by their USES; two at least. */
static void make_codes(struct codes *codes, const guint32 *uses, size_t count, unsigned most)
{
    struct code_use leaves[LENGTH_CODES];
    unsigned depths[CODE_MOST + 1] = {0};
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        if (uses[i] > 0)
            leaves[used++] = (struct code_use){uses[i], (guint16)i};
    for (guint16 i = 0; used < 2; i++)
        if (uses[i] == 0)
            leaves[used++] = (struct code_use){0, i};
    qsort(leaves, used, sizeof *leaves, by_uses);
    count_depths(leaves, used, most, depths);
    even_out(depths, most);
    memset(codes->sizes, 0, sizeof codes->sizes);
    unsigned left[CODE_MOST + 1];
    memcpy(left, depths, sizeof left);
    unsigned size = most;
    for (size_t i = 0; i < used; i++) {
        while (left[size] == 0)
            size--;
        left[size]--;
        codes->sizes[leaves[i].code] = (guint8)size;
    }
    number_codes(codes, count, depths);
}

static void put(struct coding *coding, unsigned bits, unsigned count)
{
    coding->pending |= (guint64)bits << coding->pending_count;
    coding->pending_count += count;
    if (coding->pending_count < 32)
        return;
    const guint32 word = GUINT32_TO_LE((guint32)coding->pending);
    memcpy(coding->out, &word, sizeof word);
    coding->out += sizeof word;
    coding->pending >>= 32;
    coding->pending_count -= 32;
}

static void put_code(struct coding *coding, const struct codes *codes, unsigned code)
{
    put(coding, codes->bits[code], codes->sizes[code]);
}

/* How long the codes of a block are, as rules: sizes, and how often they come again. */
struct size_rules {
    guint8 codes[LENGTH_CODES + DISTANCE_CODES], more[LENGTH_CODES + DISTANCE_CODES];
    size_t count;
    guint32 uses[RULES];
};

static void add_rule(struct size_rules *rules, unsigned code, size_t more)
{
    rules->codes[rules->count] = (guint8)code;
    rules->more[rules->count++] = (guint8)more;
    rules->uses[code]++;
}

/* Tells the first of SAME equal sizes, AGAIN as the one before them; returns of how many. */
static size_t add_run(struct size_rules *rules, guint8 size, size_t same, bool again)
{
    size_t told = 1;
    if (size == 0 && same >= 11)
        add_rule(rules, RULE_LONG_GAP, (told = MIN(same, 138)) - 11);
    else if (size == 0 && same >= 3)
        add_rule(rules, RULE_GAP, (told = same) - 3);
    else if (again && same >= 3)
        add_rule(rules, RULE_AGAIN, (told = MIN(same, 6)) - 3);
    else
        add_rule(rules, size, 0);
    return told;
}

static void make_rules(struct size_rules *rules, const guint8 *sizes, size_t count)
{
    for (size_t i = 0, told; i < count; i += told) {
        size_t same = 1;
        while (i + same < count && sizes[i + same] == sizes[i])
            same++;
        told = add_run(rules, sizes[i], same, i > 0 && sizes[i] == sizes[i - 1]);
    }
}

static size_t codes_used(const struct codes *codes, size_t count, size_t least)
{
    while (count > least && codes->sizes[count - 1] == 0)
        count--;
    return count;
}

/* The head of a block: its codes (3.2.7). */
static void put_codes(struct coding *coding, const struct codes *length,
                      const struct codes *distance)
{
    static const guint8 order[RULES] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                        11, 4,  12, 3, 13, 2, 14, 1, 15};
    static const guint8 more[RULES] = {[RULE_AGAIN] = 2, [RULE_GAP] = 3, [RULE_LONG_GAP] = 7};
    const size_t length_count = codes_used(length, LENGTH_CODES, LENGTH_FIRST);
    const size_t distance_count = codes_used(distance, DISTANCE_CODES, 1);
    guint8 sizes[LENGTH_CODES + DISTANCE_CODES];
    struct size_rules rules = {.count = 0};
    struct codes rule;
    memcpy(sizes, length->sizes, length_count);
    memcpy(sizes + length_count, distance->sizes, distance_count);
    make_rules(&rules, sizes, length_count + distance_count);
    make_codes(&rule, rules.uses, RULES, RULE_MOST);
    unsigned told = RULES;
    while (told > 4 && rule.sizes[order[told - 1]] == 0)
        told--;
    put(coding, (unsigned)length_count - LENGTH_FIRST, 5);
    put(coding, (unsigned)distance_count - 1, 5);
    put(coding, told - 4, 4);
    for (unsigned i = 0; i < told; i++)
        put(coding, rule.sizes[order[i]], 3);
    for (size_t i = 0; i < rules.count; i++) {
        put_code(coding, &rule, rules.codes[i]);
        put(coding, rules.more[i], more[rules.codes[i]]);
    }
}

static void put_copy(struct coding *coding, guint32 symbol, const struct codes *length,
                     const struct codes *distance)
{
    const unsigned bytes = symbol >> 16, back = (symbol & 0xFFFF) + 1;
    const unsigned first = length_code(bytes), second = distance_code(back);
    put_code(coding, length, LENGTH_FIRST + first);
    put(coding, bytes - lengths[first].from, lengths[first].bits);
    put_code(coding, distance, second);
    put(coding, back - distances[second].from, distances[second].bits);
}

static void put_block(struct coding *coding, bool last)
{
    struct codes length, distance;
    coding->lengths[BLOCK_END] = 1;
    make_codes(&length, coding->lengths, LENGTH_CODES, CODE_MOST);
    make_codes(&distance, coding->distances, DISTANCE_CODES, CODE_MOST);
    put(coding, last, 1);
    put(coding, 2, 2); /* with codes of its own */
    put_codes(coding, &length, &distance);
    for (size_t i = 0; i < coding->count; i++) {
        if (coding->symbols[i] < BLOCK_END)
            put_code(coding, &length, coding->symbols[i]);
        else
            put_copy(coding, coding->symbols[i], &length, &distance);
    }
    put_code(coding, &length, BLOCK_END);
    coding->count = 0;
    memset(coding->lengths, 0, sizeof coding->lengths);
    memset(coding->distances, 0, sizeof coding->distances);
}

static void add_symbol(struct coding *coding, guint32 symbol)
{
    if (coding->count == BLOCK_MOST)
        put_block(coding, false);
    coding->symbols[coding->count++] = symbol;
}

void coding_begin(struct coding *coding, guint8 *out)
{
    memset(coding, 0, sizeof *coding);
    coding->out = out;
}

void coding_literal(struct coding *coding, guint8 byte)
{
    add_symbol(coding, byte);
    coding->lengths[byte]++;
}

/* Kept as length and distance less 1. */
void coding_copy(struct coding *coding, size_t length, size_t distance)
{
    add_symbol(coding, (guint32)(length << 16 | (distance - 1)));
    coding->lengths[LENGTH_FIRST + length_code(length)]++;
    coding->distances[distance_code(distance)]++;
}

guint8 *coding_finish(struct coding *coding)
{
    put_block(coding, true);
    for (; coding->pending_count > 0; coding->pending >>= 8) {
        *coding->out++ = (guint8)coding->pending;
        coding->pending_count -= MIN(coding->pending_count, 8);
    }
    return coding->out;
}
