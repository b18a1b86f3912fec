/* papers.h - the papers of a build and the register: numbers before, editions after. */
#ifndef JOBS_PAPERS_H
#define JOBS_PAPERS_H

#include "worker.h"

/* Gives numbers to all papers that have none, of the kinds that numbers are reserved for, in
 * the order of the evaluation; whichever part of them is made. */
bool papers_number(struct session *session, GError **error);

/* Completes the records of papers, which were made by the workers, and adds new editions to
 * the register.  False where what is out would be replaced without a reason. */
bool papers_settle(const struct build_run *run, GError **error);

/* Tells of each paper that has another number than in the folder. */
void papers_compare(const struct build_run *run, const GPtrArray *before);

#endif
