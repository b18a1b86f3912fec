/* What a chart shows, as a table: a row for each category, a column for each series. */
#include "rapor/base/arena.h"
#include "rapor/chart/chart.h"
#include "rapor/doc/doc.h"

#include <math.h>

/* A table being filled, column after column. */
struct table_filling {
    struct ranking *table;
    struct ranking_column *columns;
    size_t count; /* of the columns so far */
};

static struct ranking_column *next_column(struct table_filling *filling, const char *name,
                                          enum figure figure)
{
    struct ranking_column *column = &filling->columns[filling->count++];
    *column = (struct ranking_column){name, name, figure};
    return column;
}

static struct ranking_cell *cell_at(const struct table_filling *filling, size_t row)
{
    return &filling->table->cells[row * filling->table->column_count + filling->count - 1];
}

static void add_texts(struct table_filling *filling, const char *name, const char *const *texts)
{
    next_column(filling, name, FIGURE_TEXT);
    for (size_t i = 0; i < filling->table->row_count; i++)
        cell_at(filling, i)->text = texts[i];
}

/* Values have the two decimals that charts print; a column of whole numbers none. */
static void add_values(struct table_filling *filling, const char *name, const double *values)
{
    size_t count = filling->table->row_count;
    bool whole = values_whole(values, count);
    next_column(filling, name, whole ? FIGURE_COUNT : FIGURE_INDEX);
    for (size_t i = 0; i < count; i++)
        cell_at(filling, i)->number =
            isfinite(values[i]) ? llround(values[i] * (whole ? 1 : 100)) : INDEX_NONE;
}

static void add_target(struct table_filling *filling, const struct chart *chart,
                       struct arena *arena)
{
    double *values = ARENA_ARRAY(arena, chart->category_count, double);
    for (size_t i = 0; i < chart->category_count; i++)
        values[i] = chart->target;
    add_values(filling, chart->target_name ? chart->target_name : "Target", values);
}

struct ranking *chart_table(const struct chart *chart, struct arena *arena)
{
    const struct chart_kind *kind = chart_kind_find(chart->kind);
    if (kind && kind->table)
        return kind->table(chart, arena);
    bool aimed = !isnan(chart->target);
    size_t texts = 1U + (chart->groups ? 1U : 0U) + (chart->breaks ? 1U : 0U);
    size_t width = texts + chart->series_count + (aimed ? 1U : 0U);
    struct ranking *table = ARENA_NEW(arena, struct ranking);
    struct table_filling filling = {table, ARENA_ARRAY(arena, width, struct ranking_column), 0};
    *table = (struct ranking){
        .title = chart->alt,
        .columns = filling.columns,
        .column_count = width,
        .cells = ARENA_ARRAY(arena, width * chart->category_count, struct ranking_cell),
        .row_count = chart->category_count,
    };
    add_texts(&filling, "Kategori", chart->categories);
    if (chart->groups)
        add_texts(&filling, "Kelompok", chart->groups);
    if (chart->breaks)
        add_texts(&filling, "Ukuran", chart->breaks);
    for (size_t i = 0; i < chart->series_count; i++)
        add_values(&filling, chart->series[i].name, chart->series[i].values);
    if (aimed)
        add_target(&filling, chart, arena);
    return table;
}
