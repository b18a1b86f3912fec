/* outline.h - the outlines of a map on the page. */
#ifndef CHART_MAP_OUTLINE_H
#define CHART_MAP_OUTLINE_H

#include "../sign.h"

/* Of an area: steps of its ink. */
struct coast {
    const struct step *steps; /* NULL: not made yet */
    size_t count;
};

/* A map in the middle of a room of that size.  In a high room a wide map is cut between two areas,
 * and its halves stand one below the other: west or left above. */
struct atlas {
    const struct map *map;
    double width, height; /* of the room */
    double scale;
    double fine;             /* points of outlines that are nearer to the one before are left out */
    bool *below;             /* of each area, whether it stands in the lower half */
    struct point origins[2]; /* of both halves, where the map's own 0, 0 would be */
    struct coast *coasts;    /* of each area, once it is drawn: each time it is the same */
};

/* FINE is set before anything is drawn. */
struct atlas atlas_of(const struct map *map, double width, double height, struct arena *arena);

void atlas_draw(const struct atlas *atlas, const struct area *area, struct inks *inks,
                struct sign_look look);

/* Whether the area is at that point of the room; a point in the middle of the area. */
bool outline_holds(const struct atlas *atlas, const struct area *area, struct point at);
struct point outline_middle(const struct atlas *atlas, const struct area *area);

#endif
