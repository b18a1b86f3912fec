/* plan.h - which papers go into which archive. */
#ifndef RAPOR_PLAN_PLAN_H
#define RAPOR_PLAN_PLAN_H

#include "rapor/plan/deal.h"
#include "rapor/session/session.h"

#include <stdbool.h>

struct selection {
    const char *const *kinds; /* ended by NULL; NULL: all.  "tables": results.xml, csv, xlsx */
    const char *region;       /* code, or NULL */
    const char *institution;  /* code, or NULL */
    struct shard shard;       /* only its part */
};

/* One entry: a document of the instrument for a subject, or a table. */
enum entry_kind {
    ENTRY_DOCUMENT,
    ENTRY_RESULTS,
    ENTRY_RANKING_CSV,
    ENTRY_RANKING_CSV_ID,
    ENTRY_LEVELS_CSV,
    ENTRY_DICTIONARY,
    ENTRY_BOOK,
    ENTRY_CHART,
    ENTRY_DATA,
    ENTRY_PAGE
};

struct entry {
    enum entry_kind kind;
    const char *name; /* in the archive: "13.01-kota-x/13.01-surat-kota-x.pdf" */
    size_t document;  /* index in the instrument's documents; of a chart in the catalogue, of data
                         and texts of the kit in their tables */
    size_t subject;   /* institution, parent too, or region; NONE for the nation; of a chart its
                         version, of data its form */
    const char *whom; /* for progress: name of institution, region or file */
    bool beside;      /* stands beside the archive, too ... */
    bool alone;       /* ... and not in it; folders hold it nevertheless */
    bool given;       /* is a copy of another entry ... */
    size_t also;      /* ... which says of what entry of the nation: its number there; or NONE */
};

/* An archive. */
struct archive {
    const char *path; /* below the output folder, without ".zip": "wilayah/13-sumatera-barat" */
    struct entry *entries;
    size_t count, room;
};

/* What one worker makes at a time: an archive, or entries for one.  The archive of the nation
 * holds much that takes long: its parts are made by all, and packed by the last. */
struct task {
    const struct archive *archive;
    size_t first, count; /* of its entries, in a part */
    bool partial;
    size_t next;    /* the task that is done after this one and all others before it; or NONE */
    size_t waiting; /* how many come before it; without any it is done when somebody is free */
};

struct plan {
    struct archive *archives; /* the largest first; equals in the order of their paths */
    size_t count, room;
    size_t entry_count;           /* in all archives */
    const struct archive *nation; /* or NULL */
    struct task *tasks;           /* in the order in which they are best begun */
    size_t task_count, task_room;
};

struct arena;

/* Divides what is planned into tasks. */
void plan_divide(struct plan *plan, struct arena *arena);

struct diagnostics;
struct sites;

/* Complains of regions and institutions whose papers would have the same names; SITES may be
 * NULL.  False where there are such. */
bool plan_check_names(const struct session *session, const struct sites *sites,
                      struct diagnostics *diagnostics);

/* FALSE where the selection names an institution or region that is not there,
 * or leaves nothing to make. */
bool plan_make(struct plan *plan, const struct session *session, const struct selection *selection,
               GError **error);

#endif
