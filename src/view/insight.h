/* insight.h - what takes long to work out of an institution: its plan and its verification code.
 *
 * Those of the last institution that was asked for are kept: each is told of twice, in a
 * tree and in a text. */
#ifndef VIEW_INSIGHT_H
#define VIEW_INSIGHT_H

#include "rapor/assess/plan.h"

struct insight;

struct insight *insight_create(const struct standings *standings);
void insight_destroy(struct insight *insight);

/* NULL where there is none.  What is returned lasts until another institution is asked for. */
const struct improvement_plan *insight_plan(struct insight *insight, size_t institution);
const char *insight_code(struct insight *insight, size_t institution);

#endif
