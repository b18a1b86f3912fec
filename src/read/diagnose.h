/* diagnose.h - the problems of one file, found while it is read, placed afterwards.
 *
 * A streaming reader knows which element it is at but not where that stands,
 * and seldom needs to.  It notes the number; when it is done and something was
 * wrong, the places are looked up in the bytes. */
#ifndef READ_DIAGNOSE_H
#define READ_DIAGNOSE_H

#include "rapor/base/diagnostic.h"
#include "rapor/base/place.h"

#include <stdarg.h>
#include <stdbool.h>

struct unplaced;

/* Where a problem stands: in the start tag of an element, or at a byte. */
struct read_spot {
    size_t element;        /* number of the element from 1, or 0: at OFFSET */
    const char *attribute; /* in that tag, or NULL */
    size_t offset;
    bool in_tag;            /* OFFSET is inside a tag whose beginning is meant */
    enum severity severity; /* error, unless something else is said */
};

struct unplaced *unplaced_create(void);
void unplaced_destroy(struct unplaced *unplaced); /* NULL is welcome */

/* Notes a problem.  HINT may be NULL.  Keeps copies. */
void diagnose(struct unplaced *unplaced, struct read_spot spot, const char *id, const char *hint,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

size_t unplaced_count(const struct unplaced *unplaced, enum severity severity);

bool unplaced_is_empty(const struct unplaced *unplaced);

/* Adds all to DIAGNOSTICS, in the order they stand in SOURCE. */
void unplaced_report(const struct unplaced *unplaced, const struct source *source,
                     struct diagnostics *diagnostics);

#endif
