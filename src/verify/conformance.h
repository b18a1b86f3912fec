/* conformance.h - how the checks say what is wrong. */
#ifndef VERIFY_CONFORMANCE_H
#define VERIFY_CONFORMANCE_H

#include "rules.h"

#include "rapor/verify/verify.h"

/* Everything that is added from here on is about the document NAME. */
void conformance_begin(struct conformance *conformance, const char *name);

/* Counts the document as judged; true where nothing was found since it began. */
bool conformance_end(struct conformance *conformance);

/* Adds all that was found with FROM. */
void conformance_join(struct conformance *conformance, const struct conformance *from);

/* PAGE and OBJECT: from 1, or 0. */
struct conformance_spot {
    unsigned page, object;
};

void conformance_add(struct conformance *conformance, enum verify_rule rule,
                     struct conformance_spot spot, const char *text);

/* Judges the document NAME at once, against what was listed of it: WRONG says what is, or NULL. */
void conformance_listed(struct conformance *conformance, const char *name, const char *wrong);

/* The same where it could not be read; what libraries say begins with the name often. */
void conformance_unread(struct conformance *conformance, enum verify_rule rule, const char *name,
                        const GError *why);

#endif
