/* plan.h - what raising levels brings: the gain of each step, and the shortest
 * list of steps to the next grade.
 *
 * A step raises one indicator to the next whole level: from 2 to 3, from 3.4 to
 * 4; of an instrument with a ladder, to the next rung.  Several steps of one indicator
 * follow each other.  An indicator that waits for the index of another body has none: nobody
 * can take it.  Pure and exact. */
#ifndef RAPOR_ASSESS_PLAN_H
#define RAPOR_ASSESS_PLAN_H

#include "rapor/assess/standing.h"

struct plan_step {
    size_t indicator;
    int32_t from, to; /* in steps of 1/level_scale */
    int64_t gain;     /* in parts of the index: weight x what it is raised by */
};

struct improvement_plan {
    const struct grade *grade; /* that it reaches */
    struct exact_value index;  /* that it leads to */
    int64_t gain;              /* in parts of index.whole */
    struct plan_step *steps;   /* heavier indicators first, the steps of one together */
    size_t count;
};

/* Returns the step from LEVEL on; from and to are equal where the top is reached. */
struct plan_step step_from(const struct instrument *instrument, size_t indicator, int32_t level);

/* Returns the shortest list of steps from LEVELS to the next better grade, by the
 * index that decides grades; NULL where there is none, or where levels are so many that the lists
 * are too many to look at.  Of the shortest lists it is
 *
 *   the one that asks for the lowest levels: whose levels reached have the smallest sum
 *      (from 1 to 2 is less work than from 4 to 5), or the rungs, counted from below;
 *   of these the one that gains most;
 *   of these the one that leaves alone, as far as possible, what comes last: the lighter
 *      indicators; of one weight those of decimal level; then the higher numbers.
 *
 * PENDING: which indicators wait, or NULL.  ARENA owns it. */
struct improvement_plan *plan_of(const struct instrument *instrument, const int32_t *levels,
                                 const bool *pending, struct arena *arena);

#endif
