/* outline.h - the outlines of a map on the page, and places for words beside them. */
#ifndef CHART_OUTLINE_H
#define CHART_OUTLINE_H

#include "sign.h"

/* A map in the middle of a room of that size. */
struct atlas {
    const struct map *map;
    double width, height; /* of the room */
    double scale, left, top;
};

/* A label for an area. */
struct outline_spot {
    struct point size;   /* asked for; 0: none */
    struct point anchor; /* a point of the area */
    struct point corner; /* top left, where it was placed */
    bool placed, inside; /* inside: wholly on its own area */
};

struct atlas atlas_of(const struct map *map, double width, double height);

void atlas_draw(const struct atlas *atlas, const struct area *area, struct inks *inks,
                struct sign_look look);

/* Finds a place for each label, one for each area: on its area where it fits there, else
 * near it, over the sea rather than over land.  No two overlap, and none leaves the
 * room; where that cannot be, a label is not placed. */
void atlas_place(const struct atlas *atlas, struct outline_spot *spots);

#endif
