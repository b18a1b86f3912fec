#include "rapor/assess/ranking.h"

#include "rank.h"

#include "rapor/base/arena.h"

#include <stdlib.h>

enum { POSITION, CODE, NAME, GROUP, REGION, PARENT, INDEX, GRADE, OF, TIED, COLUMN_COUNT };

static const struct ranking_column columns[COLUMN_COUNT] = {
    [POSITION] = {"position", "Peringkat", FIGURE_COUNT},
    [CODE] = {"code", "Kode", FIGURE_TEXT},
    [NAME] = {"name", "Instansi", FIGURE_TEXT},
    [GROUP] = {"group", "Kelompok", FIGURE_TEXT},
    [REGION] = {"region", "Provinsi", FIGURE_TEXT},
    [PARENT] = {"parent", "Pemerintah Daerah", FIGURE_TEXT},
    [INDEX] = {"index", "Indeks", FIGURE_INDEX},
    [GRADE] = {"grade", "Predikat", FIGURE_TEXT},
    [OF] = {"of", "Dari", FIGURE_COUNT},
    [TIED] = {"tied", "Sama", FIGURE_COUNT},
};

/* An institution as it is sorted. */
struct ranking_line {
    size_t peers;
    size_t position;
    size_t place; /* in the national order, which goes by name where positions are equal */
    size_t number;
};

static int by_peers_then_position(const void *left, const void *right)
{
    const struct ranking_line *a = left, *b = right;
    if (a->peers != b->peers)
        return a->peers < b->peers ? -1 : 1;
    if (a->position != b->position)
        return a->position < b->position ? -1 : 1;
    return a->place < b->place ? -1 : 1;
}

static size_t choose(const struct standings *standings, const struct ranking_choice *choice,
                     struct ranking_line *lines)
{
    const struct scope *scope = &standings->evaluation->instrument->scopes[choice->scope];
    size_t count = 0;
    for (size_t place = 0; place < standings->evaluation->institution_count; place++) {
        size_t number = standings->order[place];
        const struct standing *standing = &standings->all[number];
        size_t position = standing->ranks[choice->scope].position;
        if (position == 0)
            continue;
        if (choice->group != NONE && standing->institution->group != choice->group)
            continue;
        lines[count++] = (struct ranking_line){.peers = peers_of(standings, number, scope),
                                               .position = position,
                                               .place = place,
                                               .number = number};
    }
    qsort(lines, count, sizeof *lines, by_peers_then_position);
    return count;
}

static void fill_row(struct ranking_cell *row, const struct evaluation *evaluation,
                     const struct standing *standing, const struct rank *rank)
{
    const struct institution *institution = standing->institution;
    const struct region *region =
        institution->region == NONE ? NULL : &evaluation->regions[institution->region];
    row[POSITION].number = (int64_t)rank->position;
    row[CODE].text = institution->code;
    row[NAME].text = institution->name;
    row[GROUP].text = evaluation->instrument->groups[institution->group].name;
    row[REGION].text = region ? region->name : NULL;
    row[INDEX].number = standing->index.printed;
    row[GRADE].text = standing->grade ? standing->grade->name : NULL;
    row[OF].number = (int64_t)rank->of;
    row[TIED].number = (int64_t)rank->tied;
}

size_t ranking_widest(const struct standings *standings)
{
    const struct evaluation *evaluation = standings->evaluation;
    const struct instrument *instrument = evaluation->instrument;
    size_t best = 0, best_worth = 0;
    for (size_t scope = 0; scope < instrument->scope_count; scope++) {
        size_t worth = instrument->scopes[scope].within == WITHIN_ALL;
        for (size_t i = 0; i < evaluation->institution_count; i++)
            worth += standings->all[i].ranks[scope].position > 0 ? 2 : 0;
        if (worth > best_worth) {
            best = scope;
            best_worth = worth;
        }
    }
    return best;
}

const struct ranking_column *ranking_called(const struct ranking_column *plain, size_t count,
                                            const struct instrument *instrument,
                                            struct arena *arena)
{
    if (instrument->naming.count == 0)
        return plain;
    struct ranking_column *called = ARENA_ARRAY(arena, count, struct ranking_column);
    for (size_t c = 0; c < count; c++) {
        called[c] = plain[c];
        called[c].title = naming_put(&instrument->naming, plain[c].title, arena);
    }
    return called;
}

struct ranking *ranking_of(const struct standings *standings, const struct ranking_choice *choice,
                           struct arena *arena)
{
    const struct evaluation *evaluation = standings->evaluation;
    struct ranking_line *lines =
        ARENA_ARRAY(arena, evaluation->institution_count, struct ranking_line);
    size_t count = choose(standings, choice, lines);

    struct ranking *ranking = ARENA_NEW(arena, struct ranking);
    *ranking = (struct ranking){
        .title = evaluation->instrument->scopes[choice->scope].name,
        .columns = ranking_called(columns, COLUMN_COUNT, evaluation->instrument, arena),
        .column_count = COLUMN_COUNT,
        .cells = ARENA_ARRAY(arena, count * COLUMN_COUNT, struct ranking_cell),
        .row_count = count,
    };
    for (size_t i = 0; i < count; i++) {
        struct ranking_cell *row = &ranking->cells[i * COLUMN_COUNT];
        size_t number = lines[i].number, parent = standings->units_of[number];
        const struct standing *standing = &standings->all[number];
        fill_row(row, evaluation, standing, &standing->ranks[choice->scope]);
        row[PARENT].text = parent == NONE ? NULL : evaluation->institutions[parent].name;
    }
    return ranking;
}
