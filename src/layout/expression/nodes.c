/* Paths: from node to node, step by step.
 *
 * A path goes depth first.  Each node that a step reaches goes on to the next step at once, and
 * what comes out at the end is given to a taker, which may say that it has enough.  Where the
 * parser knows that nodes come out once and in the order of the document, that is all; otherwise
 * they are gathered and sorted before. */
#include "evaluation.h"
#include "rapor/layout/functions.h"
#include "wanted.h"

#include "rapor/base/arena.h"

#include <stdlib.h>

/* So many conditions of a path are remembered by what they ask for. */
enum { WANTED_MOST = 8 };

/* A path on its way. */
struct route {
    struct evaluator *evaluator;
    const struct path_step *last; /* behind the last one */
    struct taker *end;
    unsigned prepared; /* bit i: WANTED[i] is known */
    struct wanted wanted[WANTED_MOST];
};

/* A step of it, which takes what it reaches. */
struct leg {
    struct taker taker;
    struct route *route;
    const struct path_step *step;
};

/* A number as a condition is a position. */
static bool condition_holds(struct evaluator *evaluator, const struct term *condition)
{
    if (type_is_known(condition->type) && condition->type != TYPE_NUMBER)
        return term_truth(evaluator, condition);
    condition = term_settled(evaluator, condition);
    if (term_kind_of(evaluator, condition) != TYPE_NUMBER)
        return term_truth(evaluator, condition);
    return term_number(evaluator, condition) == (double)evaluator->here->position;
}

static bool holds_at(struct evaluator *evaluator, const struct term *condition,
                     const struct focus *focus)
{
    const struct focus *outer = evaluator->here;
    evaluator->here = focus;
    bool holds = condition_holds(evaluator, condition);
    evaluator->here = outer;
    return holds;
}

/* Leaves of SET what each condition in turn holds for. */
static void choose(struct evaluator *evaluator, const struct conditions *conditions,
                   struct node_set *set)
{
    for (size_t i = 0; i < conditions->count; i++) {
        const size_t size = set->count;
        size_t kept = 0;
        for (size_t k = 0; k < size; k++) {
            const struct focus focus = {set->items[k], k + 1, size};
            if (holds_at(evaluator, conditions->items[i], &focus))
                set->items[kept++] = set->items[k];
        }
        set->count = kept;
    }
}

static const struct wanted *wanted_on(struct route *route, const struct term *condition,
                                      size_t number)
{
    struct wanted *wanted = &route->wanted[number];
    if (!(route->prepared & 1U << number)) {
        *wanted = wanted_by(route->evaluator, condition);
        route->prepared |= 1U << number;
    }
    return wanted;
}

/* Most conditions hold an attribute against what is the same for all nodes. */
static bool holds(struct route *route, const struct term *condition, size_t number,
                  struct view_node node)
{
    const struct wanted *wanted = number < WANTED_MOST ? wanted_on(route, condition, number) : NULL;
    if (wanted && wanted->kind != WANTED_OTHERWISE)
        return !node.attribute && fits(wanted, view_attribute(node.element, wanted->name));
    const struct focus focus = {node, 1, 1}; /* position: which no condition here asks for */
    return holds_at(route->evaluator, condition, &focus);
}

static bool go(struct route *route, const struct path_step *step, struct view_node from);

static bool go_on(struct route *route, const struct path_step *step, struct view_node from)
{
    return step == route->last ? route->end->take(route->end, from) : go(route, step, from);
}

static bool arrive(struct taker *taker, struct view_node node)
{
    const struct leg *leg = (const struct leg *)taker;
    struct route *route = leg->route;
    const struct path_step *step = leg->step;
    for (size_t i = 0; i < step->conditions.count; i++)
        if (!holds(route, step->conditions.items[i], step->first + i, node))
            return true;
    return go_on(route, step + 1, node);
}

static bool go_counting(struct route *route, const struct path_step *step, struct view_node from)
{
    struct gatherer gatherer = gatherer_for(route->evaluator);
    give_along(step, from, &gatherer.taker, &route->evaluator->looked);
    choose(route->evaluator, &step->conditions, &gatherer.set);
    for (size_t i = 0; i < gatherer.set.count; i++)
        if (!go_on(route, step + 1, gatherer.set.items[i]))
            return false;
    return true;
}

static bool go(struct route *route, const struct path_step *step, struct view_node from)
{
    if (!evaluation_may_go_on(route->evaluator))
        return false;
    route->evaluator->looked++;
    if (step->counting)
        return go_counting(route, step, from);
    struct leg leg = {{arrive}, route, step};
    if (step->axis == AXIS_SELF && step->any)
        return arrive(&leg.taker, from);
    return give_along(step, from, &leg.taker, &route->evaluator->looked);
}

/* Where a path begins that begins at a single node. */
static struct view_node origin_of_path(const struct evaluator *evaluator, const struct path *path)
{
    if (path->base)
        return path->base->call.function->node(evaluator);
    if (!path->absolute)
        return evaluator->here->node;
    struct view_node top = {evaluator->here->node.element, NULL};
    while (top.element->parent)
        top.element = top.element->parent;
    return top;
}

static bool is_one(const struct term *base)
{
    return !base || (base->kind == TERM_CALL && base->call.function->called == CALLED_FOR_NODE);
}

static void go_all(struct route *route, const struct path_step *first, const struct node_set *from)
{
    for (size_t i = 0; i < from->count; i++)
        if (!go_on(route, first, from->items[i]))
            return;
}

void path_nodes(struct evaluator *evaluator, const struct path *path, struct taker *taker)
{
    struct view_node one;
    struct node_set from = {.items = &one, .count = 1};
    if (is_one(path->base))
        one = origin_of_path(evaluator, path);
    else
        from = term_set(evaluator, path->base);
    struct gatherer gatherer = gatherer_for(evaluator);
    const bool sorted = from.count > 1 ? path->keeps_sort : path->sorted;
    struct route route;
    route.evaluator = evaluator;
    route.last = path->steps + path->count;
    route.end = sorted ? taker : &gatherer.taker;
    route.prepared = 0;
    go_all(&route, path->steps, &from);
    if (sorted)
        return;
    set_sort(&gatherer.set);
    set_give(&gatherer.set, taker);
}

/* A copy of what the term gives, to be changed. */
static struct gatherer gathered(struct evaluator *evaluator, const struct term *term)
{
    struct gatherer gatherer = gatherer_for(evaluator);
    term_nodes(evaluator, term, &gatherer.taker);
    return gatherer;
}

void choice_nodes(struct evaluator *evaluator, const struct term *term, struct taker *taker)
{
    struct gatherer gatherer = gathered(evaluator, term->choice.base);
    choose(evaluator, &term->choice.conditions, &gatherer.set);
    set_give(&gatherer.set, taker);
}

void union_nodes(struct evaluator *evaluator, const struct term *term, struct taker *taker)
{
    struct gatherer gatherer = gathered(evaluator, term->operands[0]);
    term_nodes(evaluator, term->operands[1], &gatherer.taker);
    set_sort(&gatherer.set);
    set_give(&gatherer.set, taker);
}
