/* paint.h - pages become bytes, in one of several forms. */
#ifndef RAPOR_PAINT_H
#define RAPOR_PAINT_H

#include <glib.h>
#include <stdbool.h>

struct pages;
struct images;

struct painter {
    const char *name;   /* of --format: "pdf" */
    const char *suffix; /* of the file name */
    /* Appends to OUT.  PAGE is the only page to paint, from 1, or 0 for all
     * (a picture: the first).  SCALE is pixels per point, for pictures. */
    bool (*paint)(const struct pages *pages, struct images *images, unsigned page, double scale,
                  GByteArray *out, GError **error);
};

extern const struct painter painter_pdf, painter_png, painter_trace;
extern const struct painter *const painters[]; /* ended by NULL */

/* SVG pictures, each read once per run. */
struct images *images_create(void);
void images_destroy(struct images *images); /* NULL is welcome */

#endif
