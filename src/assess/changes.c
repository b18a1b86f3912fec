#include "rapor/assess/changes.h"

#include "rapor/base/arena.h"
#include "rapor/base/numeral.h"

#include <string.h>

static const struct ranking_column columns[CHANGE_COLUMNS] = {
    [CHANGE_CODE] = {"code", "Kode", FIGURE_TEXT},
    [CHANGE_NAME] = {"name", "Instansi", FIGURE_TEXT},
    [CHANGE_INDEX_BEFORE] = {"index-before", "Indeks Lama", FIGURE_INDEX},
    [CHANGE_INDEX] = {"index", "Indeks Baru", FIGURE_INDEX},
    [CHANGE_GRADE_BEFORE] = {"grade-before", "Predikat Lama", FIGURE_TEXT},
    [CHANGE_GRADE] = {"grade", "Predikat Baru", FIGURE_TEXT},
    [CHANGE_RANKS] = {"ranks", "Peringkat", FIGURE_TEXT},
    [CHANGE_LEVELS] = {"levels", "Tingkat", FIGURE_TEXT},
};

/* One institution in both; either is NULL where it is not there. */
struct pair_of {
    const struct standings *before, *after;
    const struct standing *old, *new;
    struct arena *arena;
};

static void add_change(GString *list, const char *name, const char *old, const char *new)
{
    g_string_append_printf(list, "%s%s %s > %s", list->len > 0 ? ", " : "", name, old, new);
}

static size_t position_of(const struct standing *standing, size_t scope)
{
    return standing ? standing->ranks[scope].position : 0;
}

static const char *place(size_t position, struct arena *arena)
{
    return position > 0 ? numeral_whole((int64_t)position, arena) : "-";
}

static const char *ranks_of(const struct pair_of *pair)
{
    const struct instrument *instrument = pair->after->evaluation->instrument;
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t s = 0; s < instrument->scope_count; s++) {
        const size_t scope =
            instrument_scope(pair->before->evaluation->instrument, instrument->scopes[s].id);
        const size_t old = scope == NONE ? 0 : position_of(pair->old, scope);
        const size_t new = position_of(pair->new, s);
        if (old != new)
            add_change(list, instrument->scopes[s].short_name, place(old, pair->arena),
                       place(new, pair->arena));
    }
    return arena_strdup(pair->arena, list->str);
}

static const char *level(const struct standings *standings, const struct standing *standing,
                         size_t indicator, struct arena *arena)
{
    if (!standing || !standing->institution->levels || indicator == NONE)
        return "-";
    const struct instrument *instrument = standings->evaluation->instrument;
    const bool *pending = standing->institution->pending;
    const int32_t steps = standing->institution->levels[indicator];
    if (steps == LEVEL_NONE)
        return "-";
    if (pending && pending[indicator])
        return "menunggu";
    return instrument->level_decimals == 0
               ? numeral_whole(steps, arena)
               : numeral_decimal(
                     numeral_hundredths(instrument_hundredths(instrument, steps), arena), arena);
}

static const char *levels_of_pair(const struct pair_of *pair)
{
    const struct instrument *instrument = pair->after->evaluation->instrument;
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const char *no = instrument->indicators[i].no;
        const size_t was = instrument_indicator(pair->before->evaluation->instrument, no);
        const char *old = level(pair->before, pair->old, was, pair->arena);
        const char *new = level(pair->after, pair->new, i, pair->arena);
        g_autofree char *name = g_strconcat(no, ":", NULL);
        if (strcmp(old, new) != 0)
            add_change(list, name, old, new);
    }
    return arena_strdup(pair->arena, list->str);
}

static int64_t index_of(const struct standing *standing)
{
    return standing && standing->basis != BASIS_NONE ? standing->index.printed : INDEX_NONE;
}

static const char *grade_of(const struct standing *standing)
{
    return standing && standing->grade ? standing->grade->name : NULL;
}

/* Fills a row; false where nothing differs. */
static bool fill(struct ranking_cell *row, const struct pair_of *pair)
{
    const struct institution *institution =
        pair->new ? pair->new->institution : pair->old->institution;
    const char *ranks = ranks_of(pair), *levels = levels_of_pair(pair);
    const struct ranking_cell cells[CHANGE_COLUMNS] = {
        [CHANGE_CODE].text = institution->code,
        [CHANGE_NAME].text = institution->name,
        [CHANGE_INDEX_BEFORE].number = index_of(pair->old),
        [CHANGE_INDEX].number = index_of(pair->new),
        [CHANGE_GRADE_BEFORE].text = grade_of(pair->old),
        [CHANGE_GRADE].text = grade_of(pair->new),
        [CHANGE_RANKS].text = ranks,
        [CHANGE_LEVELS].text = levels,
    };
    memcpy(row, cells, sizeof cells);
    return !pair->old || !pair->new || index_of(pair->old) != index_of(pair->new) || *ranks ||
           *levels || g_strcmp0(grade_of(pair->old), grade_of(pair->new)) != 0;
}

static GHashTable *by_code(const struct standings *standings)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < standings->evaluation->institution_count; i++)
        g_hash_table_insert(table, (void *)standings->evaluation->institutions[i].code,
                            (void *)&standings->all[i]);
    return table;
}

static void add_row(struct ranking *table, const struct pair_of *pair)
{
    struct ranking_cell *row = &table->cells[table->row_count * table->column_count];
    table->row_count += fill(row, pair);
}

struct ranking *changes_of(const struct standings *before, const struct standings *after,
                           struct arena *arena)
{
    const size_t most =
        before->evaluation->institution_count + after->evaluation->institution_count;
    struct ranking *table = ARENA_NEW(arena, struct ranking);
    *table = (struct ranking){
        .title = "Perubahan",
        .columns = ranking_called(columns, CHANGE_COLUMNS, after->evaluation->instrument, arena),
        .column_count = CHANGE_COLUMNS,
        .cells = ARENA_ARRAY(arena, most * CHANGE_COLUMNS, struct ranking_cell),
    };
    g_autoptr(GHashTable) old = by_code(before), new = by_code(after);
    struct pair_of pair = {.before = before, .after = after, .arena = arena};
    for (size_t i = 0; i < after->evaluation->institution_count; i++) {
        pair.new = &after->all[i];
        pair.old = g_hash_table_lookup(old, pair.new->institution->code);
        add_row(table, &pair);
    }
    pair.new = NULL;
    for (size_t i = 0; i < before->evaluation->institution_count; i++) {
        pair.old = &before->all[i];
        if (!g_hash_table_contains(new, pair.old->institution->code))
            add_row(table, &pair);
    }
    return table;
}
