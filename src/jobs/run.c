#include "run.h"

#include "failed.h"
#include "outcome.h"
#include "papers.h"

#include "rapor/base/failure.h"
#include "rapor/base/times.h"
#include "rapor/paint/paint.h"

/* What is out is taken from the folder, also where that was changed since by whoever signed. */
struct previous_output *run_previous(const struct session *session, const struct build *build,
                                     const char *folder)
{
    if (!folder || (build->rebuild && !session->papers))
        return NULL;
    struct previous_output *previous = previous_output_open(folder);
    return previous || !session->papers ? previous : previous_output_listed(folder);
}

static unsigned worker_count(const struct build *build, const struct plan *plan)
{
    unsigned count = build->jobs > 0 ? build->jobs : g_get_num_processors();
    return plan->task_count < count ? (unsigned)plan->task_count : count;
}

static struct keys *create_keys(const struct build_run *run, struct arena *arena, GError **error)
{
    const struct key_source source = {
        .session = run->session,
        .plan = run->plan,
        .painter = run->build->painter->name,
        .date = run->date,
    };
    const enum phase before = times_enter(PHASE_KEYS);
    struct keys *keys = keys_create(&source, arena, error);
    times_enter(before);
    return keys;
}

/* False where papers of the nation do not tell what is missing, and are to. */
static bool is_told(struct build_run *run, GError **error)
{
    const struct build *build = run->build;
    const guint count = run->failed->len;
    if (count == 0 || !build->keep_going || !run->plan->nation ||
        build->selection.shard.count > 0 || run->session->missing > 0)
        return true;
    if (build->signing)
        return fail(error, FAILURE_DATA,
                    "%u files cannot be made; nothing was published\n"
                    "hint: leave --sign away, look at what is there, and sign that: rapor sign",
                    count);
    run->untold = true;
    return false;
}

bool run_tasks(struct build_run *run, GError **error)
{
    run->keys = create_keys(run, run->session->arena, error);
    return run->keys && pool_run(run, worker_count(run->build, run->plan), error) &&
           is_told(run, error) && failed_settle(run, error) && outcome_check(run, error) &&
           papers_settle(run, error);
}
