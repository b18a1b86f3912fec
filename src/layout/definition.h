/* definition.h - colors, styles, pages and parts by their names. */
#ifndef LAYOUT_DEFINITION_H
#define LAYOUT_DEFINITION_H

#include "reader.h"

/* Adds the definitions of a file, and of what it imports where it does so. */
void collect_definitions(struct layout_reader *reader, struct imported_file *from);
/* Adds the definition at XML, which goes before those that are there. */
void definition_add(struct layout_reader *reader, const struct layout_file *file, xmlNode *xml,
                    enum node_kind kind);
/* True for what may be defined by name. */
bool is_defined(enum node_kind kind);
/* Adds the definitions of the themes that are asked for. */
void collect_themes(struct layout_reader *reader, const struct layout_file *layout);

/* Returns the last definition, read; NULL and a diagnostic where there is none. */
struct definition *definition_needed(struct layout_reader *reader, const struct layout_spot *spot,
                                     enum node_kind kind, const char *name);
struct definition *definition_find(const struct layout_reader *reader, enum node_kind kind,
                                   const char *name);
void definition_read(struct layout_reader *reader, struct definition *definition);

/* Fills STYLE with what VALUES, of the definition of it, say. */
void style_make(struct layout_reader *reader, const struct definition *definition,
                const struct value *values, struct style *style);

/* The definitions of a reader by kind and name. */
GHashTable *definitions_by_name(void);

#endif
