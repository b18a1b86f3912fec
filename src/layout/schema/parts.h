/* parts.h - what schema.c takes from definitions.c, and words that both use. */
#ifndef LAYOUT_SCHEMA_PARTS_H
#define LAYOUT_SCHEMA_PARTS_H

#include "rapor/layout/attributes.h"
#include "rapor/layout/schema.h"

extern const char *const yes_words[], *const align_words[];

extern const struct attribute_rule layout_attributes[LAYOUT_WHEN + 1],
    import_attributes[IMPORT_HREF + 1], color_attributes[COLOR_VALUE + 1],
    theme_attributes[THEME_NAME + 1], style_attributes[STYLE_COLOR + 1],
    page_attributes[PAGE_FILL + 1], head_attributes[HEAD_ON + 1], part_attributes[PART_PARAMS + 1],
    bind_attributes[BIND_RIGHT + 1], section_attributes[SECTION_ORIENTATION + 1];

#endif
