/* contents.h - expressions, texts, attributes and elements are read. */
#ifndef LAYOUT_CONTENTS_H
#define LAYOUT_CONTENTS_H

#include "reader.h"

/* NULL where it is wrong.  DECODED: where it begins. */
const struct expression *read_expression(struct layout_reader *reader,
                                         const struct layout_spot *spot, size_t decoded,
                                         const char *text, const struct layout_scope *scope);
/* The map in the file at PATH; NULL and a diagnostic where it is none. */
const struct map *read_map(struct layout_reader *reader, const struct layout_spot *spot,
                           const char *path);

/* Notes what is asked for: in the layout itself, and in parts as it uses them. */
void note_asked(struct layout_reader *reader, struct asked asked);
/* The text of what the expression gives is taken. */
void take_text(struct layout_reader *reader, const struct expression *expression);

/* Text with {expressions}. */
const struct text *read_text(struct layout_reader *reader, const struct layout_spot *spot,
                             const char *text, const struct layout_scope *scope);
/* The same for an argument, which gets what a single expression gives as it is. */
const struct text *read_argument_text(struct layout_reader *reader, const struct layout_spot *spot,
                                      const char *text, const struct layout_scope *scope);

/* Reads what an attribute says; reports where it is not of its kind. */
struct value read_value(struct layout_reader *reader, const struct layout_spot *spot,
                        const struct attribute_rule *rule, const char *text,
                        const struct layout_scope *scope);

/* Reads the element and all below it into NODE. */
void read_element(struct layout_reader *reader, const struct layout_spot *spot,
                  const struct element_rule *rule, const struct layout_scope *scope,
                  struct node *node);
struct nodes read_children(struct layout_reader *reader, const struct layout_file *file,
                           const xmlNode *parent, const struct layout_scope *scope);

#endif
