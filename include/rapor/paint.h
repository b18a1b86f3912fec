/* paint.h - pages become bytes, in one of several forms. */
#ifndef RAPOR_PAINT_H
#define RAPOR_PAINT_H

#include <glib.h>
#include <stdbool.h>

struct pages;
struct images;

/* What of a document to paint. */
struct excerpt {
    unsigned page; /* the only page, from 1; 0: all, of a picture the first */
    double scale;  /* pixels per point, for pictures alone */
};

struct painter {
    const char *name;   /* of --format: "pdf" */
    const char *suffix; /* of the file name */
    /* Appends to OUT; where that fails, OUT is as it was. */
    bool (*paint)(const struct pages *pages, struct images *images, struct excerpt excerpt,
                  GByteArray *out, GError **error);
};

extern const struct painter painter_pdf, painter_png, painter_trace;
extern const struct painter *const painters[]; /* ended by NULL */

/* SVG pictures, each read once per run and kept as vectors.  One that holds text
 * or refers to other files would not look the same everywhere: it is refused. */
struct images *images_create(void);
void images_destroy(struct images *images); /* NULL is welcome */

#endif
