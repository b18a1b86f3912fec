#include "rapor/import/import.h"

#include "judge.h"
#include "legend.h"
#include "merge/merge.h"
#include "rapor/import/regions.h"
#include "script.h"
#include "table/table.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/once.h"
#include "rapor/read/evaluation.h"

#include <string.h>

/* An import while it is done. */
struct import_job {
    const struct import_order *order;
    struct desk desk;
    struct diagnostics *diagnostics;
    struct instrument_source from; /* whose instrument is open */
    char *into;                    /* the text that the sheets are put into, or NULL */
    gsize into_size;
};

static bool read_files(struct import_job *job, GError **error)
{
    for (const char *const *path = job->order->paths; *path; path++)
        if (!grids_read(job->desk.grids, *path, error))
            return false;
    return true;
}

static bool fail_unusable(const struct import_job *job, GError **error)
{
    return fail(error, FAILURE_DATA, "%s: not usable as it is", job->order->paths[0]);
}

static bool open_instrument(struct import_job *job, GError **error)
{
    const struct import_order *order = job->order;
    const char *id = order->instrument;
    const char *own = identity_peek(job->desk.grids, "instrument", job->desk.arena);
    if (!id)
        id = own;
    if (own && strcmp(own, id) != 0)
        return fail(error, FAILURE_USAGE, "%s is by %s, not %s", order->paths[0], own, id);
    if (!id)
        return fail(error, FAILURE_USAGE,
                    "%s: it does not say which instrument it is for\nhint: add --instrument ID",
                    order->paths[0]);
    bool safe = g_regex_match_simple("^[A-Za-z0-9][A-Za-z0-9.-]*$", id, 0, 0);
    g_autofree char *folder = safe ? instrument_folder(order->layouts, id) : NULL;
    if (!folder)
        return fail(error, FAILURE_DATA, "%s: unknown instrument \"%s\"\nhint: add --instrument ID",
                    order->paths[0], id);
    GError *cause = NULL;
    job->from.instrument = instrument_open(folder, job->diagnostics, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return job->from.instrument ||
           fail(cause ? NULL : error, FAILURE_DATA,
                "the instrument %s cannot be used; see the errors above", id);
}

/* Reads the evaluation that the sheets are put into; its instrument is theirs. */
static bool open_into(struct import_job *job, GError **error)
{
    const struct import_order *order = job->order;
    g_autoptr(GError) cause = NULL;
    job->from.partial = true; /* it may become complete by this */
    job->desk.before =
        evaluation_read(order->into, &job->from, job->diagnostics, job->desk.arena, &cause);
    if (cause) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return false;
    }
    if (!job->desk.before)
        return fail(error, FAILURE_DATA, "%s: not usable as it is, so nothing can be put into it",
                    order->into);
    if (order->instrument && strcmp(order->instrument, job->desk.before->instrument->id) != 0)
        return fail(error, FAILURE_USAGE, "%s is by %s, not %s", order->into,
                    job->desk.before->instrument->id, order->instrument);
    if (order->year && strcmp(order->year, job->desk.before->year) != 0)
        return fail(error, FAILURE_USAGE, "%s is of %s, not %s", order->into,
                    job->desk.before->year, order->year);
    job->into = once_load(order->into, evaluation_limit(), &job->into_size, error);
    return job->into != NULL;
}

/* The root, with what is known before the sheets are read. */
static void begin_root(struct import_job *job, const char *year)
{
    struct desk *desk = &job->desk;
    const struct import_origin nowhere = {0};
    desk->root = ARENA_NEW(desk->arena, struct import_item);
    desk->root->element = "evaluation";
    desk->root->by_key = g_hash_table_new(g_str_hash, g_str_equal);
    item_set(desk, desk->root, "xmlns", "urn:rapor:evaluation:1", nowhere);
    item_set(desk, desk->root, "instrument", desk->instrument->id, nowhere);
    item_set(desk, desk->root, "year", year, nowhere);
}

/* Where a line of XML came from. */
struct import_lines {
    const struct sheet_script *script; /* or: */
    const struct merged *merged;
};

static struct import_origin origin_of(const struct import_lines *lines, size_t line)
{
    return lines->script ? script_origin(lines->script, line) : merged_origin(lines->merged, line);
}

/* What the reader complains of that no check here has found. */
static void note_of_reader(struct import_job *job, const struct import_lines *lines,
                           const struct diagnostic *said)
{
    const struct import_finding finding = {
        said->severity, arena_strdup(job->desk.arena, said->id), origin_of(lines, said->line), NULL,
        said->hint ? arena_strdup(job->desk.arena, said->hint) : NULL};
    if (said->severity != SEVERITY_NOTE)
        desk_note(&job->desk, finding, N_("%s"), said->text);
}

/* Has the reader of evaluations read the text. */
static bool check_text(struct import_job *job, const GString *text,
                       const struct import_lines *lines, GError **error)
{
    struct instrument_source from = {.layouts = job->order->layouts,
                                     .partial = job->order->partial};
    struct arena *arena = arena_create();
    struct diagnostics *said = diagnostics_create();
    GError *cause = NULL;
    const struct evaluation *evaluation = evaluation_read_text(text, &from, said, arena, &cause);
    size_t count;
    diagnostics_sort(said);
    const struct diagnostic *kept = diagnostics_kept(said, &count);
    for (size_t i = 0; i < count; i++)
        note_of_reader(job, lines, &kept[i]);
    instrument_close(from.instrument);
    diagnostics_destroy(said);
    arena_destroy(arena);
    if (cause) {
        g_propagate_error(error, cause);
        return false;
    }
    return evaluation || fail_unusable(job, error);
}

