/* register note: papers that got number and date where they were signed. */
#include "register.h"

#include "whole.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/import/receipts.h"
#include "rapor/pack/manifest.h"
#include "rapor/register/issue_folder.h"
#include "rapor/register/registry.h"
#include "rapor/sign/folder.h"

#include <stdio.h>
#include <string.h>

#define USUAL_KIND "letter"
#define PDF_BEGINS "%PDF-"

/* What the sheet tells, while the folder and the register follow. */
struct noting {
    struct call *call;
    const char *sheet, *folder;
    struct paper_register *papers;
    struct manifest manifest;
    GPtrArray *records; /* of the folder */
    GHashTable *placed; /* see folder_signing */
};

static const struct record *find_record(const struct noting *noting, const struct receipt *row)
{
    const char *kind = row->kind ? row->kind : USUAL_KIND;
    for (guint i = 0; i < noting->records->len; i++) {
        const struct record *record = noting->records->pdata[i];
        if (g_strcmp0(record->kind, kind) == 0 && g_strcmp0(record->code, row->code) == 0)
            return record;
    }
    return NULL;
}

/* Returns where the paper lies: a sheet, which others may have written, names none that lies
 * elsewhere; the sandbox leaves it no other (guard/guard.c). */
static char *paper_path(const struct noting *noting, const struct receipt *row, GError **error)
{
    g_autofree char *beside = g_path_get_dirname(noting->sheet);
    g_autofree char *folder = g_canonicalize_filename(beside, NULL);
    g_autofree char *path = g_canonicalize_filename(row->file, folder);
    const size_t length = strlen(folder);
    if (strncmp(path, folder, length) == 0 && path[length] == '/')
        return g_steal_pointer(&path);
    fail(error, FAILURE_DATA,
         "%s: row %zu: %s lies neither beside the sheet nor below\nhint: copy it there",
         noting->sheet, row->row, row->file);
    return NULL;
}

static GByteArray *read_paper(const struct noting *noting, const struct receipt *row,
                              GError **error)
{
    g_autofree char *path = paper_path(noting, row, error);
    if (!path)
        return NULL;
    gsize length;
    GError *cause = NULL;
    g_autofree char *bytes = disk_read(path, FAILURE_INPUT, &length, &cause);
    if (!bytes) {
        g_propagate_prefixed_error(error, cause, "%s: row %zu: ", noting->sheet, row->row);
        return NULL;
    }
    if (!g_str_has_prefix(bytes, PDF_BEGINS)) {
        fail(error, FAILURE_DATA, "%s: row %zu: %s is no PDF", noting->sheet, row->row, row->file);
        return NULL;
    }
    return g_byte_array_new_take((guint8 *)g_steal_pointer(&bytes), length);
}

/* The file as it is out takes the place of the paper. */
static bool place(struct noting *noting, const struct record *record, const struct receipt *row,
                  struct noted *noted, GError **error)
{
    GByteArray *bytes = read_paper(noting, row, error);
    if (!bytes)
        return false;
    struct arena *arena = noting->call->arena;
    struct placed_paper *placed = ARENA_NEW(arena, struct placed_paper);
    g_autofree char *digest = digest_bytes(bytes->data, bytes->len);
    *placed = (struct placed_paper){bytes, row->number, row->date};
    g_hash_table_insert(noting->placed, (void *)record->digest, placed);
    noted->file = arena_strdup(arena, digest);
    return true;
}

static bool note_row(struct noting *noting, const struct receipt *row, GError **error)
{
    const struct record *record = find_record(noting, row);
    struct noted noted = {.number = row->number, .date = row->date};
    if (!row->number)
        return fail(error, FAILURE_DATA, "%s: row %zu has no number", noting->sheet, row->row);
    if (!record)
        return fail(error, FAILURE_DATA, "%s: row %zu: there is no %s of %s in %s", noting->sheet,
                    row->row, row->kind ? row->kind : USUAL_KIND, row->code, noting->folder);
    return (!row->file || place(noting, record, row, &noted, error)) &&
           issue_noted(noting->papers, noting->manifest.year, record, &noted, error);
}

static bool follow(const struct noting *noting, GError **error)
{
    const struct folder_signing signing = {.placed = noting->placed};
    struct signing_report report;
    if (g_hash_table_size(noting->placed) == 0)
        return true;
    const bool done = folder_sign(noting->folder, &signing, &report, error);
    signing_report_clear(&report);
    return done;
}

static bool note_rows(struct noting *noting, const GArray *rows, GError **error)
{
    for (guint i = 0; i < rows->len; i++)
        if (!note_row(noting, &g_array_index(rows, struct receipt, i), error))
            return false;
    return rows->len > 0 || fail(error, FAILURE_DATA, "%s: no row has a date", noting->sheet);
}

static void free_placed(gpointer data)
{
    g_byte_array_unref(((struct placed_paper *)data)->bytes);
}

/* The folder comes first: where the run breaks off between the two, the next does the rest. */
static bool note(struct noting *noting, struct registry *registry, GError **error)
{
    g_autoptr(GArray) rows = receipts_read(noting->sheet, noting->call->arena, error);
    if (!rows || !manifest_read(noting->folder, &noting->manifest, noting->call->arena, error) ||
        !manifest_read_files(noting->folder, noting->records, noting->call->arena, error) ||
        !note_rows(noting, rows, error) || !follow(noting, error) ||
        !registry_save(registry, error))
        return false;
    fprintf(stderr, _("%s: numbers noted: %u, papers taken: %u\n"), register_path(noting->call),
            rows->len, g_hash_table_size(noting->placed));
    return true;
}

static int run_note(struct call *call, GError **error)
{
    g_autoptr(GPtrArray) records = g_ptr_array_new();
    g_autoptr(GHashTable) placed =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_placed);
    if (!whole_folder(call->options.inputs[2], error))
        return FAILURE_DATA;
    struct registry *registry = registry_open(register_path(call), true, call->diagnostics, error);
    if (!registry)
        return FAILURE_DATA;
    struct noting noting = {.call = call,
                            .sheet = call->options.inputs[1],
                            .folder = call->options.inputs[2],
                            .papers = registry_papers(registry),
                            .records = records,
                            .placed = placed};
    note(&noting, registry, error);
    registry_close(registry);
    return FAILURE_NONE;
}

const struct register_action register_note_action = {
    "note", 2, 2, N_("a CSV of numbers, or the folder"), run_note};
