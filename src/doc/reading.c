/* A document as plain text, for people who only read. */
#include "rapor/base/letters.h"

#include "rapor/base/arena.h"
#include "rapor/doc/doc.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define MOST_VALUES 60 /* of a chart, each with a line of its own */

/* Blocks that stand apart have an empty line between them; in lists and tables none. */
struct doc_reading {
    GString *text;
    struct arena *arena;
    bool tight;
};

static void read_blocks(const struct doc_reading *reading, const struct blocks *blocks);

static void end_block(const struct doc_reading *reading)
{
    GString *text = reading->text;
    if (text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append_c(text, '\n');
    if (!reading->tight && !g_str_has_suffix(text->str, "\n\n"))
        g_string_append_c(text, '\n');
}

static void read_runs(const struct doc_reading *reading, const struct runs *runs)
{
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->items[i];
        switch (run->kind) {
        case RUN_TEXT:
            g_string_append(reading->text, run->style->capitals
                                               ? letters_upper(run->text, reading->arena)
                                               : run->text);
            break;
        case RUN_BREAK:
            g_string_append_c(reading->text, '\n');
            break;
        case RUN_LABEL_OF:
            g_string_append(reading->text, run->anchor->label);
            break;
        case RUN_PAGE:
        case RUN_PAGES:
        case RUN_CHAPTER:
        case RUN_PAGE_OF:
        case RUN_PAGES_OF:
            break;
        }
    }
}

static void read_label(const struct doc_reading *reading, const struct runs *runs)
{
    gsize before = reading->text->len;
    read_runs(reading, runs);
    if (reading->text->len > before)
        g_string_append_c(reading->text, ' ');
}

static void read_paragraph(const struct doc_reading *reading, const struct paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->label_count; i++)
        read_label(reading, &paragraph->labels[i].runs);
    read_runs(reading, &paragraph->runs);
    end_block(reading);
}

static void read_list(const struct doc_reading *reading, const struct list *list)
{
    const struct doc_reading inner = {reading->text, reading->arena, true};
    for (size_t i = 0; i < list->count; i++) {
        read_label(&inner, &list->items[i].label);
        read_blocks(&inner, &list->items[i].blocks);
    }
    end_block(reading);
}

/* What stands from START on becomes one line, without blanks around it. */
static void join_lines(GString *text, gsize start)
{
    gsize first = start;
    g_strdelimit(text->str + start, "\n", ' ');
    while (text->len > start && g_ascii_isspace(text->str[text->len - 1]))
        g_string_truncate(text, text->len - 1);
    while (g_ascii_isspace(text->str[first]))
        first++;
    g_string_erase(text, (gssize)start, (gssize)(first - start));
}

/* A row is a line; its cells stand two blanks apart. */
static void read_row(const struct doc_reading *reading, const struct row *held)
{
    const struct arena_mark mark = arena_mark(reading->arena);
    const struct row *row = row_whole(held, reading->arena);
    const struct doc_reading inner = {reading->text, reading->arena, true};
    for (size_t k = 0; k < row->cell_count; k++) {
        g_string_append(reading->text, k > 0 ? "  " : "");
        const gsize start = reading->text->len;
        read_blocks(&inner, &row->cells[k].blocks);
        join_lines(reading->text, start);
    }
    arena_rewind(reading->arena, mark);
    g_string_append_c(reading->text, '\n');
}

/* A voice passes over signs: what is missing is named, or not said; what is less, "minus". */
static const char *value_words(const struct doc_reading *reading, const struct chart *chart,
                               size_t series, size_t category)
{
    const double *values = chart->series[series].values, value = values[category];
    if (!isfinite(value))
        return chart->missing_name ? letters_lower(chart->missing_name, reading->arena) : NULL;
    const bool whole = isnan(chart->target) && values_whole(values, chart->category_count);
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof number, whole ? "%.0f" : "%.2f", fabs(value));
    g_strdelimit(number, ".", ',');
    return arena_printf(reading->arena, "%s%s", value < 0 ? "minus " : "", number);
}

static void read_values(const struct doc_reading *reading, const struct chart *chart,
                        size_t category)
{
    const char *before = " ";
    const gsize begun = reading->text->len;
    g_string_append(reading->text, chart->categories[category]);
    if (chart->groups && chart->groups[category])
        g_string_append_printf(reading->text, ", %s", chart->groups[category]);
    g_string_append_c(reading->text, ':');
    for (size_t i = 0; i < chart->series_count; i++) {
        const char *words = value_words(reading, chart, i, category);
        if (!words)
            continue;
        g_string_append(reading->text, before);
        if (chart->series_count > 1)
            g_string_append_printf(reading->text, "%s ", chart->series[i].name);
        g_string_append(reading->text, words);
        before = "; ";
    }
    if (strcmp(before, " ") == 0) /* there is nothing to say of it */
        g_string_truncate(reading->text, begun);
    else
        g_string_append_c(reading->text, '\n');
}

/* Where there are more values than anyone reads, the sheets hold them. */
static void read_chart(const struct doc_reading *reading, const struct chart *chart)
{
    g_string_append(reading->text, chart->alt);
    end_block(reading);
    if (chart->category_count * chart->series_count > MOST_VALUES)
        return;
    for (size_t i = 0; i < chart->category_count; i++)
        read_values(reading, chart, i);
    end_block(reading);
}

static void read_alternative(const struct doc_reading *reading, const char *alt)
{
    if (!alt)
        return;
    g_string_append(reading->text, alt);
    end_block(reading);
}

static void read_block(const struct doc_reading *reading, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
        read_paragraph(reading, &block->paragraph);
        break;
    case BLOCK_LIST:
        read_list(reading, &block->list);
        break;
    case BLOCK_TABLE:
        for (size_t i = 0; i < block->table.row_count; i++)
            read_row(reading, &block->table.rows[i]);
        end_block(reading);
        break;
    case BLOCK_CHART:
        read_chart(reading, &block->chart);
        break;
    case BLOCK_KEEP:
        read_blocks(reading, &block->keep.blocks);
        break;
    case BLOCK_BOX:
        if (!block->box.decoration)
            read_blocks(reading, &block->box.blocks);
        break;
    case BLOCK_SIGNATURE:
        read_blocks(reading, &block->signature.blocks);
        break;
    case BLOCK_IMAGE:
        read_alternative(reading, block->image.alt);
        break;
    case BLOCK_QR:
        read_alternative(reading, block->qr.alt);
        break;
    case BLOCK_CONTENTS:
    case BLOCK_SPACE:
    case BLOCK_RULE:
    case BLOCK_PAGE_BREAK:
        break;
    }
}

static void read_blocks(const struct doc_reading *reading, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++)
        read_block(reading, &blocks->items[i]);
}

const char *doc_text(const struct doc *doc)
{
    g_autoptr(GString) text = g_string_new(NULL);
    const struct doc_reading reading = {text, doc->arena, false};
    for (size_t i = 0; i < doc->section_count; i++)
        read_blocks(&reading, &doc->sections[i].blocks);
    while (text->len > 0 && text->str[text->len - 1] == '\n')
        g_string_truncate(text, text->len - 1);
    g_string_append_c(text, '\n');
    return arena_strndup(doc->arena, text->str, text->len);
}
