#include "rapor/jobs/build.h"

#include "papers.h"
#include "run.h"
#include "shard/merge.h"
#include "sources.h"
#include "verification.h"
#include "worker.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/interrupt.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/publish.h"
#include "rapor/press/chart_cache.h"
#include "rapor/press/kit.h"
#include "rapor/press/press_files.h"
#include "rapor/register/registry.h"
#include "rapor/session/issue.h"
#include "rapor/sign/resume.h"

#include <string.h>

static struct manifest manifest_of(const struct session *session, const struct selection *selection)
{
    return (struct manifest){
        .version = RAPOR_VERSION,
        .instrument = session->evaluation->instrument->id,
        .year = session->evaluation->year,
        .input = session->evaluation->digest,
        .kinds = selection->kinds,
        .region = selection->region,
        .institution = selection->institution,
    };
}

static bool same_text(const char *a, const char *b)
{
    return g_strcmp0(a, b) == 0;
}

static bool same_kinds(const char *const *a, const char *const *b)
{
    return a && b ? g_strv_equal(a, b) : a == b;
}

/* A part of the papers never takes the place of another part, or of all. */
static bool same_part(const char *folder, const struct manifest *ours,
                      const struct manifest *theirs, GError **error)
{
    const bool all = !ours->kinds && !ours->region && !ours->institution;
    return all ||
           (same_kinds(ours->kinds, theirs->kinds) && same_text(ours->region, theirs->region) &&
            same_text(ours->institution, theirs->institution)) ||
           fail(error, FAILURE_CREATE,
                "%s holds other papers than the part that is asked for; choose another folder",
                folder);
}

/* Papers that may be out are not replaced where no register, or that of another year, tells. */
static bool same_register(const char *folder, const struct build *build,
                          const struct manifest *ours, const struct manifest *theirs,
                          GError **error)
{
    if (!theirs->registry)
        return true;
    if (!build->registry)
        return fail(error, FAILURE_CREATE,
                    "%s: was built with a register, and holds papers that may be out\n"
                    "hint: add --register FILE, or choose another folder",
                    folder);
    return same_text(ours->year, theirs->year) ||
           fail(error, FAILURE_CREATE,
                "%s: holds the papers of %s, which may be out\nhint: choose another folder", folder,
                theirs->year);
}

static bool may_replace(const struct build *build, const struct manifest *ours, struct arena *arena,
                        GError **error)
{
    struct manifest theirs;
    const char *folder = build->output;
    return !manifest_read(folder, &theirs, arena, NULL) ||
           (same_part(folder, ours, &theirs, error) &&
            same_register(folder, build, ours, &theirs, error));
}

static void compare_numbers(const struct build_run *run)
{
    g_autoptr(GPtrArray) before = g_ptr_array_new();
    if (manifest_read_files(run->build->output, before, run->session->arena, NULL))
        papers_compare(run, before);
}

/* Before the folder appears: whoever stops in between finds the same numbers and editions
 * again. */
static bool save_register(struct build_run *run, struct manifest *manifest, GError **error)
{
    struct registry *registry = run->build->registry;
    if (!registry)
        return true;
    g_autofree char *digest = registry_digest(registry);
    manifest->registry = arena_strdup(run->session->arena, digest);
    return g_strcmp0(digest, run->session->papers->digest) == 0 ||
           (merge_note_register(run, digest, error) && registry_save(registry, error));
}

static bool fill_folder(struct build_run *run, struct manifest *manifest, GError **error)
{
    g_autoptr(GPtrArray) layouts = g_ptr_array_new();
    if (!sources_list(run->session, layouts, error) || !run_tasks(run, error))
        return false;
    compare_numbers(run);
    manifest->layouts = layouts;
    manifest->failed = run->failed;
    manifest->files = run->records;
    return verification_write(run, error) && save_register(run, manifest, error) &&
           manifest_write(manifest, run->folder, error) &&
           previous_output_write(run->records, run->folder, error);
}

static bool begin_signing(struct build_run *run, char **kept, GError **error)
{
    const bool dear = run->build->signing && run->build->signing->dear;
    run->kept = *kept = dear ? resume_place(run->build->output, error) : NULL;
    return run->kept || !dear;
}

static void end_signing(const struct build *build, bool done)
{
    if (!build->signing)
        return;
    if (done)
        resume_remove(build->output);
    else if (build->signing->dear)
        build->signing->kept = resume_leave(build->output);
}

/* What is missing is known at the end only: then all of it is made a second time. */
static bool make(struct session *session, const struct build *build, GError **error)
{
    struct plan plan;
    struct manifest manifest = manifest_of(session, &build->selection);
    if (!papers_number(session, error) || !plan_make(&plan, session, &build->selection, error) ||
        !may_replace(build, &manifest, session->arena, error))
        return false;
    struct publication *publication = publication_open(build->output, error);
    if (!publication)
        return false;
    g_autoptr(GPtrArray) records = g_ptr_array_new();
    g_autoptr(GPtrArray) failed = g_ptr_array_new();
    struct build_run run = {
        .session = session,
        .plan = &plan,
        .build = build,
        .folder = publication_folder(publication),
        .date = pack_date(session->evaluation),
        .records = records,
        .failed = failed,
        .previous = run_previous(session, build, build->output),
    };
    g_autofree char *kept = NULL;
    bool filled = merge_begin(&run, error) && begin_signing(&run, &kept, error) &&
                  fill_folder(&run, &manifest, error);
    previous_output_close(run.previous);
    merge_end(&run);
    if (filled)
        return publication_finish(publication, error);
    publication_discard(publication);
    if (!run.untold)
        return false;
    session->missing = failed->len;
    return make(session, build, error);
}

bool build_run(struct session *session, const struct build *build, GError **error)
{
    interrupt_hold();
    bool done = make(session, build, error);
    end_signing(build, done);
    interrupt_release();
    return done;
}

bool build_check_kit(struct session *session, GError **error)
{
    return !press_files_wanted(session, NULL) ||
           (chart_cache_load(session, error) && kit_check(session->places.layouts, error));
}

static char *plan_line(const struct session *session, const struct archive *archive,
                       const struct entry *entry, bool loose)
{
    const struct paper *paper = entry->kind == ENTRY_DOCUMENT
                                    ? session_paper(session, entry->document, entry->subject)
                                    : NULL;
    const char *number = paper ? paper->number : NULL;
    if (entry->alone && !loose)
        return g_strdup(entry->name);
    return g_strdup_printf("%s%s%s%s%s", archive->path, loose ? "/" : ".zip: ", entry->name,
                           number ? "  " : "", number ? number : "");
}

GPtrArray *build_plan(struct session *session, const struct selection *selection, bool loose,
                      GError **error)
{
    struct plan plan;
    if (!papers_number(session, error) || !plan_make(&plan, session, selection, error))
        return NULL;
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (size_t u = 0; u < plan.count; u++)
        for (size_t i = 0; i < plan.archives[u].count; i++)
            g_ptr_array_add(
                lines, plan_line(session, &plan.archives[u], &plan.archives[u].entries[i], loose));
    return lines;
}
