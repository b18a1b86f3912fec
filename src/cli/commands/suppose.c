#include "suppose.h"

#include "../command.h"
#include "../output.h"
#include "../selection.h"
#include "contrast.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <string.h>

/* Reads "3" or "3.25" in steps; false where it has too many decimals. */
static bool read_level(const char *text, const struct instrument *instrument, int64_t *level)
{
    const int64_t tens = instrument->level_decimals == 0   ? 1
                         : instrument->level_decimals == 1 ? 10
                                                           : 100;
    int64_t digits = 0, unit = tens;
    bool behind = false;
    if (!g_ascii_isdigit(*text))
        return false;
    for (const char *c = text; *c; c++) {
        if (*c == '.' && !behind && g_ascii_isdigit(c[1])) {
            behind = true;
            continue;
        }
        if (!g_ascii_isdigit(*c) || digits > 1000000 || (behind && unit == 1))
            return false;
        digits = digits * 10 + g_ascii_digit_value(*c);
        unit = behind ? unit / 10 : unit;
    }
    *level = digits * unit * (instrument->level_scale / tens);
    return true;
}

static bool check_level(const struct instrument *instrument, const char *no, const char *text,
                        int32_t *level, GError **error)
{
    int64_t read = 0, scale = instrument->level_scale;
    const int min = (int)(instrument->level_min / scale),
              max = (int)(instrument->level_max / scale);
    if (!read_level(text, instrument, &read))
        return fail(
            error, FAILURE_USAGE,
            "level \"%s\" of indicator %s is not a %s\nhint: levels are from %d to %d", text, no,
            instrument->level_decimals == 0 ? _("whole number") : _("number with so many decimals"),
            min, max);
    if (read < instrument->level_min || read > instrument->level_max)
        return fail(error, FAILURE_USAGE, "level %s of indicator %s is outside %d..%d", text, no,
                    min, max);
    *level = (int32_t)read;
    return true;
}

static bool check_indicator(const struct instrument *instrument, const char *no, size_t *found,
                            GError **error)
{
    *found = instrument_indicator(instrument, no);
    return *found != NONE ||
           fail(error, FAILURE_USAGE, "unknown indicator \"%s\"\nhint: %s has %s to %s", no,
                instrument->id, instrument->indicators[0].no,
                instrument->indicators[instrument->indicator_count - 1].no);
}

/* Adds what "22=3" says to LEVELS. */
static bool read_pair(const struct instrument *instrument, size_t institution, const char *pair,
                      GArray *levels, GError **error)
{
    g_auto(GStrv) sides = g_strsplit(pair, "=", 2);
    struct supposed supposed = {.institution = institution};
    if (g_strv_length(sides) < 2)
        return fail(error, FAILURE_USAGE,
                    "\"%s\" sets no level\n"
                    "hint: write CODE:INDICATOR=LEVEL, more of them behind commas",
                    pair);
    const char *no = g_strstrip(sides[0]), *level = g_strstrip(sides[1]);
    if (!check_indicator(instrument, no, &supposed.indicator, error) ||
        !check_level(instrument, no, level, &supposed.level, error))
        return false;
    for (guint i = 0; i < levels->len; i++) {
        const struct supposed *other = &g_array_index(levels, struct supposed, i);
        if (other->institution == institution && other->indicator == supposed.indicator)
            return fail(error, FAILURE_USAGE, "indicator %s is set twice", no);
    }
    g_array_append_val(levels, supposed);
    return true;
}

/* Adds what "13.01:22=3,31=3" says. */
static bool read_set(const struct evaluation *evaluation, const char *set, GArray *levels,
                     GError **error)
{
    g_auto(GStrv) sides = g_strsplit(set, ":", 2);
    if (g_strv_length(sides) < 2 || !*sides[1])
        return fail(error, FAILURE_USAGE,
                    "--set \"%s\" names no institution or no level\n"
                    "hint: write CODE:INDICATOR=LEVEL, more of them behind commas",
                    set);
    const char *code = g_strstrip(sides[0]);
    size_t institution = selection_institution(evaluation, code, error);
    if (institution == NONE)
        return false;
    if (!evaluation->institutions[institution].levels)
        return fail(error, FAILURE_USAGE, "%s has no levels that could be others", code);
    g_auto(GStrv) pairs = g_strsplit(sides[1], ",", -1);
    for (size_t i = 0; pairs[i]; i++)
        if (!read_pair(evaluation->instrument, institution, pairs[i], levels, error))
            return false;
    return true;
}

bool suppose(struct call *call, const struct session *session, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    g_autoptr(GArray) levels = g_array_new(FALSE, FALSE, sizeof(struct supposed));
    for (char **set = call->options.set; *set; set++)
        if (!read_set(evaluation, *set, levels, error))
            return false;

    const struct supposed *items = (const struct supposed *)(const void *)levels->data;
    const struct contrast contrast = {
        .before = session->standings,
        .after = standings_of(what_if(evaluation, items, levels->len, call->arena), call->arena),
        .levels = items,
        .count = levels->len,
        .arena = call->arena,
    };
    g_autoptr(GString) text = g_string_new(NULL);
    if (call->json)
        contrast_json(&contrast, text);
    else
        contrast_text(&contrast, text);
    return output_write(call->options.output, text->str, text->len, error);
}
