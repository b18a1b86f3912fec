/* development.h - how results changed over the years.
 *
 * Earlier years are known from their own evaluations, or from the elements
 * <history> of this one; of the same year the evaluation counts.  Institutions
 * are the same where their codes are: names may change.  Indices are compared
 * only where the instrument is the same. */
#ifndef RAPOR_ASSESS_DEVELOPMENT_H
#define RAPOR_ASSESS_DEVELOPMENT_H

#include "rapor/assess/standing.h"

/* The result of one institution in one earlier year. */
struct moment {
    size_t year;                     /* of the development's */
    const char *instrument;          /* id, or NULL where it is not known */
    const char *grade;               /* or NULL */
    int64_t index;                   /* hundredths, or INDEX_NONE */
    const struct standing *standing; /* NULL: no more than <history> is known */
    bool comparable;                 /* by the same instrument as now */
};

struct past {
    struct moment *moments; /* oldest first; only where the index is known */
    size_t count;
};

/* A mean of one year, from its own evaluation: what <history> tells of a few says
 * nothing of all. */
struct mean {
    size_t assessed; /* 0: there is no mean */
    struct exact_value index;
};

struct year {
    const char *year;
    const char *instrument;            /* id; NULL: not known, or several */
    const struct standings *standings; /* of its own evaluation, or NULL */
    struct mean national;
    struct mean *groups; /* one for each of the instrument's now */
};

/* One of those that gained most in their group since the last year. */
struct improved {
    size_t institution;
    size_t position; /* in the group, from 1; equal gains share it */
    int64_t change;  /* hundredths, more than 0 */
};

/* One of those that get an award. */
struct winner {
    size_t award; /* of the instrument's */
    size_t institution;
    struct rank rank;          /* among those that could have got it */
    int64_t gain;              /* hundredths since the year before; 0 where it is by the index */
    const struct winner *next; /* of the same institution, in the order of awards */
};

struct development {
    struct year *years; /* earlier ones, oldest first */
    size_t year_count;
    struct past *pasts;        /* one for each institution */
    struct improved *improved; /* by group, then by position */
    size_t improved_count;
    struct winner *winners; /* by award, then by whom they are held against, then by position */
    size_t winner_count;
    const struct winner **won; /* of each institution the first that it is, or NULL */
};

/* Compares STANDINGS with COUNT others, each of another, earlier year.  ARENA owns
 * the result, which refers to all of them. */
struct development *development_of(const struct standings *standings,
                                   struct standings *const *earlier, size_t count,
                                   struct arena *arena);

/* Returns the last that is known of the institution, or NULL. */
const struct moment *development_last(const struct development *development, size_t institution);

/* Returns what people call the instrument: by the regulation's short name where
 * an earlier year or a crosswalk tells it, else by its id. */
const char *development_instrument(const struct standings *standings, const char *id);

#endif
