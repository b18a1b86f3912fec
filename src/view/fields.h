/* fields.h - how fields are taken from a source. */
#ifndef VIEW_FIELDS_H
#define VIEW_FIELDS_H

#include "rapor/view/results.h"

struct plan_step;
struct view_source;

/* Returns the text of FIELD, from its getter or its member: const char *, size_t of counts and
 * places (0: none, where there may be none), int64_t of hundredths. */
struct view_attribute source_field(const struct view_source *source,
                                   const struct view_field *field);

/* A count or a place from 1 on; of 0 nothing is said. */
struct view_attribute text_count(const struct view_source *source, size_t count);

/* A level in steps; of LEVEL_NONE nothing is said. */
struct view_attribute text_given(const struct view_source *source, int32_t level);

/* Of the source's value. */
view_getter value_index;
view_getter value_exact;
/* Of its stage, its score. */
view_getter stage_no, score_level;

/* Of an institution's aspect: how many of its indicators wait, and its value without them. */
view_getter aspect_pending, aspect_settled;

/* The weight of an indicator in percent, with 4 decimals at most: "1.3", "3.3333". */
view_getter indicator_weight;
/* The same exactly, where those are not enough; else nothing. */
#define EXACT_WEIGHT "the same, exactly, where four decimals are not"
view_getter indicator_exact_weight;

/* The gain of a step. */
struct view_attribute text_gain(const struct view_source *source, const struct plan_step *step);

#endif
