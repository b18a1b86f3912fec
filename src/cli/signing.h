/* signing.h - the options of those who sign: which key, and on what terms. */
#ifndef CLI_SIGNING_H
#define CLI_SIGNING_H

#include "options.h"

#include "rapor/sign/signer.h"

extern const struct option options_signing[];

/* Reads the TERMS, and the proofs that they name.  False where options contradict one another,
 * or a file cannot be read. */
bool signing_read(const struct options *given, struct signing_terms *terms, GError **error);
void signing_clear(struct signing_terms *terms);

/* Opens the key; asks for its PIN where no option gives it. */
struct signer *signing_open(const struct options *given, const struct signing_terms *terms,
                            GError **error);

/* Returns the NAMES, which are the keys of a table, in their order; to be freed. */
char *signing_names(GHashTable *names);

#endif
