/* progress.h - how far a build is, told while it goes on. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "rapor/jobs/build.h"

#include <glib.h>
#include <stdbool.h>

enum telling {
    TELLING_NOT,
    TELLING_LINE,  /* one line of a terminal, written again and again */
    TELLING_LINES, /* a line now and then */
    TELLING_JSON,  /* objects on standard output */
};

struct teller {
    enum telling how;
    gint64 begun, told; /* microseconds */
    bool standing;      /* a line of ours stands on the terminal */
    size_t done;        /* as last heard */
};

/* Returns "[412/600] 37 docs/s 00:05 left Kab. Nagekeo" after SECONDS of work,
 * its name cut so that the line takes at most WIDTH columns. */
char *progress_line(const struct progress *progress, double seconds, unsigned width);

struct teller teller_begin(enum telling how);
void teller_tell(const struct progress *progress, void *teller); /* for struct build */
void teller_end(struct teller *teller);

/* Returns the seconds since the beginning. */
double teller_seconds(const struct teller *teller);

#endif
