/* metadata_text.h - what metadata say. */
#ifndef VERIFY_METADATA_TEXT_H
#define VERIFY_METADATA_TEXT_H

#include <stddef.h>

/* Returns the properties of a packet of XMP but for those that whoever writes a file anew
 * changes (who that is, and when), to be freed; NULL where it cannot be read.  One text for all
 * spellings: order of properties, elements or attributes. */
char *metadata_text(const char *bytes, size_t size);

#endif
