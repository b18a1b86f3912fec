#include "canvas.h"

#include "rapor/pages.h"

#include <string.h>

void canvas_clear(struct canvas *canvas)
{
    g_free(canvas->pixels);
    *canvas = (struct canvas){0};
}

/* An edge that cuts through pixels would be mixed with what is below. */
static bool is_covered(const struct canvas *canvas, const struct page *page, double scale)
{
    const struct ink *first = page->inks.items;
    return page->inks.count > 0 && first->kind == INK_FILL && first->x <= 0 && first->y <= 0 &&
           (first->x + first->fill.width) * scale >= (double)canvas->width &&
           (first->y + first->fill.height) * scale >= (double)canvas->height;
}

cairo_surface_t *canvas_open(struct canvas *canvas, size_t width, size_t height,
                             const struct page *page, double scale)
{
    const size_t count = width * height;
    if (count > canvas->room) {
        g_free(canvas->pixels);
        canvas->pixels = g_new(guint32, count);
        canvas->room = count;
    }
    canvas->width = width;
    canvas->height = height;
    if (!is_covered(canvas, page, scale))
        memset(canvas->pixels, 0xFF, count * sizeof *canvas->pixels);
    return cairo_image_surface_create_for_data((guint8 *)canvas->pixels, CAIRO_FORMAT_ARGB32,
                                               (int)width, (int)height,
                                               (int)(width * sizeof *canvas->pixels));
}
