/* parcel.h - the parts of a workbook: XML files in a zip archive that others made.
 *
 * What is refused: too many entries, parts or a whole that are too large, parts
 * that unpack to many times their size, DOCTYPE. */
#ifndef IMPORT_FILE_PARCEL_H
#define IMPORT_FILE_PARCEL_H

#include <glib.h>
#include <libxml/xmlreader.h>
#include <stdbool.h>

struct parcel;

struct parcel *parcel_open(const char *file, GBytes *bytes, GError **error);
void parcel_close(struct parcel *parcel); /* NULL is welcome */

/* Programs differ in the case of names and in the slashes between them; any will do. */
bool parcel_has(const struct parcel *parcel, const char *name);

/* Calls TAKE for each element's start, each end and each text of the part. */
struct part_reader {
    bool (*take)(void *data, xmlTextReader *reader, GError **error);
    void *data;
};

bool parcel_read(struct parcel *parcel, const char *name, const struct part_reader *part,
                 GError **error);

/* Of an element's start or end (an empty element is both); of an attribute, whatever
 * the prefix: to be freed, NULL where there is none. */
bool part_starts(xmlTextReader *reader, const char *name);
bool part_ends(xmlTextReader *reader, const char *name);
char *part_attribute(xmlTextReader *reader, const char *name);

#endif
