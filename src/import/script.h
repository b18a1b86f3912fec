/* script.h - XML while it is written: each line knows the cell that it came from, so
 * that what its reader complains of can be told of the cell. */
#ifndef IMPORT_SCRIPT_H
#define IMPORT_SCRIPT_H

#include "item.h"

struct script {
    GString *text;
    GArray *origins; /* struct origin, one for each line */
};

struct script script_create(void);
void script_destroy(struct script *script);

/* Writes the item and all in it, INDENT deep.  Children come in the order of the schema;
 * indicators and stages in that of the instrument. */
void script_item(struct script *script, const struct desk *desk, const struct item *item,
                 unsigned indent);

/* Returns where the line, from 1, came from. */
struct origin script_origin(const struct script *script, size_t line);

#endif
