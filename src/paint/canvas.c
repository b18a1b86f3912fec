#include "canvas.h"

enum { BAND = 128 * 1024 }; /* pixels, half a megabyte */

void canvas_clear(struct canvas *canvas)
{
    g_free(canvas->pixels);
    *canvas = (struct canvas){0};
}

size_t canvas_most(const struct canvas *canvas)
{
    return MIN(MAX(BAND / canvas->width, 1), canvas->height);
}

void canvas_begin(struct canvas *canvas, size_t width, size_t height)
{
    canvas->width = width;
    canvas->height = height;
    canvas->top = canvas->bottom = 0;
    const size_t count = canvas_most(canvas) * width;
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
    canvas->bottom = MIN(canvas->top + canvas_most(canvas), canvas->height);
    return true;
}

cairo_surface_t *canvas_surface(const struct canvas *canvas)
{
    return cairo_image_surface_create_for_data(
        (guint8 *)canvas->pixels, CAIRO_FORMAT_ARGB32, (int)canvas->width,
        (int)(canvas->bottom - canvas->top), (int)(canvas->width * sizeof *canvas->pixels));
}
