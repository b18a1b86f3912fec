/* records.h - what assessors wrote down beside the levels: the scores of each
 * stage, evidence, sessions, applications, shortfalls.
 *
 * Texts are NULL where they were not given; lists are in the order of the file,
 * scores in the order of the stages. */
#ifndef RAPOR_READ_RECORDS_H
#define RAPOR_READ_RECORDS_H

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

struct assessor {
    const char *role; /* lead, member */
    const char *name, *affiliation;
};

struct participant {
    const char *name, *office;
};

struct day {
    const char *date;
    size_t *units; /* institutions, by their number in the evaluation */
    size_t unit_count;
};

/* What was agreed: who does it, and until when. */
struct agreement {
    const char *by, *until, *text;
};

/* A session of assessors and assessed, in one day or several. */
struct meeting {
    size_t stage;
    const char *date, *hour, *mode, *place; /* date: the first day's where only days were given */
    const char *number;                     /* of the minutes */
    const char *assignment, *assigned;      /* number and date of the letter that sends assessors */
    const char *evidence_until;             /* more evidence is taken until then; or NULL */
    struct day *days;
    struct assessor *assessors;
    struct participant *participants;
    const char **agenda;
    struct agreement *agreed;
    size_t day_count, assessor_count, participant_count, agenda_count, agreed_count;
};

struct application {
    const char *name, *service, *status, *hosting;
};

enum shortfall_kind {
    SHORTFALL_NETWORK,
    SHORTFALL_SERVER,
    SHORTFALL_APPLICATION,
    SHORTFALL_INTEGRATION,
    SHORTFALL_PEOPLE,
    SHORTFALL_POLICY,
    SHORTFALL_DOCUMENT,
};
enum { SHORTFALL_KINDS = SHORTFALL_DOCUMENT + 1 };

struct shortfall {
    enum shortfall_kind kind;
    const char *text;
};

enum claim_outcome { OUTCOME_NONE, OUTCOME_ACCEPTED, OUTCOME_REJECTED };

/* What an institution asks for in an objection, and what it got. */
struct claim {
    size_t indicator; /* index in the instrument */
    int32_t level;    /* that it should be, in steps */
    enum claim_outcome outcome;
    const char *ground, *reply;
};

/* An objection to levels: its letter, and the one that answers it. */
struct objection {
    const char *number, *date, *answer, *answered;
    struct claim *claims;
    size_t claim_count;
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
const char *shortfall_word(enum shortfall_kind kind);
const char *outcome_word(enum claim_outcome outcome);
const char *item_word(enum item_state state);
const char *tick_word(enum tick tick);

#endif
