/* coverage.h - what results shows. */
#ifndef VIEW_COVERAGE_H
#define VIEW_COVERAGE_H

#include "rapor/read/instrument.h"

#include <stddef.h>

/* What results shows when it is turned to something: NONE stands for nothing. */
struct coverage {
    enum per per;
    size_t group, region; /* of the institution; or the region itself */
    size_t parent;        /* that it is a unit of; or the parent itself */
    size_t units;         /* itself where it has units */
};

#endif
