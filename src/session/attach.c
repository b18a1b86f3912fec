#include "rapor/session/attach.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/chart/chart.h"
#include "rapor/pack/table_format.h"
#include "rapor/session/issue.h"
#include "rapor/session/names.h"
#include "rapor/type/pages.h"
#include "rapor/view/view.h"

#include <string.h>

const GString *attach_results(struct session *session, size_t subject)
{
    if (session->results && session->results_of == subject)
        return session->results;
    if (session->results)
        g_string_free(session->results, TRUE);
    session->results =
        view_text(session->view, subject == NONE ? PER_NATION : PER_INSTITUTION, subject);
    session->results_of = subject;
    return session->results;
}

static const GString *own_results(struct session *session, size_t institution)
{
    if (session->own && session->own_of == institution)
        return session->own;
    if (session->own)
        g_string_free(session->own, TRUE);
    session->own = view_text_own(session->view, institution);
    session->own_of = institution;
    return session->own;
}

/* The attachments in the making. */
struct files {
    struct arena *arena;
    struct attachment *items;
    size_t count, room, charts;
};

static void add(struct files *files, struct attachment attachment)
{
    files->items =
        arena_grow(files->arena, files->items, files->count, &files->room, sizeof *files->items);
    files->items[files->count++] = attachment;
}

struct ranking *attach_table(const struct session *session, const struct chart *chart,
                             struct arena *arena)
{
    struct ranking *table = chart_table(chart, arena);
    struct ranking_column *columns = ARENA_ARRAY(arena, table->column_count, struct ranking_column);
    for (size_t c = 0; c < table->column_count; c++) {
        columns[c] = table->columns[c]; /* a chart's columns have no other key than their title */
        columns[c].title =
            naming_put(&session->evaluation->instrument->naming, table->columns[c].title, arena);
        columns[c].key = columns[c].title;
    }
    table->columns = columns;
    return table;
}

static void add_chart(struct files *files, const struct session *session, const struct chart *chart)
{
    g_autoptr(GByteArray) table = g_byte_array_new();
    if (!table_csv.write(attach_table(session, chart, files->arena), 0, table, NULL))
        return;
    add(files, (struct attachment){
                   .name = arena_printf(files->arena, "grafik-%zu.csv", ++files->charts),
                   .media = "text/csv",
                   .about = chart->alt ? chart->alt : "Data grafik",
                   .relationship = "Data",
                   .data = arena_strndup(files->arena, (const char *)table->data, table->len),
                   .length = table->len,
               });
}

static void add_results(struct files *files, struct session *session, size_t subject)
{
    const GString *results = own_results(session, subject);
    add(files, (struct attachment){
                   .name = NAME_ATTACHED,
                   .media = "text/xml",
                   .about = "Hasil penilaian yang menjadi sumber dokumen ini",
                   .relationship = "Source",
                   .data = arena_strndup(files->arena, results->str, results->len),
                   .length = results->len,
               });
}

void attach_data(struct session *session, const struct document *document, size_t subject,
                 struct pages *pages)
{
    struct files files = {.arena = pages->arena};
    if (!g_str_has_suffix(document->file, ".pdf")) /* a picture holds no files */
        return;
    if (document->per == PER_INSTITUTION || document->per == PER_PARENT)
        add_results(&files, session, subject);
    g_autoptr(GPtrArray) charts = doc_charts(pages->doc);
    for (guint i = 0; i < charts->len; i++)
        add_chart(&files, session, charts->pdata[i]);
    const char *code = paper_code(session->evaluation, document, subject);
    for (size_t k = 0; k < files.count; k++)
        files.items[k].key = code ? arena_printf(files.arena, "%s-%s", code, files.items[k].name)
                                  : files.items[k].name;
    pages->attachments = files.items;
    pages->attachment_count = files.count;
}

char *attach_content(const struct pages *pages)
{
    struct digest *digest = digest_create();
    const char *words = doc_text(pages->doc);
    digest_add(digest, words, strlen(words) + 1);
    for (size_t i = 0; i < pages->attachment_count; i++)
        if (strcmp(pages->attachments[i].relationship, "Data") == 0)
            digest_add(digest, pages->attachments[i].data, pages->attachments[i].length);
    char *content = digest_end(digest);
    digest_destroy(digest);
    return content;
}
