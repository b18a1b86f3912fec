/* previous.h - what is known of a folder of before, or of several as one. */
#ifndef CACHE_PREVIOUS_H
#define CACHE_PREVIOUS_H

#include "rapor/cache/previous_output.h"

#include <time.h>

struct previous_output {
    char *folder;
    char *text;          /* of the notes; the records point into it */
    struct arena *arena; /* or of the manifest, into this */
    struct record *all;
    size_t all_count;
    struct timespec made;           /* when its notes were written */
    GHashTable *records;            /* of the same; of several folders, of all their entries */
    GHashTable *counts;             /* file -> number of entries */
    GHashTable *read;               /* records of files that were read and are as they were left */
    struct previous_output **parts; /* several folders, ended by NULL; or NULL */
};

/* Returns one that knows nothing yet. */
struct previous_output *previous_output_create(const char *folder);

/* Returns the folder that a record is from. */
const struct previous_output *previous_output_of(const struct previous_output *previous,
                                                 const struct record *record);

#endif
