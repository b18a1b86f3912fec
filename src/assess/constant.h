/* constant.h - what is said of the parts of an instrument, whatever is assessed. */
#ifndef ASSESS_CONSTANT_H
#define ASSESS_CONSTANT_H

#include "shape.h"

/* Fills in the phrases of SHAPE, and its gains. */
void write_constants(struct shape *shape, struct arena *arena);

#endif
