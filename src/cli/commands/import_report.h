/* import_report.h - what came of an import, for people and for programs. */
#ifndef CLI_COMMANDS_IMPORT_REPORT_H
#define CLI_COMMANDS_IMPORT_REPORT_H

#include <glib.h>
#include <stdbool.h>

struct call;
struct imported;

/* Says what came in, what was left out, what changed, and the next command.  OUTPUT:
 * where it was written, or NULL. */
void import_tell(const struct call *call, const struct imported *imported, const char *output);

/* Writes all that was found as CSV. */
bool import_report(const struct imported *imported, const char *path, GError **error);

/* Writes the sheets as a workbook with the cells coloured that something is said of. */
bool import_mark(const struct imported *imported, const char *path, GError **error);

#endif
