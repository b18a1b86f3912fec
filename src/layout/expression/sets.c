/* Nodes of terms, one by one or as a set. */
#include "evaluation.h"
#include "rapor/layout/functions.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <stdlib.h>

static int compare_nodes(const void *left, const void *right)
{
    const struct view_node *a = left, *b = right;
    if (a->element != b->element)
        return a->element->order < b->element->order ? -1 : 1;
    if (a->attribute == b->attribute)
        return 0;
    return !a->attribute || (b->attribute && a->attribute < b->attribute) ? -1 : 1;
}

static bool is_sorted(const struct node_set *set)
{
    for (size_t i = 1; i < set->count; i++)
        if (compare_nodes(&set->items[i - 1], &set->items[i]) >= 0)
            return false;
    return true;
}

void set_sort(struct node_set *set)
{
    if (is_sorted(set))
        return;
    qsort(set->items, set->count, sizeof *set->items, compare_nodes);
    size_t kept = 1;
    for (size_t i = 1; i < set->count; i++)
        if (compare_nodes(&set->items[kept - 1], &set->items[i]) != 0)
            set->items[kept++] = set->items[i];
    set->count = kept;
}

void set_give(const struct node_set *set, struct taker *taker)
{
    for (size_t i = 0; i < set->count; i++)
        if (!taker->take(taker, set->items[i]))
            return;
}

static void give_ready(struct evaluator *evaluator, const struct term *term, struct taker *taker)
{
    const struct outcome *outcome = term_ready(evaluator, term);
    if (outcome->kind != TYPE_NODES) {
        evaluation_fails(evaluator, _("a value where elements are needed"));
    } else if (evaluation_may_go_on(evaluator)) {
        evaluator->looked += outcome->nodes.count;
        set_give(&outcome->nodes, taker);
    }
}

void term_nodes(struct evaluator *evaluator, const struct term *term, struct taker *taker)
{
    const struct view_attribute *attribute;
    if (term->kind == TERM_CALL)
        term = term_settled(evaluator, term);
    switch ((unsigned)term->kind) {
    case TERM_ATTRIBUTE:
        attribute = term_attribute(evaluator, term);
        if (attribute)
            taker->take(taker, (struct view_node){evaluator->here->node.element, attribute});
        break;
    case TERM_PATH:
        path_nodes(evaluator, &term->path, taker);
        break;
    case TERM_CHOICE:
        choice_nodes(evaluator, term, taker);
        break;
    case TERM_UNION:
        union_nodes(evaluator, term, taker);
        break;
    case TERM_VARIABLE:
    case TERM_KEPT:
        give_ready(evaluator, term, taker);
        break;
    case TERM_CALL:
        if (term->call.function->called == CALLED_FOR_NODE) {
            taker->take(taker, term->call.function->node(evaluator));
            break;
        }
        /* fall through */
    default:
        evaluation_fails(evaluator, _("a value where elements are needed"));
    }
}

static bool gather(struct taker *taker, struct view_node node)
{
    struct gatherer *gatherer = (struct gatherer *)taker;
    struct node_set *set = &gatherer->set;
    if (set->count == set->room)
        set->items = arena_grow(gatherer->evaluator->arena, set->items, set->count, &set->room,
                                sizeof *set->items);
    set->items[set->count++] = node;
    return true;
}

struct gatherer gatherer_for(struct evaluator *evaluator)
{
    return (struct gatherer){.taker.take = gather, .evaluator = evaluator};
}

struct node_set term_set(struct evaluator *evaluator, const struct term *term)
{
    struct gatherer gatherer = gatherer_for(evaluator);
    if (term->kind == TERM_VARIABLE || term->kind == TERM_KEPT) {
        const struct outcome *outcome = term_ready(evaluator, term);
        if (outcome->kind == TYPE_NODES)
            return outcome->nodes;
    }
    term_nodes(evaluator, term, &gatherer.taker);
    return gatherer.set;
}

struct set_counter {
    struct taker taker;
    size_t count;
};

static bool count(struct taker *taker, struct view_node node)
{
    (void)node;
    ((struct set_counter *)taker)->count++;
    return true;
}

size_t term_count(struct evaluator *evaluator, const struct term *term)
{
    struct set_counter counter = {.taker.take = count};
    if (term->kind == TERM_VARIABLE || term->kind == TERM_KEPT)
        return term_set(evaluator, term).count;
    term_nodes(evaluator, term, &counter.taker);
    return counter.count;
}

struct finder {
    struct taker taker;
    struct view_node node;
    bool found;
};

static bool find(struct taker *taker, struct view_node node)
{
    struct finder *finder = (struct finder *)taker;
    finder->node = node;
    finder->found = true;
    return false;
}

bool term_first(struct evaluator *evaluator, const struct term *term, struct view_node *first)
{
    struct finder finder = {.taker.take = find};
    term_nodes(evaluator, term, &finder.taker);
    *first = finder.node;
    return finder.found;
}
