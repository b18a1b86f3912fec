/* plan.h - which papers go into which archive. */
#ifndef RAPOR_PLAN_H
#define RAPOR_PLAN_H

#include "rapor/build.h"

/* One entry: a document of the instrument for a subject, or a table. */
enum entry_kind {
    ENTRY_DOCUMENT,
    ENTRY_RESULTS,
    ENTRY_RANKING_CSV,
    ENTRY_RANKING_CSV_ID,
    ENTRY_LEVELS_CSV,
    ENTRY_BOOK,
    ENTRY_CHART,
    ENTRY_PAGE
};

struct entry {
    enum entry_kind kind;
    const char *name; /* in the archive: "13.01-kabupaten-pesisir-selatan/surat.pdf" */
    size_t document;  /* index in the instrument's documents; of a chart in the gallery */
    size_t subject;   /* institution, parent too, or region; NONE for the nation; of a chart its
                         version */
    const char *whom; /* for progress: name of institution, region or file */
    bool beside;      /* stands beside the archive, too */
};

/* What one worker makes at a time: an archive. */
struct unit {
    const char *path; /* below the output folder, without ".zip": "wilayah/13-sumatera-barat" */
    struct entry *entries;
    size_t count, room;
};

struct plan {
    struct unit *units; /* the largest first; equals in the order of their paths */
    size_t count, room;
    size_t entry_count; /* in all units */
};

/* FALSE where the selection names an institution or region that is not there,
 * or leaves nothing to make. */
bool plan_make(struct plan *plan, const struct session *session, const struct selection *selection,
               GError **error);

#endif
