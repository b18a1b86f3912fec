/* walk.h - what lies below a folder, one after the other. */
#ifndef VERIFY_WALK_H
#define VERIFY_WALK_H

#include <glib.h>

struct folder_walk;

enum walk_kind {
    WALK_FILE,
    WALK_SPECIAL, /* a link, a pipe, a device */
    WALK_CLOSED,  /* a folder that cannot be read */
};

struct walk_item {
    const char *name; /* below the folder, with '/' */
    enum walk_kind kind;
};

/* NULL and ERROR where the folder itself cannot be read. */
struct folder_walk *walk_begin(const char *folder, GError **error);
void walk_end(struct folder_walk *walk);

/* Returns the next one in the order of the bytes of their names, which lasts until the next call;
 * NULL: there is none.  Holds the names of the folders alone that it is in; follows no link. */
const struct walk_item *walk_next(struct folder_walk *walk);

#endif
