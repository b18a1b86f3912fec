/* A plan in tasks. */
#include "planner.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"

#include <string.h>

#define LAST_TURN 4

/* A plan while it is divided. */
struct division {
    struct plan *plan;
    struct arena *arena;
};

static void add(const struct division *division, struct task task)
{
    struct plan *plan = division->plan;
    plan->tasks = arena_grow(division->arena, plan->tasks, plan->task_count, &plan->task_room,
                             sizeof *plan->tasks);
    plan->tasks[plan->task_count++] = task;
}

/* What shares a chart or a document is made from the same pages; texts of the kit are small. */
static bool belongs(const struct entry *one, const struct entry *other)
{
    return one->kind == other->kind &&
           (one->document == other->document || one->kind == ENTRY_PAGE);
}

/* What takes long comes first, and the charts, which the page waits for. */
static unsigned turn_of(const struct entry *entry)
{
    switch (entry->kind) {
    case ENTRY_DOCUMENT: /* whose failures are told best */
        return 0;
    case ENTRY_CHART:
        return 1;
    case ENTRY_BOOK:
        return 2;
    case ENTRY_RESULTS:
        return 3;
    case ENTRY_RANKING_CSV:
    case ENTRY_RANKING_CSV_ID:
    case ENTRY_LEVELS_CSV:
    case ENTRY_DICTIONARY:
    case ENTRY_DATA:
    case ENTRY_PAGE:
        break;
    }
    return LAST_TURN;
}

static void add_parts(const struct division *division, const struct archive *archive, unsigned turn)
{
    for (size_t i = 0; i < archive->count;) {
        const struct entry *first = &archive->entries[i];
        struct task part = {.archive = archive, .first = i, .partial = true, .next = NONE};
        while (i < archive->count && belongs(first, &archive->entries[i]))
            i++;
        part.count = i - part.first;
        if (!first->given && turn_of(first) == turn)
            add(division, part);
    }
}

static bool is_of(const struct task *task, enum entry_kind kind)
{
    return task->partial && task->archive->entries[task->first].kind == kind;
}

/* The page shows the charts; the archive of the nation takes from all. */
static void order(struct plan *plan)
{
    const size_t last = plan->task_count - 1;
    size_t page = NONE;
    for (size_t i = 0; i < last; i++)
        page = is_of(&plan->tasks[i], ENTRY_PAGE) ? i : page;
    for (size_t i = 0; i < last; i++) {
        const bool shown = page != NONE && is_of(&plan->tasks[i], ENTRY_CHART);
        plan->tasks[i].next = shown ? page : last;
        plan->tasks[plan->tasks[i].next].waiting++;
    }
}

static const struct archive *find_nation(const struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        if (strcmp(plan->archives[i].path, NAME_NATION) == 0)
            return &plan->archives[i];
    return NULL;
}

/* The parts come after the archives, when few are left: they are smaller. */
void plan_divide(struct plan *plan, struct arena *arena)
{
    const struct division division = {plan, arena};
    plan->nation = find_nation(plan);
    for (size_t i = 0; i < plan->count; i++)
        if (&plan->archives[i] != plan->nation)
            add(&division, (struct task){.archive = &plan->archives[i], .next = NONE});
    if (!plan->nation)
        return;
    for (unsigned turn = 0; turn <= LAST_TURN; turn++)
        add_parts(&division, plan->nation, turn);
    add(&division, (struct task){.archive = plan->nation, .next = NONE});
    order(plan);
}
