/* xmp_types.h - what the values of properties are, by XMP 2005 and ISO 19005-3, 6.6.2.3. */
#ifndef VERIFY_XMP_TYPES_H
#define VERIFY_XMP_TYPES_H

#include "xmp.h"

#include <stdbool.h>

#define XMP_TYPE_ROOM 4

/* Sets TYPE, and returns true, where XMP 2005 defines the property. */
bool xmp_type_of(struct property property, char type[XMP_TYPE_ROOM]);

/* Whether an element, or the text of an attribute, holds a value of that type. */
bool xmp_is_of_type(const xmlNode *value, const char *type);
bool xmp_is_text_of_type(const char *text, const char *type);

#endif
