/* A merge is a run in which all but the archive of the nation is taken over from the shards.
 *
 * That their files are what this run would have made follows from what they were made from,
 * which is compared, and from their digests, which were: so their keys are not asked for. */
#include "merge.h"

#include "origin.h"

#include "rapor/base/failure.h"
#include "rapor/shards/gather.h"

static char *title_of(const char *file, const char *entry)
{
    return g_strjoin("\t", file, *entry ? entry : NULL, NULL);
}

static void add_missed(GHashTable *missed, GKeyFile *text)
{
    g_auto(GStrv) numbers = g_key_file_get_keys(text, SHARD_FAILED, NULL, NULL);
    for (char **number = numbers; number && *number; number++) {
        gsize count = 0;
        g_auto(GStrv) facts = g_key_file_get_string_list(text, SHARD_FAILED, *number, &count, NULL);
        if (count == 3)
            g_hash_table_insert(missed, title_of(facts[0], facts[1]), g_strdup(facts[2]));
    }
}

static bool open_all(struct build_run *run, GError **error)
{
    const struct shards *shards = run->build->shards;
    g_auto(GStrv) folders = shards_folders(shards);
    run->dealt = previous_output_join((const char *const *)folders);
    run->missed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (unsigned i = 0; i < shards->count; i++)
        add_missed(run->missed, shards->all[i]->text);
    return run->dealt ||
           fail(error, FAILURE_DATA, "%s: a shard has no notes of what it made", shards->dir);
}

bool merge_begin(struct build_run *run, GError **error)
{
    if (!run->build->shards)
        return true;
    g_autoptr(GKeyFile) text = g_key_file_new();
    return origin_write(run, text, error) && shards_agree(run->build->shards, text, error) &&
           open_all(run, error);
}

void merge_end(struct build_run *run)
{
    previous_output_close(run->dealt);
    if (run->missed)
        g_hash_table_destroy(run->missed);
}

bool merge_has(const struct build_run *run, const struct archive *archive)
{
    return run->dealt && archive != run->plan->nation;
}

bool merge_missed(struct job *job, size_t entry, GError **error)
{
    const char *name = job->archive->entries[entry].name;
    g_autofree char *loose = g_strconcat(job->archive->path, "/", name, NULL);
    g_autofree char *title = job->file ? title_of(job->file, name) : g_strdup(loose);
    const char *why = g_hash_table_lookup(job->run->missed, title);
    if (!why)
        return fail(error, FAILURE_IO, "%s: no shard has it, or it cannot be read any more", title);
    job_report_failure(job, entry, FAILURE_DATA, why);
    return true;
}
