/* doc_words.h - the words of a document in the order they are read. */
#ifndef TEST_DOC_WORDS_H
#define TEST_DOC_WORDS_H

#include "rapor/base/arena.h"
#include "rapor/base/letters.h"
#include "rapor/doc/doc.h"

#include <glib.h>
#include <string.h>

static void add_blocks(GString *words, const struct blocks *blocks, struct arena *arena);

static void add_word(GString *words, const char *text)
{
    if (!text || !*text)
        return;
    if (words->len > 0 && words->str[words->len - 1] != '\n')
        g_string_append_c(words, ' ');
    g_string_append(words, text);
}

static void add_runs(GString *words, const struct runs *runs, struct arena *arena)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->items[i];
        switch (run->kind) {
        case RUN_TEXT:
            g_string_append(line,
                            run->style->capitals ? letters_upper(run->text, arena) : run->text);
            break;
        case RUN_BREAK:
            g_string_append_c(line, ' ');
            break;
        case RUN_LABEL_OF:
            g_string_append(line, run->anchor->label);
            break;
        case RUN_PAGE:
        case RUN_PAGES:
        case RUN_CHAPTER:
        case RUN_PAGE_OF:
        case RUN_PAGES_OF:
            g_string_append_c(line, '#');
            break;
        }
    }
    add_word(words, line->str);
}

static void end_line(GString *words)
{
    if (words->len > 0 && words->str[words->len - 1] != '\n')
        g_string_append_c(words, '\n');
}

static void add_paragraph(GString *words, const struct paragraph *paragraph, struct arena *arena)
{
    for (size_t i = 0; i < paragraph->label_count; i++)
        add_runs(words, &paragraph->labels[i].runs, arena);
    add_runs(words, &paragraph->runs, arena);
    add_runs(words, &paragraph->tail, arena);
    end_line(words);
}

static void add_list(GString *words, const struct list *list, struct arena *arena)
{
    for (size_t i = 0; i < list->count; i++) {
        add_runs(words, &list->items[i].label, arena);
        add_blocks(words, &list->items[i].blocks, arena);
        end_line(words);
    }
}

static void add_table(GString *words, const struct table *table, struct arena *arena)
{
    for (size_t i = 0; i < table->row_count; i++) {
        const struct row *row = row_whole(&table->rows[i], arena);
        for (size_t k = 0; k < row->cell_count; k++)
            add_blocks(words, &row->cells[k].blocks, arena);
    }
}

/* What differs from one category to the next is named, nothing else. */
static void add_breaks(GString *words, const struct chart *chart)
{
    bool differ = false;
    for (size_t i = 1; chart->breaks && i < chart->category_count; i++)
        differ = differ || strcmp(chart->breaks[i - 1], chart->breaks[i]) != 0;
    for (size_t i = 0; differ && i < chart->category_count; i++)
        if (i == 0 || strcmp(chart->breaks[i - 1], chart->breaks[i]) != 0)
            add_word(words, chart->breaks[i]);
}

/* A single series may go without its name: what stands around the chart says it. */
static void add_chart(GString *words, const struct chart *chart)
{
    for (size_t i = 0; i < chart->category_count; i++)
        add_word(words, chart->categories[i]);
    add_breaks(words, chart);
    for (size_t i = 0; chart->series_count > 1 && i < chart->series_count; i++)
        add_word(words, chart->series[i].name);
    add_word(words, chart->target_name);
    end_line(words);
}

static void add_block(GString *words, const struct block *block, struct arena *arena)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
        add_paragraph(words, &block->paragraph, arena);
        break;
    case BLOCK_LIST:
        add_list(words, &block->list, arena);
        break;
    case BLOCK_TABLE:
        add_table(words, &block->table, arena);
        break;
    case BLOCK_CHART:
        add_chart(words, &block->chart);
        break;
    case BLOCK_CONTENTS:
        add_blocks(words, block->contents.entries, arena);
        break;
    case BLOCK_SIGNATURE:
        add_blocks(words, &block->signature.blocks, arena);
        break;
    case BLOCK_KEEP:
        if (!block->keep.signed_only)
            add_blocks(words, &block->keep.blocks, arena);
        break;
    case BLOCK_BOX:
        add_blocks(words, &block->box.blocks, arena);
        break;
    case BLOCK_SPACE:
    case BLOCK_RULE:
    case BLOCK_IMAGE:
    case BLOCK_QR:
    case BLOCK_PAGE_BREAK:
        break;
    }
}

static void add_blocks(GString *words, const struct blocks *blocks, struct arena *arena)
{
    for (size_t i = 0; i < blocks->count; i++)
        add_block(words, &blocks->items[i], arena);
}

/* Returns the words of the paper before it is signed, a line for each paragraph: for each section
 * the head of its first page, that of the others, the blocks.  "#" stands for the number of a page
 * or of the pages. */
static const char *doc_words(const struct doc *doc)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (size_t i = 0; i < doc->section_count; i++) {
        const struct section *section = &doc->sections[i];
        const struct master *master = &section->master;
        add_blocks(words, &master->first, doc->arena);
        if (master->head.items != master->first.items)
            add_blocks(words, &master->head, doc->arena);
        add_blocks(words, &section->blocks, doc->arena);
    }
    return arena_strndup(doc->arena, words->str, words->len);
}

#endif
