/* A merge is a run in which all but the archive of the nation is taken over from the shards.
 *
 * That their files are what this run would have made follows from what they were made from,
 * which is compared, and from their digests, which were: so their keys are not asked for. */
#include "merge.h"

#include "origin.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/pack/files.h"
#include "rapor/shards/gather.h"

#include <string.h>

#define NOTE_FILE  "merged.ini"
#define NOTE_GROUP "register"

static void add_missed(GHashTable *missed, GKeyFile *text)
{
    g_auto(GStrv) numbers = g_key_file_get_keys(text, SHARD_FAILED, NULL, NULL);
    for (char **number = numbers; number && *number; number++) {
        gsize count = 0;
        g_auto(GStrv) facts = g_key_file_get_string_list(text, SHARD_FAILED, *number, &count, NULL);
        if (count == 3)
            g_hash_table_insert(missed, record_title(facts[0], *facts[1] ? facts[1] : NULL),
                                g_strdup(facts[2]));
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

static char *note_path(const struct build_run *run)
{
    return g_build_filename(run->build->shards->dir, NOTE_FILE, NULL);
}

bool merge_note_register(const struct build_run *run, const char *digest, GError **error)
{
    if (!run->build->shards)
        return true;
    g_autoptr(GKeyFile) note = g_key_file_new();
    g_autofree char *path = note_path(run);
    g_key_file_set_string(note, NOTE_GROUP, "before", run->register_before);
    g_key_file_set_string(note, NOTE_GROUP, "after", digest);
    g_autofree char *text = g_key_file_to_data(note, NULL, NULL);
    return files_write(path, text, strlen(text), error) && files_flush(path, error);
}

/* A register that a merge of the same shards has saved counts as the one that they read. */
static void read_note(const struct build_run *run, GKeyFile *text)
{
    g_autoptr(GKeyFile) note = g_key_file_new();
    g_autofree char *path = note_path(run);
    g_autofree char *now = g_key_file_get_string(text, SHARD_FROM, "register", NULL);
    if (!g_key_file_load_from_file(note, path, G_KEY_FILE_NONE, NULL))
        return;
    g_autofree char *before = g_key_file_get_string(note, NOTE_GROUP, "before", NULL);
    g_autofree char *after = g_key_file_get_string(note, NOTE_GROUP, "after", NULL);
    if (before && g_strcmp0(after, now) == 0)
        g_key_file_set_string(text, SHARD_FROM, "register", before);
}

/* Holds what this run is made from against what the shards say. */
static bool compare(struct build_run *run, GError **error)
{
    g_autoptr(GKeyFile) text = g_key_file_new();
    if (!origin_write(run, text, error))
        return false;
    read_note(run, text);
    g_autofree char *before = g_key_file_get_string(text, SHARD_FROM, "register", NULL);
    run->register_before = arena_strdup(run->session->arena, before);
    return shards_agree(run->build->shards, text, error);
}

bool merge_begin(struct build_run *run, GError **error)
{
    return !run->build->shards || (compare(run, error) && open_all(run, error));
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
    g_autofree char *title = job->file ? record_title(job->file, name) : g_strdup(loose);
    const char *why = g_hash_table_lookup(job->run->missed, title);
    if (!why)
        return fail(error, FAILURE_IO, "%s: no shard has it, or it cannot be read any more", title);
    job_report_failure(job, entry, FAILURE_DATA, why);
    return true;
}
