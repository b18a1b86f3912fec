/* findings.h - how the checks say what is wrong. */
#ifndef VERIFY_FINDINGS_H
#define VERIFY_FINDINGS_H

#include "rules.h"

#include "rapor/verify/verify.h"

/* Everything that is added from here on is about the document NAME. */
void findings_begin(struct findings *findings, const char *name);

/* Counts the document as judged; true where nothing was found since it began. */
bool findings_end(struct findings *findings);

/* PAGE and OBJECT: from 1, or 0. */
struct finding_spot {
    unsigned page, object;
};

void findings_add(struct findings *findings, enum verify_rule rule, struct finding_spot spot,
                  const char *text);

#endif
