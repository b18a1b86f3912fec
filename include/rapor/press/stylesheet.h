/* stylesheet.h - XSLT of the layouts: it reads nothing but what it is given, and writes nothing. */
#ifndef RAPOR_PRESS_STYLESHEET_H
#define RAPOR_PRESS_STYLESHEET_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

/* LAYOUTS are folders (search_path.h), FILE lies in one of them: "common/press/index.xsl".
 * Errors: FAILURE_UNAVAILABLE, FAILURE_DATA. */

/* True where the stylesheet can be used: it has no DOCTYPE, and imports nothing. */
bool stylesheet_check(const char *layouts, const char *file, GError **error);

struct stylesheet;

/* Reads a stylesheet, to be closed; NULL and ERROR where it cannot be used. */
struct stylesheet *stylesheet_open(const char *layouts, const char *file, GError **error);
void stylesheet_close(struct stylesheet *stylesheet);

/* Returns what it makes of SOURCE, in the form that it asks for; NULL and ERROR where it cannot.
 * To be freed. */
GString *stylesheet_make(const struct stylesheet *stylesheet, xmlDoc *source, GError **error);

/* The same of a stylesheet that is read for it. */
GString *stylesheet_apply(const char *layouts, const char *file, xmlDoc *source, GError **error);

#endif
