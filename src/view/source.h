/* source.h - what an element of the view is about, and how fields are taken from it. */
#ifndef VIEW_SOURCE_H
#define VIEW_SOURCE_H

#include "facts.h"

#include "rapor/assess/development.h"
#include "rapor/assess/differences.h"
#include "rapor/assess/peers.h"
#include "rapor/assess/plan.h"
#include "rapor/view/results.h"

/* What results shows when it is turned to something: NONE stands for nothing. */
struct coverage {
    enum per per;
    size_t group, region; /* of the institution; or the region itself */
    size_t parent;        /* that it is a unit of; or the parent itself */
    size_t units;         /* itself where it has units */
};

/* Pointers are NULL where an element is not about such a thing.  What stands below is about
 * the same, and more. */
struct view_source {
    struct facts *facts;
    struct arena *arena; /* of what is worked out */
    const struct coverage *coverage;
    bool brief; /* of others no more than the means that one is compared with */
    bool whole; /* of an institution, everything */
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
    const struct grade *grade;
    const struct stage *stage;
    const struct rank *rank, *rank_before;
    const struct moment *moment;
    const struct year *year;
    const struct mean *mean;
    const struct improvement_plan *plan;
    const struct pair *pair; /* of a crosswalk */
    struct differences differences;
    struct bases {
        struct regulation *items;
        size_t count;
    } bases;       /* all that the decree cites */
    size_t before; /* the part of the earlier instrument that NUMBER is held against */
    struct advice {
        size_t asker, aspect, next, count, at, found[PEERS_MOST];
    } advice; /* whom to ask about an aspect, while they are gone through */
    union {   /* what holds nothing that holds more */
        const struct view_paper *paper;
        const struct signatory *signatory;
        const struct statement *statement;   /* a quote, a correction */
        const struct regulation *regulation; /* as a decree cites it */
        const struct history *history;
        const struct published *published;
        const struct tally *tally;
        const struct difference *difference;
        const struct improved *improved;
        const struct plan_step *step;
        const struct score *score;
        const struct evidence *evidence;
        const struct meeting *meeting;
        const struct application *application;
        const struct shortfall *shortfall;
    };
    union {
        const struct day *day;
        const struct assessor *assessor;
        const struct participant *participant;
        const struct agreement *agreement;
        const char *const *item; /* of the agenda */
    };
};

/* Returns the text of FIELD, from its getter or its member: const char *, size_t of counts and
 * places, int64_t of hundredths. */
struct view_attribute source_field(const struct view_source *source,
                                   const struct view_field *field);

#define FROM(base, path)                                                                           \
    offsetof(struct view_source, base), offsetof(__typeof__(*((struct view_source *)0)->base), path)

/* Of the source's value. */
view_getter value_index;
view_getter value_exact;

/* A weight in percent, with 4 decimals at most: "1.3", "3.3333"; the gain of a step. */
struct view_attribute text_weight(const struct view_source *source, int64_t weight);
struct view_attribute text_gain(const struct view_source *source, const struct plan_step *step);

/* Rows of fields: from a member of what a pointer of the source points to ... */
#define TEXT(name, flags, base, path, about)                                                       \
    {                                                                                              \
        name, VIEW_TEXT, flags, NULL, FROM(base, path), NULL, about                                \
    }
#define TYPED(name, type, flags, base, path, about)                                                \
    {                                                                                              \
        name, type, flags, NULL, FROM(base, path), NULL, about                                     \
    }
#define WORDS(name, flags, words, base, path, about)                                               \
    {                                                                                              \
        name, VIEW_WORDS, flags, NULL, FROM(base, path), words, about                              \
    }
#define COUNT(name, type, base, path, about)                                                       \
    {                                                                                              \
        name, type, 0, NULL, FROM(base, path), NULL, about                                         \
    }
#define HUNDREDTHS(name, flags, base, path, about)                                                 \
    {                                                                                              \
        name, VIEW_HUNDREDTHS, flags, NULL, FROM(base, path), NULL, about                          \
    }
/* ... or from wherever the getter knows. */
#define GOT(name, type, flags, get, about)                                                         \
    {                                                                                              \
        name, type, flags, get, 0, 0, NULL, about                                                  \
    }
#define CHOSEN(name, flags, words, get, about)                                                     \
    {                                                                                              \
        name, VIEW_WORDS, flags, get, 0, 0, words, about                                           \
    }
#define INDEX(flags, about) GOT("index", VIEW_HUNDREDTHS, flags, value_index, about)
#define EXACT(flags, about) GOT("exact", VIEW_EXACT, flags, value_exact, about)

#define FIELDS(rows)   .fields = (rows), .field_count = G_N_ELEMENTS(rows)
#define CHILDREN(rows) .children = (rows), .child_count = G_N_ELEMENTS(rows)
/* Of a rule: its first COUNT fields say the same of each of the instrument's parts. */
#define CONSTANT(count, part_count)                                                                \
    .constant = (count), .parts = offsetof(struct instrument, part_count)

/* Rules that stand in several places, or in another file. */
extern const struct view_rule rule_basis, rule_press, rule_correction, rule_paper, rule_national,
    rule_group, rule_region, rule_parent, rule_told, rule_domain, rule_aspect, rule_difference,
    rule_member, rule_peer, rule_plan, rule_year, rule_improved, rule_change, rule_trend,
    rule_institution, rule_score, rule_evidence, rule_session, rule_application, rule_shortfall,
    rule_indicator, rule_indicator_change;

typedef enum view_step view_stepper(struct view_source *source, size_t number);
view_stepper next_basis, next_press, next_correction, next_domain, next_aspect, next_told,
    next_difference, next_difference_of_group, next_member_of_region, next_member_of_parent,
    next_peer, next_plan, next_year, next_improved, next_change, next_trend, next_score,
    next_evidence, next_session, next_application, next_shortfall, next_indicator,
    next_indicator_change;

/* Make SOURCE one of an institution, by its number, or of means. */
void source_institution(struct view_source *source, size_t number);
void source_summary(struct view_source *source, const struct summary *summary);

#endif
