/* layout.h - the layout language: files that say what a document holds.
 *
 * See doc/layouts.md.  A layout is read and checked whole, and all its
 * expressions compiled, once per run. */
#ifndef RAPOR_LAYOUT_LAYOUT_H
#define RAPOR_LAYOUT_LAYOUT_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

struct diagnostics;
struct vocabulary;
struct namings;
struct layout;

/* The names that expressions may use: elements, their children and attributes,
 * from the table of the results and the schema of the instrument (instrument.rng). */
struct vocabulary *vocabulary_read(const char *schema_folder, GError **error);
void vocabulary_destroy(struct vocabulary *vocabulary); /* NULL is welcome */

/* What a layout may refer to. */
struct layout_setting {
    const struct vocabulary *vocabulary;
    const char *const *chart_kinds; /* ended by NULL */
    const char *const *families;    /* font families, ended by NULL */
    const char *emblem;             /* file that src="emblem" stands for */
    const char *const *languages;   /* that words can be divided in, ended by NULL; NULL: none */
    bool forgetful;                 /* evaluates everything anew each time */
    const char *layouts;            /* folders of layouts (search_path.h), or NULL: files come
                                       from where they are named */
    const struct namings *naming;   /* of what stands in running text; or NULL */
    GPtrArray *files;               /* of paths, owned: gets each file that is read or named */
    /* Names of the themes whose definitions replace others, ended by NULL; NULL: none. */
    const char *const *themes;
};

/* Returns NULL where DIAGNOSTICS got an error or a file cannot be read. */
struct layout *layout_open(const char *path, const struct layout_setting *setting,
                           struct diagnostics *diagnostics, GError **error);
void layout_close(struct layout *layout); /* NULL is welcome */

#endif
