/* report.h - problems and failures as people and programs read them. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include <glib.h>
#include <stdbool.h>

struct call;
struct diagnostic;
struct diagnostics;

/* Appends "file:line:column: error: text", the source line with a caret, and
 * "hint: ..."; in one line; or as a JSON object. */
void report_human(GString *out, const struct diagnostic *diagnostic, bool color);
void report_short(GString *out, const struct diagnostic *diagnostic);
void report_json(GString *out, const struct diagnostic *diagnostic);

/* Prints the kept ones in the order of the file, and how many more there are:
 * on standard error, or as JSON on standard output where that was asked for. */
void report_diagnostics(const struct call *call, struct diagnostics *diagnostics);

/* Prints why the call failed. */
void report_failure(const struct call *call, const GError *error);

/* Returns "3 errors, 1 warning", or NULL where there is none of either. */
char *report_count(const struct diagnostics *diagnostics);

/* True where standard error is a terminal that may be rewritten. */
bool report_alive(void);

#endif
