#include "rapor/doc/doc.h"

#include <math.h>

static void add_blocks(GPtrArray *charts, const struct blocks *blocks);

static void add_table(GPtrArray *charts, const struct table *table)
{
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t k = 0; k < table->rows[i].cell_count; k++)
            add_blocks(charts, &table->rows[i].cells[k].blocks);
}

static void add_block(GPtrArray *charts, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_CHART:
        g_ptr_array_add(charts, (void *)&block->chart);
        break;
    case BLOCK_LIST:
        for (size_t i = 0; i < block->list.count; i++)
            add_blocks(charts, &block->list.items[i].blocks);
        break;
    case BLOCK_TABLE:
        add_table(charts, &block->table);
        break;
    case BLOCK_KEEP:
        add_blocks(charts, &block->keep.blocks);
        break;
    case BLOCK_BOX:
        add_blocks(charts, &block->box.blocks);
        break;
    case BLOCK_SIGNATURE:
        add_blocks(charts, &block->signature.blocks);
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_SPACE:
    case BLOCK_RULE:
    case BLOCK_IMAGE:
    case BLOCK_QR:
    case BLOCK_CONTENTS:
    case BLOCK_PAGE_BREAK:
        break;
    }
}

static void add_blocks(GPtrArray *charts, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++)
        add_block(charts, &blocks->items[i]);
}

GPtrArray *doc_charts(const struct doc *doc)
{
    GPtrArray *charts = g_ptr_array_new();
    for (size_t i = 0; i < doc->section_count; i++)
        add_blocks(charts, &doc->sections[i].blocks);
    return charts;
}

bool values_whole(const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (isfinite(values[i]) && llround(values[i] * 100) % 100 != 0)
            return false;
    return true;
}
