/* kit.h - the page of the press kit: figures, charts and all institutions in one
 * HTML file, made by a stylesheet of the layouts (doc/press.md). */
#ifndef RAPOR_PRESS_KIT_H
#define RAPOR_PRESS_KIT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct view_element;

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

/* The picture of an institution. */
struct kit_card {
    const char *code, *path;
};

struct kit {
    const char *layouts; /* folders (search_path.h); index.xsl, style.css, script.js and
                            short-names.txt lie in common/press */
    const char *digest;  /* of the evaluation's file */
    const struct view_element *results; /* of a view */
    const struct kit_chart *charts;
    size_t chart_count;
    const struct kit_card *cards;
    size_t card_count;
    const struct kit_file *files;
    size_t file_count;
};

/* True where the stylesheet of the page can be used: it has no DOCTYPE, and imports nothing. */
bool kit_check(const char *layouts, GError **error);

/* Appends the page.  The stylesheet may read no other file, and write none. */
bool kit_page(const struct kit *kit, GByteArray *out, GError **error);

#endif
