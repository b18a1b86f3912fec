#include "rapor/register/paper_changes.h"

#include "rapor/assess/changes.h"
#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/pack/manifest.h"

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

static void compare(struct paper_changes *changes, const struct record *old,
                    const struct record *new)
{
    const bool paper = new->kind != NULL;
    const bool shown = paper && old && g_strcmp0(old->content, new->content) != 0;
    if (old && strcmp(old->digest, new->digest) == 0)
        return;
    if (!paper)
        g_ptr_array_add(changes->resend, (void *)new->file);
    else if (!old)
        changes->new ++;
    else if (shown)
        changes->shown++;
    else
        changes->data++;
    add_row(changes->table, !old ? "new" : shown || !paper ? "changed" : "data", new);
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
    for (guint i = 0; i < after->len; i++) {
        g_autofree char *title = title_of(after->pdata[i]);
        if (title)
            compare(&changes, g_hash_table_lookup(old, title), after->pdata[i]);
    }
    for (guint i = 0; i < before->len; i++) {
        const struct record *record = before->pdata[i];
        g_autofree char *title = title_of(record);
        if (!title || g_hash_table_contains(new, title))
            continue;
        changes.gone += record->kind != NULL;
        add_row(changes.table, "gone", record);
    }
    return changes;
}

char *paper_changes_text(const struct paper_changes *changes)
{
    if (changes->table->row_count == 0)
        return NULL;
    GString *text = g_string_new(NULL);
    g_string_printf(text,
                    _("compared with what was there, %zu papers show something else, %zu differ "
                      "in attached data alone, %zu are new, %zu gone"),
                    changes->shown, changes->data, changes->new, changes->gone);
    for (guint i = 0; i < changes->resend->len && i < NAMED_MOST; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : _("; to be sent again: "),
                               (char *)changes->resend->pdata[i]);
    if (changes->resend->len > NAMED_MOST)
        g_string_append_printf(text, _(" and %u others"), changes->resend->len - NAMED_MOST);
    return g_string_free(text, FALSE);
}
