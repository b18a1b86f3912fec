/* Words of a list: those of a column, groups, grades, stages, indicators. */
#include "value.h"

#include "legend.h"
#include "plain.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

static struct import_finding error_at(struct import_origin origin, const char *id, const char *hint)
{
    return (struct import_finding){
        .severity = SEVERITY_ERROR, .id = id, .origin = origin, .hint = hint};
}

/* Tells that the word is none of COUNT; the closest is suggested. */
static void refuse_word(struct desk *desk, struct import_origin origin, const char *name,
                        const char *text, const GPtrArray *words)
{
    const char *close = closest_word(text, (const char *const *)words->pdata, words->len);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++)
        g_string_append_printf(all, "%s%s", i ? ", " : "", (char *)g_ptr_array_index(words, i));
    desk_note(desk,
              error_at(origin, "word",
                       close ? arena_printf(desk->arena, _("did you mean %s?"), close)
                             : arena_printf(desk->arena, _("it is one of %s"), all->str)),
              N_("%s \"%s\" is not known"), name, text);
}

static const char *word_of(struct desk *desk, struct import_origin origin, const char *text,
                           const struct ledger_word *words, const char *name)
{
    const char *key = plain_key(text, desk->arena);
    g_autoptr(GPtrArray) said = g_ptr_array_new();
    for (; words->said; words++) {
        if (strcmp(words->said, text) == 0 ||
            (*key && (strcmp(plain_key(words->said, desk->arena), key) == 0 ||
                      strcmp(plain_key(words->written, desk->arena), key) == 0)))
            return words->written;
        g_ptr_array_add(said, (void *)words->said);
    }
    refuse_word(desk, origin, name, text, said);
    return NULL;
}

static const char *group_called(const struct instrument *instrument, const char *text,
                                struct arena *arena)
{
    const char *key = plain_key(text, arena);
    for (size_t g = 0; g < instrument->group_count; g++)
        if (strcmp(plain_key(instrument->groups[g].id, arena), key) == 0 ||
            strcmp(plain_key(instrument->groups[g].name, arena), key) == 0)
            return instrument->groups[g].id;
    return NULL;
}

static const char *group_of(struct desk *desk, struct import_origin origin, const char *text)
{
    const struct instrument *instrument = desk->instrument;
    const char *group = group_called(instrument, text, desk->arena);
    if (group)
        return group;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t g = 0; g < instrument->group_count; g++)
        g_ptr_array_add(names, (void *)instrument->groups[g].name);
    refuse_word(desk, origin, "group", text, names);
    return NULL;
}

static const char *grade_of(struct desk *desk, struct import_origin origin, const char *text)
{
    const struct instrument *instrument = desk->instrument;
    const char *key = plain_key(text, desk->arena);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t g = 0; g < instrument->grade_count; g++) {
        if (strcmp(plain_key(instrument->grades[g].name, desk->arena), key) == 0)
            return instrument->grades[g].name;
        g_ptr_array_add(names, (void *)instrument->grades[g].name);
    }
    refuse_word(desk, origin, "grade", text, names);
    return NULL;
}

size_t stage_called(const struct desk *desk, const char *text)
{
    const struct instrument *instrument = desk->instrument;
    const char *key = plain_key(text, desk->arena);
    for (size_t s = 0; s < instrument->stage_count; s++) {
        const char *name = plain_key(instrument->stages[s].name, desk->arena);
        const char *last = strchr(name, ' ');
        if (strcmp(plain_key(instrument->stages[s].id, desk->arena), key) == 0 ||
            strcmp(name, key) == 0 || (last && strcmp(last + 1, key) == 0))
            return s;
    }
    return NONE;
}

static const char *stage_of(struct desk *desk, struct import_origin origin, const char *text,
                            const char *name)
{
    const struct instrument *instrument = desk->instrument;
    size_t stage = stage_called(desk, text);
    if (stage != NONE)
        return instrument->stages[stage].id;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t s = 0; s < instrument->stage_count; s++)
        g_ptr_array_add(names, (void *)instrument->stages[s].name);
    refuse_word(desk, origin, name, text, names);
    return NULL;
}

static const char *indicator_of(struct desk *desk, struct import_origin origin, const char *text)
{
    bool near = false;
    size_t indicator = indicator_called(desk, text, &near);
    if (indicator == NONE) {
        desk_note(desk, error_at(origin, "indicator", N_("write the number of the indicator")),
                  N_("%s has no indicator \"%s\""), desk->instrument->id, text);
        return NULL;
    }
    if (near)
        desk_note(desk,
                  (struct import_finding){.severity = SEVERITY_WARNING,
                                          .id = "near-name",
                                          .origin = origin,
                                          .hint = N_("write its number")},
                  N_("\"%s\" is taken for indicator %s, %s"), text,
                  desk->instrument->indicators[indicator].no,
                  desk->instrument->indicators[indicator].name);
    return desk->instrument->indicators[indicator].no;
}

const char *word_of_cell(struct desk *desk, struct import_origin origin,
                         enum ledger_content content, const struct ledger_word *words,
                         const char *name)
{
    const struct sheet_cell cell = grid_cell(origin.grid, origin.row, origin.column);
    const char *plain = plain_text(cell.text, NULL, desk->arena);
    const char *meant = legend_of(desk->legend, "values", plain);
    const char *text = meant ? meant : plain;
    if (content == CONTENT_GROUP)
        return group_of(desk, origin, text);
    if (content == CONTENT_GRADE)
        return grade_of(desk, origin, text);
    if (content == CONTENT_STAGE)
        return stage_of(desk, origin, text, name);
    if (content == CONTENT_INDICATOR)
        return indicator_of(desk, origin, text);
    return word_of(desk, origin, text, words, name);
}
