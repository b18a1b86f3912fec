/* canvas.h - the pixels that pages are drawn on, kept from one picture to the next: clean
 * memory from the system costs as much as drawing on it. */
#ifndef PAINT_CANVAS_H
#define PAINT_CANVAS_H

#include <cairo.h>
#include <glib.h>
#include <stddef.h>

struct page;

/* All zero to begin with; grows to the largest picture. */
struct canvas {
    size_t width, height;
    guint32 *pixels; /* row by row, as cairo draws them: 0xFFrrggbb */
    size_t room;     /* of pixels */
};

/* Gives the memory back. */
void canvas_clear(struct canvas *canvas);

/* Makes the canvas so large and, where the page does not begin by filling it, white.
 * Returns what to draw on until the canvas is opened again. */
cairo_surface_t *canvas_open(struct canvas *canvas, size_t width, size_t height,
                             const struct page *page, double scale);

#endif
