#include "rapor/assess/tables.h"

#include "rapor/base/arena.h"

enum { NO, NAME, ASPECT, DOMAIN, WEIGHT, COLUMN_COUNT };

static const struct ranking_column columns[COLUMN_COUNT] = {
    [NO] = {"no", "No.", FIGURE_TEXT},
    [NAME] = {"name", "Indikator", FIGURE_TEXT},
    [ASPECT] = {"aspect", "Aspek", FIGURE_TEXT},
    [DOMAIN] = {"domain", "Domain", FIGURE_TEXT},
    [WEIGHT] = {"weight", "Bobot (%)", FIGURE_INDEX},
};

struct ranking *indicators_of(const struct instrument *instrument, struct arena *arena)
{
    struct ranking *table = ARENA_NEW(arena, struct ranking);
    *table = (struct ranking){
        .title = naming_put(&instrument->naming, "Indikator", arena),
        .columns = ranking_called(columns, COLUMN_COUNT, instrument, arena),
        .column_count = COLUMN_COUNT,
        .cells =
            ARENA_ARRAY(arena, instrument->indicator_count * COLUMN_COUNT, struct ranking_cell),
        .row_count = instrument->indicator_count,
    };
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        const struct aspect *aspect = &instrument->aspects[indicator->aspect];
        struct ranking_cell *row = &table->cells[i * COLUMN_COUNT];
        row[NO].text = indicator->no;
        row[NAME].text = indicator->name;
        row[ASPECT].text = arena_printf(arena, "%s. %s", aspect->no, aspect->name);
        if (aspect->domain != NONE)
            row[DOMAIN].text = arena_printf(arena, "%s. %s", instrument->domains[aspect->domain].no,
                                            instrument->domains[aspect->domain].name);
        row[WEIGHT].number =
            printed_of((__int128)indicator->weight * 100, instrument->weight_total);
    }
    return table;
}
