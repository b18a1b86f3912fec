/* doc.h - a document as data: sections of blocks, with no geometry but sizes.
 *
 * compose builds it, typeset turns it into pages.  Lengths are points. */
#ifndef RAPOR_DOC_DOC_H
#define RAPOR_DOC_DOC_H

#include "rapor/doc/binding.h"
#include "rapor/doc/block.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

/* What a page looks like apart from its text. */
struct master {
    double width, height, top, bottom, left, right;
    double first_top; /* top of the first page of a section */
    bool filled;      /* the whole sheet, below everything else */
    struct color fill;
    struct blocks head;  /* boxes, on every page ... */
    struct blocks first; /* ... and on the first page of a section instead */
};

struct section {
    struct master master;
    struct blocks blocks;
    const struct style *catchword; /* NULL: no catchwords */
};

struct doc {
    struct arena *arena; /* owns all of it */
    const char *name;    /* for messages: "sertifikat.pdf 13.01" */
    const char *title, *author, *subject, *language;
    const char *date; /* "2021-12-31" */
    struct section *sections;
    size_t section_count;
    const struct anchor **anchors;   /* by their numbers */
    const struct target **targets;   /* by their numbers, the first is NULL */
    const struct heading **headings; /* in the order of the text */
    size_t anchor_count, target_count, heading_count;
    const struct binding *bindings;
    size_t binding_count;
};

/* Returns what there is to read but for the heads of pages, as plain text: a line for
 * each paragraph, an empty one between them; for pictures the text that stands for them. */
const char *doc_text(const struct doc *doc);

/* Returns its charts in reading order, the heads of pages left out; to be unreferenced. */
GPtrArray *doc_charts(const struct doc *doc); /* of const struct chart */

/* True where all of a chart's values that there are have no decimals: they are counts. */
bool values_whole(const double *values, size_t count);

#endif
