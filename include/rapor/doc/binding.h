/* binding.h - words that stay together on a line. */
#ifndef RAPOR_DOC_BINDING_H
#define RAPOR_DOC_BINDING_H

#include <stdbool.h>
#include <stddef.h>

/* Words of which one stands beside another in a binding.  In each, # stands for a
 * number, ? for one letter, * for anything. */
struct word_list {
    const char *const *items;
    size_t count;
    bool begins[256]; /* the bytes that what matches can begin with */
};

/* Where a word of RIGHT follows one of LEFT, no line ends between the two: "Pasal 5".
 * Quotes and brackets before a word and stops behind it do not count. */
struct binding {
    struct word_list left, right;
};

#endif
