#include "rapor/paint.h"

#include <stddef.h>

const struct painter *const painters[] = {&painter_pdf, &painter_png, &painter_trace, NULL};
