/* diagnostic.h - what is wrong with an input, collected with the place of each.
 *
 * A reader adds every problem it finds and goes on; only the command layer
 * prints.  The first DIAGNOSTICS_KEPT of each severity are kept, all are counted. */
#ifndef RAPOR_BASE_DIAGNOSTIC_H
#define RAPOR_BASE_DIAGNOSTIC_H

#include <stddef.h>

#define DIAGNOSTICS_KEPT 20

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE, SEVERITY_COUNT };

struct diagnostic {
    enum severity severity;
    const char *id;        /* stable name of the message, e.g. "level-range" */
    const char *file;      /* as the user named it */
    unsigned line, column; /* from 1; 0 where there is none; columns count characters */
    const char *source;    /* the line of the file, or NULL */
    const char *text;      /* what is wrong, without place or final stop */
    const char *hint;      /* what to do about it, or NULL */
    unsigned page, object; /* of a PDF, from 1; 0 where there is none */
    const char *clause;    /* that is broken: "ISO 19005-3, 6.2.11.5", or NULL */
};

struct diagnostics;

struct diagnostics *diagnostics_create(void);
struct diagnostics *diagnostics_create_endless(void);      /* all are kept */
void diagnostics_destroy(struct diagnostics *diagnostics); /* NULL is welcome */

/* Keeps a copy of all of it. */
void diagnostics_add(struct diagnostics *diagnostics, const struct diagnostic *diagnostic);

size_t diagnostics_count(const struct diagnostics *diagnostics, enum severity severity);

/* Returns the kept ones of all severities in the order they were added. */
const struct diagnostic *diagnostics_kept(const struct diagnostics *diagnostics, size_t *count);

/* Puts the kept ones in order of file, line and column; equals stay as added. */
void diagnostics_sort(struct diagnostics *diagnostics);

/* Returns whichever of the COUNT words is closest to WORD by edit distance,
 * or NULL where none is close: for "did you mean" hints. */
const char *closest_word(const char *word, const char *const *words, size_t count);

#endif
