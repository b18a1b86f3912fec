/* findings_history.h - what is remarkable about earlier years.
 *
 *   history-differs (warning)  <history> says another thing than that year's evaluation
 *   history-late    (warning)  <history> of a year that is not earlier; it is left out
 *   history-gone    (note)     whom that year's evaluation has and this one does not
 *   history-new     (note)     the other way round */
#ifndef RAPOR_ASSESS_FINDINGS_HISTORY_H
#define RAPOR_ASSESS_FINDINGS_HISTORY_H

struct diagnostics;
struct sites;
struct standings;

/* Adds the findings about the development of STANDINGS, which must have one; SITES
 * says where institutions stand, NULL where unknown. */
void findings_add_history(const struct standings *standings, const struct sites *sites,
                          struct diagnostics *diagnostics);

#endif
