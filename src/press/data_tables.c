#include "rapor/press/data_tables.h"

#include "rapor/assess/tables.h"
#include "rapor/base/arena.h"
#include "rapor/import/regions.h"
#include "rapor/pack/table_format.h"

#include <string.h>

const struct data_form data_forms[] = {
    {".csv", &table_csv}, {"-id.csv", &table_csv_id}, {".json", &table_json}, {0}};

const char *const data_names[] = {"peringkat", "indikator", "daftar-indikator", NULL};

static const struct ranking *own_table(const struct session *session, size_t table,
                                       struct arena *arena)
{
    const struct ranking_choice widest = {ranking_widest(session->standings), NONE};
    switch (table) {
    case 0:
        return ranking_of(session->standings, &widest, arena);
    case 1:
        return levels_of(session->evaluation, arena);
    default:
        return indicators_of(session->evaluation->instrument, arena);
    }
}

/* Codes of Kemendagri: those of BPS stand beside them. */
static const struct ranking_column *beside(const char *key)
{
    static const struct ranking_column bps = {"bps", "Kode BPS", FIGURE_TEXT},
                                       region = {"region-bps", "Kode BPS Provinsi", FIGURE_TEXT};
    if (strcmp(key, "code") == 0)
        return &bps;
    return strcmp(key, "region-code") == 0 ? &region : NULL;
}

/* The table with more columns; AT says which of its own, or NONE for that of BPS. */
struct widened {
    struct ranking_column *columns;
    size_t *at, count;
};

static struct widened widen(const struct ranking *table, struct arena *arena)
{
    const size_t most = 2 * table->column_count;
    struct widened wide = {ARENA_ARRAY(arena, most, struct ranking_column),
                           ARENA_ARRAY(arena, most, size_t), 0};
    for (size_t c = 0; c < table->column_count; c++) {
        const struct ranking_column *more = beside(table->columns[c].key);
        wide.columns[wide.count] = table->columns[c];
        wide.at[wide.count++] = c;
        if (more) {
            wide.columns[wide.count] = *more;
            wide.at[wide.count++] = NONE;
        }
    }
    return wide;
}

static struct ranking_cell bps_cell(const struct region_list *regions, const char *code)
{
    const struct known_region *region = code ? regions_coded(regions, code) : NULL;
    return (struct ranking_cell){.text = region && *region->bps ? region->bps : NULL};
}

static const struct ranking *with_bps(const struct ranking *table,
                                      const struct region_list *regions, struct arena *arena)
{
    const struct widened wide = widen(table, arena);
    struct ranking *with = ARENA_NEW(arena, struct ranking);
    *with = *table;
    with->columns = wide.columns;
    with->column_count = wide.count;
    with->cells = ARENA_ARRAY(arena, table->row_count * wide.count, struct ranking_cell);
    for (size_t r = 0; r < table->row_count; r++) {
        const struct ranking_cell *from = &table->cells[r * table->column_count];
        struct ranking_cell *to = &with->cells[r * wide.count];
        for (size_t c = 0; c < wide.count; c++)
            to[c] = wide.at[c] == NONE ? bps_cell(regions, to[c - 1].text) : from[wide.at[c]];
    }
    return with;
}

const struct ranking *data_table(const struct session *session, size_t table, struct arena *arena,
                                 GError **error)
{
    struct region_list *regions = regions_read(session->places.layouts, arena, error);
    if (!regions)
        return NULL;
    const struct ranking *with = with_bps(own_table(session, table, arena), regions, arena);
    regions_close(regions);
    return with;
}
