#include "canvas.h"

#include <string.h>

enum {
    BAND = 128 * 1024, /* pixels, half a megabyte */
    KEPT = 16,         /* rows before it that others may be like */
};

void canvas_clear(struct canvas *canvas)
{
    g_free(canvas->pixels);
    *canvas = (struct canvas){0};
}

static size_t rows_of_band(const struct canvas *canvas)
{
    return MAX(BAND / canvas->width, KEPT);
}

void canvas_begin(struct canvas *canvas, size_t width, size_t height)
{
    canvas->width = width;
    canvas->height = height;
    canvas->first = canvas->top = canvas->bottom = 0;
    const size_t count = (KEPT + rows_of_band(canvas)) * width;
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
    const size_t kept = MIN(canvas->bottom, KEPT);
    if (kept > 0)
        memmove(canvas->pixels, canvas_row(canvas, canvas->bottom - kept),
                kept * canvas->width * sizeof *canvas->pixels);
    canvas->top = canvas->bottom;
    canvas->first = canvas->top - kept;
    canvas->bottom = MIN(canvas->top + rows_of_band(canvas), canvas->height);
    return true;
}

cairo_surface_t *canvas_surface(const struct canvas *canvas)
{
    guint8 *pixels = (guint8 *)(canvas->pixels + (canvas->top - canvas->first) * canvas->width);
    return cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_ARGB32, (int)canvas->width,
                                               (int)(canvas->bottom - canvas->top),
                                               (int)(canvas->width * sizeof *canvas->pixels));
}
