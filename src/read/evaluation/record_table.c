#include "kept.h"
#include "reader.h"

#include <string.h>

const char *const verdict_words[] = {"valid", "invalid", NULL};
const char *const evidence_words[] = {"draft", "enacted", "unwritten", "outdated", NULL};
const char *const shortfall_words[] = {"network", "server", "application", "integration",
                                       "people",  "policy", "document",    NULL};

const char *const outcome_words[] = {"accepted", "rejected", NULL};
const char *const item_words[] = {"missing", "unsuitable",     "accepted",
                                  "closed",  "not-applicable", NULL};
const char *const tick_words[] = {"yes", "no", "not-applicable", NULL};

size_t word_index(const char *const *words, const char *word)
{
    for (size_t i = 0; word && words[i]; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    return NONE;
}

const char *verdict_word(enum verdict verdict)
{
    return verdict == VERDICT_NONE ? NULL : verdict_words[verdict - VERDICT_VALID];
}

const char *evidence_word(enum evidence_status status)
{
    return status == EVIDENCE_NONE ? NULL : evidence_words[status - EVIDENCE_DRAFT];
}

const char *item_word(enum item_state state)
{
    return item_words[state];
}

const char *tick_word(enum tick tick)
{
    return tick == TICK_NONE ? NULL : tick_words[tick - TICK_YES];
}

const char *shortfall_word(enum shortfall_kind kind)
{
    return shortfall_words[kind];
}

const char *outcome_word(enum claim_outcome outcome)
{
    return outcome == OUTCOME_NONE ? NULL : outcome_words[outcome - OUTCOME_ACCEPTED];
}
