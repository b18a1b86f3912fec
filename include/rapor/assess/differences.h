/* differences.h - figures that were published, held against those that are computed.
 *
 * Where the levels are decimals they may have been rounded before they came here:
 * then one unit in the last place is no difference.  The same holds where indices are
 * made from published figures.  Of figures that were published without levels, the
 * index is held against the published domains or aspects, where all of them are
 * given, and the grade against the index. */
#ifndef RAPOR_ASSESS_DIFFERENCES_H
#define RAPOR_ASSESS_DIFFERENCES_H

#include "rapor/assess/standing.h"

enum compared { COMPARED_INDEX, COMPARED_GRADE, COMPARED_DOMAIN, COMPARED_ASPECT };

struct difference {
    enum compared of;
    size_t part;                                  /* index of the domain or aspect */
    int64_t published, computed;                  /* hundredths */
    const char *published_grade, *computed_grade; /* of COMPARED_GRADE */
};

struct differences {
    struct difference *items; /* index, grade, domains, aspects */
    size_t count;
};

/* What was published of an institution, and its standing. */
struct differences differences_of(const struct standings *standings, size_t institution,
                                  struct arena *arena);

/* Published averages and means: of a group, or of all (NONE). */
struct differences differences_of_group(const struct standings *standings, size_t group,
                                        struct arena *arena);

/* Returns the name of what was compared, "domain", and the no of the part or NULL. */
const char *difference_name(const struct difference *difference);
const char *difference_no(const struct difference *difference, const struct instrument *instrument);

#endif
