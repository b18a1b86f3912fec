/* progress.h - how far a build is, told while it goes on. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "rapor/jobs/build.h"

#include <glib.h>
#include <stdbool.h>

enum progress_style {
    PROGRESS_NOT,
    PROGRESS_LINE,  /* one line of a terminal, written again and again */
    PROGRESS_LINES, /* a line now and then */
    PROGRESS_JSON,  /* objects on standard output */
};

struct progress_reporter {
    enum progress_style how;
    gint64 begun, told; /* microseconds */
    bool standing;      /* a line of ours stands on the terminal */
    size_t done;        /* as last heard */
};

/* Returns "[412/600] 37 docs/s 00:05 left Kab. Nagekeo" after SECONDS of work,
 * its name cut so that the line takes at most WIDTH columns. */
char *progress_line(const struct progress *progress, double seconds, unsigned width);

struct progress_reporter progress_begin(enum progress_style how);
void progress_report(const struct progress *progress, void *reporter); /* for struct build */
void progress_end(struct progress_reporter *reporter);

/* Returns the seconds since the beginning. */
double progress_seconds(const struct progress_reporter *reporter);

#endif
