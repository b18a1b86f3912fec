#include "rapor/assess/tables.h"

#include "rapor/base/arena.h"

#include <string.h>

enum { AMONG, CODE, NAME, COUNT, ASSESSED, INDEX, FIXED_COUNT };

static const struct ranking_column fixed[FIXED_COUNT] = {
    [AMONG] = {"among", "Lingkup", FIGURE_TEXT},
    [CODE] = {"code", "Kode", FIGURE_TEXT},
    [NAME] = {"name", "Nama", FIGURE_TEXT},
    [COUNT] = {"count", "Jumlah", FIGURE_COUNT},
    [ASSESSED] = {"assessed", "Dinilai", FIGURE_COUNT},
    [INDEX] = {"index", "Indeks", FIGURE_INDEX},
};

/* Whose mean a row is. */
struct whose {
    const char *among, *code, *name;
};

static const struct ranking_column *columns_of(const struct instrument *instrument, size_t width,
                                               struct arena *arena)
{
    struct ranking_column *columns = ARENA_ARRAY(arena, width, struct ranking_column),
                          *at = columns;
    for (size_t i = 0; i < FIXED_COUNT; i++)
        *at++ = fixed[i];
    for (size_t d = 0; d < instrument->domain_count; d++)
        *at++ = (struct ranking_column){instrument->domains[d].no,
                                        arena_printf(arena, "Domain %s", instrument->domains[d].no),
                                        FIGURE_INDEX};
    for (size_t a = 0; a < instrument->aspect_count; a++)
        *at++ = (struct ranking_column){instrument->aspects[a].no,
                                        arena_printf(arena, "Aspek %s", instrument->aspects[a].no),
                                        FIGURE_INDEX};
    const struct ranking_column *called =
        ranking_called(columns, (size_t)(at - columns), instrument, arena);
    memmove(columns, called, (size_t)(at - columns) * sizeof *columns);
    for (size_t g = 0; g < instrument->grade_count; g++)
        *at++ = (struct ranking_column){instrument->grades[g].name, instrument->grades[g].name,
                                        FIGURE_COUNT};
    return columns;
}

static void add(struct ranking *means, const struct instrument *instrument,
                const struct whose *whose, const struct summary *summary)
{
    struct ranking_cell *row = &means->cells[means->row_count * means->column_count];
    struct ranking_cell *at = row + FIXED_COUNT;
    if (summary->count == 0)
        return;
    row[AMONG].text = whose->among;
    row[CODE].text = whose->code;
    row[NAME].text = whose->name;
    row[COUNT].number = (int64_t)summary->count;
    row[ASSESSED].number = (int64_t)summary->assessed;
    row[INDEX].number = summary->index.printed;
    for (size_t d = 0; d < instrument->domain_count; d++)
        (at++)->number = summary->domains[d].printed;
    for (size_t a = 0; a < instrument->aspect_count; a++)
        (at++)->number = summary->aspects[a].printed;
    for (size_t g = 0; g < instrument->grade_count; g++)
        (at++)->number = (int64_t)summary->grades[g];
    means->row_count++;
}

struct ranking *means_of(const struct standings *standings, struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    const struct instrument *instrument = evaluation->instrument;
    size_t width =
        FIXED_COUNT + instrument->domain_count + instrument->aspect_count + instrument->grade_count;
    size_t most = 1 + instrument->group_count + evaluation->region_count;
    struct ranking *means = ARENA_NEW(arena, struct ranking);
    *means = (struct ranking){
        .title = "Rata-rata",
        .columns = columns_of(instrument, width, arena),
        .column_count = width,
        .cells = ARENA_ARRAY(arena, most * width, struct ranking_cell),
    };
    add(means, instrument, &(struct whose){"Nasional", NULL, "Semua instansi"},
        &standings->national);
    for (size_t g = 0; g < instrument->group_count; g++)
        add(means, instrument,
            &(struct whose){"Kelompok", instrument->groups[g].id, instrument->groups[g].name},
            &standings->groups[g]);
    for (size_t r = 0; r < evaluation->region_count; r++)
        add(means, instrument,
            &(struct whose){"Provinsi", evaluation->regions[r].code, evaluation->regions[r].name},
            &standings->regions[r]);
    return means;
}
