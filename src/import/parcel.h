/* parcel.h - the parts of a workbook: XML files in a zip archive that others made.
 *
 * What is refused: too many entries, parts or a whole that are too large, parts
 * that unpack to many times their size, DOCTYPE. */
#ifndef IMPORT_PARCEL_H
#define IMPORT_PARCEL_H

#include <glib.h>
#include <libxml/xmlreader.h>
#include <stdbool.h>

struct parcel;

struct parcel *parcel_open(const char *file, GBytes *bytes, GError **error);
void parcel_close(struct parcel *parcel); /* NULL is welcome */

bool parcel_has(const struct parcel *parcel, const char *name);

/* Calls TAKE for each element's start, each end and each text of the part. */
struct part_reader {
    bool (*take)(void *data, xmlTextReader *reader, GError **error);
    void *data;
};

bool parcel_read(struct parcel *parcel, const char *name, const struct part_reader *part,
                 GError **error);

#endif
