/* entry.h - makes what stands in an archive, one entry at a time. */
#ifndef BUILD_ENTRY_H
#define BUILD_ENTRY_H

#include "worker.h"

/* What an entry is made into. */
struct made {
    GByteArray *bytes;
    GByteArray *sidecar; /* or NULL */
};

/* Makes the entry into MADE, whose bytes are there and empty. */
bool entry_make(const struct workshop *workshop, const struct entry *entry, struct made *made,
                GError **error);

/* Makes a paper of each kind for nobody: fonts, pictures and words that are made once
 * are there before the workers are, and each has them. */
void entries_rehearse(const struct workshop *workshop);

#endif
