/* installed.h - what lies in the folders of layouts (search_path.h): instruments and schemas. */
#ifndef CLI_INSTALLED_H
#define CLI_INSTALLED_H

#include <glib.h>
#include <stdbool.h>

struct diagnostics;
struct instrument;

/* Returns the names, sorted; empty where there is nothing. */
GPtrArray *installed_schemas(const char *layouts);

/* False, with a suggestion, where there is no such instrument. */
bool installed_has_instrument(const char *layouts, const char *name, GError **error);

/* Opens the instrument called NAME; the caller closes it.  NULL where there is
 * none (ERROR, with a suggestion) or it is wrong (DIAGNOSTICS). */
struct instrument *installed_open(const char *layouts, const char *name,
                                  struct diagnostics *diagnostics, GError **error);

/* Returns the path of the schema called NAME. */
char *installed_schema_path(const char *layouts, const char *name);

#endif
