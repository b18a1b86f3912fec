/* svg.h - pages as SVG: what the parts of the painter share. */
#ifndef PAINT_SVG_H
#define PAINT_SVG_H

#include <glib.h>
#include <stdbool.h>

struct color;
struct ink;

/* Appends the number with two decimals at most, to the nearest, of two as near the even one. */
void svg_decimal(GString *out, double number);

/* Appends  NAME="NUMBER"  in the same way, in front of which a blank stands. */
void svg_number(GString *out, const char *name, double number);

/* Returns a part of a colour, 0 to 1, as it stands in a byte. */
unsigned svg_part(double share);

/* Appends  NAME="#rrggbb"  in front of which a blank stands. */
void svg_color(GString *out, const char *name, const struct color *color);

/* Appends the text, escaped. */
void svg_text(GString *out, const char *text, size_t length);

/* Appends the words of an ink, each at its place and as wide as it is there, so
 * that they stay where they are in another font, too. */
void svg_words(GString *out, const struct ink *ink);

/* Appends the attributes of an ink's font. */
void svg_font(GString *out, const struct ink *ink);

/* Appends the picture of an ink as an SVG of its own; NAME goes before its ids,
 * which must be unique in the whole file. */
bool svg_picture(GString *out, const struct ink *ink, const char *name, GError **error);

#endif