static GString *write_new(struct import_job *job, GError **error)
{
    struct sheet_script script = script_create();
    const struct import_lines lines = {.script = &script};
    const struct import_origin nowhere = {0};
    GString *text = NULL;
    g_string_append(script.text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    g_array_append_val(script.origins, nowhere);
    script_item(&script, &job->desk, job->desk.root, 0);
    if (check_text(job, script.text, &lines, error))
        text = g_steal_pointer(&script.text);
    script_destroy(&script);
    return text;
}

static GString *write_into(struct import_job *job, GPtrArray **changes, GError **error)
{
    struct arena *arena = job->desk.arena;
    const struct import_node *root = spans_read(job->into, job->into_size, arena);
    struct merged merged = merge_items(&job->desk, job->into, job->into_size, root);
    const struct import_lines lines = {.merged = &merged};
    GString *text = NULL;
    *changes = g_ptr_array_ref(merged.changes);
    if (desk_errors(&job->desk) > 0)
        fail_unusable(job, error);
    else if (check_text(job, merged.text, &lines, error))
        text = g_steal_pointer(&merged.text);
    merged_clear(&merged);
    return text;
}

static void count_records(const struct import_item *item, struct imported *imported)
{
    static const char *const records[] = {"score",       "evidence",  "item",    "session",
                                          "application", "shortfall", "history", NULL};
    imported->institutions += strcmp(item->element, "institution") == 0;
    imported->records += g_strv_contains(records, item->element) ? 1 : 0;
    for (size_t i = 0; i < item->child_count; i++)
        count_records(item->children[i], imported);
}

/* All files and the instrument are open. */
static void import_grids(struct import_job *job, struct imported *imported, GError **error)
{
    struct desk *desk = &job->desk;
    const char *year = job->order->year;
    if (desk->before)
        year = desk->before->year;
    if (!year)
        year = identity_peek(desk->grids, "year", desk->arena);
    desk->instrument = job->from.instrument;
    begin_root(job, job->order->year || desk->before ? year : NULL);
    tables_read(desk);
    if (desk_errors(desk) == 0 || desk->root->child_count > 0)
        judge_items(desk);
    count_records(desk->root, imported);
    if (!year)
        fail(error, FAILURE_USAGE,
             "%s: it does not say which year it is for\nhint: add --year YEAR, or fill in Tahun on "
             "the sheet Identitas",
             job->order->paths[0]);
    else if (desk_errors(desk) > 0)
        fail_unusable(job, error);
    else if (!desk->before && g_hash_table_size(desk->root->by_key) == 0)
        fail(error, FAILURE_DATA,
             "%s: no institution stands in it\nhint: fill in Kode and Instansi below the heads of "
             "the "
             "columns",
             job->order->paths[0]);
    else
        imported->text =
            job->into ? write_into(job, &imported->changes, error) : write_new(job, error);
    g_hash_table_unref(desk->root->by_key);
}

static bool open_all(struct import_job *job, struct import_legend **legend, GError **error)
{
    const struct import_order *order = job->order;
    if (order->legend && !(*legend = legend_open(order->legend, job->desk.arena, error)))
        return false;
    job->desk.legend = *legend;
    return read_files(job, error) &&
           (order->into ? open_into(job, error) : open_instrument(job, error));
}

struct imported *import_sheets(const struct import_order *order, struct diagnostics *diagnostics,
                               GError **error)
{
    struct arena *arena = arena_create();
    struct imported *imported = ARENA_NEW(arena, struct imported);
    struct grids *grids = ARENA_NEW(arena, struct grids);
    struct region_list *regions = regions_read(order->layouts, arena, error);
    struct import_legend *legend = NULL;
    grids->arena = arena;
    *imported = (struct imported){.grids = grids, .arena = arena};
    imported->understood = g_ptr_array_new();
    imported->left_out = g_ptr_array_new();
    struct import_job job = {
        .order = order,
        .diagnostics = diagnostics,
        .from = {.layouts = order->layouts},
        .desk = {.grids = grids,
                 .regions = regions,
                 .arena = arena,
                 .partial = order->partial,
                 .understood = imported->understood,
                 .left_out = imported->left_out},
    };
    job.desk.findings = g_array_new(FALSE, FALSE, sizeof(struct import_finding));
    if (regions && open_all(&job, &legend, error))
        import_grids(&job, imported, error);
    imported->levels = job.desk.levels;
    desk_tell(&job.desk, order->all, diagnostics);
    desk_keep_remarks(&job.desk, imported);
    g_array_unref(job.desk.findings);
    instrument_close(job.from.instrument);
    regions_close(regions);
    legend_close(legend);
    g_free(job.into);
    return imported;
}

void imported_close(struct imported *imported)
{
    if (!imported)
        return;
    if (imported->text)
        g_string_free(imported->text, TRUE);
    g_clear_pointer(&imported->changes, g_ptr_array_unref);
    g_ptr_array_unref(imported->understood);
    g_ptr_array_unref(imported->left_out);
    arena_destroy(imported->arena);
}
