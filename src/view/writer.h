/* writer.h - elements as they stand in results.xml. */
#ifndef VIEW_WRITER_H
#define VIEW_WRITER_H

#include "rapor/view/tree.h"

/* Attributes, each with a space before it. */
void write_attributes(GString *out, const struct view_attribute *attributes, size_t count);

/* The start of a file and of its root, which has no content yet; and the end of it. */
void write_begin(GString *out, const struct view_element *root, const char *space);
void write_end(GString *out, const struct view_element *root);

/* An element with all that is in it, on lines of its own, indented for so many around it. */
void write_element(GString *out, const struct view_element *element, size_t depth);

/* The same without those of its children that are called LEFT_OUT. */
void write_element_without(GString *out, const struct view_element *element, GQuark left_out,
                           size_t depth);

#endif
