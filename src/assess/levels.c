#include "rapor/assess/tables.h"

#include "rapor/base/arena.h"

#include <string.h>

enum {
    CODE,
    NAME,
    GROUP,
    REGION_CODE,
    REGION,
    PARENT_CODE,
    ADDRESSEE,
    SEAT,
    MAIL,
    REASON,
    PUBLISHED_INDEX,
    PUBLISHED_GRADE,
    IDENTITY_COUNT
};

static const struct ranking_column identity[IDENTITY_COUNT] = {
    [CODE] = {"code", "Kode", FIGURE_TEXT},
    [NAME] = {"name", "Instansi", FIGURE_TEXT},
    [GROUP] = {"group", "Kelompok", FIGURE_TEXT},
    [REGION_CODE] = {"region-code", "Kode Provinsi", FIGURE_TEXT},
    [REGION] = {"region", "Provinsi", FIGURE_TEXT},
    [PARENT_CODE] = {"parent-code", "Kode Induk", FIGURE_TEXT},
    [ADDRESSEE] = {"addressee", "Pejabat", FIGURE_TEXT},
    [SEAT] = {"seat", "Kedudukan", FIGURE_TEXT},
    [MAIL] = {"mail", "Surel", FIGURE_TEXT},
    [REASON] = {"reason", "Alasan Tidak Dinilai", FIGURE_TEXT},
    [PUBLISHED_INDEX] = {"published-index", "Indeks Terbit", FIGURE_INDEX},
    [PUBLISHED_GRADE] = {"published-grade", "Predikat Terbit", FIGURE_TEXT},
};

/* Returns the columns of who it is, MAIL or not, then those of the indicators. */
static struct ranking_column *columns_of(const struct instrument *instrument, bool mail,
                                         struct arena *arena)
{
    struct ranking_column *columns =
        ARENA_ARRAY(arena, IDENTITY_COUNT + instrument->indicator_count, struct ranking_column);
    size_t count = 0;
    for (size_t c = 0; c < IDENTITY_COUNT; c++)
        if (c != MAIL || mail)
            columns[count++] = identity[c];
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const char *no = instrument->indicators[i].no;
        enum figure figure = instrument->level_decimals == 0 ? FIGURE_COUNT : FIGURE_INDEX;
        columns[count++] = (struct ranking_column){no, no, figure};
    }
    return columns;
}

static void fill_identity(struct ranking_cell *row, const struct evaluation *evaluation,
                          const struct institution *institution)
{
    const struct region *region =
        institution->region == NONE ? NULL : &evaluation->regions[institution->region];
    const struct published *published = institution->published;
    row[CODE].text = institution->code;
    row[NAME].text = institution->name;
    row[GROUP].text = evaluation->instrument->groups[institution->group].name;
    row[REGION_CODE].text = region ? region->code : NULL;
    row[REGION].text = region ? region->name : NULL;
    row[PARENT_CODE].text = institution->parent;
    row[ADDRESSEE].text = institution->addressee;
    row[SEAT].text = institution->seat;
    row[MAIL].text = institution->mail;
    row[REASON].text = institution->assessed ? NULL : institution->reason;
    row[PUBLISHED_INDEX].number = published ? published->index : INDEX_NONE;
    row[PUBLISHED_GRADE].text = published ? published->grade : NULL;
}

static void fill_levels(struct ranking_cell *cells, const struct instrument *instrument,
                        const int32_t *levels)
{
    for (size_t i = 0; i < instrument->indicator_count; i++)
        cells[i].number = !levels || levels[i] == LEVEL_NONE ? INDEX_NONE
                          : instrument->level_decimals == 0
                              ? levels[i]
                              : instrument_hundredths(instrument, levels[i]);
}

/* Copies the cells of who it is, MAIL or not; returns the cell behind them. */
static struct ranking_cell *put_identity(struct ranking_cell *row, const struct ranking_cell *cells,
                                         bool mail)
{
    for (size_t c = 0; c < IDENTITY_COUNT; c++)
        if (c != MAIL || mail)
            *row++ = cells[c];
    return row;
}

static struct ranking *table_of(const struct evaluation *evaluation, bool mail, struct arena *arena)
{
    const struct instrument *instrument = evaluation->instrument;
    const size_t identities = mail ? IDENTITY_COUNT : IDENTITY_COUNT - 1;
    const size_t width = identities + instrument->indicator_count;
    struct ranking *levels = ARENA_NEW(arena, struct ranking);
    *levels = (struct ranking){
        .title = naming_put(&instrument->naming, "Tingkat setiap indikator", arena),
        .columns = ranking_called(columns_of(instrument, mail, arena), width, instrument, arena),
        .column_count = width,
        .cells = ARENA_ARRAY(arena, evaluation->institution_count * width, struct ranking_cell),
        .row_count = evaluation->institution_count,
    };
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const struct institution *institution = &evaluation->institutions[i];
        struct ranking_cell cells[IDENTITY_COUNT] = {0};
        fill_identity(cells, evaluation, institution);
        fill_levels(put_identity(&levels->cells[i * width], cells, mail), instrument,
                    institution->levels);
    }
    return levels;
}

struct ranking *levels_of(const struct evaluation *evaluation, struct arena *arena)
{
    return table_of(evaluation, false, arena);
}

struct ranking *levels_for_office(const struct evaluation *evaluation, struct arena *arena)
{
    bool mail = false;
    for (size_t i = 0; i < evaluation->institution_count; i++)
        mail = mail || evaluation->institutions[i].mail;
    return table_of(evaluation, mail, arena);
}
