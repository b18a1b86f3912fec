/* script.h - XML while it is written: each line knows the cell that it came from, so
 * that what its reader complains of can be told of the cell. */
#ifndef IMPORT_SCRIPT_H
#define IMPORT_SCRIPT_H

#include "item.h"

struct sheet_script {
    GString *text;
    GArray *origins; /* struct import_origin, one for each line */
};

struct sheet_script script_create(void);
void script_destroy(struct sheet_script *script);

/* Writes the item and all in it, INDENT deep.  Children come in the order of the schema;
 * indicators and stages in that of the instrument. */
void script_item(struct sheet_script *script, const struct desk *desk,
                 const struct import_item *item, unsigned indent);

/* Returns where the line, from 1, came from. */
struct import_origin script_origin(const struct sheet_script *script, size_t line);

#endif
