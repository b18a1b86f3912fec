/* times.h - what each phase of a run costs, for those who measure.
 *
 * Nothing is counted, and no clock is read, outside times_open() and times_close().
 * The sums are of all processes that were forked in between: they share them. */
#ifndef RAPOR_BASE_TIMES_H
#define RAPOR_BASE_TIMES_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

enum phase {
    PHASE_OTHER, /* starting, waiting, publishing */
    PHASE_READ,
    PHASE_ASSESS,
    PHASE_OPEN, /* layouts and fonts */
    PHASE_PLAN,
    PHASE_KEYS,    /* what a file depends on */
    PHASE_COMPOSE, /* the view turned included */
    PHASE_TYPESET,
    PHASE_ATTACH, /* data that goes with a paper */
    PHASE_PAINT,
    PHASE_PICTURES, /* papers in other forms than PDF */
    PHASE_TABLES,   /* what is made besides papers: tables, charts, the kit for the press */
    PHASE_SIGN,     /* without the key itself */
    PHASE_PACK,
    PHASE_COUNT
};

/* Begins to count, for the file PATH; NULL: does nothing. */
void times_open(const char *path);

/* From here on processor time is of PHASE.  Returns what it was of, to go back to. */
enum phase times_enter(enum phase phase);

/* A paper of so many bytes was made. */
void times_add_paper(size_t bytes);

/* In a forked process, before it does anything: its clock begins anew. */
void times_fork(void);

/* Writes the sums as one line of JSON, described in doc/performance.md. */
bool times_close(GError **error);

#endif
