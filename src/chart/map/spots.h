/* spots.h - places for words on a map and beside it. */
#ifndef CHART_MAP_SPOTS_H
#define CHART_MAP_SPOTS_H

#include "outline.h"

/* A label for an area. */
struct spot {
    struct point size;   /* asked for; 0: none */
    struct point anchor; /* a point of the area */
    struct point corner; /* top left, where it was placed */
    struct point edge;   /* where the line to its area begins, if it stands outside */
    bool placed, inside; /* inside: wholly on its own area */
};

/* Finds a place for each label, one for each area: on its area where it fits there, else near it,
 * over the sea rather than over land, with a line to its area.  No two overlap, no line crosses a
 * label or another line, and none leaves the room; where that cannot be, a label is not placed.
 * Returns how many were not. */
size_t spots_place(const struct atlas *atlas, struct spot *spots, struct arena *arena);

#endif
