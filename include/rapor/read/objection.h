/* objection.h - what an institution objects to, and the answer; see records.h. */
#ifndef RAPOR_READ_OBJECTION_H
#define RAPOR_READ_OBJECTION_H

#include <stddef.h>
#include <stdint.h>

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

/* Returns the word of evaluation.xml; NULL for what was not said. */
const char *outcome_word(enum claim_outcome outcome);

#endif
