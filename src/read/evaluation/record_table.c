#include "kept.h"
#include "reader.h"

#include <string.h>

const char *const verdict_words[] = {"valid", "invalid", NULL};
const char *const evidence_words[] = {"draft", "enacted", "unwritten", "outdated", NULL};
const char *const shortfall_words[] = {"network", "server", "application", "integration",
                                       "people",  "policy", "document",    NULL};

const char *const outcome_words[] = {"accepted", "rejected", NULL};

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

const char *shortfall_word(enum shortfall_kind kind)
{
    return shortfall_words[kind];
}

const char *outcome_word(enum claim_outcome outcome)
{
    return outcome == OUTCOME_NONE ? NULL : outcome_words[outcome - OUTCOME_ACCEPTED];
}
