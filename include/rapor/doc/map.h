/* map.h - a map as data: areas with tiles and outlines. */
#ifndef RAPOR_DOC_MAP_H
#define RAPOR_DOC_MAP_H

#include <stddef.h>

/* A part of a map: its place in a grid of tiles, and its outline. */
struct area {
    const char *key, *name;
    const char *parent;  /* key of what it was part of before, or NULL */
    size_t column, row;  /* of its tile */
    const double *path;  /* points of all rings, x and y in turn, in units of the map */
    const size_t *rings; /* how many points each has */
    size_t ring_count;
    double left, top, right, bottom; /* of all rings */
};

struct map {
    double width, height; /* in units of the outlines */
    struct area *areas;
    size_t area_count, room;
};

#endif
