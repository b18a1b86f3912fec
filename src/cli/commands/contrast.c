#include "contrast.h"

#include "../json.h"

#include "rapor/base/numeral.h"

#define LABEL  14 /* columns of the words on the left */
#define BEFORE 12 /* and of what was before */

/* True where no earlier level is of the same institution: it is told of once. */
static bool is_first(const struct contrast *contrast, size_t number)
{
    for (size_t i = 0; i < number; i++)
        if (contrast->levels[i].institution == contrast->levels[number].institution)
            return false;
    return true;
}

static const struct instrument *instrument_of(const struct contrast *contrast)
{
    return contrast->before->evaluation->instrument;
}

/* The level of an indicator, or that it waits for the index of another body. */
static const char *level_text(const struct contrast *contrast, int64_t level)
{
    const struct instrument *instrument = instrument_of(contrast);
    return instrument->level_decimals == 2
               ? numeral_hundredths(instrument_hundredths(instrument, level), contrast->arena)
               : numeral_fraction(level, instrument->level_scale, contrast->arena);
}

/* Or that it waits for the index of another body. */
static const char *level_before(const struct contrast *contrast,
                                const struct institution *institution, size_t indicator)
{
    return institution->pending && institution->pending[indicator]
               ? "menunggu"
               : level_text(contrast, institution->levels[indicator]);
}

static const char *exact_text(const struct contrast *contrast, struct exact_value value)
{
    return numeral_fraction(value.sum, value.whole, contrast->arena);
}

/* In the words of the instrument. */
static const char *called(const struct contrast *contrast, const char *label)
{
    return naming_put(&instrument_of(contrast)->naming, label, contrast->arena);
}

/* Whoever has levels has a grade, but of an instrument without grades. */
static const char *grade_text(const struct standing *standing)
{
    return standing->grade ? standing->grade->name : "";
}

/* "  Indeks        3,34         -> 3,39" */
static void add_line(GString *out, const char *label, const char *before, const char *after)
{
    glong gap = BEFORE - g_utf8_strlen(before, -1), indent = LABEL - g_utf8_strlen(label, -1);
    g_string_append_printf(out, "  %s%*s%s%*s -> %s", label, (int)MAX(indent, 1), "", before,
                           (int)MAX(gap, 0), "", after);
}

static void add_figures(const struct contrast *contrast, const struct standing *before,
                        const struct standing *after, GString *out)
{
    struct arena *arena = contrast->arena;
    add_line(out, called(contrast, "Indeks"),
             numeral_decimal(numeral_hundredths(before->index.printed, arena), arena),
             numeral_decimal(numeral_hundredths(after->index.printed, arena), arena));
    g_string_append_c(out, '\n');
    add_line(out, "  tepat", numeral_decimal(exact_text(contrast, before->index), arena),
             numeral_decimal(exact_text(contrast, after->index), arena));
    g_string_append_c(out, '\n');
    add_line(out, called(contrast, "Predikat"), grade_text(before), grade_text(after));
    g_string_append_c(out, '\n');
}

static void add_ranks(const struct contrast *contrast, const struct standing *before,
                      const struct standing *after, GString *out)
{
    const struct instrument *instrument = instrument_of(contrast);
    for (size_t s = 0; s < instrument->scope_count; s++) {
        const struct rank *was = &before->ranks[s], *is = &after->ranks[s];
        if (was->position == 0)
            continue;
        g_autofree char *position = g_strdup_printf("%zu", was->position);
        g_autofree char *then = g_strdup_printf("%zu", is->position);
        add_line(out, "Peringkat", position, then);
        g_string_append_printf(out, " dari %zu, %s\n", is->of, instrument->scopes[s].name);
    }
}

static void add_levels(const struct contrast *contrast, const struct institution *institution,
                       size_t number, GString *out)
{
    for (size_t i = 0; i < contrast->count; i++) {
        const struct supposed *level = &contrast->levels[i];
        if (level->institution != number)
            continue;
        g_autofree char *label = g_strdup_printf(
            "Indikator %s", instrument_of(contrast)->indicators[level->indicator].no);
        const char *was = level_before(contrast, institution, level->indicator);
        const char *is = level_text(contrast, level->level);
        add_line(out, called(contrast, label), numeral_decimal(was, contrast->arena),
                 numeral_decimal(is, contrast->arena));
        g_string_append_c(out, '\n');
    }
}

void contrast_text(const struct contrast *contrast, GString *out)
{
    for (size_t i = 0; i < contrast->count; i++) {
        size_t number = contrast->levels[i].institution;
        const struct standing *before = &contrast->before->all[number];
        const struct standing *after = &contrast->after->all[number];
        if (!is_first(contrast, i))
            continue;
        g_string_append_printf(out, "%s%s %s\n", out->len > 0 ? "\n" : "",
                               before->institution->code, before->institution->name);
        add_levels(contrast, before->institution, number, out);
        add_figures(contrast, before, after, out);
        add_ranks(contrast, before, after, out);
    }
}

static void json_level(const struct contrast *contrast, const struct supposed *level, GString *out)
{
    const struct institution *institution = contrast->before->all[level->institution].institution;
    json_begin(out, "level");
    json_text(out, "code", institution->code);
    json_text(out, "indicator", instrument_of(contrast)->indicators[level->indicator].no);
    json_text(out, "before", level_before(contrast, institution, level->indicator));
    json_text(out, "after", level_text(contrast, level->level));
    json_end(out);
}

static void json_figures(const struct contrast *contrast, const struct standing *before,
                         const struct standing *after, GString *out)
{
    struct arena *arena = contrast->arena;
    json_begin(out, "score");
    json_text(out, "code", before->institution->code);
    json_text(out, "name", before->institution->name);
    json_text(out, "index-before", numeral_hundredths(before->index.printed, arena));
    json_text(out, "index-after", numeral_hundredths(after->index.printed, arena));
    json_text(out, "exact-before", exact_text(contrast, before->index));
    json_text(out, "exact-after", exact_text(contrast, after->index));
    json_text(out, "grade-before", grade_text(before));
    json_text(out, "grade-after", grade_text(after));
    json_end(out);
}

static void json_ranks(const struct contrast *contrast, const struct standing *before,
                       const struct standing *after, GString *out)
{
    const struct instrument *instrument = instrument_of(contrast);
    for (size_t s = 0; s < instrument->scope_count; s++) {
        if (before->ranks[s].position == 0)
            continue;
        json_begin(out, "rank");
        json_text(out, "code", before->institution->code);
        json_text(out, "scope", instrument->scopes[s].id);
        json_number(out, "before", (int64_t)before->ranks[s].position);
        json_number(out, "after", (int64_t)after->ranks[s].position);
        json_number(out, "of", (int64_t)after->ranks[s].of);
        json_end(out);
    }
}

void contrast_json(const struct contrast *contrast, GString *out)
{
    for (size_t i = 0; i < contrast->count; i++)
        json_level(contrast, &contrast->levels[i], out);
    for (size_t i = 0; i < contrast->count; i++) {
        size_t number = contrast->levels[i].institution;
        if (!is_first(contrast, i))
            continue;
        json_figures(contrast, &contrast->before->all[number], &contrast->after->all[number], out);
        json_ranks(contrast, &contrast->before->all[number], &contrast->after->all[number], out);
    }
}
