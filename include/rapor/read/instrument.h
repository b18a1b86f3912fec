/* instrument.h - what is measured: domains, aspects, indicators, weights and
 * grades of one regulation, read from layouts/NAME/instrument.xml.
 *
 * All arithmetic is on integers.  Levels are counted in steps of 1/LEVEL_SCALE,
 * weights in parts of which WEIGHT_TOTAL make the whole (100 %), so that
 * weights such as 20/6 are exact. */
#ifndef RAPOR_READ_INSTRUMENT_H
#define RAPOR_READ_INSTRUMENT_H

#include "rapor/base/naming.h"
#include "rapor/read/group.h"
#include "rapor/read/indicator.h"

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

struct arena;
struct diagnostics;

#define NONE        SIZE_MAX /* no index into an array */
#define GRADES_MOST 16       /* as many as charts have room for: CLASSES_MOST */

struct instrument {
    const char *id, *folder;                   /* folder: where instrument.xml lies */
    const char *regulation;                    /* short name of the last: "PermenPANRB 59/2020" */
    int64_t level_min, level_max, level_scale; /* levels 1..5: 1, 5, 1 */
    int level_decimals;    /* that a level may be written with; items make finer ones */
    int64_t level_pending; /* what an indicator counts while the index it comes from is missing */
    int64_t ladder_from;   /* its value while nothing of the first rung is accepted */
    int64_t *rungs;        /* its value once all items up to the rung are; the lowest first */
    int64_t weight_total;
    int64_t target;                 /* index to reach, in hundredths */
    int64_t target_level;           /* in steps of 1/level_scale */
    bool grade_by_exact;            /* grades and ranks by the exact index, not the printed one */
    struct regulation *regulations; /* in the order they are cited */
    struct domain *domains;
    struct aspect *aspects;
    struct indicator *indicators;
    struct ladder_item *items; /* in the order of the indicators */
    struct grade *grades;
    struct group *groups;
    struct scope *scopes;
    struct award *awards; /* those that the file names, else one for each group */
    struct stage *stages; /* in the order they take place */
    struct document *documents;
    struct crosswalk *crosswalks;
    size_t crosswalk_count, regulation_count;
    size_t domain_count, aspect_count, indicator_count, grade_count, group_count, scope_count,
        stage_count, document_count, item_count, rung_count, award_count;
    bool awards_named;         /* by the file */
    const char *award_issuers; /* who gives those, as of a regulation; NULL: anybody */
    struct namings naming;     /* what it calls the things that papers speak of */
    xmlDoc *tree;              /* the file itself, for layouts to quote: names, levels, steps */
};

/* Reads and checks FOLDER/instrument.xml: unique numbers, parts that sum to
 * their whole and wholes to 100, grades that cover the range of levels.
 * Returns NULL where DIAGNOSTICS got an error or the file cannot be read. */
struct instrument *instrument_open(const char *folder, struct diagnostics *diagnostics,
                                   GError **error);
void instrument_close(struct instrument *instrument); /* NULL is welcome */

/* Returns the ids of the instruments in LAYOUTS (see search_path.h), sorted; NULL and ERROR where
 * its folders cannot be read. */
GPtrArray *instrument_ids(const char *layouts, GError **error);

/* Returns the folder in LAYOUTS that the instrument.xml of ID comes from, to be
 * freed; NULL where there is none. */
char *instrument_folder(const char *layouts, const char *id);

/* Returns the index of what is called NO or ID, or NONE. */
size_t instrument_indicator(const struct instrument *instrument, const char *no);
size_t instrument_group(const struct instrument *instrument, const char *id);
size_t instrument_scope(const struct instrument *instrument, const char *id);
size_t instrument_stage(const struct instrument *instrument, const char *id);
size_t instrument_item(const struct instrument *instrument, const char *code);

/* Returns the level that is reached next from LEVEL: the next rung, of an instrument without
 * a ladder the next whole level; LEVEL itself at the top. */
int64_t instrument_next_level(const struct instrument *instrument, int64_t level);

/* Returns LEVEL in hundredths, rounded half up. */
int64_t instrument_hundredths(const struct instrument *instrument, int64_t level);

#endif
