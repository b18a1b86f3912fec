#include "rapor/jobs/build.h"

#include "failed.h"
#include "outcome.h"
#include "papers.h"
#include "verification.h"
#include "worker.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/base/interrupt.h"
#include "rapor/base/search_path.h"
#include "rapor/base/times.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/publish.h"
#include "rapor/paint/paint.h"
#include "rapor/press/chart_cache.h"
#include "rapor/press/kit.h"
#include "rapor/press/press_files.h"
#include "rapor/register/registry.h"
#include "rapor/session/issue.h"

#include <string.h>

static bool add_file(const struct session *session, const char *name, GPtrArray *records,
                     GError **error)
{
    g_autofree char *path = search_path_find(session->places.layouts, name);
    struct record *record = ARENA_NEW(session->arena, struct record);
    g_autofree char *digest = digest_file(path, &record->size, error);
    if (!digest)
        return false;
    record->file = arena_strdup(session->arena, name);
    record->digest = arena_strdup(session->arena, digest);
    record->changed = search_path_changed(session->places.layouts, name);
    g_ptr_array_add(records, record);
    return true;
}

/* What papers and pages are made from; not what made it. */
static bool is_layout(const char *path)
{
    static const char *const suffixes[] = {".xml", ".svg", ".xsl", ".css", ".js"};
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(path, suffixes[i]))
            return true;
    return false;
}

static bool add_layouts(const struct session *session, const char *folder, GPtrArray *records,
                        GError **error)
{
    g_autoptr(GPtrArray) names = search_path_names(session->places.layouts, folder);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *name = g_build_filename(folder, names->pdata[i], NULL);
        if (is_layout(name) && !add_file(session, name, records, error))
            return false;
    }
    return true;
}

/* The folder as it is called from the folder of all layouts. */
static char *folder_name(const struct session *session, const char *whole)
{
    g_auto(GStrv) folders = search_path_folders(session->places.layouts);
    for (size_t i = 0; folders[i]; i++) {
        g_autofree char *folder = g_canonicalize_filename(folders[i], NULL);
        size_t length = strlen(folder);
        if (g_str_has_prefix(whole, folder) && whole[length] == '/')
            return g_strdup(whole + length + 1);
    }
    return g_path_get_basename(whole);
}

static void add_folder(const struct session *session, GPtrArray *folders, const char *path)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    g_autofree char *name = folder_name(session, whole);
    if (!g_ptr_array_find_with_equal_func(folders, name, g_str_equal, NULL))
        g_ptr_array_add(folders, g_steal_pointer(&name));
}

/* The folders that the papers come from: the instrument's, what all share, and
 * those of instruments whose documents are used again. */
static GPtrArray *layout_folders(const struct session *session)
{
    const struct instrument *instrument = session->evaluation->instrument;
    GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);
    add_folder(session, folders, instrument->folder);
    g_ptr_array_add(folders, g_strdup("common"));
    g_ptr_array_add(folders, g_strdup("common/charts"));
    for (size_t i = 0; i < instrument->document_count; i++) {
        g_autofree char *path =
            g_build_filename(instrument->folder, instrument->documents[i].layout, NULL);
        g_autofree char *folder = g_path_get_dirname(path);
        add_folder(session, folders, folder);
    }
    return folders;
}

static bool add_all_layouts(const struct session *session, GPtrArray *records, GError **error)
{
    g_autoptr(GPtrArray) folders = layout_folders(session);
    for (guint i = 0; i < folders->len; i++)
        if (!add_layouts(session, folders->pdata[i], records, error))
            return false;
    return true;
}

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
static bool may_replace(const char *folder, const struct manifest *ours, struct arena *arena,
                        GError **error)
{
    struct manifest theirs;
    bool all = !ours->kinds && !ours->region && !ours->institution;
    if (all || !manifest_read(folder, &theirs, arena, NULL))
        return true;
    return (same_kinds(ours->kinds, theirs.kinds) && same_text(ours->region, theirs.region) &&
            same_text(ours->institution, theirs.institution)) ||
           fail(error, FAILURE_CREATE,
                "%s holds other papers than the part that is asked for; choose another folder",
                folder);
}

static unsigned worker_count(const struct build *build, const struct plan *plan)
{
    unsigned count = build->jobs > 0 ? build->jobs : g_get_num_processors();
    return plan->task_count < count ? (unsigned)plan->task_count : count;
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
    return g_strcmp0(digest, run->session->papers->digest) == 0 || registry_save(registry, error);
}

static bool fill_folder(struct build_run *run, struct manifest *manifest, GError **error)
{
    g_autoptr(GPtrArray) layouts = g_ptr_array_new();
    const unsigned workers = worker_count(run->build, run->plan);
    if (!add_all_layouts(run->session, layouts, error) || !pool_run(run, workers, error) ||
        !failed_settle(run, error) || !outcome_check(run, error) || !papers_settle(run, error))
        return false;
    compare_numbers(run);
    manifest->layouts = layouts;
    manifest->failed = run->failed;
    manifest->files = run->records;
    return verification_write(run, error) && save_register(run, manifest, error) &&
           manifest_write(manifest, run->folder, error) &&
           previous_output_write(run->records, run->folder, error);
}

static struct keys *create_keys(const struct build_run *run, struct arena *arena, GError **error)
{
    const struct key_source source = {
        .session = run->session,
        .plan = run->plan,
        .painter = run->build->painter->name,
        .date = run->date,
    };
    return keys_create(&source, arena, error);
}

/* What is out is taken from the folder, also where that was changed since by whoever signed. */
static struct previous_output *open_previous(const struct build *build)
{
    if (build->rebuild && !build->registry)
        return NULL;
    struct previous_output *previous = previous_output_open(build->output);
    return previous || !build->registry ? previous : previous_output_listed(build->output);
}

static bool run(struct session *session, const struct build *build, GError **error)
{
    struct plan plan;
    struct manifest manifest = manifest_of(session, &build->selection);
    if (!papers_number(session, error) || !plan_make(&plan, session, &build->selection, error) ||
        !may_replace(build->output, &manifest, session->arena, error))
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
        .previous = open_previous(build),
    };
    times_enter(PHASE_KEYS);
    run.keys = create_keys(&run, session->arena, error);
    times_enter(PHASE_OTHER);
    bool filled = run.keys && fill_folder(&run, &manifest, error);
    previous_output_close(run.previous);
    if (filled)
        return publication_finish(publication, error);
    publication_discard(publication);
    return false;
}

bool build_run(struct session *session, const struct build *build, GError **error)
{
    interrupt_hold();
    bool done = run(session, build, error);
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
