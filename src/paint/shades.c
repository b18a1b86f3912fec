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

static int distance(guint32 one, guint32 other)
{
    int most = 0;
    for (unsigned shift = 0; shift <= 16; shift += 8)
        most = MAX(most, abs((int)part_of(one, shift) - (int)part_of(other, shift)));
    return most;
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
    shades->bits = 8;
    memset(shades->seen, 0, sizeof shades->seen);
    bool few = add(shades, 0xFFFFFFFF);
    for (size_t i = 0; few && i < page->inks.count; i++) {
        const struct ink *ink = &page->inks.items[i];
        few = ink->kind != INK_IMAGE && add(shades, pixel_of(&ink->color));
    }
    shades->inks = shades->count;
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
        if (distance(shades->colors[i], color) <= SHADE_NEAR &&
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

/* Those that stand for all, and for which of them. */
struct merging {
    guint32 colors[SHADES_FEW];
    unsigned count;
    guint8 numbers[SHADES_MOST];
    int apart; /* the farthest that one is from what stands for it, ... */
    unsigned farthest;
};

static unsigned nearest_of(const struct merging *merging, guint32 color)
{
    unsigned nearest = 0;
    for (unsigned k = 1; k < merging->count; k++)
        if (distance(color, merging->colors[k]) < distance(color, merging->colors[nearest]))
            nearest = k;
    return nearest;
}

static void assign(struct merging *merging, const struct shades *shades)
{
    merging->apart = -1;
    for (unsigned i = 0; i < shades->count; i++) {
        const unsigned nearest = nearest_of(merging, shades->colors[i]);
        const int apart = distance(shades->colors[i], merging->colors[nearest]);
        merging->numbers[i] = (guint8)nearest;
        if (apart > merging->apart) {
            merging->apart = apart;
            merging->farthest = i;
        }
    }
}

/* In the middle between the most and the least of those it stands for. */
static guint32 middle_of(const struct merging *merging, const struct shades *shades,
                         unsigned number)
{
    guint32 middle = 0xFF;
    for (unsigned shift = 24; shift > 0;) {
        guint32 least = 0xFF, most = 0;
        shift -= 8;
        for (unsigned i = 0; i < shades->count; i++) {
            if (merging->numbers[i] != number)
                continue;
            least = MIN(least, part_of(shades->colors[i], shift));
            most = MAX(most, part_of(shades->colors[i], shift));
        }
        middle = middle << 8 | (least + most) / 2;
    }
    return middle;
}

/* One more where there is most need of it, and all moved to where they are nearest. */
static void add_middle(struct merging *merging, const struct shades *shades)
{
    merging->colors[merging->count++] = shades->colors[merging->farthest];
    assign(merging, shades);
    for (unsigned k = shades->inks; k < merging->count; k++)
        merging->colors[k] = middle_of(merging, shades, k);
    assign(merging, shades);
}

bool shades_merge(struct shades *shades, guint8 numbers[SHADES_MOST])
{
    struct merging merging = {.count = shades->inks};
    if (shades->inks > SHADES_FEW)
        return false;
    memcpy(merging.colors, shades->colors, shades->inks * sizeof *shades->colors);
    assign(&merging, shades);
    while (merging.count < SHADES_FEW && merging.apart > 0)
        add_middle(&merging, shades);
    if (merging.apart > SHADE_NEAR_FEW)
        return false;
    memcpy(shades->colors, merging.colors, sizeof merging.colors);
    memcpy(numbers, merging.numbers, sizeof merging.numbers);
    shades->count = merging.count;
    shades->bits = 4;
    return true;
}
