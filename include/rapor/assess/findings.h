/* findings.h - what is remarkable about an evaluation that is not wrong.
 *
 *   published-differs (warning)  published figures that the levels do not give
 *   average-differs   (warning)  the same of a published average
 *   no-figures        (warning)  assessed, but neither levels nor published figures
 *   grade-rounding    (note)     the printed index earns another grade than the exact one
 *   published-only    (note)     figures that could not be computed again
 *   not-assessed      (note)     how many are not assessed, by group */
#ifndef RAPOR_ASSESS_FINDINGS_H
#define RAPOR_ASSESS_FINDINGS_H

struct arena;
struct diagnostics;
struct sites;
struct standings;

/* Adds the findings; SITES says where institutions stand, NULL where unknown. */
void findings_tell(const struct standings *standings, const struct sites *sites,
                   struct diagnostics *diagnostics);

#endif
