/* shape.h - the elements and attributes of the view and of results.xml, said once
 * for both.  doc/results.md describes them. */
#ifndef ASSESS_SHAPE_H
#define ASSESS_SHAPE_H

#include "pen.h"
#include "wording.h"

#include "rapor/assess/standing.h"

#include <stdbool.h>

struct insight;
struct peers;

/* What is looked up again and again. */
struct shape {
    const struct standings *standings;
    const size_t *places;           /* of each institution in the national order, from 1 */
    const struct wording *wordings; /* of each indicator */
    const struct peers *peers;
    struct insight *insight;
    bool brief; /* of others no more than the means that one is compared with */
    /* What is said of each wherever it is told of: its names, numbers and weight. */
    const struct phrase *domains, *aspects, *indicators, *scopes;
    const struct phrase *steps; /* of each indicator where a plan raises it */
    const struct phrase *gains; /* of each indicator when it is raised by a whole level */
    const struct phrase *levels, *priorities; /* each that there may be, from the least on */
    struct phrase target;
};

/* ARENA owns the rest of it. */
struct shape shape_of(const struct standings *standings, struct arena *arena);
void shape_close(struct shape *shape);

/* Attributes of the element results, where the pen stands: of all files, and of the one
 * that holds everything. */
void shape_results(const struct shape *shape, struct pen *pen);
void shape_source(const struct shape *shape, struct pen *pen);

/* basis: what a decree cites, in its order */
void shape_bases(const struct shape *shape, struct pen *pen);

/* issuer, decree, letter, basis, signatory */
void shape_papers(const struct shape *shape, struct pen *pen);

void shape_national(const struct shape *shape, struct pen *pen);
void shape_group(const struct shape *shape, struct pen *pen, size_t group);
void shape_region(const struct shape *shape, struct pen *pen, size_t region);
void shape_parent(const struct shape *shape, struct pen *pen, size_t parent);

/* year and improved: how all developed; nothing where no earlier year is known */
void shape_years(const struct shape *shape, struct pen *pen);
void shape_improved(const struct shape *shape, struct pen *pen);

/* change and trend of an institution, part of its details */
void shape_past(const struct shape *shape, struct pen *pen, size_t institution);
void shape_trend(const struct shape *shape, struct pen *pen, size_t institution);

/* Starts the element institution with its attributes and what is always in it;
 * the caller ends it. */
void shape_institution(const struct shape *shape, struct pen *pen, size_t institution);

/* domain, aspect, indicator and the records of an institution */
void shape_details(const struct shape *shape, struct pen *pen, size_t institution);

/* The elements domain and aspect, for those that have a value. */
void shape_domains(const struct shape *shape, struct pen *pen, const struct value *values);
void shape_aspects(const struct shape *shape, struct pen *pen, const struct value *values);

/* How far the final level is from the institution's own, and which stage made it
 * so: attributes of the indicator, where the pen stands. */
void shape_difference(const struct shape *shape, struct pen *pen,
                      const struct institution *institution, size_t indicator);

/* score and evidence of an indicator */
void shape_answer(const struct shape *shape, struct pen *pen, const struct institution *institution,
                  size_t indicator);

/* session, application and shortfall of an institution; RECORDS may be NULL */
void shape_records(const struct shape *shape, struct pen *pen, const struct records *records);

/* How often each kind of shortfall was told of, the most frequent first. */
void shape_shortfalls(struct pen *pen, const struct tally *tallies);
/* The attribute gain of an indicator, where the pen stands. */
void shape_gain(const struct shape *shape, struct pen *pen, size_t indicator, int32_t level);

/* plan and peer of an institution; member of a region, or of an institution with units */
void shape_plan(const struct shape *shape, struct pen *pen, size_t institution);
void shape_peers(const struct shape *shape, struct pen *pen, size_t institution);
void shape_region_members(const struct shape *shape, struct pen *pen, size_t region);
void shape_parent_members(const struct shape *shape, struct pen *pen, size_t parent);

/* The elements difference of an institution; of a group, or of all (NONE). */
void shape_differences(const struct shape *shape, struct pen *pen, size_t institution);
void shape_group_differences(const struct shape *shape, struct pen *pen, size_t group);

#endif
