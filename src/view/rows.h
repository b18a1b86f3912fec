/* rows.h - rows of the table of the view: fields, and the rules that hold them. */
#ifndef VIEW_ROWS_H
#define VIEW_ROWS_H

#include "rapor/view/results.h"

#define FROM(base, path)                                                                           \
    offsetof(struct view_source, base), offsetof(__typeof__(*((struct view_source *)0)->base), path)

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
extern const struct view_rule rule_basis, rule_paper, rule_national, rule_group, rule_region,
    rule_parent, rule_told, rule_domain, rule_aspect, rule_difference, rule_member, rule_peer,
    rule_plan, rule_year, rule_improved, rule_change, rule_trend, rule_score, rule_evidence,
    rule_session, rule_objection, rule_revised, rule_team, rule_application, rule_shortfall,
    rule_indicator, rule_indicator_change, rule_item, rule_note, rule_recommendation, rule_schedule,
    rule_comparison, rule_award, rule_won, rule_awaited;

typedef enum view_step view_stepper(struct view_source *source, size_t number);
view_stepper next_objection, next_revised, next_team, next_basis, next_domain, next_aspect,
    next_told, next_difference, next_difference_of_group, next_member_of_region,
    next_member_of_parent, next_peer, next_plan, next_year, next_improved, next_change, next_trend,
    next_score, next_evidence, next_session, next_application, next_shortfall, next_indicator,
    next_indicator_change, next_item, next_note, next_recommendation, next_schedule,
    next_comparison, next_award, next_won, next_awaited;

#endif
