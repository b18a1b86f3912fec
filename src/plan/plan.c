#include "planner.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/times.h"
#include "rapor/pack/pack.h"
#include "rapor/press/output_format.h"
#include "rapor/press/press_files.h"

#include <string.h>

bool planner_nation(const struct planner *planner)
{
    const struct selection *selection = planner->selection;
    return !selection->region && !selection->institution && selection->shard.count == 0;
}

static bool wants_kind(const struct planner *planner, const char *kind)
{
    return !planner->selection->kinds || g_strv_contains(planner->selection->kinds, kind);
}

/* What is made only when asked for is not part of all. */
static bool wants_document(const struct planner *planner, size_t index, size_t subject)
{
    const struct session *session = planner->session;
    const struct document *document = &session->evaluation->instrument->documents[index];
    bool earned = false;
    return (wants_kind(planner, document->kind) ||
            (document->folder && wants_kind(planner, document->folder))) &&
           (planner->selection->kinds || !document->asked_only) && !*planner->error &&
           session_earns(session, index, subject, &earned, planner->error) && earned;
}

static struct archive *archive_at(const struct planner *planner, const char *path)
{
    struct plan *plan = planner->plan;
    size_t index = GPOINTER_TO_SIZE(g_hash_table_lookup(planner->archives, path));
    if (index > 0)
        return &plan->archives[index - 1];
    plan->archives = arena_grow(planner->arena, plan->archives, plan->count, &plan->room,
                                sizeof *plan->archives);
    const char *lasting = arena_strdup(planner->arena, path);
    plan->archives[plan->count] = (struct archive){.path = lasting};
    g_hash_table_insert(planner->archives, (char *)lasting, GSIZE_TO_POINTER(++plan->count));
    return &plan->archives[plan->count - 1];
}

size_t planner_add(const struct planner *planner, const char *path, struct entry entry)
{
    struct archive *archive = archive_at(planner, path);
    archive->entries = arena_grow(planner->scratch, archive->entries, archive->count,
                                  &archive->room, sizeof *archive->entries);
    archive->entries[archive->count++] = entry;
    planner->plan->entry_count++;
    return archive->count - 1;
}

void plan_table(const struct planner *planner, enum entry_kind kind, const char *name)
{
    struct archive *archive = archive_at(planner, NAME_NATION);
    struct entry entry = {.kind = kind, .name = name, .whom = NAME_NATION};
    entry.document = entry.subject = entry.also = NONE;
    entry.beside = g_str_has_prefix(name, KIT_FOLDER "/");
    for (size_t i = 0; i < archive->count; i++)
        if (archive->entries[i].kind == kind) {
            archive->entries[i].given = true;
            entry.also = i;
        }
    planner_add(planner, NAME_NATION, entry);
}

/* Adds one document of the instrument in each of its formats. */
static void add_document(const struct planner *planner, const struct entry *like, const char *path)
{
    const struct instrument *instrument = planner->session->evaluation->instrument;
    const struct document *document = &instrument->documents[like->document];
    const char *stem =
        arena_strndup(planner->scratch, document->file, strcspn(document->file, "."));
    const char *name = planner_paper(planner, stem, document->per, like->subject);
    const char *folder = document->folder ? document->folder : "";
    for (const char *const *ending = document->endings; *ending; ending++) {
        struct entry entry = *like;
        entry.beside = document->folder && like->subject == NONE;
        entry.also = NONE;
        entry.name = arena_printf(planner->arena, "%s%s%s%s.%s", like->name, folder,
                                  *folder ? "/" : "", name, *ending);
        if (document->per == PER_INSTITUTION)
            entry.also = plan_card(planner, &entry);
        planner_add(planner, path, entry);
        if (!output_format_of(entry.name) && !*planner->error)
            fail(planner->error, FAILURE_DATA, "%s: no document can be made as .%s", document->file,
                 *ending);
    }
}

/* Adds the documents that are made PER such a subject; LIKE says whose they
 * are, and its name is the folder they go into. */
static void add_documents(const struct planner *planner, enum per per, const struct entry *like,
                          const char *path)
{
    const struct instrument *instrument = planner->session->evaluation->instrument;
    for (size_t i = 0; i < instrument->document_count; i++) {
        const struct document *document = &instrument->documents[i];
        if (document->per != per || !wants_document(planner, i, like->subject))
            continue;
        struct entry entry = *like;
        entry.document = i;
        add_document(planner, &entry, path);
    }
}

static void plan_nation(const struct planner *planner)
{
    const char *path = NAME_NATION;
    const struct entry like = {.name = "", .subject = NONE, .whom = path};
    add_documents(planner, PER_NATION, &like, path);
    plan_kit(planner);
    if (!wants_kind(planner, "tables"))
        return;
    plan_table(planner, ENTRY_RANKING_CSV, NAME_RANKING_CSV);
    plan_table(planner, ENTRY_RANKING_CSV_ID, NAME_RANKING_CSV_ID);
    plan_table(planner, ENTRY_BOOK, NAME_BOOK);
    plan_table(planner, ENTRY_LEVELS_CSV, NAME_LEVELS_CSV);
    plan_table(planner, ENTRY_DICTIONARY, NAME_DICTIONARY);
    plan_table(planner, ENTRY_RESULTS, NAME_RESULTS);
}

