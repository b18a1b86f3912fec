/* ranking.h - who stands where in one scope, as a table of plain data.
 * Other tables have the same shape: see tables.h. */
#ifndef RAPOR_ASSESS_RANKING_H
#define RAPOR_ASSESS_RANKING_H

#include "rapor/assess/standing.h"

enum figure { FIGURE_TEXT, FIGURE_COUNT, FIGURE_INDEX };

struct ranking_column {
    const char *key;   /* for programs: "position" */
    const char *title; /* for people: "Peringkat" */
    enum figure figure;
};

/* What a column's figure says: text, a count, or hundredths. */
struct ranking_cell {
    const char *text; /* NULL: empty */
    int64_t number;   /* INDEX_NONE: empty */
};

struct ranking {
    const char *title;
    const struct ranking_column *columns;
    size_t column_count;
    struct ranking_cell *cells; /* row by row */
    size_t row_count;
};

struct ranking_choice {
    size_t scope; /* of the instrument */
    size_t group; /* only this one, or NONE for all */
};

/* Returns the scope that ranks the most institutions, of equals one that compares
 * all of them with each other. */
size_t ranking_widest(const struct standings *standings);

/* Returns the institutions that are ranked in the scope: peers together, in the
 * order of groups, regions or parents, then by position, then by name.  ARENA owns it. */
struct ranking *ranking_of(const struct standings *standings, const struct ranking_choice *choice,
                           struct arena *arena);

/* Returns COUNT columns with titles in the words of the instrument (<call>): PLAIN itself
 * where it has none, else in ARENA. */
const struct ranking_column *ranking_called(const struct ranking_column *plain, size_t count,
                                            const struct instrument *instrument,
                                            struct arena *arena);

#endif
