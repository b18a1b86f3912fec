/* own_layout.h - a layout of the program copied to where the user may change it. */
#ifndef CLI_COMMANDS_OWN_LAYOUT_H
#define CLI_COMMANDS_OWN_LAYOUT_H

#include <glib.h>
#include <stdbool.h>

struct diagnostics;

struct own_layout {
    const char *layouts;    /* to copy from: search_path.h */
    const char *instrument; /* id; NULL: the only one that has such a layout */
    const char *name;       /* kind of document, "letter", or a file: "common/style.xml" */
    const char *folder;     /* to copy into */
};

/* Copies the file, or the files where a kind has several; adds the paths that were
 * written to MADE.  What is there already is never written over. */
bool own_layout_copy(const struct own_layout *own, struct diagnostics *diagnostics, GPtrArray *made,
                     GError **error);

#endif
