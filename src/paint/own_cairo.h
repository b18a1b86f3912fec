/* own_cairo.h - handles of cairo that close themselves at the end of their block. */
#ifndef PAINT_OWN_CAIRO_H
#define PAINT_OWN_CAIRO_H

#include <cairo.h>
#include <glib.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(cairo_surface_t, cairo_surface_destroy)

#endif
