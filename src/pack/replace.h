/* replace.h - whether a folder may be replaced without loss to the user. */
#ifndef PACK_REPLACE_H
#define PACK_REPLACE_H

#include <glib.h>
#include <stdbool.h>

/* True where nothing is at PATH, or a folder that is empty or holds nothing but
 * what this program made, as its MANIFEST.json and SHA256SUMS say. */
bool replace_check(const char *path, GError **error);

#endif
