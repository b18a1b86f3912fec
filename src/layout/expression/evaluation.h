/* evaluation.h - what the parts of the evaluator share. */
#ifndef LAYOUT_EXPRESSION_EVALUATION_H
#define LAYOUT_EXPRESSION_EVALUATION_H

#include "rapor/layout/evaluate.h"

/* Gets nodes one by one; returns false when it has enough. */
struct taker {
    bool (*take)(struct taker *taker, struct view_node node);
};

/* Takes all. */
struct gatherer {
    struct taker taker;
    struct evaluator *evaluator;
    struct node_set set;
};

struct gatherer gatherer_for(struct evaluator *evaluator);

/* Gives what lies along the axis, the nearest first; returns false when the taker has enough.
 * Counts in LOOKED what it looks at. */
bool give_along(const struct path_step *step, struct view_node from, struct taker *taker,
                size_t *looked);

/* Gives TAKER the nodes of the term, each once and in the order of the document. */
void term_nodes(struct evaluator *evaluator, const struct term *term, struct taker *taker);
/* The same in a set; in the one that is there already, where there is one. */
struct node_set term_set(struct evaluator *evaluator, const struct term *term);
size_t term_count(struct evaluator *evaluator, const struct term *term);
/* The first node; false where there is none. */
bool term_first(struct evaluator *evaluator, const struct term *term, struct view_node *first);

const char *term_text(struct evaluator *evaluator, const struct term *term);
double term_number(struct evaluator *evaluator, const struct term *term);
bool term_truth(struct evaluator *evaluator, const struct term *term);
/* The attribute that the term names, or NULL. */
const struct view_attribute *term_attribute(const struct evaluator *evaluator,
                                            const struct term *term);
/* Of a variable or a kept term. */
const struct outcome *term_ready(struct evaluator *evaluator, const struct term *term);
/* Functions of texts that are no text_function. */
const char *call_concat(struct evaluator *evaluator, const struct function_call *call);
const char *call_substring(struct evaluator *evaluator, const struct function_call *call);
/* The term that a choice between terms comes to; any other is itself. */
const struct term *term_settled(struct evaluator *evaluator, const struct term *term);
/* The kind of what a settled term gives. */
enum type_kind term_kind_of(struct evaluator *evaluator, const struct term *term);
bool term_compare(struct evaluator *evaluator, const struct term *term);

/* What a path, a union or a choice gives. */
void path_nodes(struct evaluator *evaluator, const struct path *path, struct taker *taker);
void choice_nodes(struct evaluator *evaluator, const struct term *term, struct taker *taker);
void union_nodes(struct evaluator *evaluator, const struct term *term, struct taker *taker);

/* Puts what came in any order into that of the document, each once. */
void set_sort(struct node_set *set);
/* Gives what SET holds to TAKER. */
void set_give(const struct node_set *set, struct taker *taker);

const char *outcome_text(struct evaluator *evaluator, const struct outcome *outcome);
double outcome_number(struct evaluator *evaluator, const struct outcome *outcome);
bool outcome_truth(const struct outcome *outcome);

const char *number_written(struct evaluator *evaluator, double number);
const char *truth_written(bool truth);
bool number_holds(double number);

/* The text of a node (XPath 1.0, section 5), which lasts as long as the tree or the evaluator's
 * arena. */
const char *view_node_text(struct view_node node, struct evaluator *evaluator);

/* Says why there is no value, unless something has been said before. */
void evaluation_fails(struct evaluator *evaluator, const char *why);
/* False, which was said, where the document takes too much: whatever goes over many ends there. */
bool evaluation_may_go_on(struct evaluator *evaluator);

#endif
