/* One archive: its papers made one after the other, none of them kept. */
#include "beside.h"
#include "earlier/earlier.h"
#include "shard/merge.h"

#include "rapor/base/times.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/sidecar.h"

#include <string.h>

static struct packed packed_like(const char *name, const char *digest, uint64_t size)
{
    return (struct packed){.name = (char *)name, .digest = (char *)digest, .size = size};
}

/* An entry as it stands in another archive. */
static bool take_span(struct job *job, size_t entry, const struct packed *like, GBytes *span)
{
    if (job_is_alone(job, entry))
        return true;
    if (!pack_take(job->pack, like->name, like, span))
        return false;
    g_ptr_array_add(job->pack_keys, (char *)job_key(job, entry));
    return true;
}

static bool take(struct job *job, size_t entry, const struct packed *like, GBytes *span)
{
    return take_span(job, entry, like, span) &&
           (beside_put(job, entry, like, span) || !job_is_alone(job, entry));
}

/* What has lain loose is linked. */
static bool take_file(struct job *job, size_t entry, const struct packed *like,
                      const struct record *record)
{
    g_autofree char *path = previous_output_path(job->before, record);
    if (!path || !pack_link(job->pack, like->name, like, path))
        return false;
    g_ptr_array_add(job->pack_keys, (char *)job_key(job, entry));
    return true;
}

static bool take_previous(struct job *job, size_t entry, const char *name)
{
    const struct record *record = job_same(job, entry, name);
    if (!record)
        return false;
    struct packed like = packed_like(name, record->digest, record->size);
    if (!job->file)
        return take_file(job, entry, &like, record);
    if (!job_is_alone(job, entry) && !previous_output_entry(job->previous, record, &like))
        return false;
    like.name = (char *)name;
    return take(job, entry, &like, NULL);
}

static bool take_shared(struct job *job, size_t entry, const char *name,
                        const struct shared_file *shared_file)
{
    const struct shared_entry *known = job_known(job, entry);
    struct packed like;
    g_autoptr(GBytes) span = shared_span(job->run->shared, known, shared_file, &like);
    like.name = (char *)name;
    return take(job, entry, &like, span);
}

/* What was made by others, or would come out as before; with what belongs to it. */
static bool take_over(struct job *job, size_t entry)
{
    const char *name = job->archive->entries[entry].name;
    g_autofree char *sidecar = sidecar_name(name);
    const struct shared_entry *known = job_known(job, entry);
    if (known && known->file.digest[0])
        return take_shared(job, entry, name, &known->file) &&
               (!known->sidecar.digest[0] || take_shared(job, entry, sidecar, &known->sidecar));
    if (!take_previous(job, entry, name))
        return false;
    take_previous(job, entry, sidecar);
    job_give_known(job, entry);
    return true;
}

/* Of the archive of the nation, most was said by those who made its parts. */
static bool is_reported(const struct job *job, size_t entry)
{
    return job->archive == job->run->plan->nation && !job->archive->entries[entry].given;
}

static bool fill_pack(struct job *job, GError **error)
{
    for (size_t i = 0; i < job->archive->count; i++) {
        if (!is_reported(job, i))
            job_report_begun(job, i);
        bool made;
        if (!take_over(job, i) &&
            !(job->dealt && !job_waiting(job, i) ? merge_missed(job, i, error)
                                                 : job_try(job, i, &made, error)))
            return false;
        if (!is_reported(job, i))
            job_report_done(job);
    }
    return true;
}

/* Whoever gets the archive is told what is missing. */
static void add_failed(const struct job *job)
{
    const GByteArray text = {(guint8 *)job->failed->str, (guint)job->failed->len};
    pack_add(job->pack, FAILED_FILE, &text, NULL);
    g_ptr_array_add(job->pack_keys, (char *)KEY_OF_WHOLE);
}

static void report_entries(const struct job *job)
{
    size_t count;
    const struct packed *entries = pack_entries(job->pack, &count);
    for (size_t i = 0; i < count; i++) {
        const struct packed *entry = &entries[i];
        g_autofree char *path =
            job->file ? NULL : g_strconcat(job->archive->path, "/", entry->name, NULL);
        const struct record record = {
            .file = job->file ? job->file : path,
            .entry = job->file ? entry->name : NULL,
            .size = entry->size,
            .digest = entry->digest,
            .key = job->pack_keys->pdata[i],
        };
        job_report_record(job, &record);
    }
}

/* How many entries of before would come out as they are; 0 where one would not. */
static size_t count_same(const struct job *job)
{
    size_t count = 0;
    for (size_t i = 0; i < job->archive->count; i++) {
        const char *name = job->archive->entries[i].name;
        g_autofree char *sidecar = sidecar_name(name);
        if (!job_same(job, i, name))
            return 0;
        if (!job_is_alone(job, i))
            count += job_same(job, i, sidecar) ? 2 : 1;
    }
    return count;
}

static void say_same(const struct job *job, size_t entry)
{
    const char *name = job->archive->entries[entry].name;
    g_autofree char *sidecar = sidecar_name(name);
    if (!is_reported(job, entry))
        job_report_begun(job, entry);
    if (!job_is_alone(job, entry))
        job_report_record(job, job_same(job, entry, name));
    if (job_same(job, entry, sidecar))
        job_report_record(job, job_same(job, entry, sidecar));
    job_give_known(job, entry);
    if (!is_reported(job, entry))
        job_report_done(job);
}

/* Where nothing of an archive has changed it is not even read: its records are said again. */
static bool take_over_whole(struct job *job, const char *path)
{
    const struct previous_output *previous = job->before;
    const size_t count = job->previous ? count_same(job) : 0;
    if (count == 0 || count != previous_output_count(previous, job->file) ||
        !beside_link_all(job) || !previous_archive_link(job->previous, path))
        return false;
    for (size_t i = 0; i < job->archive->count; i++)
        say_same(job, i);
    job_report_record(job, previous_output_find(previous, job->file, NULL));
    return true;
}

static bool finish_pack(struct job *job, GError **error)
{
    struct packed whole;
    report_entries(job);
    if (!pack_finish(g_steal_pointer(&job->pack), &whole, error))
        return false;
    if (whole.digest)
        job_report_record(job, &(struct record){.file = job->file,
                                                .size = whole.size,
                                                .digest = whole.digest,
                                                .key = KEY_OF_WHOLE});
    g_free(whole.digest);
    return true;
}

static bool make_pack(struct job *job, const char *path, GError **error)
{
    beside_open(job);
    job->pack = pack_create(path, job->run->date, !job->file);
    if (!fill_pack(job, error))
        return false;
    if (job->failed->len > 0 && job->file)
        add_failed(job);
    return finish_pack(job, error);
}

bool archive_make(const struct build_run *run, const struct archive *archive,
                  const struct reporter *reporter, GError **error)
{
    struct job job;
    const enum phase before = times_enter(PHASE_PACK);
    job_open(&job, run, archive, reporter);
    beside_open(&job);
    g_autofree char *path =
        g_build_filename(run->folder, job.file ? job.file : archive->path, NULL);
    const bool made =
        (take_over_whole(&job, path) || make_pack(&job, path, error)) && beside_finish(&job, error);
    pack_discard(job.pack);
    pack_discard(job.beside);
    pack_discard(job.kit);
    job_close(&job);
    times_enter(before);
    return made;
}
