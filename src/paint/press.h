/* press.h - what the painters keep from one document to the next. */
#ifndef PAINT_PRESS_H
#define PAINT_PRESS_H

#include "canvas.h"

struct archival_painter;
struct images;

struct press {
    struct images *images;
    struct archival_painter *archive; /* of the archival painter, made when first asked for */
    struct canvas canvas;
};

#endif
