/* import.h - a sheet of levels, as xlsx or CSV, becomes evaluation.xml.
 *
 * The sheet is the one of book.h and tables.h (levels_of), or any other whose
 * head names the same columns, in any order and among others. */
#ifndef RAPOR_IMPORT_IMPORT_H
#define RAPOR_IMPORT_IMPORT_H

#include <glib.h>

struct diagnostics;

struct import_order {
    const char *path;
    const char *layouts;           /* folders of layouts: search_path.h */
    const char *instrument, *year; /* NULL: as the file says */
};

/* Returns evaluation.xml, which evaluation_read() takes.  NULL where the file
 * cannot be read (ERROR), or DIAGNOSTICS got what is wrong with it, each with
 * sheet, cell and value (ERROR says so then, with FAILURE_DATA). */
GString *import_evaluation(const struct import_order *order, struct diagnostics *diagnostics,
                           GError **error);

#endif
