/* shades.h - the colours of a flat picture, each with its number: what PNG calls its palette
 * (third edition, 11.2.2).
 *
 * The colours of the inks are in it as they are; what lies between them, at the edges of letters,
 * may be the shade nearby: nobody sees a difference of SHADE_NEAR steps of 255 there, nor one of
 * SHADE_NEAR_FEW, which the few shades are apart that two pixels in a byte can tell. */
#ifndef PAINT_SHADES_H
#define PAINT_SHADES_H

#include <glib.h>
#include <stdbool.h>

enum { SHADES_MOST = 256, SHADE_NEAR = 6, SHADES_SEEN = 4096 /* a power of 2 */ };
enum { SHADES_FEW = 16, SHADE_NEAR_FEW = 20 };

struct page;

struct shades {
    guint32 colors[SHADES_MOST]; /* 0xFFrrggbb */
    unsigned count, inks;        /* the first are of inks */
    guint8 bits;                 /* that a number takes: 8, or 4 */
    guint32 seen[SHADES_SEEN];   /* colours of pixels, by their hash; 0: none */
    guint8 numbers[SHADES_SEEN];
    unsigned seen_count;
};

/* Begins with white and the colours of the page's inks; false where they are too many, or where
 * the page holds pictures. */
bool shades_begin(struct shades *shades, const struct page *page);

/* Writes the number of each of COUNT pixels to OUT; false where they have too many colours. */
bool shades_number(struct shades *shades, const guint32 *pixels, size_t count, guint8 *out);

/* Puts SHADES_FEW at most in their place, of 4 bits, and into NUMBERS which of these each has
 * become; false, and nothing done, where so few are not near enough. */
bool shades_merge(struct shades *shades, guint8 numbers[SHADES_MOST]);

#endif
