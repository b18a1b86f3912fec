/* Some entries of the archive of the nation: put among the shared results, where they are not as
 * before. */
#include "earlier/earlier.h"

#include "rapor/pack/pack.h"

static bool make(struct job *job, size_t number, GError **error)
{
    const struct entry *entry = &job->archive->entries[number];
    struct shared_results *shared = job->run->shared;
    size_t before;
    pack_entries(job->pack, &before);
    const bool same = job_same(job, number, entry->name);
    bool made = true;
    if (!same && !job_try(job, number, &made, error))
        return false;
    if (!made)
        return true;
    shared_put(shared, number, job_key(job, number), before);
    if (entry->also != NONE)
        shared_put(shared, entry->also, job_key(job, number), before);
    if (entry->also != NONE && !same)
        job_explain_copy(job, number);
    return true;
}

bool entries_make(const struct build_run *run, const struct task *task,
                  const struct reporter *reporter, GError **error)
{
    struct job job;
    bool made = true;
    job_open(&job, run, task->archive, reporter);
    job.pack = shared_pack(run->shared);
    for (size_t i = task->first; made && i < task->first + task->count; i++) {
        job_report_begun(&job, i);
        made = make(&job, i, error);
        job_report_done(&job);
    }
    job_close(&job);
    return made;
}