static void plan_institution(const struct planner *planner, size_t index)
{
    const struct institution *of = &planner->session->evaluation->institutions[index];
    const char *path = planner_path(planner, of);
    const char *folder = arena_printf(planner->scratch, "%s/", planner_folder(planner, of));
    const struct entry like = {.name = folder, .subject = index, .whom = of->name};
    add_documents(planner, PER_INSTITUTION, &like, path);
    if (wants_kind(planner, "tables"))
        planner_add(
            planner, path,
            (struct entry){
                .kind = ENTRY_RESULTS,
                .name = arena_printf(planner->arena, "%s%s" ENDING_RESULTS, folder,
                                     planner_paper(planner, STEM_RESULTS, PER_INSTITUTION, index)),
                .document = NONE,
                .subject = index,
                .whom = of->name,
                .also = NONE,
            });
}

static void plan_region(const struct planner *planner, size_t index)
{
    const struct region *of = &planner->session->evaluation->regions[index];
    const struct entry like = {.name = "", .subject = index, .whom = of->name};
    add_documents(planner, PER_REGION, &like, planner_region_path(planner, index));
}

static void plan_parent(const struct planner *planner, const struct parent *parent)
{
    const size_t index = parent->institution;
    const struct institution *of = &planner->session->evaluation->institutions[index];
    const struct entry like = {.name = "", .subject = index, .whom = of->name};
    add_documents(planner, PER_PARENT, &like, planner_parent_path(planner, of));
}

static bool wants_institution(const struct planner *planner, const struct institution *of)
{
    const struct selection *selection = planner->selection;
    const struct evaluation *evaluation = planner->session->evaluation;
    if (selection->institution && strcmp(of->code, selection->institution) != 0)
        return false;
    return !selection->region || (of->region != NONE && strcmp(evaluation->regions[of->region].code,
                                                               selection->region) == 0);
}

static int by_size(const void *left, const void *right)
{
    const struct archive *a = left, *b = right;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return strcmp(a->path, b->path);
}

static void plan_all(const struct planner *planner)
{
    const struct evaluation *evaluation = planner->session->evaluation;
    const struct standings *standings = planner->session->standings;
    const struct selection *selection = planner->selection;
    if (planner_nation(planner))
        plan_nation(planner);
    for (size_t i = 0; i < evaluation->region_count && !selection->institution; i++)
        if ((!selection->region || strcmp(evaluation->regions[i].code, selection->region) == 0) &&
            planner_has_region(planner, i))
            plan_region(planner, i);
    for (size_t i = 0; i < standings->parent_count; i++)
        if (wants_institution(planner,
                              &evaluation->institutions[standings->parents[i].institution]) &&
            planner_has_parent(planner, i))
            plan_parent(planner, &standings->parents[i]);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        if (wants_institution(planner, &evaluation->institutions[i]) &&
            planner_has_institution(planner, i))
            plan_institution(planner, i);
}

static GHashTable *codes_of(const struct evaluation *evaluation)
{
    GHashTable *codes = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        g_hash_table_insert(codes, (char *)evaluation->institutions[i].code,
                            &evaluation->institutions[i]);
    return codes;
}

/* Entries stay in no more room than they need. */
static void settle(const struct planner *planner)
{
    for (size_t i = 0; i < planner->plan->count; i++) {
        struct archive *archive = &planner->plan->archives[i];
        struct entry *entries = ARENA_ARRAY(planner->arena, archive->count, struct entry);
        if (archive->count > 0)
            memcpy(entries, archive->entries, archive->count * sizeof *entries);
        archive->entries = entries;
        archive->room = archive->count;
    }
}

static bool names_differ(const struct session *session, GError **error)
{
    struct diagnostics *diagnostics = diagnostics_create();
    size_t count;
    bool differ = plan_check_names(session, NULL, diagnostics);
    if (!differ)
        fail(error, FAILURE_DATA, "%s", diagnostics_kept(diagnostics, &count)->text);
    diagnostics_destroy(diagnostics);
    return differ;
}

bool plan_make(struct plan *plan, const struct session *session, const struct selection *selection,
               GError **error)
{
    *plan = (struct plan){0};
    GError *cause = NULL;
    g_autoptr(GHashTable) codes = codes_of(session->evaluation);
    g_autoptr(GHashTable) archives = g_hash_table_new(g_str_hash, g_str_equal);
    struct plan_shares shares = {0};
    struct arena *scratch = arena_create();
    struct planner planner = {.plan = plan,
                              .session = session,
                              .selection = selection,
                              .arena = session->arena,
                              .scratch = scratch,
                              .archives = archives,
                              .codes = codes,
                              .error = &cause};
    if (!planner_knows(&planner, error) || !names_differ(session, error)) {
        arena_destroy(scratch);
        return false;
    }
    const enum phase before = times_enter(PHASE_PLAN);
    plan_share(&planner, &shares);
    plan_all(&planner);
    settle(&planner);
    arena_destroy(scratch);
    times_enter(before);
    if (cause) {
        g_propagate_error(error, cause);
        return false;
    }
    if (plan->count > 0)
        qsort(plan->archives, plan->count, sizeof *plan->archives, by_size);
    plan_divide(plan, session->arena);
    return plan->entry_count > 0 || selection->shard.count > 0 ||
           fail(error, FAILURE_USAGE, "the selection leaves nothing to make");
}
