/* fault.h - the problems of one file, found while it is read, placed afterwards.
 *
 * A streaming reader knows which element it is at but not where that stands,
 * and seldom needs to.  It notes the number; when it is done and something was
 * wrong, the places are looked up in the bytes. */
#ifndef READ_FAULT_H
#define READ_FAULT_H

#include "rapor/base/diagnostic.h"
#include "rapor/base/place.h"

#include <stdarg.h>
#include <stdbool.h>

struct faults;

/* Where a problem stands: in the start tag of an element, or at a byte. */
struct read_spot {
    size_t element;        /* number of the element from 1, or 0: at OFFSET */
    const char *attribute; /* in that tag, or NULL */
    size_t offset;
    bool in_tag;            /* OFFSET is inside a tag whose beginning is meant */
    enum severity severity; /* error, unless something else is said */
};

struct faults *faults_create(void);
void faults_destroy(struct faults *faults); /* NULL is welcome */

/* Notes a problem.  HINT may be NULL.  Keeps copies. */
void fault(struct faults *faults, struct read_spot spot, const char *id, const char *hint,
           const char *format, ...) __attribute__((format(printf, 5, 6)));

size_t faults_count(const struct faults *faults, enum severity severity);

bool faults_are_none(const struct faults *faults);

/* Adds all to DIAGNOSTICS, in the order they stand in SOURCE. */
void faults_report(const struct faults *faults, const struct source *source,
                   struct diagnostics *diagnostics);

#endif
