#include "rapor/paint.h"

#include <stddef.h>

const struct painter *const painters[] = {&painter_cairo, &painter_png, &painter_svg,
                                          &painter_trace, NULL};
