/* The texts of the press kit, with what the plan puts beside them. */
#include "page.h"

#include "rapor/base/arena.h"
#include "rapor/press/chart_cache.h"
#include "rapor/press/chart_catalogue.h"
#include "rapor/press/data_tables.h"
#include "rapor/press/kit.h"
#include "rapor/press/output_format.h"
#include "rapor/press/press_files.h"
#include "rapor/view/view.h"

#include <string.h>

static const struct chart_subject nation = {OF_NATION, NULL};

/* The parts of the page while it is made; ARENA owns the texts. */
struct page_parts {
    struct session *session;
    const struct plan *plan;
    const struct ready_files *ready;
    bool loose; /* there is no archive of all */
    struct arena *arena;
    GArray *charts, *files, *tables;
    const char **cards; /* of each institution */
};

static size_t version_of(const char *ending)
{
    size_t version = 0;
    while (strcmp(versions[version].ending, ending) != 0)
        version++;
    return version;
}

/* The chart in that version, as it was made for its own file; or NULL. */
static GByteArray *find_chart(const struct page_parts *show, size_t chart, size_t version)
{
    const struct archive *archive = show->plan->nation;
    for (size_t i = 0; i < archive->count; i++) {
        const struct entry *entry = &archive->entries[i];
        if (entry->kind == ENTRY_CHART && entry->document == chart && entry->subject == version)
            return show->ready->find(show->ready->data, i);
    }
    return NULL;
}

/* The chart whose words the page takes. */
static const char *svg_of(const struct page_parts *show, size_t chart, GError **error)
{
    const size_t version = version_of("svg");
    g_autoptr(GByteArray) out = find_chart(show, chart, version);
    if (!out) {
        out = g_byte_array_new();
        if (!press_chart(show->session, chart, &versions[version], out, error))
            return NULL;
    }
    return arena_strndup(show->arena, (const char *)out->data, out->len);
}

static const struct kit_file *files_of(const struct page_parts *show, const char *name)
{
    struct kit_file *files = ARENA_ARRAY(show->arena, version_count, struct kit_file);
    for (size_t i = 0; versions[i].ending; i++) {
        const char *path = arena_printf(show->arena, "%s%s.%s", &KIT_CHARTS[strlen(KIT_FOLDER "/")],
                                        name, versions[i].ending);
        files[i] = (struct kit_file){path, versions[i].label};
    }
    return files;
}

static bool add_charts(const struct page_parts *show, GError **error)
{
    struct chart_catalogue *catalogue =
        chart_cache_catalogue(show->session, versions[0].themes, error);
    bool ok = catalogue != NULL;
    for (size_t i = 0; ok && i < catalogue->count; i++) {
        if (!catalogue_offers(catalogue, i, &nation))
            continue;
        const char *name = arena_strdup(show->arena, catalogue->charts[i].name);
        const char *svg = svg_of(show, i, error);
        const struct kit_chart chart = {
            .name = name,
            .svg = svg,
            .files = files_of(show, name),
            .file_count = version_count,
        };
        g_array_append_val(show->charts, chart);
        ok = svg != NULL;
    }
    return ok;
}

/* What readers know a form by: "CSV". */
static const char *label_of(const struct page_parts *show, const char *path)
{
    const struct output_format *format = output_format_of(path);
    if (format)
        return format->label;
    g_autofree char *upper = g_ascii_strup(strrchr(path, '.') + 1, -1);
    return arena_strdup(show->arena, upper);
}

static void add_entry(const struct page_parts *show, const struct entry *entry)
{
    const char *path = entry->name + strlen(KIT_FOLDER "/");
    if (entry->kind == ENTRY_CHART || g_str_has_suffix(path, ".html"))
        return;
    if (entry->kind == ENTRY_DOCUMENT && entry->subject != NONE) {
        show->cards[entry->subject] = path;
        return;
    }
    const struct kit_file file = {path, label_of(show, path)};
    g_array_append_val(show->files, file);
}

static void add_entries(const struct page_parts *show)
{
    for (size_t u = 0; u < show->plan->count; u++)
        for (size_t i = 0; i < show->plan->archives[u].count; i++)
            if (show->plan->archives[u].entries[i].beside)
                add_entry(show, &show->plan->archives[u].entries[i]);
    if (show->loose)
        return;
    const struct kit_file all = {NAME_KIT, "ZIP"};
    g_array_append_val(show->files, all);
}

/* A table of data without its rows. */
static const struct ranking *head_of(const struct page_parts *show, size_t table, GError **error)
{
    struct arena *own = arena_create(), *arena = show->arena;
    const struct ranking *whole = data_table(show->session, table, own, error);
    struct ranking *head = whole ? ARENA_NEW(arena, struct ranking) : NULL;
    if (!whole) {
        arena_destroy(own);
        return NULL;
    }
    struct ranking_column *columns = ARENA_ARRAY(arena, whole->column_count, struct ranking_column);
    for (size_t c = 0; c < whole->column_count; c++) {
        columns[c] = whole->columns[c];
        columns[c].key = arena_strdup(arena, columns[c].key);
        columns[c].title = arena_strdup(arena, columns[c].title);
    }
    head->columns = columns;
    head->column_count = whole->column_count;
    head->row_count = whole->row_count;
    arena_destroy(own);
    return head;
}

static bool add_tables(const struct page_parts *show, GError **error)
{
    for (size_t i = 0; data_names[i]; i++) {
        const struct kit_table table = {data_names[i], head_of(show, i, error)};
        if (!table.table)
            return false;
        g_array_append_val(show->tables, table);
    }
    return true;
}

static struct kit_source *open_source(const struct page_parts *show, GError **error)
{
    if (!add_charts(show, error))
        return NULL;
    add_entries(show);
    if (!add_tables(show, error))
        return NULL;
    view_tell_paper(show->session->view, &(struct view_paper){.missing = show->session->missing});
    const struct kit kit = {
        .layouts = show->session->places.layouts,
        .digest = show->session->evaluation->digest,
        .naming = &show->session->evaluation->instrument->naming,
        .view = show->session->view,
        .standings = show->session->standings,
        .charts = (const struct kit_chart *)(void *)show->charts->data,
        .chart_count = show->charts->len,
        .cards = show->cards,
        .files = (const struct kit_file *)(void *)show->files->data,
        .file_count = show->files->len,
        .tables = (const struct kit_table *)(void *)show->tables->data,
        .table_count = show->tables->len,
    };
    return kit_open(&kit, error);
}

struct kit_source *page_source(const struct build_run *run, const struct ready_files *ready,
                               GError **error)
{
    g_autoptr(GArray) charts = g_array_new(FALSE, FALSE, sizeof(struct kit_chart));
    g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(struct kit_file));
    g_autoptr(GArray) tables = g_array_new(FALSE, FALSE, sizeof(struct kit_table));
    struct arena *arena = arena_create();
    const size_t institutions = run->session->evaluation->institution_count;
    const struct page_parts show = {.session = run->session,
                                    .plan = run->plan,
                                    .ready = ready,
                                    .loose = run->build->loose,
                                    .arena = arena,
                                    .charts = charts,
                                    .cards = ARENA_ARRAY(arena, institutions, const char *),
                                    .files = files,
                                    .tables = tables};
    struct kit_source *source = open_source(&show, error);
    arena_destroy(arena);
    return source;
}
