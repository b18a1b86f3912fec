/* draw.h - the ink of a page put down with cairo, for every painter that uses it. */
#ifndef PAINT_DRAW_H
#define PAINT_DRAW_H

#include <cairo.h>
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct press;
struct page;
struct pages;

/* The pages from FIRST on that PAGE asks for (see paint.h). */
struct extent {
    size_t first, count;
};

/* False where there is no such page. */
bool draw_extent(const struct pages *pages, unsigned page, struct extent *extent, GError **error);

/* False where a picture cannot be read; cairo keeps its own failures itself. */
bool draw_page(cairo_t *cr, const struct page *page, struct press *press, GError **error);

/* From where to where ink can reach, in points. */
struct reach {
    double top, bottom;
};

/* Returns the reach of each ink of the page, to be freed. */
struct reach *draw_reaches(const struct page *page);

/* A part of a page from left to right, and the reaches of the page's inks. */
struct band {
    double top, bottom;
    const struct reach *reaches;
};

/* Draws only what reaches into the BAND; NULL: all. */
bool draw_band(cairo_t *cr, const struct page *page, struct press *press, const struct band *band,
               GError **error);

/* False, and the document named, where STATUS is a failure. */
bool draw_check(const struct pages *pages, cairo_status_t status, GError **error);

/* Appends to the GByteArray OUT: a cairo_write_func_t. */
cairo_status_t draw_keep(void *out, const unsigned char *data, unsigned count);

#endif
