/* kit.h - the texts of the press kit: the page, with figures, charts and all institutions in one
 * HTML file, and what is said of the data; made by stylesheets of the layouts (doc/press.md). */
#ifndef RAPOR_PRESS_KIT_H
#define RAPOR_PRESS_KIT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct ranking;
struct standings;
struct view;
struct namings;

/* A file that lies beside the page, or below it. */
struct kit_file {
    const char *path;  /* relative to the page */
    const char *label; /* what readers click on */
};

struct kit_chart {
    const char *name; /* "histogram" */
    const char *svg;  /* the whole file: the page takes its title and its description */
    const struct kit_file *files;
    size_t file_count;
};

/* A text: its file below the kit, the stylesheet that makes it, and in what language. */
struct kit_text {
    const char *file, *sheet, *language;
};

/* Data that lie beside the page in several forms. */
struct kit_table {
    const char *name;
    const struct ranking *table;
};

struct kit {
    const char *layouts; /* folders (search_path.h); stylesheets, words.LANGUAGE.xml, data.xml,
                            style.css, script.js and short-names.txt lie in common/press */
    const char *digest;  /* of the evaluation's file */
    const struct namings *naming; /* of the instrument */
    struct view *view;
    const struct standings *standings;
    const struct kit_chart *charts;
    size_t chart_count;
    const char *const *cards; /* paths, one for each institution, or NULL; NULL: there is none */
    const struct kit_file *files;
    size_t file_count;
    const struct kit_table *tables;
    size_t table_count;
};

#define KIT_DATA_SHEET "common/press/data.xsl" /* the stylesheet that tells of data */

struct kit_source;

extern const struct kit_text kit_texts[]; /* the last has no file */

/* True where the stylesheets can be used: they have no DOCTYPE, and import nothing. */
bool kit_check(const char *layouts, GError **error);

/* Returns what the stylesheets see, the same for all texts: it takes long to make.  Of the kit,
 * naming, view, standings and the paths of cards must last. */
struct kit_source *kit_open(const struct kit *kit, GError **error);
void kit_close(struct kit_source *source); /* NULL is welcome */

/* Appends a text.  A stylesheet may read no other file, and write none.  It never sees all
 * institutions: where it puts the instruction "rows", what it makes of them is put, some at a
 * time.  The view is turned meanwhile. */
bool kit_write(struct kit_source *source, const struct kit_text *text, GByteArray *out,
               GError **error);

#endif
