#include "rapor/jobs/shard.h"

#include "../papers.h"
#include "../run.h"
#include "origin.h"

#include "rapor/base/digest.h"
#include "rapor/base/interrupt.h"
#include "rapor/cache/previous_output.h"
#include "rapor/pack/pack.h"
#include "rapor/shards/attempt.h"

static bool is_done(const struct shard_attempt *attempt, const struct build *build, GKeyFile *text)
{
    const struct shard_record *before = attempt_before(attempt);
    g_autofree char *file = NULL;
    g_autofree char *difference = before ? shard_difference(text, before->text) : NULL;
    const unsigned threads = build->jobs > 0 ? build->jobs : g_get_num_processors();
    return before && !difference && !build->rebuild &&
           shard_record_whole(before, build->output, threads, &file);
}

static void add_files(const struct build_run *run, GKeyFile *text)
{
    for (guint i = 0; i < run->records->len; i++) {
        const struct record *record = run->records->pdata[i];
        if (!record->entry)
            g_key_file_set_string(text, SHARD_FILES, record->file, record->digest);
    }
}

static void add_failed(const struct build_run *run, GKeyFile *text)
{
    for (guint i = 0; i < run->failed->len; i++) {
        const struct record *record = run->failed->pdata[i];
        const char *const facts[] = {record->file, record->entry ? record->entry : "",
                                     record->digest};
        g_autofree char *number = g_strdup_printf("%u", i + 1);
        g_key_file_set_string_list(text, SHARD_FAILED, number, facts, G_N_ELEMENTS(facts));
    }
}

/* The notes say of each entry what the merge wants to know. */
static bool add_notes(const struct build_run *run, GKeyFile *text, GError **error)
{
    if (!previous_output_write(run->records, run->folder, error))
        return false;
    g_autofree char *path = g_build_filename(run->folder, NOTES_FILE, NULL);
    g_autofree char *digest = digest_file(path, NULL, error);
    if (digest)
        g_key_file_set_string(text, SHARD_FILES, NOTES_FILE, digest);
    return digest != NULL;
}

/* What was made of another input, or in another way, may still hold much that stays. */
static struct previous_output *open_previous(const struct build_run *run,
                                             const struct shard_attempt *attempt)
{
    const struct build *build = run->build;
    const struct shard_record *before = attempt_before(attempt);
    g_autofree char *folder = before ? g_build_filename(build->output, before->folder, NULL) : NULL;
    struct previous_output *published = run_previous(run->session, build, build->previous);
    return published ? published : run_previous(run->session, build, folder);
}

static bool fill(struct build_run *run, const struct shard_attempt *attempt, GKeyFile *text,
                 GError **error)
{
    run->folder = attempt_folder(attempt);
    run->previous = open_previous(run, attempt);
    const bool made = run_tasks(run, error);
    previous_output_close(run->previous);
    if (!made)
        return false;
    add_files(run, text);
    add_failed(run, text);
    return add_notes(run, text, error);
}

/* Makes it, unless it is done already. */
static bool make(struct build_run *run, GKeyFile *text, bool *already, GError **error)
{
    const struct build *build = run->build;
    struct shard_attempt *attempt = attempt_open(build->output, build->selection.shard, error);
    if (!attempt)
        return false;
    *already = is_done(attempt, build, text);
    if (!*already && fill(run, attempt, text, error))
        return attempt_finish(attempt, text, error);
    attempt_discard(attempt);
    return *already;
}

static bool run(struct session *session, const struct build *build, GKeyFile *call, bool *already,
                GError **error)
{
    struct plan plan;
    if (!papers_number(session, error) || !plan_make(&plan, session, &build->selection, error))
        return false;
    g_autoptr(GPtrArray) records = g_ptr_array_new();
    g_autoptr(GPtrArray) failed = g_ptr_array_new();
    struct build_run run = {
        .session = session,
        .plan = &plan,
        .build = build,
        .date = pack_date(session->evaluation),
        .records = records,
        .failed = failed,
    };
    return origin_write(&run, call, error) && make(&run, call, already, error);
}

bool shard_run(struct session *session, const struct build *build, GKeyFile *call, bool *already,
               GError **error)
{
    interrupt_hold();
    const bool done = run(session, build, call, already, error);
    interrupt_release();
    return done;
}
