/* images.h - SVG pictures drawn as vectors. */
#ifndef PAINT_IMAGES_H
#define PAINT_IMAGES_H

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>

/* SVG pictures, each read once per run. */
struct images;

struct images *images_create(void);
void images_destroy(struct images *images); /* NULL is welcome */

struct image_frame {
    double x, y, width, height; /* points */
};

/* Draws the SVG file into FRAME, as large as fits, centred unless the picture
 * says otherwise.  It is read the first time only. */
bool images_draw(struct images *images, const char *path, const struct image_frame *frame,
                 cairo_t *cr, GError **error);

/* False where it cannot be drawn. */
bool images_check(struct images *images, const char *path, GError **error);

/* Returns the SVG file's text, checked; to be freed. */
char *images_text(const char *path, GError **error);

/* The same, not through a recording: for a drawing that is kept. */
bool images_render(struct images *images, const char *path, const struct image_frame *frame,
                   cairo_t *cr, GError **error);

/* Makes SCALE less where parts of the picture become dots when it is drawn (shadows, blurs),
 * which would be too many.  False where it cannot be drawn. */
bool images_scale(struct images *images, const char *path, double *scale, GError **error);

#endif
