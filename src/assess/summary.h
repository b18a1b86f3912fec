/* summary.h - means and counts over many institutions. */
#ifndef ASSESS_SUMMARY_H
#define ASSESS_SUMMARY_H

#include "rapor/assess/standing.h"

/* Fills in the summaries of all standings. */
void summarize(struct standings *standings, struct arena *arena);

#endif
