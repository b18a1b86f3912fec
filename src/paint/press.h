/* press.h - what the painters keep from one document to the next. */
#ifndef PAINT_PRESS_H
#define PAINT_PRESS_H

struct images;

struct press {
    struct images *images;
};

#endif
