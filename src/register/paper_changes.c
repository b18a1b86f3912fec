#include "rapor/register/paper_changes.h"

#include "rapor/assess/changes.h"
#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/pack/manifest.h"
#include "rapor/pack/sidecar.h"

#include <string.h>

#define NAMED_MOST 5 /* archives that a sentence names */

static const struct ranking_column columns[PAPER_COLUMNS] = {
    [PAPER_CHANGE] = {"change", "Perubahan", FIGURE_TEXT},
    [PAPER_KIND] = {"kind", "Jenis", FIGURE_TEXT},
    [PAPER_CODE] = {"code", "Kode", FIGURE_TEXT},
    [PAPER_NUMBER] = {"number", "Nomor", FIGURE_TEXT},
    [PAPER_ARCHIVE] = {"archive", "Arsip", FIGURE_TEXT},
    [PAPER_NAME] = {"name", "Berkas", FIGURE_TEXT},
};

/* What is sent to somebody. */
static bool is_archive(const struct record *record)
{
    return !record->entry && g_str_has_suffix(record->file, ".zip") &&
           !g_str_has_prefix(record->file, "pers/") && strcmp(record->file, "nasional.zip") != 0;
}

/* Papers are known by kind and code, wherever they lie; archives by their names. */
static char *title_of(const struct record *record)
{
    if (record->kind)
        return g_strjoin("\t", record->kind, record->code ? record->code : "", NULL);
    return is_archive(record) ? g_strdup(record->file) : NULL;
}

static GHashTable *by_title(const GPtrArray *records)
{
    GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < records->len; i++) {
        char *title = title_of(records->pdata[i]);
        if (title)
            g_hash_table_insert(table, title, records->pdata[i]);
    }
    return table;
}

static void add_row(struct ranking *table, const char *change, const struct record *record)
{
    const struct ranking_cell cells[PAPER_COLUMNS] = {
        [PAPER_CHANGE].text = change,
        [PAPER_KIND].text = record->kind ? record->kind : "archive",
        [PAPER_CODE].text = record->code,
        [PAPER_NUMBER].text = record->number,
        [PAPER_ARCHIVE].text = record->file,
        [PAPER_NAME].text = record->entry,
    };
    memcpy(&table->cells[table->row_count++ * table->column_count], cells, sizeof cells);
}

/* What lies beside papers that wait for a signature. */
static GHashTable *sidecars_of(const GPtrArray *records)
{
    GHashTable *sidecars = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < records->len; i++) {
        const struct record *record = records->pdata[i];
        if (g_str_has_suffix(record->entry ? record->entry : record->file, SIDECAR_SUFFIX))
            g_hash_table_add(sidecars, record_title(record->file, record->entry));
    }
    return sidecars;
}

static bool waits(GHashTable *sidecars, const struct record *paper)
{
    g_autofree char *beside = sidecar_name(paper->entry ? paper->entry : paper->file);
    g_autofree char *title =
        paper->entry ? record_title(paper->file, beside) : record_title(beside, NULL);
    return g_hash_table_contains(sidecars, title);
}

/* What is known of both folders. */
struct folders {
    GHashTable *old, *new; /* by title */
    GHashTable *waited, *waiting;
    struct paper_changes *changes;
};

static const char *compare_papers(const struct folders *folders, const struct record *old,
                                  const struct record *new)
{
    struct paper_changes *changes = folders->changes;
    if (!old) {
        changes->new ++;
        return "new";
    }
    if (g_strcmp0(old->content, new->content) != 0) {
        changes->shown++;
        return "changed";
    }
    if (waits(folders->waited, old) && !waits(folders->waiting, new)) {
        changes->signed_since++;
        return "signed";
    }
    changes->data++;
    return "data";
}

static void compare(const struct folders *folders, const struct record *old,
                    const struct record *new)
{
    struct paper_changes *changes = folders->changes;
    if (old && strcmp(old->digest, new->digest) == 0)
        return;
    if (!new->kind)
        g_ptr_array_add(changes->resend, (void *)new->file);
    add_row(changes->table,
            new->kind ? compare_papers(folders, old, new)
            : old     ? "changed"
                      : "new",
            new);
}

static void compare_folders(const struct folders *folders, const GPtrArray *before,
                            const GPtrArray *after)
{
    for (guint i = 0; i < after->len; i++) {
        g_autofree char *title = title_of(after->pdata[i]);
        if (title)
            compare(folders, g_hash_table_lookup(folders->old, title), after->pdata[i]);
    }
    for (guint i = 0; i < before->len; i++) {
        const struct record *record = before->pdata[i];
        g_autofree char *title = title_of(record);
        if (!title || g_hash_table_contains(folders->new, title))
            continue;
        folders->changes->gone += record->kind != NULL;
        add_row(folders->changes->table, "gone", record);
    }
}

struct paper_changes paper_changes_of(const GPtrArray *before, const GPtrArray *after,
                                      struct arena *arena)
{
    struct paper_changes changes = {.resend = g_ptr_array_new()};
    changes.table = ARENA_NEW(arena, struct ranking);
    *changes.table = (struct ranking){
        .title = "Perubahan Dokumen",
        .columns = columns,
        .column_count = PAPER_COLUMNS,
        .cells = ARENA_ARRAY(arena, ((size_t)before->len + after->len) * PAPER_COLUMNS,
                             struct ranking_cell),
    };
    g_autoptr(GHashTable) old = by_title(before), new = by_title(after);
    g_autoptr(GHashTable) waited = sidecars_of(before), waiting = sidecars_of(after);
    compare_folders(&(struct folders){old, new, waited, waiting, &changes}, before, after);
    return changes;
}

char *paper_changes_text(const struct paper_changes *changes)
{
    if (changes->table->row_count == 0)
        return NULL;
    GString *text = g_string_new(NULL);
    g_string_printf(text,
                    _("compared with what was there, papers that show something else: %zu, "
                      "signed: %zu, different otherwise (as in attached data): %zu, new: %zu, "
                      "gone: %zu"),
                    changes->shown, changes->signed_since, changes->data, changes->new,
                    changes->gone);
    for (guint i = 0; i < changes->resend->len && i < NAMED_MOST; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : _("; to be sent again: "),
                               (char *)changes->resend->pdata[i]);
    if (changes->resend->len > NAMED_MOST)
        g_string_append_printf(text, _(" and %u others"), changes->resend->len - NAMED_MOST);
    return g_string_free(text, FALSE);
}
