/* layout.h - the layout language: files that say what a document holds.
 *
 * See doc/layouts.md.  A layout is read and checked whole, and all its
 * expressions compiled, once per run. */
#ifndef RAPOR_LAYOUT_LAYOUT_H
#define RAPOR_LAYOUT_LAYOUT_H

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

struct diagnostics;
struct vocabulary;
struct namings;
struct layout;
struct layout_store;

/* The names that expressions may use: elements, their children and attributes,
 * from the table of the results and the schema of the instrument (instrument.rng). */
struct vocabulary *vocabulary_read(const char *schema_folder, GError **error);
void vocabulary_destroy(struct vocabulary *vocabulary); /* NULL is welcome */

/* What layouts may refer to. */
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
};

/* The files that layouts are read from: each is read once, however many layouts import it, and so
 * is what it says where that is the same for them.  It outlasts the layouts; what SETTING points
 * to outlasts it. */
struct layout_store *layout_store_create(const struct layout_setting *setting);
void layout_store_destroy(struct layout_store *store); /* NULL is welcome */
/* True where all files that were read so far say nothing of the THEME but colors: no words of a
 * document depend on it then. */
bool layout_store_only_paints(const struct layout_store *store, const char *theme);

/* Definitions of the THEMES (their names, ended by NULL; NULL: none) replace others.
 * Returns NULL where DIAGNOSTICS got an error or a file cannot be read. */
struct layout *layout_open(struct layout_store *store, const char *path, const char *const *themes,
                           struct diagnostics *diagnostics, GError **error);
void layout_close(struct layout *layout); /* NULL is welcome */

/* Parts of institutions (rapor/view/view.h) that its expressions may ask for; OWN: of the one that
 * a document is about, too. */
uint64_t layout_parts(const struct layout *layout, bool own);

#endif
