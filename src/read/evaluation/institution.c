#include "elements.h"
#include "kept.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/numeral.h"

#include <stdlib.h>
#include <string.h>

size_t reader_group(struct evaluation_reader *reader, const struct tag *tag)
{
    const struct instrument *instrument = reader->instrument;
    const char *id = tag_text(tag, "group");
    size_t group = id ? instrument_group(instrument, id) : NONE;
    if (!id || group != NONE)
        return group;

    const char **ids = ARENA_ARRAY(reader->scratch, instrument->group_count + 1, const char *);
    for (size_t i = 0; i < instrument->group_count; i++)
        ids[i] = instrument->groups[i].id;
    reader_unknown(reader, "group", id, ids);
    return NONE;
}

static void check_code(struct evaluation_reader *reader, const char *code, size_t index)
{
    size_t first;
    if (!code || reader_register(reader->codes, code, index, &first))
        return;
    const struct institution *other = &reader->evaluation->institutions[first];
    g_autofree char *hint = g_strdup_printf(_("%s is the code of %s"), other->code,
                                            other->name ? other->name : _("another"));
    diagnose(reader->unplaced, grammar_spot(&reader->grammar, "code"), "code-twice", hint,
             "code %s is used twice", code);
}

/* Notes it where the group asks for a region or parent that is not given. */
static void check_seat(struct evaluation_reader *reader, const struct institution *institution,
                       const char *region)
{
    if (institution->group == NONE)
        return;
    const struct group *group = &reader->instrument->groups[institution->group];
    const char *missing = group->seat == SEAT_REGION && !region                ? "region"
                          : group->seat == SEAT_PARENT && !institution->parent ? "parent"
                                                                               : NULL;
    if (missing)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, NULL), "attribute-missing",
                 N_("write the code of the region or parent it belongs to"),
                 "<institution> of the group %s needs the attribute %s", group->id, missing);
}

void institution_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct evaluation *evaluation = reader->evaluation;
    const char *status = tag_text(tag, "status");
    struct institution institution = {
        .code = reader_keep(reader, tag, "code"),
        .name = reader_keep(reader, tag, "name"),
        .addressee = reader_keep(reader, tag, "addressee"),
        .seat = reader_keep(reader, tag, "seat"),
        .group = reader_group(reader, tag),
        .region = NONE,
        .parent = reader_keep(reader, tag, "parent"),
        .assessed = !status || strcmp(status, "not-assessed") != 0,
        .reason = reader_keep(reader, tag, "reason"),
        .salutation = reader_keep(reader, tag, "salutation"),
        .mail = reader_keep(reader, tag, "mail"),
    };
    struct institution_link link = {
        .element = reader->grammar.elements,
        .region = reader_keep(reader, tag, "region"),
    };
    check_code(reader, institution.code, evaluation->institution_count);
    check_seat(reader, &institution, link.region);

    evaluation->institutions =
        arena_grow(reader->arena, evaluation->institutions, evaluation->institution_count,
                   &reader->institution_room, sizeof *evaluation->institutions);
    evaluation->institutions[evaluation->institution_count++] = institution;
    g_array_append_val(reader->links, link);
    memset(reader->institution.given, 0,
           reader->instrument->indicator_count * sizeof *reader->institution.given);
    reader->institution.given_count = 0;
    reader->institution.errors_before = unplaced_count(reader->unplaced, SEVERITY_ERROR);
    reader->history_room = 0;
}

static bool has_index(const struct institution *institution)
{
    return institution->published && institution->published->index != INDEX_NONE;
}

/* Names the first few of the MISSING indicators and tells how many more. */
static char *missing_list(const struct evaluation_reader *reader, size_t missing)
{
    const struct instrument *instrument = reader->instrument;
    const size_t most = MIN(missing, 5);
    GString *list = g_string_new(missing == 1 ? _("indicator") : _("indicators"));
    size_t named = 0;
    for (size_t i = 0; i < instrument->indicator_count && named < most; i++) {
        if (reader->institution.given[i])
            continue;
        const char *joint = named == 0 ? " " : named + 1 == missing ? _(" and ") : ", ";
        g_string_append_printf(list, "%s%s", joint, instrument->indicators[i].no);
        named++;
    }
    if (missing > most)
        g_string_append_printf(list, _(" and %zu more"), missing - most);
    return g_string_free(list, FALSE);
}

