#include "../command.h"
#include "../guard/guard.h"
#include "../output.h"
#include "../selection.h"
#include "../suggest.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/press/chart_catalogue.h"
#include "rapor/press/output_format.h"

#include <stdio.h>
#include <string.h>

static const struct option options[] = {
    {"kind", 'k', OPTION_TEXT, offsetof(struct options, kind), "CHART",
     N_("the chart; see --list")},
    {"group", 0, OPTION_TEXT, offsetof(struct options, group), "ID", N_("of this group")},
    {"region", 0, OPTION_TEXT, offsetof(struct options, region), "CODE", N_("of this region")},
    {"institution", 0, OPTION_TEXT, offsetof(struct options, institution), "CODE",
     N_("of this institution")},
    {"theme", 0, OPTION_TEXT, offsetof(struct options, theme), "THEME",
     N_("colours: print, dark or ministry (print)")},
    {"size", 0, OPTION_TEXT, offsetof(struct options, size), "wide|square|tall",
     N_("1200x675, 1080x1080 or 1080x1920 pixels (wide)")},
    {"scale", 0, OPTION_NUMBER, offsetof(struct options, scale), "1|2",
     N_("pixel scale of a PNG (default: 1)")},
    {"format", 'f', OPTION_TEXT, offsetof(struct options, format), "CHART-FORMAT",
     N_("default: by the suffix of FILE, else svg")},
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     N_("write to FILE (-: standard output)")},
    {"list", 0, OPTION_FLAG, offsetof(struct options, list), NULL, N_("list the charts")},
    {0},
};

static bool print_list(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const struct places places = {given->layouts, given->fonts, given->emblem, given->partial};
    struct session bare = {.arena = call->arena, .places = places_find(places, call->arena)};
    struct chart_catalogue *catalogue = catalogue_open(&bare, NULL, error);
    for (size_t i = 0; catalogue && i < catalogue->count; i++)
        printf("%-16s %s\n", catalogue->charts[i].name, catalogue->charts[i].about);
    catalogue_close(catalogue);
    return catalogue != NULL;
}

static const struct output_format *find_format(const struct options *given, GError **error)
{
    static const char *const endings[] = {"svg", "png", "pdf", "csv", "id.csv", "txt", NULL};
    const struct output_format *format = given->output ? output_format_of(given->output) : NULL;
    if (given->format)
        format = output_format_find(given->format);
    else if (!format && output_check_ending(given->output, endings, error))
        format = output_format_find("svg");
    if (format && given->scale == 2 && strcmp(format->ending, "png") == 0)
        format = output_format_find("2x.png");
    return format;
}

static bool check_words(const struct options *given, GError **error)
{
    int narrowed = !!given->group + !!given->region + !!given->institution;
    if (!given->kind)
        return fail(error, FAILURE_USAGE,
                    "which chart is missing\nhint: add --kind NAME; rapor chart --list shows all");
    if (given->scale > 2)
        return fail(error, FAILURE_USAGE, "--scale is 1 or 2");
    return narrowed <= 1 ||
           fail(error, FAILURE_USAGE, "a chart is of one group, one region or one institution");
}

static const struct output_format *check_usage(const struct options *given, GError **error)
{
    if (!check_words(given, error))
        return NULL;
    const struct output_format *format = find_format(given, error);
    bool picture = g_str_has_suffix(format->ending, "png") || strcmp(format->ending, "pdf") == 0;
    if (picture && output_is_terminal(given->output)) {
        fail(error, FAILURE_USAGE, "refusing to write a %s to a terminal\nhint: add -o FILE.%s",
             format->ending, format->ending);
        return NULL;
    }
    return format;
}

static bool find_group(const struct instrument *instrument, const char *id, GError **error)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (size_t i = 0; i < instrument->group_count; i++)
        g_ptr_array_add(ids, (void *)instrument->groups[i].id);
    const struct choice choice = {N_("group"), (const char *const *)ids->pdata, ids->len};
    return choice_has(&choice, id, error);
}

static bool find_subject(const struct session *session, const struct options *given,
                         struct chart_subject *subject, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    *subject = (struct chart_subject){OF_NATION, NULL};
    if (given->group)
        *subject = (struct chart_subject){OF_GROUP, given->group};
    if (given->region)
        *subject = (struct chart_subject){OF_REGION, given->region};
    if (given->institution)
        *subject = (struct chart_subject){OF_INSTITUTION, given->institution};
    switch (subject->of) {
    case OF_NATION:
        return true;
    case OF_GROUP:
        return find_group(evaluation->instrument, given->group, error);
    case OF_REGION:
        return selection_region(evaluation, given->region, error) != NONE;
    case OF_INSTITUTION:
        break;
    }
    return selection_institution(evaluation, given->institution, error) != NONE;
}

static bool find_sheet(const struct chart_catalogue *catalogue, const char *kind, size_t *chart,
                       GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t i = 0; i < catalogue->count; i++)
        g_ptr_array_add(names, (void *)catalogue->charts[i].name);
    const struct choice choice = {N_("chart"), (const char *const *)names->pdata, names->len};
    *chart = catalogue_find(catalogue, kind);
    return choice_has(&choice, kind, error);
}

static bool make(struct call *call, struct chart_catalogue *catalogue,
                 const struct output_format *format, GError **error)
{
    const struct options *given = &call->options;
    struct chart_subject subject;
    size_t chart;
    if (!find_sheet(catalogue, given->kind, &chart, error) ||
        !find_subject(catalogue->session, given, &subject, error))
        return false;
    const struct pages *pages = catalogue_pages(catalogue, chart, &subject, call->arena, error);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    return pages && format->make(catalogue->session, pages, bytes, error) &&
           output_write(given->output, bytes->data, bytes->len, error);
}

static bool draw(struct call *call, const struct output_format *format, GError **error)
{
    static const char *const none[] = {NULL};
    const struct options *given = &call->options;
    const char *themes[] = {given->size ? given->size : "wide", given->theme, NULL};
    struct session *session = call_session(call, error);
    struct chart_catalogue *catalogue = NULL;
    if (session && session_open_layouts(session, none, error))
        catalogue = catalogue_open(session, themes, error);
    bool done = catalogue && make(call, catalogue, format, error);
    catalogue_close(catalogue);
    session_close(session);
    return done;
}

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    if (given->list)
        return print_list(call, error) ? FAILURE_NONE : FAILURE_SOFTWARE;
    if (!given->inputs[0]) {
        fail(error, FAILURE_USAGE, "IN is missing\nhint: rapor chart --list needs none");
        return FAILURE_USAGE;
    }
    const struct output_format *format = check_usage(given, error);
    if (format && guard_enter(call, error))
        draw(call, format, error);
    return FAILURE_NONE;
}

const struct command command_chart = {
    .name = "chart",
    .operands = "IN --kind NAME",
    .summary = N_("make one chart for the press"),
    .examples = "rapor chart nilai.xml --kind histogram -o sebaran.svg\n"
                "rapor chart nilai.xml -k ranking --group kota --size square -o kota.png\n"
                "rapor chart nilai.xml -k histogram -o sebaran.csv\n"
                "rapor chart --list\n",
    .about = N_("A sheet with title, chart, note and source, as a picture; as CSV exactly the\n"
                "numbers it shows, as text what it says.  doc/charts.md describes the charts.\n"),
    .options = (const struct option *const[]){options, options_reading, options_typesetting,
                                              options_guarded, options_all, NULL},
    .inputs_min = 0,
    .inputs_max = 1,
    .inputs = "IN",
    .run = run,
};
