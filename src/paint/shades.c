#include "shades.h"

#include "rapor/type/pages.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SEEN_MOST = SHADES_SEEN / 2 };

static guint32 part_of(guint32 color, unsigned shift)
{
    return color >> shift & 0xFF;
}

static bool is_near(guint32 one, guint32 other)
{
    for (unsigned shift = 0; shift <= 16; shift += 8)
        if (abs((int)part_of(one, shift) - (int)part_of(other, shift)) > SHADE_NEAR)
            return false;
    return true;
}

static bool add(struct shades *shades, guint32 color)
{
    for (unsigned i = 0; i < shades->count; i++)
        if (shades->colors[i] == color)
            return true;
    if (shades->count == SHADES_MOST)
        return false;
    shades->colors[shades->count++] = color;
    return true;
}

/* As cairo makes a pixel of it. */
static guint32 pixel_of(const struct color *color)
{
    const double parts[] = {color->red, color->green, color->blue};
    guint32 pixel = 0xFF;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        pixel = pixel << 8 | (guint32)lround(CLAMP(parts[i], 0, 1) * 0xFF);
    return pixel;
}

bool shades_begin(struct shades *shades, const struct page *page)
{
    shades->count = shades->seen_count = 0;
    memset(shades->seen, 0, sizeof shades->seen);
    bool few = add(shades, 0xFFFFFFFF);
    for (size_t i = 0; few && i < page->inks.count; i++) {
        const struct ink *ink = &page->inks.items[i];
        few = ink->kind != INK_IMAGE && add(shades, pixel_of(&ink->color));
    }
    return few;
}

/* The place of a colour among those seen, or of the gap where it belongs. */
static size_t place_of(const struct shades *shades, guint32 color)
{
    const guint32 spread = 2654435769u; /* 2^32 by the golden ratio */
    size_t place = color * spread >> 20;
    while (shades->seen[place] && shades->seen[place] != color)
        place = (place + 1) % SHADES_SEEN;
    return place;
}

/* Colours of inks are themselves, however near another is. */
static bool choose(struct shades *shades, guint32 color, guint8 *number)
{
    unsigned near = shades->count;
    for (unsigned i = shades->count; i-- > 0;)
        if (is_near(shades->colors[i], color) &&
            (near == shades->count || shades->colors[near] != color))
            near = i;
    *number = (guint8)near;
    return near < shades->count || add(shades, color);
}

static bool find(struct shades *shades, guint32 color, guint8 *number)
{
    const size_t place = place_of(shades, color);
    if (!shades->seen[place]) {
        if (!choose(shades, color, &shades->numbers[place]))
            return false;
        shades->seen[place] = color;
        shades->seen_count++;
    }
    *number = shades->numbers[place];
    return shades->seen_count <= SEEN_MOST;
}

bool shades_number(struct shades *shades, const guint32 *pixels, size_t count, guint8 *out)
{
    guint32 last = 0;
    guint8 number = 0;
    for (size_t i = 0; i < count; i++) {
        if (pixels[i] != last) {
            last = pixels[i];
            if (!find(shades, last, &number))
                return false;
        }
        out[i] = number;
    }
    return true;
}