static void check_missing(struct evaluation_reader *reader, const struct institution *institution)
{
    const struct instrument *instrument = reader->instrument;
    size_t missing = instrument->indicator_count - reader->institution.given_count;
    if (reader->institution.given_count == 0 || missing == 0)
        return;
    g_autofree char *list = missing_list(reader, missing);
    g_autofree char *hint =
        g_strdup_printf(_("%s has %zu indicators; give a level for each, or for none"),
                        instrument->id, instrument->indicator_count);
    diagnose(reader->unplaced, grammar_spot(&reader->grammar, NULL), "indicator-missing", hint,
             "%s of %s %s missing", list, institution->code ? institution->code : _("it"),
             missing == 1 ? "is" : "are");
}

static void check_result(struct evaluation_reader *reader, const struct institution *institution)
{
    const struct read_spot spot = grammar_spot(&reader->grammar, NULL);
    const char *code = institution->code ? institution->code : "it";
    bool result = reader->institution.given_count > 0 || has_index(institution);
    if (institution->assessed && !result)
        diagnose(reader->unplaced, spot, "result-missing",
                 N_("give its indicators, <published index=\"...\"/>, or status=\"not-assessed\""),
                 "%s has neither levels nor a published index", code);
    if (!institution->assessed && (result || institution->published))
        diagnose(reader->unplaced, spot, "result-unexpected",
                 N_("take out its indicators and published figures, or the status"),
                 "%s is not assessed but has results", code);
    if (!institution->assessed && !institution->reason)
        diagnose(reader->unplaced, spot, "attribute-missing", N_("write reason=\"...\""),
                 "<institution> that is not assessed needs the attribute reason");
}

static int compare_years(const void *left, const void *right)
{
    const struct history *const before = left, *const after = right;
    return g_strcmp0(before->year, after->year);
}

static void sort_history(struct evaluation_reader *reader, struct institution *institution)
{
    struct history *history = institution->history;
    if (institution->history_count == 0)
        return;
    qsort(history, institution->history_count, sizeof *history, compare_years);
    for (size_t i = 1; i < institution->history_count; i++)
        if (history[i].year && g_strcmp0(history[i - 1].year, history[i].year) == 0)
            diagnose(reader->unplaced, grammar_spot(&reader->grammar, NULL), "history-twice",
                     N_("keep one of them"), "the history of %s is given twice", history[i].year);
}

/* One that is not complete, where that is allowed, waits: it is none of the assessed. */
static bool is_waiting(const struct evaluation_reader *reader,
                       const struct institution *institution)
{
    size_t all = reader->instrument->indicator_count;
    bool whole = reader->institution.given_count == all ||
                 (reader->institution.given_count == 0 && has_index(institution));
    return reader->from->partial && institution->assessed && !whole;
}

static void let_wait(struct evaluation_reader *reader, struct institution *institution)
{
    size_t all = reader->instrument->indicator_count;
    struct read_spot spot = grammar_spot(&reader->grammar, NULL);
    spot.severity = SEVERITY_NOTE;
    diagnose(reader->unplaced, spot, "incomplete", NULL,
             "%s is not complete: %zu of %zu indicators are missing",
             institution->code ? institution->code : _("it"), all - reader->institution.given_count,
             all);
    institution->assessed = false;
    institution->reason = arena_printf(reader->arena, "belum lengkap: %zu dari %zu indikator",
                                       reader->institution.given_count, all);
}

void institution_end(struct evaluation_reader *reader)
{
    struct institution *institution = reader_institution(reader);
    /* What is missing may be what was misspelt: one complaint at a time. */
    if (is_waiting(reader, institution))
        let_wait(reader, institution);
    else if (unplaced_count(reader->unplaced, SEVERITY_ERROR) ==
             reader->institution.errors_before) {
        check_missing(reader, institution);
        check_result(reader, institution);
    }
    sort_history(reader, institution);
    records_end(reader);
    arena_destroy(reader->scratch);
    reader->scratch = arena_create();
}

