/* sites.h - where the institutions of an evaluation stand in its file. */
#ifndef RAPOR_ASSESS_SITES_H
#define RAPOR_ASSESS_SITES_H

#include "rapor/base/place.h"

#include <stddef.h>

struct arena;
struct diagnostic;

struct sites {
    struct source source;
    size_t *elements; /* for each institution the number of its element */
    size_t count;
};

/* Finds the institutions in SOURCE, which was read without fault before.  ARENA
 * owns the numbers; the bytes must live as long as they are used. */
struct sites sites_of(const struct source *source, struct arena *arena);

/* Returns the place of an institution's code; line 0 where it is not known. */
struct place sites_place(const struct sites *sites, size_t institution, struct arena *arena);

/* Returns what is said ABOUT an institution, with its place. */
struct diagnostic sites_placed(const struct sites *sites, size_t institution,
                               const struct diagnostic *about, struct arena *arena);

#endif
