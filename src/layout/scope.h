/* scope.h - what holds where a thing is written. */
#ifndef LAYOUT_SCOPE_H
#define LAYOUT_SCOPE_H

#include "rapor/layout/syntax.h"

struct layout_reader;

#define COLUMNS_OPEN SIZE_MAX

/* What holds where a thing is written. */
struct layout_scope {
    enum content content, around; /* around: what stands outside of a choose */
    struct standpoint at;         /* of its expressions */
    struct type inside;           /* where attributes marked so are evaluated ... */
    unsigned inside_through;      /* ... and what that depends on */
    bool repeated;  /* an each around goes through what is the same for all subjects */
    bool single;    /* stands once in a document: in no each, and no part for all */
    size_t columns; /* of the table around; COLUMNS_OPEN: the data say how many */
    unsigned depth; /* how many elements are around */
};

/* The scope in which nothing is known but that we are in the view. */
struct layout_scope scope_anywhere(const struct layout_reader *reader, enum content content);

#endif
