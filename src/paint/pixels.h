/* pixels.h - how many pixels a picture has that is written into an address. */
#ifndef PAINT_PIXELS_H
#define PAINT_PIXELS_H

#include <stdbool.h>
#include <stddef.h>

/* Of a PNG or JPEG as "data:image/png;base64,..."; false where it is something else. */
bool pixels_of_data(const char *address, size_t *pixels);

#endif
