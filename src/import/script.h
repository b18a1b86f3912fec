/* script.h - evaluation.xml while it is written: each line knows the cell that it
 * came from, so that what its reader complains of can be told of the cell. */
#ifndef IMPORT_SCRIPT_H
#define IMPORT_SCRIPT_H

#include "grid.h"

/* A cell, or nowhere (grid is NULL). */
struct origin {
    const struct grid *grid;
    size_t row, column;
};

struct script {
    GString *text;
    GArray *origins; /* struct origin, one for each line */
};

struct script script_create(void);
void script_destroy(struct script *script);

/* Adds one line, which holds no line end. */
void script_line(struct script *script, struct origin origin, const char *line);

/* Returns where the line, from 1, came from. */
struct origin script_origin(const struct script *script, size_t line);

/* An element whose attributes stand on lines of their own. */
struct tag {
    const char *name;
    unsigned indent;
    GPtrArray *lines; /* name="value" */
    GArray *origins;
};

struct tag tag_create(const char *name, unsigned indent);

/* Adds an attribute; a VALUE that is NULL or blank is none.  Blanks around it go,
 * and inside it become single spaces. */
void tag_add(struct tag *tag, struct origin origin, const char *name, const char *value);

/* Writes the tag and destroys it; WHERE is for a tag without attributes. */
void tag_write(struct tag *tag, struct script *script, bool empty, struct origin where);

#endif
