/* state.h - the graphics state while content is followed, ISO 32000-1, 8.4. */
#ifndef VERIFY_CONTENT_STATE_H
#define VERIFY_CONTENT_STATE_H

#include <stdbool.h>

struct typeface;

#define TEXT_HIDDEN 3 /* a mode of text */

enum paint_side { SIDE_STROKE, SIDE_FILL, SIDE_COUNT };

/* What lines, or areas and text, are painted with. */
struct ink_side {
    bool set;  /* else it is DeviceGray, with which a page begins */
    bool cmyk; /* ICC-based, of four components */
    bool overprint;
};

/* What q saves. */
struct graphics_state {
    struct typeface *face;
    int mode; /* of text */
    struct ink_side sides[SIDE_COUNT];
    bool keeps_zero; /* overprint mode 1: a component of 0 leaves what is below */
};

#endif
