/* awards.h - who gets an award. */
#ifndef ASSESS_AWARDS_H
#define ASSESS_AWARDS_H

#include "rapor/assess/development.h"

/* Fills in the winners of all awards of the instrument.  Who ties with one that gets an award
 * gets it too. */
void find_winners(const struct standings *standings, struct development *development,
                  struct arena *arena);

#endif
