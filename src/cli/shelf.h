/* shelf.h - what lies in the folders of layouts (search_path.h): instruments and schemas. */
#ifndef CLI_SHELF_H
#define CLI_SHELF_H

#include <glib.h>
#include <stdbool.h>

struct diagnostics;
struct instrument;

/* Returns the names, sorted; empty where there is nothing. */
GPtrArray *shelf_schemas(const char *layouts);

/* False, with a suggestion, where there is no such instrument. */
bool shelf_has_instrument(const char *layouts, const char *name, GError **error);

/* Opens the instrument called NAME; the caller closes it.  NULL where there is
 * none (ERROR, with a suggestion) or it is wrong (DIAGNOSTICS). */
struct instrument *shelf_open(const char *layouts, const char *name,
                              struct diagnostics *diagnostics, GError **error);

/* Returns the path of the schema called NAME. */
char *shelf_schema_path(const char *layouts, const char *name);

#endif
