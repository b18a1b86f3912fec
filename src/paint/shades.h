/* shades.h - the colours of a flat picture, each with its number: what PNG calls its palette
 * (third edition, 11.2.2).
 *
 * The colours of the inks are in it as they are; what lies between them, at the edges of letters,
 * may be the shade nearby: nobody sees a difference of SHADE_NEAR steps of 255. */
#ifndef PAINT_SHADES_H
#define PAINT_SHADES_H

#include <glib.h>
#include <stdbool.h>

enum { SHADES_MOST = 256, SHADE_NEAR = 6, SHADES_SEEN = 4096 /* a power of 2 */ };

struct page;

struct shades {
    guint32 colors[SHADES_MOST]; /* 0xFFrrggbb */
    unsigned count;
    guint32 seen[SHADES_SEEN]; /* colours of pixels, by their hash; 0: none */
    guint8 numbers[SHADES_SEEN];
    unsigned seen_count;
};

/* Begins with white and the colours of the page's inks; false where they are too many, or where
 * the page holds pictures. */
bool shades_begin(struct shades *shades, const struct page *page);

/* Writes the number of each of COUNT pixels to OUT; false where they have too many colours. */
bool shades_number(struct shades *shades, const guint32 *pixels, size_t count, guint8 *out);

#endif
