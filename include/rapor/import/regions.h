/* regions.h - the list of regions: codes of Kemendagri and of BPS, and names
 * (layouts/common/wilayah.csv). */
#ifndef RAPOR_IMPORT_REGIONS_H
#define RAPOR_IMPORT_REGIONS_H

#include <glib.h>
#include <stddef.h>

struct arena;
struct region_list;

struct known_region {
    const char *code, *name, *bps;
};

/* Reads the list in the folders of layouts; an empty one where there is none, NULL and ERROR where
 * it cannot be read. */
struct region_list *regions_read(const char *layouts, struct arena *arena, GError **error);
void regions_close(struct region_list *list); /* NULL is welcome */

/* Return the region of that code; of that name, however it is cut short; of that code
 * of BPS, with or without a point; or NULL.  ARENA outlives the list. */
const struct known_region *regions_coded(const struct region_list *list, const char *code);
const struct known_region *regions_named(struct region_list *list, const char *name,
                                         struct arena *arena);
const struct known_region *regions_bps(const struct region_list *list, const char *code);

#endif
