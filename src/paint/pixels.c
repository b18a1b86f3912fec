#include "pixels.h"

#include <glib.h>
#include <string.h>

/* Nothing is unpacked: the size stands in front. */
struct raster {
    const guchar *bytes;
    gsize size;
};

static size_t number_at(const struct raster *raster, size_t at, size_t bytes)
{
    size_t number = 0;
    for (size_t i = 0; i < bytes && at + i < raster->size; i++)
        number = number << 8 | raster->bytes[at + i];
    return number;
}

/* PNG, 11.2.2: the first chunk is IHDR, which begins with width and height. */
static bool png_pixels(const struct raster *raster, size_t *pixels)
{
    if (raster->size < 24 || memcmp(raster->bytes, "\x89PNG\r\n\x1a\n", 8) != 0 ||
        memcmp(raster->bytes + 12, "IHDR", 4) != 0)
        return false;
    *pixels = number_at(raster, 16, 4) * number_at(raster, 20, 4);
    return true;
}

static bool is_frame(guchar marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* ITU-T T.81, B.2.2: SOFn holds a precision, then height and width. */
static bool jpeg_pixels(const struct raster *raster, size_t *pixels)
{
    if (raster->size < 4 || raster->bytes[0] != 0xFF || raster->bytes[1] != 0xD8)
        return false;
    for (size_t at = 2; at + 9 <= raster->size && raster->bytes[at] == 0xFF;) {
        const guchar marker = raster->bytes[at + 1];
        if (is_frame(marker)) {
            *pixels = number_at(raster, at + 5, 2) * number_at(raster, at + 7, 2);
            return true;
        }
        at += marker == 0xFF ? 1 : 2 + number_at(raster, at + 2, 2);
    }
    return false;
}

bool pixels_of_data(const char *address, size_t *pixels)
{
    static const char *const starts[] = {"data:image/png;base64,", "data:image/jpeg;base64,",
                                         "data:image/jpg;base64,"};
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++) {
        if (!g_str_has_prefix(address, starts[i]))
            continue;
        gsize size;
        g_autofree guchar *bytes = g_base64_decode(address + strlen(starts[i]), &size);
        const struct raster raster = {bytes, size};
        return png_pixels(&raster, pixels) || jpeg_pixels(&raster, pixels);
    }
    return false;
}
