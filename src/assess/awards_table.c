/* Who gets an award, as a table. */
#include "rapor/assess/tables.h"

#include "rapor/assess/development.h"
#include "rapor/base/arena.h"

enum { AWARD, POSITION, CODE, NAME, INDEX, GRADE, GAIN, COLUMNS };

static const struct ranking_column columns[COLUMNS] = {
    [AWARD] = {"award", "Kategori", FIGURE_TEXT},
    [POSITION] = {"position", "Peringkat", FIGURE_COUNT},
    [CODE] = {"code", "Kode", FIGURE_TEXT},
    [NAME] = {"name", "Penerima", FIGURE_TEXT},
    [INDEX] = {"index", "Indeks", FIGURE_INDEX},
    [GRADE] = {"grade", "Predikat", FIGURE_TEXT},
    [GAIN] = {"gain", "Kenaikan", FIGURE_INDEX},
};

static void add(struct ranking *table, const struct standings *standings,
                const struct winner *winner)
{
    const struct standing *standing = &standings->all[winner->institution];
    struct ranking_cell *row = &table->cells[table->row_count++ * COLUMNS];
    row[AWARD].text = standings->evaluation->instrument->awards[winner->award].name;
    row[POSITION].number = (int64_t)winner->rank.position;
    row[CODE].text = standing->institution->code;
    row[NAME].text = standing->institution->name;
    row[INDEX].number = standing->index.printed;
    row[GRADE].text = standing->grade ? standing->grade->name : NULL;
    row[GAIN].number = winner->gain == 0 ? INDEX_NONE : winner->gain;
}

/* A category that nobody wins is there, and says so. */
static void add_empty(struct ranking *table, const struct award *award)
{
    struct ranking_cell *row = &table->cells[table->row_count++ * COLUMNS];
    row[AWARD].text = award->name;
    row[NAME].text = "Tidak ada penerima";
    row[POSITION].number = row[INDEX].number = row[GAIN].number = INDEX_NONE;
}

struct ranking *awards_of(const struct standings *standings, struct arena *arena)
{
    const struct development *development = standings->development;
    const struct instrument *instrument = standings->evaluation->instrument;
    if (!development || development->winner_count == 0)
        return NULL;
    const size_t most = development->winner_count + instrument->award_count;
    struct ranking *table = ARENA_NEW(arena, struct ranking);
    *table = (struct ranking){
        .title = "Penghargaan",
        .columns = ranking_called(columns, COLUMNS, instrument, arena),
        .column_count = COLUMNS,
        .cells = ARENA_ARRAY(arena, most * COLUMNS, struct ranking_cell),
    };
    size_t next = 0;
    for (size_t number = 0; number < instrument->award_count; number++) {
        const size_t first = next;
        for (; next < development->winner_count && development->winners[next].award == number;
             next++)
            add(table, standings, &development->winners[next]);
        if (next == first && instrument->awards_named)
            add_empty(table, &instrument->awards[number]);
    }
    return table;
}
