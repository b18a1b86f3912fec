/* changes.h - what one evaluation changes of another of the same year, institution by
 * institution. */
#ifndef RAPOR_ASSESS_CHANGES_H
#define RAPOR_ASSESS_CHANGES_H

#include "rapor/assess/ranking.h"

enum change_column {
    CHANGE_CODE,
    CHANGE_NAME,
    CHANGE_INDEX_BEFORE,
    CHANGE_INDEX,
    CHANGE_GRADE_BEFORE,
    CHANGE_GRADE,
    CHANGE_RANKS,
    CHANGE_LEVELS,
    CHANGE_COLUMNS
};

/* The columns of a table of papers (rapor/register/paper_changes.h). */
enum paper_column {
    PAPER_CHANGE, /* "new", "gone", "signed", "changed": it shows something else; "data": else */
    PAPER_KIND,   /* of document, or "archive" */
    PAPER_CODE,
    PAPER_NUMBER,
    PAPER_ARCHIVE,
    PAPER_NAME,
    PAPER_COLUMNS
};

/* What a note on changes tells. */
struct changes_note {
    const char *before;                 /* digest of the earlier evaluation */
    const struct ranking *institutions; /* as changes_of() gives them */
    const struct ranking *papers;       /* of two built folders; NULL: not looked at */
};

/* Returns a row for each institution whose index, grade, place in a scope or level differs,
 * or that is in one of them alone, in the order of AFTER, then of BEFORE: index and grade
 * before and after; "nasional 4 > 3" for each scope; "2: 1 > 3" for each indicator.  Levels
 * are compared by the numbers of the indicators.  ARENA owns it. */
struct ranking *changes_of(const struct standings *before, const struct standings *after,
                           struct arena *arena);

#endif
