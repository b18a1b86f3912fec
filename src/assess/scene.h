/* scene.h - what the view shows when it is turned to something. */
#ifndef ASSESS_SCENE_H
#define ASSESS_SCENE_H

#include "shape.h"

/* What stands before the element of one institution: all groups and regions, or the means
 * that it is compared with.  Many institutions have the same. */
struct surroundings {
    bool all;
    size_t group, region;
    size_t parent; /* that it is a unit of, or NONE */
    size_t units;  /* itself where it has units, or NONE */
};

struct surroundings surroundings_of(const struct shape *shape, size_t institution);
bool surroundings_same(const struct surroundings *one, const struct surroundings *other);

/* Writes the children of results that depend on what a document is about. */
void scene_all(const struct shape *shape, struct pen *pen); /* without the institutions */
void scene_region(const struct shape *shape, struct pen *pen, size_t region);
void scene_parent(const struct shape *shape, struct pen *pen, size_t institution);
void scene_surroundings(const struct shape *shape, struct pen *pen,
                        const struct surroundings *surroundings);

/* An institution with what is shown of it among all, and with all that is known of it. */
void scene_line(const struct shape *shape, struct pen *pen, size_t institution);
void scene_details(const struct shape *shape, struct pen *pen, size_t institution);

#endif
