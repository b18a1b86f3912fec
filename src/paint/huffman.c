#include "huffman.h"

#include <stdlib.h>
#include <string.h>

#define DEPTHS 64 /* more than a tree has whose leaves 32 bits can count */

/* A leaf of the tree, or two of them joined. */
struct node {
    guint32 often;
    guint16 symbol; /* of a leaf */
    guint16 parent;
};

static int by_frequency(const void *left, const void *right)
{
    const struct node *one = left, *other = right;
    if (one->often != other->often)
        return one->often < other->often ? -1 : 1;
    return (int)one->symbol - (int)other->symbol;
}

static size_t find_leaves(const guint32 *often, size_t count, struct node *nodes)
{
    size_t leaves = 0;
    for (size_t i = 0; i < count; i++)
        if (often[i] > 0)
            nodes[leaves++] = (struct node){.often = often[i], .symbol = (guint16)i};
    qsort(nodes, leaves, sizeof *nodes, by_frequency);
    return leaves;
}

/* The rarest two become one until one is left.  Joined nodes come out in their order, so
 * that the rarest is always the next leaf or the next of them. */
static void join(struct node *nodes, size_t leaves)
{
    size_t leaf = 0, joined = leaves;
    for (size_t top = leaves; top < 2 * leaves - 1; top++) {
        nodes[top].often = 0;
        for (int i = 0; i < 2; i++) {
            bool is_leaf =
                leaf < leaves && (joined == top || nodes[leaf].often <= nodes[joined].often);
            struct node *rarest = &nodes[is_leaf ? leaf++ : joined++];
            rarest->parent = (guint16)top;
            nodes[top].often += rarest->often;
        }
    }
}

/* Counts the leaves of each depth; those that lie too deep come up to MOST. */
static void count_depths(const struct node *nodes, size_t leaves, unsigned most, size_t *counts)
{
    guint8 depths[2 * HUFFMAN_SYMBOLS];
    depths[2 * leaves - 2] = 0;
    for (size_t i = 2 * leaves - 2; i-- > 0;) {
        depths[i] = (guint8)(depths[nodes[i].parent] + 1);
        if (i < leaves)
            counts[MIN(depths[i], most)]++;
    }
}

/* Too many codes of MOST bits: for each of them a shorter one becomes two a bit longer. */
static void make_room(size_t *counts, unsigned most)
{
    size_t taken = 0; /* of all codes of MOST bits that there can be */
    for (unsigned length = 1; length <= most; length++)
        taken += counts[length] << (most - length);
    for (; taken > (size_t)1 << most; taken--) {
        unsigned length = most - 1;
        while (counts[length] == 0)
            length--;
        counts[most]--;
        counts[length]--;
        counts[length + 1] += 2;
    }
}

static guint32 turned(guint32 bits, unsigned length)
{
    guint32 turn = 0;
    for (; length > 0; length--, bits >>= 1)
        turn = turn << 1 | (bits & 1);
    return turn;
}

/* Codes of one length follow each other in the order of their symbols. */
static void number(const size_t *counts, size_t count, unsigned most, struct code *codes)
{
    guint32 next[DEPTHS] = {0}, bits = 0;
    for (unsigned length = 1; length <= most; length++) {
        next[length] = bits;
        bits = (bits + (guint32)counts[length]) << 1;
    }
    for (size_t i = 0; i < count; i++)
        if (codes[i].length > 0)
            codes[i].bits = turned(next[codes[i].length]++, codes[i].length);
}

void huffman_codes(const guint32 *often, size_t count, unsigned most, struct code *codes)
{
    struct node nodes[2 * HUFFMAN_SYMBOLS];
    size_t counts[DEPTHS] = {0}, leaves = find_leaves(often, count, nodes);
    memset(codes, 0, count * sizeof *codes);
    if (leaves < 2) { /* a code of no bits would be none at all */
        codes[leaves == 1 ? nodes[0].symbol : 0].length = 1;
        return;
    }
    join(nodes, leaves);
    count_depths(nodes, leaves, most, counts);
    make_room(counts, most);
    size_t leaf = leaves;
    for (unsigned length = 1; length <= most; length++)
        for (size_t i = 0; i < counts[length]; i++)
            codes[nodes[--leaf].symbol].length = (guint8)length;
    number(counts, count, most, codes);
}
