/* canvas.h - the pixels that a page is drawn on, band by band: a band stays in the cache of
 * the processor until it is packed, where a whole picture would go to memory and back. */
#ifndef PAINT_CANVAS_H
#define PAINT_CANVAS_H

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* All zero to begin with. */
struct canvas {
    size_t width, height; /* of the picture */
    guint32 *pixels;      /* row by row, as cairo draws them: 0xFFrrggbb */
    size_t room;          /* of pixels */
    size_t top, bottom;   /* the rows of the band */
};

/* Gives the memory back. */
void canvas_clear(struct canvas *canvas);

/* Begins a picture; it has no band yet. */
void canvas_begin(struct canvas *canvas, size_t width, size_t height);

/* Goes on to the next band, which holds anything; false at the end of the picture. */
bool canvas_advance(struct canvas *canvas);

/* Returns what the band is drawn on until the next one. */
cairo_surface_t *canvas_surface(const struct canvas *canvas);

/* Returns row Y of the picture, which is one of the band's. */
static inline const guint32 *canvas_row(const struct canvas *canvas, size_t y)
{
    return canvas->pixels + (y - canvas->top) * canvas->width;
}

#endif
