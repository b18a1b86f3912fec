/* open.h - what is gathered while an element of evaluation.xml is open. */
#ifndef READ_EVALUATION_OPEN_H
#define READ_EVALUATION_OPEN_H

#include "rapor/read/evaluation.h"

/* What one stage gave for the indicator that is open. */
struct reader_entry {
    size_t element; /* 0: nothing */
    struct score score;
};

/* What an institution names and may stand further down. */
struct institution_link {
    size_t element;
    const char *region;
};

/* A unit that a day of a session names. */
struct unit_link {
    size_t element;
    const char *code;
    size_t *unit; /* where its number goes */
};

/* The indicator that is open. */
struct question {
    size_t indicator; /* NONE: not one of the instrument's, all in it is passed over */
    const char *no;
    bool short_form, scored;
    bool bad; /* an error is noted already */
    bool pending;
    int32_t level;
    size_t judged;         /* how many of its items */
    struct answer remarks; /* the answer, without scores and evidence */
};

/* An item of the instrument, as the open indicator has it. */
struct reader_item {
    size_t element; /* 0: not there */
    struct judged_item judged;
};

/* What is gathered while an element is open, before its place in the evaluation is known. */
struct open_institution {
    bool *given;             /* by indicator: it has it */
    size_t given_count, due; /* due: the indicator behind the last */
    size_t errors_before;
    GArray *meetings, *applications, *shortfalls, *claims;
};

struct open_indicator {
    struct question question;
    struct reader_entry *entries; /* one for each stage */
    struct score *score;          /* the open one, or NULL */
    struct reader_item *items;    /* one for each of the instrument's */
    GArray *evidence;
};

struct open_session {
    struct meeting meeting;
    GArray *days, *assessors, *participants, *agenda, *agreed;
    GArray *units; /* struct unit_link, of the open day */
};

struct open_team {
    GArray *members, *duties;
};

#endif
