/* Paths: from node to node, step by step.
 *
 * A path goes depth first.  Each node that a step reaches goes on to the next step at once, and
 * what comes out at the end is given to a taker, which may say that it has enough.  Where the
 * parser knows that nodes come out once and in the order of the document, that is all; otherwise
 * they are gathered and sorted before. */
#include "evaluation.h"
#include "rapor/layout/functions.h"

#include "rapor/base/arena.h"

#include <stdlib.h>

/* A path on its way. */
struct route {
    struct evaluator *evaluator;
    const struct path *path;
    struct taker *end;
};

/* A step of it, which takes what it reaches. */
struct leg {
    struct taker taker;
    const struct route *route;
    size_t step;
};

static bool give_elements(const struct path_step *step, const struct view_element *at,
                          const struct view_element *(*next)(const struct view_element *),
                          struct taker *taker)
{
    for (; at; at = next(at))
        if ((step->name == 0 || at->name == step->name) && (at->name != 0 || step->any) &&
            !taker->take(taker, (struct view_node){at, NULL}))
            return false;
    return true;
}

static const struct view_element *following(const struct view_element *at)
{
    return at->next;
}

static const struct view_element *preceding(const struct view_element *at)
{
    return at->previous;
}

static const struct view_element *around(const struct view_element *at)
{
    return at->parent;
}

static const struct view_element *nothing(const struct view_element *at)
{
    (void)at;
    return NULL;
}

static bool give_attributes(const struct path_step *step, const struct view_element *element,
                            struct taker *taker)
{
    const struct view_attribute *at = element->attributes;
    if (step->name != 0) {
        at = view_attribute(element, step->name);
        return !at || taker->take(taker, (struct view_node){element, at});
    }
    for (size_t i = 0; i < element->attribute_count; i++)
        if (!taker->take(taker, (struct view_node){element, &at[i]}))
            return false;
    return true;
}

static bool give_below(const struct path_step *step, const struct view_element *root,
                       struct taker *taker)
{
    for (const struct view_element *at = view_next(root, root); at; at = view_next(at, root))
        if (!give_elements(step, at, nothing, taker))
            return false;
    return true;
}

/* An attribute has nothing but the element it stands at. */
static bool give_along_attribute(const struct path_step *step, struct view_node from,
                                 struct taker *taker)
{
    bool itself = step->axis == AXIS_SELF || step->axis == AXIS_DESCENDANT_OR_SELF ||
                  step->axis == AXIS_ANCESTOR_OR_SELF;
    if (itself && step->any && !taker->take(taker, from))
        return false;
    if (step->axis == AXIS_PARENT)
        return give_elements(step, from.element, nothing, taker);
    bool up = step->axis == AXIS_ANCESTOR || step->axis == AXIS_ANCESTOR_OR_SELF;
    return !up || give_elements(step, from.element, around, taker);
}

/* Gives what lies along the axis, the nearest first; returns false when the taker has enough. */
static bool give_along(const struct path_step *step, struct view_node from, struct taker *taker)
{
    const struct view_element *at = from.element;
    if (from.attribute)
        return give_along_attribute(step, from, taker);
    switch (step->axis) {
    case AXIS_CHILD:
        return give_elements(step, at->children, following, taker);
    case AXIS_ATTRIBUTE:
        return give_attributes(step, at, taker);
    case AXIS_SELF:
        return give_elements(step, at, nothing, taker);
    case AXIS_PARENT:
        return !at->parent || give_elements(step, at->parent, nothing, taker);
    case AXIS_ANCESTOR:
        return give_elements(step, at->parent, around, taker);
    case AXIS_ANCESTOR_OR_SELF:
        return give_elements(step, at, around, taker);
    case AXIS_DESCENDANT_OR_SELF:
        return give_elements(step, at, nothing, taker) && give_below(step, at, taker);
    case AXIS_DESCENDANT:
        return give_below(step, at, taker);
    case AXIS_FOLLOWING_SIBLING:
        return give_elements(step, at->next, following, taker);
    case AXIS_PRECEDING_SIBLING:
        return give_elements(step, at->previous, preceding, taker);
    }
    return true;
}

/* A number as a condition is a position. */
static bool condition_holds(struct evaluator *evaluator, const struct term *condition)
{
    if (condition->type != TYPE_NUMBER && condition->type != TYPE_ATOM &&
        condition->type != TYPE_ANY)
        return term_truth(evaluator, condition);
    condition = term_settled(evaluator, condition);
    if (term_kind_of(evaluator, condition) != TYPE_NUMBER)
        return term_truth(evaluator, condition);
    return term_number(evaluator, condition) == (double)evaluator->here.position;
}

static bool holds_at(struct evaluator *evaluator, const struct term *condition,
                     const struct focus *focus)
{
    const struct focus outer = evaluator->here;
    evaluator->here = *focus;
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

static bool go(const struct route *route, size_t step, struct view_node from);

static bool arrive(struct taker *taker, struct view_node node)
{
    const struct leg *leg = (const struct leg *)taker;
    const struct conditions *conditions = &leg->route->path->steps[leg->step].conditions;
    const struct focus focus = {node, 1, 1}; /* which no condition here asks for */
    for (size_t i = 0; i < conditions->count; i++)
        if (!holds_at(leg->route->evaluator, conditions->items[i], &focus))
            return true;
    return go(leg->route, leg->step + 1, node);
}

static bool go_counting(const struct route *route, size_t step, struct view_node from)
{
    const struct path_step *at = &route->path->steps[step];
    struct gatherer gatherer = gatherer_for(route->evaluator);
    give_along(at, from, &gatherer.taker);
    choose(route->evaluator, &at->conditions, &gatherer.set);
    for (size_t i = 0; i < gatherer.set.count; i++)
        if (!go(route, step + 1, gatherer.set.items[i]))
            return false;
    return true;
}

static bool go(const struct route *route, size_t step, struct view_node from)
{
    if (step == route->path->count)
        return route->end->take(route->end, from);
    if (route->path->steps[step].counting)
        return go_counting(route, step, from);
    struct leg leg = {{arrive}, route, step};
    return give_along(&route->path->steps[step], from, &leg.taker);
}

/* Where a path begins that begins at a single node. */
static struct view_node origin_of_path(const struct evaluator *evaluator, const struct path *path)
{
    if (path->base)
        return path->base->call.function->node(evaluator);
    if (!path->absolute)
        return evaluator->here.node;
    struct view_node top = {evaluator->here.node.element, NULL};
    while (top.element->parent)
        top.element = top.element->parent;
    return top;
}

static bool is_one(const struct term *base)
{
    return !base || (base->kind == TERM_CALL && base->call.function->called == CALLED_FOR_NODE);
}

static void go_all(const struct route *route, const struct node_set *from)
{
    for (size_t i = 0; i < from->count; i++)
        if (!go(route, 0, from->items[i]))
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
    const struct route route = {evaluator, path, sorted ? taker : &gatherer.taker};
    go_all(&route, &from);
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
