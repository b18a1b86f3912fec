/* source.h - what an element of the view is about, and how fields are taken from it. */
#ifndef VIEW_SOURCE_H
#define VIEW_SOURCE_H

#include "aside.h"
#include "facts.h"
#include "fields.h"
#include "rows.h"

#include "rapor/view/results.h"

/* Pointers are NULL where an element is not about such a thing.  What stands below is about
 * the same, and more. */
struct view_source {
    struct facts *facts;
    struct arena *arena; /* of what is worked out */
    const struct coverage *coverage;
    bool brief; /* of others no more than the means that one is compared with */
    bool aside; /* about a group that it is not in: domains, where there are some, and no aspects */
    struct much much; /* of an institution */
    const struct standings *standings;
    const struct evaluation *evaluation;
    const struct instrument *instrument;
    size_t number;  /* of the part of the instrument: domain, aspect, indicator, scope */
    size_t subject; /* of the institution, group, region or parent, among its like */

    const struct institution *institution, *belongs_to;
    const struct standing *standing;
    const struct group *group;
    const struct region *region;
    const struct summary *summary;
    const struct exact_value *domains, *aspects; /* of the summary, the standing */
    const struct exact_value *value;             /* in index and exact */

    const struct domain *domain;
    const struct aspect *aspect;
    const struct indicator *indicator;
    const struct scope *scope;
    const struct award *award;
    const struct grade *grade;
    const struct stage *stage;
    const struct rank *rank, *rank_before;
    const struct moment *moment;
    const struct year *year;
    const struct mean *mean;
    const struct improvement_plan *plan;
    const struct pair *pair; /* of a crosswalk */
    struct differences differences;
    struct bases bases;
    size_t before; /* the part of the earlier instrument that NUMBER is held against */
    struct advice advice;
    union { /* what holds nothing that holds more */
        const struct view_paper *paper;
        const struct signatory *signatory;
        const struct statement *statement;   /* a quote, a correction */
        const struct regulation *regulation; /* as a decree cites it */
        const struct history *history;
        const struct published *published;
        const struct tally *tally;
        const struct difference *difference;
        const struct improved *improved;
        const struct winner *winner;
        const struct plan_step *step;
        const struct score *score;
        const struct evidence *evidence;
        const struct meeting *meeting;
        const struct application *application;
        const struct shortfall *shortfall;
        const struct objection *objection;
        const struct team_member *member;
        const struct ranking_cell *row; /* of a comparison */
        const char *const *duty;        /* of the team */
    };
    union {
        const struct day *day;
        const struct assessor *assessor;
        const struct participant *participant;
        const struct agreement *agreement;
        const char *const *item; /* of the agenda */
        const struct claim *claim;
        int32_t level_before; /* of a level that a stage changed */
        const struct period *period;
    };
    struct proof proof;
};

/* Make SOURCE one of an institution, by its number, or of means. */
void source_institution(struct view_source *source, size_t number);
void source_summary(struct view_source *source, const struct summary *summary);

#endif
