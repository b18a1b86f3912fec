/* meeting.h - a session of assessors and assessed; see records.h. */
#ifndef RAPOR_READ_MEETING_H
#define RAPOR_READ_MEETING_H

#include <stddef.h>

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

#endif
