/* shelf.h - what lies in the folder of layouts: instruments and schemas. */
#ifndef CLI_SHELF_H
#define CLI_SHELF_H

#include <glib.h>
#include <stdbool.h>

/* Returns the names, sorted; empty where there is nothing. */
GPtrArray *shelf_instruments(const char *layouts);
GPtrArray *shelf_schemas(const char *layouts);

/* False, with a suggestion, where there is no such instrument. */
bool shelf_has_instrument(const char *layouts, const char *name, GError **error);

/* Returns the path of the schema called NAME. */
char *shelf_schema_path(const char *layouts, const char *name);

#endif
