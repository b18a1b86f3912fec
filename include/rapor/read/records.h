/* records.h - what assessors wrote down beside the levels: the scores of each
 * stage, evidence, sessions, applications, shortfalls.
 *
 * Texts are NULL where they were not given; lists are in the order of the file,
 * scores in the order of the stages. */
#ifndef RAPOR_READ_RECORDS_H
#define RAPOR_READ_RECORDS_H

#include "rapor/read/meeting.h"
#include "rapor/read/objection.h"
#include "rapor/read/shortfall.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum verdict { VERDICT_NONE, VERDICT_VALID, VERDICT_INVALID };

/* What one stage gave for an indicator. */
struct score {
    const char *fact, *analysis, *reason;
    int32_t level;  /* in steps, or LEVEL_NONE */
    uint32_t stage; /* index in the instrument */
    enum verdict verdict;
    bool copied; /* gave no level of its own: that of the stages before stands */
};

enum evidence_status {
    EVIDENCE_NONE, /* not said */
    EVIDENCE_DRAFT,
    EVIDENCE_ENACTED,
    EVIDENCE_UNWRITTEN,
    EVIDENCE_OUTDATED,
};

struct evidence {
    const char *kind, *title;
    enum evidence_status status;
};

enum item_state {
    ITEM_MISSING,    /* nothing was uploaded */
    ITEM_UNSUITABLE, /* what was uploaded does not fit */
    ITEM_ACCEPTED,
    ITEM_CLOSED, /* not looked at as long as a lower rung is open */
    ITEM_NOT_APPLICABLE,
};

/* How an item was judged. */
struct judged_item {
    const char *note, *document; /* document: what was uploaded */
    enum item_state state;
};

/* A mark in the assessors' table. */
enum tick { TICK_NONE, TICK_YES, TICK_NO, TICK_NOT_APPLICABLE };

/* What was recorded of an indicator; without scores it was in short form. */
struct answer {
    struct score *scores;
    struct evidence *evidence;
    struct judged_item *items;         /* one for each of the indicator's; NULL: none was judged */
    const char *note, *recommendation; /* the assessors' */
    const char *source;                /* while it is pending: whose index is missing */
    size_t score_count, evidence_count;
    int32_t reckoned; /* the level that the items come to, where some were judged */
    enum tick uploaded, interviewed, approved;
};

struct application {
    const char *name, *service, *status, *hosting;
};

/* All that was recorded of an institution. */
struct records {
    struct answer *answers; /* one for each indicator; NULL: all in short form, no evidence */
    struct meeting *meetings;
    struct application *applications;
    struct shortfall *shortfalls;
    struct objection *objection; /* NULL: there was none */
    size_t meeting_count, application_count, shortfall_count;
};

/* Return the words of evaluation.xml; NULL for what was not said. */
const char *verdict_word(enum verdict verdict);
const char *evidence_word(enum evidence_status status);
const char *item_word(enum item_state state);
const char *tick_word(enum tick tick);

#endif
