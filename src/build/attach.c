#include "attach.h"

#include "rapor/arena.h"
#include "rapor/pages.h"
#include "rapor/standing.h"
#include "rapor/view.h"

#include <math.h>

const GString *attach_results(struct session *session, size_t subject)
{
    if (session->results && session->results_of == subject)
        return session->results;
    if (session->results)
        g_string_free(session->results, TRUE);
    session->results = view_text(session->view, subject);
    session->results_of = subject;
    return session->results;
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

static void put_text(GString *out, const char *text)
{
    bool quoted = strpbrk(text, ",\"\r\n") != NULL;
    g_string_append(out, quoted ? "\"" : "");
    for (; *text; text++) {
        if (*text == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *text);
    }
    g_string_append(out, quoted ? "\"" : "");
}

static void put_number(GString *out, double number)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_c(out, ',');
    if (!isnan(number))
        g_string_append(out, g_ascii_formatd(digits, sizeof digits, "%.10g", number));
}

/* A row for each category, a column for each series (RFC 4180). */
static GString *chart_table(const struct chart *chart)
{
    GString *out = g_string_new("kategori");
    for (size_t s = 0; s < chart->series_count; s++) {
        g_string_append_c(out, ',');
        put_text(out, chart->series[s].name ? chart->series[s].name : "nilai");
    }
    g_string_append(out, "\r\n");
    for (size_t c = 0; c < chart->category_count; c++) {
        put_text(out, chart->categories[c]);
        for (size_t s = 0; s < chart->series_count; s++)
            put_number(out, chart->series[s].values[c]);
        g_string_append(out, "\r\n");
    }
    return out;
}

static void add_chart(struct files *files, const struct chart *chart)
{
    GString *table = chart_table(chart);
    add(files, (struct attachment){
                   .name = arena_printf(files->arena, "grafik-%zu.csv", ++files->charts),
                   .media = "text/csv",
                   .about = chart->alt ? chart->alt : "Data grafik",
                   .relationship = "Data",
                   .data = arena_strndup(files->arena, table->str, table->len),
                   .length = table->len,
               });
    g_string_free(table, TRUE);
}

static void add_charts(struct files *files, const struct blocks *blocks);

static void add_table(struct files *files, const struct table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->rows[r].cell_count; c++)
            add_charts(files, &table->rows[r].cells[c].blocks);
}

/* Blocks nest as deep as the layout's elements do. */
static void add_charts(struct files *files, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        switch (block->kind) {
        case BLOCK_PARAGRAPH:
        case BLOCK_SPACE:
        case BLOCK_RULE:
        case BLOCK_IMAGE:
        case BLOCK_QR:
        case BLOCK_PAGE_BREAK:
            break;
        case BLOCK_CHART:
            add_chart(files, &block->chart);
            break;
        case BLOCK_LIST:
            for (size_t k = 0; k < block->list.count; k++)
                add_charts(files, &block->list.items[k].blocks);
            break;
        case BLOCK_TABLE:
            add_table(files, &block->table);
            break;
        case BLOCK_KEEP:
            add_charts(files, &block->keep.blocks);
            break;
        case BLOCK_BOX:
            add_charts(files, &block->box.blocks);
            break;
        }
    }
}

static void add_results(struct files *files, struct session *session, size_t subject)
{
    const GString *results = attach_results(session, subject);
    add(files, (struct attachment){
                   .name = "hasil.xml",
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
    if (document->per == PER_INSTITUTION || document->per == PER_PARENT)
        add_results(&files, session, subject);
    for (size_t i = 0; i < pages->doc->section_count; i++)
        add_charts(&files, &pages->doc->sections[i].blocks);
    pages->attachments = files.items;
    pages->attachment_count = files.count;
}
