/* naming.h - words that are put in the place of others.
 *
 * Papers are written in the words of one trade; an instrument of another says what it calls
 * the same things (<call> in doc/instruments.md). */
#ifndef RAPOR_BASE_NAMING_H
#define RAPOR_BASE_NAMING_H

#include <stddef.h>

struct arena;

struct named_as {
    const char *word, *as; /* in small letters: "tingkat kematangan", "nilai" */
};

struct namings {
    const struct named_as *items;
    size_t count;
};

/* Returns TEXT with each of the words in it that the naming has, of two the longer one, called
 * as it says, in small letters or capitals as it stands there; a part of a longer word stays.
 * TEXT itself where there is nothing to change; else in ARENA.  NAMING may be NULL. */
const char *naming_put(const struct namings *naming, const char *text, struct arena *arena);

#endif
