/* store.h - the files that several layouts are read from, and what they say. */
#ifndef LAYOUT_STORE_H
#define LAYOUT_STORE_H

#include "file.h"

#include "rapor/layout/layout.h"

struct layout_store {
    struct layout_setting setting;
    struct arena *arena;  /* of all that layouts have in common */
    GHashTable *files;    /* path -> struct layout_file */
    GHashTable *places;   /* path as it is written -> where that file lies among the layouts */
    GHashTable *meanings; /* element of a definition -> struct meaning, the last one first */
};

/* The file at PATH, read when it is first asked for.  NULL and ERROR where the system does not
 * give it. */
struct layout_file *store_file(struct layout_store *store, const char *path, GError **error);

/* Where a file is that is WRITTEN so, once it was found among the layouts; else NULL. */
const char *store_place(const struct layout_store *store, const char *written);
void store_note_place(struct layout_store *store, const char *written, const char *place);

#endif
