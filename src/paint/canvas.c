#include "canvas.h"

enum { BAND = 128 * 1024 }; /* pixels, half a megabyte */

/* How many rows a band has at most. */
static size_t most_rows(const struct canvas *canvas)
{
    return MIN(MAX(BAND / canvas->width, 1), canvas->height);
}

void canvas_clear(struct canvas *canvas)
{
    g_free(canvas->pixels);
    *canvas = (struct canvas){0};
}

void canvas_begin(struct canvas *canvas, size_t width, size_t height)
{
    canvas->width = width;
    canvas->height = height;
    canvas->top = canvas->bottom = 0;
    const size_t count = most_rows(canvas) * width;
    if (count <= canvas->room)
        return;
    g_free(canvas->pixels);
    canvas->pixels = g_new(guint32, count);
    canvas->room = count;
}

bool canvas_advance(struct canvas *canvas)
{
    if (canvas->bottom == canvas->height)
        return false;
    canvas->top = canvas->bottom;
    canvas->bottom = MIN(canvas->top + most_rows(canvas), canvas->height);
    return true;
}

cairo_surface_t *canvas_surface(const struct canvas *canvas)
{
    return cairo_image_surface_create_for_data(
        (guint8 *)canvas->pixels, CAIRO_FORMAT_ARGB32, (int)canvas->width,
        (int)(canvas->bottom - canvas->top), (int)(canvas->width * sizeof *canvas->pixels));
}