/* Returns an index in hundredths, or INDEX_NONE where it is absent or wrong. */
static int64_t index_of(const struct tag *tag)
{
    int64_t index;
    const char *text = tag_text(tag, "index");
    return text && value_decimal(text, 2, &index) ? index : INDEX_NONE;
}

/* The same, inside the instrument's levels. */
static int64_t own_index_of(struct evaluation_reader *reader, const struct tag *tag)
{
    const struct instrument *instrument = reader->instrument;
    const int64_t min = instrument->level_min / instrument->level_scale;
    const int64_t max = instrument->level_max / instrument->level_scale;
    int64_t index = index_of(tag);
    if (index == INDEX_NONE || (index >= min * 100 && index <= max * 100))
        return index;
    diagnose(reader->unplaced, grammar_spot(&reader->grammar, "index"), "index-range",
             N_("an index is a mean of levels"), "index %s is outside %d..%d",
             tag_text(tag, "index"), (int)min, (int)max);
    return index;
}

static int64_t *no_indices(struct evaluation_reader *reader, size_t count)
{
    int64_t *indices = ARENA_ARRAY(reader->arena, count, int64_t);
    for (size_t i = 0; i < count; i++)
        indices[i] = INDEX_NONE;
    return indices;
}

static void check_grade(struct evaluation_reader *reader, const char *grade)
{
    const struct instrument *instrument = reader->instrument;
    const char **names = ARENA_ARRAY(reader->scratch, instrument->grade_count + 1, const char *);
    for (size_t i = 0; i < instrument->grade_count; i++)
        names[i] = instrument->grades[i].name;
    if (grade && !g_strv_contains(names, grade))
        reader_unknown(reader, "grade", grade, names);
}

struct published *published_read(struct evaluation_reader *reader, const struct tag *tag)
{
    struct published *published = ARENA_NEW(reader->arena, struct published);
    published->index = own_index_of(reader, tag);
    published->grade = reader_keep(reader, tag, "grade");
    published->domains = no_indices(reader, reader->instrument->domain_count);
    published->aspects = no_indices(reader, reader->instrument->aspect_count);
    check_grade(reader, published->grade);
    return published;
}

void published_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    reader->published = published_read(reader, tag);
    reader_institution(reader)->published = reader->published;
}

static size_t part_of(const struct instrument *instrument, const char *no, bool domain)
{
    size_t count = domain ? instrument->domain_count : instrument->aspect_count;
    for (size_t i = 0; i < count; i++)
        if (strcmp(domain ? instrument->domains[i].no : instrument->aspects[i].no, no) == 0)
            return i;
    return NONE;
}

static void part_begin(struct evaluation_reader *reader, const struct tag *tag, bool domain)
{
    const struct published *published = reader->published;
    const char *no = tag_text(tag, "no"), *kind = domain ? _("domain") : _("aspect");
    if (!no)
        return;
    size_t part = part_of(reader->instrument, no, domain);
    if (part == NONE) {
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "no"), "part-unknown",
                 N_("look up its number in the instrument"), "%s has no %s \"%s\"",
                 reader->instrument->id, kind, no);
        return;
    }
    int64_t *index = domain ? &published->domains[part] : &published->aspects[part];
    if (*index != INDEX_NONE)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "no"), "part-twice",
                 N_("keep one of them"), "%s %s is given twice", kind, no);
    *index = own_index_of(reader, tag);
}

void published_domain_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    part_begin(reader, tag, true);
}

void published_aspect_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    part_begin(reader, tag, false);
}

void history_begin(struct evaluation_reader *reader, const struct tag *tag)
{
    struct institution *institution = reader_institution(reader);
    struct history history = {
        .year = reader_keep(reader, tag, "year"),
        .instrument = reader_keep(reader, tag, "instrument"),
        .grade = reader_keep(reader, tag, "grade"),
        .index = index_of(tag),
    };
    institution->history =
        arena_grow(reader->arena, institution->history, institution->history_count,
                   &reader->history_room, sizeof *institution->history);
    institution->history[institution->history_count++] = history;
}
