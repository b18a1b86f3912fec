#include "print.h"

#include "rapor/assess/ranking.h"
#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/publish.h"
#include "rapor/pack/table_format.h"

#include <string.h>

#define PRINT_LIST "daftar-cetak.csv"

const char *const print_kinds[] = {"separator", NULL};

enum { FILE_NAME, PAGE, PAGES, CODE, NAME, NUMBER, HEAP, COLUMN_COUNT };

static const struct ranking_column columns[COLUMN_COUNT] = {
    [FILE_NAME] = {"file", "Berkas", FIGURE_TEXT}, [PAGE] = {"page", "Mulai halaman", FIGURE_COUNT},
    [PAGES] = {"pages", "Halaman", FIGURE_COUNT},  [CODE] = {"code", "Kode", FIGURE_TEXT},
    [NAME] = {"name", "Instansi", FIGURE_TEXT},    [NUMBER] = {"number", "Nomor", FIGURE_TEXT},
    [HEAP] = {"heap", "Tumpukan", FIGURE_TEXT},
};

bool print_add(struct print_run *run, const char *file, const GByteArray *bytes, GError **error)
{
    struct record *record = record_write(run->into, file, bytes, run->session->arena, error);
    if (record)
        g_ptr_array_add(run->records, record);
    return record != NULL;
}

static void fill_row(const struct print_line *line, struct ranking_cell *row)
{
    row[FILE_NAME].text = line->file;
    row[PAGE].number = line->page > 0 ? (int64_t)line->page : INDEX_NONE;
    row[PAGES].number = line->pages > 0 ? (int64_t)line->pages : INDEX_NONE;
    row[CODE].text = line->paper.code;
    row[NAME].text = line->paper.name;
    row[NUMBER].text = line->paper.record->number;
    row[HEAP].text = line->paper.heap;
}

static bool print_list(struct print_run *run, GError **error)
{
    struct arena *arena = run->session->arena;
    const struct ranking table = {
        .title = "Daftar Cetak",
        .columns = columns,
        .column_count = COLUMN_COUNT,
        .cells = ARENA_ARRAY(arena, (size_t)run->lines->len * COLUMN_COUNT, struct ranking_cell),
        .row_count = run->lines->len,
    };
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (guint i = 0; i < run->lines->len; i++)
        fill_row(&g_array_index(run->lines, struct print_line, i),
                 &table.cells[i * (size_t)COLUMN_COUNT]);
    return table_csv_id.write(&table, pack_date(run->session->evaluation), bytes, error) &&
           print_add(run, PRINT_LIST, bytes, error);
}

static bool is_asked(const struct print_terms *terms, const char *kind)
{
    return !terms->kinds || g_strv_contains(terms->kinds, kind);
}

static bool print_all(struct print_run *run, struct manifest *manifest, GError **error)
{
    const struct instrument *instrument = run->session->evaluation->instrument;
    bool printed = true;
    for (size_t i = 0; printed && i < instrument->document_count; i++) {
        if (!is_asked(run->terms, instrument->documents[i].kind) || !run->session->layouts[i])
            continue;
        g_autoptr(GArray) queue = queue_of(run->session, manifest->files, i, run->terms->order);
        printed = print_queue(run, i, queue, error);
    }
    if (printed && run->lines->len == 0)
        return fail(error, FAILURE_DATA, "%s: holds no such papers", run->opened.folder);
    g_autoptr(GPtrArray) read = g_ptr_array_ref(manifest->files);
    manifest->files = run->records;
    printed = printed && print_list(run, error) && manifest_write(manifest, run->into, error);
    manifest->files = read;
    return printed;
}

static bool publish(struct print_run *run, struct manifest *manifest, GError **error)
{
    if (!manifest_may_replace(run->terms->out, PRINT_LIST, error))
        return false;
    struct publication *publication = publication_open(run->terms->out, error);
    if (!publication)
        return false;
    run->into = publication_folder(publication);
    const bool printed = print_all(run, manifest, error);
    if (printed)
        return publication_finish(publication, error);
    publication_discard(publication);
    return false;
}

/* Numbers and editions come from it. */
static bool has_register(const struct print_run *run, const struct manifest *manifest,
                         GError **error)
{
    return !manifest->registry || run->session->papers ||
           fail(error, FAILURE_DATA,
                "%s: was built with a register\nhint: add --register register.xml",
                run->opened.folder);
}

static size_t find_separator(const struct instrument *instrument)
{
    for (size_t i = 0; i < instrument->document_count; i++)
        if (strcmp(instrument->documents[i].kind, print_kinds[0]) == 0)
            return i;
    return NONE;
}

bool print_write(struct session *session, const char *folder, const struct print_terms *terms,
                 struct print_count *count, GError **error)
{
    struct manifest manifest;
    g_autoptr(GPtrArray) records = g_ptr_array_new();
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct print_line));
    *count = (struct print_count){0};
    struct print_run run = {.session = session,
                            .terms = terms,
                            .opened = {.folder = folder},
                            .separator = find_separator(session->evaluation->instrument),
                            .records = records,
                            .lines = lines,
                            .count = count};
    const bool read = manifest_read_whole(folder, &manifest, session->arena, error);
    const bool printed = read &&
                         manifest_is_of(&manifest, session->evaluation->digest, folder, error) &&
                         has_register(&run, &manifest, error) && publish(&run, &manifest, error);
    opened_close(&run.opened);
    g_ptr_array_unref(manifest.files);
    g_ptr_array_unref(manifest.layouts);
    return printed;
}
