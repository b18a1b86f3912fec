#include "rapor/assess/tables.h"

#include "rapor/base/arena.h"
#include "rapor/import/columns.h"

#include <string.h>

/* Returns the columns of who it is, MAIL or not, then those of the indicators. */
static struct ranking_column *columns_of(const struct instrument *instrument, bool mail,
                                         struct arena *arena)
{
    struct ranking_column *columns =
        ARENA_ARRAY(arena, MARK_IDENTITIES + instrument->indicator_count, struct ranking_column);
    size_t count = 0;
    for (size_t c = 0; c < MARK_IDENTITIES; c++)
        if (c != MARK_MAIL || mail)
            columns[count++] = (struct ranking_column){
                head_columns[c].key, head_columns[c].title,
                head_columns[c].content == CONTENT_INDEX ? FIGURE_INDEX : FIGURE_TEXT};
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
    row[MARK_CODE].text = institution->code;
    row[MARK_NAME].text = institution->name;
    row[MARK_GROUP].text = evaluation->instrument->groups[institution->group].name;
    row[MARK_REGION_CODE].text = region ? region->code : NULL;
    row[MARK_REGION].text = region ? region->name : NULL;
    row[MARK_PARENT].text = institution->parent;
    row[MARK_ADDRESSEE].text = institution->addressee;
    row[MARK_SEAT].text = institution->seat;
    row[MARK_MAIL].text = institution->mail;
    row[MARK_REASON].text = institution->assessed ? NULL : institution->reason;
    row[MARK_PUBLISHED_INDEX].number = published ? published->index : INDEX_NONE;
    row[MARK_PUBLISHED_GRADE].text = published ? published->grade : NULL;
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
    for (size_t c = 0; c < MARK_IDENTITIES; c++)
        if (c != MARK_MAIL || mail)
            *row++ = cells[c];
    return row;
}

static struct ranking *table_of(const struct evaluation *evaluation, bool mail, struct arena *arena)
{
    const struct instrument *instrument = evaluation->instrument;
    const size_t identities = mail ? MARK_IDENTITIES : MARK_IDENTITIES - 1;
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
        struct ranking_cell cells[MARK_IDENTITIES] = {0};
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
