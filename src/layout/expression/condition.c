#include "rapor/layout/condition.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/layout/evaluate.h"

struct condition {
    struct arena *arena;
    struct expression expression;
    uint64_t clock;
};

struct condition *condition_read(const char *text, const struct vocabulary *vocabulary,
                                 const char *where, struct arena *arena, GError **error)
{
    struct condition *condition = ARENA_NEW(arena, struct condition);
    *condition = (struct condition){.arena = arena, .clock = 1};
    const struct language language = {vocabulary, arena, false};
    const struct type subject = {TYPE_NODES, set_subject(vocabulary), .own = true};
    const struct standpoint standpoint = {subject, subject, ON_SUBJECT, NULL};
    struct refusal refusal;
    if (expression_read(&language, text, &standpoint, &condition->expression, &refusal))
        return condition;
    fail(error, FAILURE_INPUT, "%s: %s, at character %zu of \"%s\"%s%s", where, refusal.text,
         refusal.at + 1, text, refusal.hint ? "; " : "", refusal.hint ? refusal.hint : "");
    return NULL;
}

uint64_t condition_parts(const struct condition *condition, bool own)
{
    const struct asked asked = condition->expression.asked;
    return asked.others | (own ? asked.own : 0);
}

bool condition_holds(struct condition *condition, const struct view_element *element)
{
    struct arena *arena = arena_create();
    struct evaluator evaluator = {.arena = arena,
                                  .lasting = condition->arena,
                                  .own = {element, NULL},
                                  .focus = {{element, NULL}, 1, 1},
                                  .clock = &condition->clock};
    evaluator_begin(&evaluator);
    bool holds = expression_holds(&evaluator, &condition->expression) && !evaluator.failure;
    arena_destroy(arena);
    return holds;
}
