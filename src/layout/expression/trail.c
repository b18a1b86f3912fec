/* Paths as they are put together: steps, how their nodes are ordered, and which of them are the
 * same for longer than the others. */
#include "trail.h"

#include "rapor/base/arena.h"

#include <string.h>

void trail_add(const struct parser *parser, struct trail *trail, const struct path_step *step)
{
    size_t room = trail->room;
    trail->steps =
        arena_grow(parser->scratch, trail->steps, trail->count, &trail->room, sizeof *trail->steps);
    trail->depends =
        arena_grow(parser->scratch, trail->depends, trail->count, &room, sizeof *trail->depends);
    trail->steps[trail->count] = *step;
    trail->depends[trail->count++] = trail->so_far;
}

void trail_shorten(struct trail *trail, size_t at)
{
    struct path_step *step = &trail->steps[at + 1];
    if (step->axis != AXIS_CHILD || step->counting)
        return;
    step->axis = AXIS_DESCENDANT;
    trail->count--;
    memmove(step - 1, step, (trail->count - at) * sizeof *step);
    memmove(&trail->depends[at], &trail->depends[at + 1],
            (trail->count - at) * sizeof *trail->depends);
}

static enum document_order order_behind(enum document_order order, enum axis axis)
{
    switch (axis) {
    case AXIS_SELF:
        return order;
    case AXIS_ATTRIBUTE:
        return order == ORDER_NONE ? ORDER_NONE : ORDER_FLAT;
    case AXIS_CHILD:
        return order <= ORDER_FLAT ? ORDER_FLAT : ORDER_NONE;
    case AXIS_DESCENDANT:
    case AXIS_DESCENDANT_OR_SELF:
        return order <= ORDER_FLAT ? ORDER_SORTED : ORDER_NONE;
    case AXIS_PARENT:
        return order == ORDER_ONE ? ORDER_ONE : ORDER_NONE;
    case AXIS_FOLLOWING_SIBLING:
        return order == ORDER_ONE ? ORDER_FLAT : ORDER_NONE;
    case AXIS_PRECEDING_SIBLING:
    case AXIS_ANCESTOR:
    case AXIS_ANCESTOR_OR_SELF:
        break;
    }
    return ORDER_NONE;
}

static enum document_order order_at_end(const struct path *path, enum document_order begin)
{
    for (size_t i = 0; i < path->count; i++)
        begin = order_behind(begin, path->steps[i].axis);
    return begin;
}

static bool is_condition_alone(const struct path_step *step)
{
    return step->axis == AXIS_SELF && step->any && !step->counting;
}

void conditions_keep(const struct parser *parser, struct conditions *conditions)
{
    conditions->items =
        arena_copy(parser->arena, conditions->items, conditions->count, sizeof(void *));
}

static void conditions_add(const struct parser *parser, struct conditions *conditions,
                           const struct conditions *more)
{
    const struct term **items =
        ARENA_ARRAY(parser->scratch, conditions->count + more->count, const struct term *);
    for (size_t i = 0; i < conditions->count; i++)
        items[i] = conditions->items[i];
    for (size_t i = 0; i < more->count; i++)
        items[conditions->count + i] = more->items[i];
    *conditions = (struct conditions){items, conditions->count + more->count, 0};
}

/* Conditions that were steps of their own go to the step they stand behind. */
static struct path put_together(const struct parser *parser, const struct path *path)
{
    struct path whole = *path;
    struct path_step *steps = ARENA_ARRAY(parser->scratch, path->count, struct path_step);
    size_t conditions = 0;
    whole.count = 0;
    for (size_t i = 0; i < path->count; i++) {
        if (whole.count > 0 && is_condition_alone(&path->steps[i]))
            conditions_add(parser, &steps[whole.count - 1].conditions, &path->steps[i].conditions);
        else
            steps[whole.count++] = path->steps[i];
    }
    for (size_t i = 0; i < whole.count; i++) {
        steps[i].first = conditions;
        conditions += steps[i].conditions.count;
        conditions_keep(parser, &steps[i].conditions);
    }
    whole.steps = arena_copy(parser->arena, steps, whole.count, sizeof *steps);
    return whole;
}

static const struct term *make_path(const struct parser *parser, const struct path *path)
{
    const struct path_step *only = path->count == 1 ? path->steps : NULL;
    const bool simple = only && only->axis == AXIS_ATTRIBUTE && only->name != 0 &&
                        only->conditions.count == 0 && !path->base && !path->absolute;
    struct term *term = term_new(parser, simple ? TERM_ATTRIBUTE : TERM_PATH, TYPE_NODES);
    if (simple) {
        term->name = only->name;
        return term;
    }
    term->path = put_together(parser, path);
    term->path.sorted = order_at_end(path, ORDER_ONE) != ORDER_NONE;
    term->path.keeps_sort = order_at_end(path, ORDER_SORTED) != ORDER_NONE;
    return term;
}

/* How many steps at the beginning are the same for longer than KEEP. */
static size_t lasting_steps(const struct parser *parser, const struct trail *trail, size_t count,
                            enum lifetime lifetime)
{
    while (count > 0 && lifetime_of(parser, &trail->depends[count - 1]) <= lifetime)
        count--;
    return count;
}

/* The first COUNT steps; what lasts longer than the rest is kept by itself. */
static struct parsed first_steps(const struct parser *parser, const struct trail *trail,
                                 size_t count)
{
    if (count == 0 && trail->base.term)
        return trail->base;
    struct parsed parsed = {.type.kind = TYPE_NODES,
                            .depends = count > 0 ? trail->depends[count - 1] : trail->so_far};
    const enum lifetime lifetime = lifetime_of(parser, &parsed.depends);
    size_t lasting = lasting_steps(parser, trail, count, lifetime);
    struct path path = {.steps = count > 0 ? trail->steps + lasting : NULL,
                        .count = count - lasting,
                        .absolute = trail->absolute && lasting == 0};
    if (lasting > 0 || trail->base.term) {
        const struct parsed base = first_steps(parser, trail, lasting);
        path.base = term_keep(parser, &base, lifetime);
    }
    parsed.term = make_path(parser, &path);
    return parsed;
}

struct parsed trail_end(const struct parser *parser, const struct trail *trail)
{
    struct parsed parsed = first_steps(parser, trail, trail->count);
    parsed.type = trail->type;
    parsed.depends = trail->so_far;
    if (!trail->type.attribute && !(parsed.depends.on & ON_SUBJECT))
        parsed.depends.on |= set_on(parser->vocabulary, &trail->type.set, true);
    return parsed;
}
