#include "command.h"
#include "output.h"
#include "selection.h"
#include "suggest.h"

#include "rapor/arena.h"
#include "rapor/failure.h"
#include "rapor/pages.h"
#include "rapor/paint.h"
#include "rapor/standing.h"

#include <stdio.h>
#include <string.h>

#define RESOLUTION      100.0 /* dots per inch, unless something else is said */
#define RESOLUTION_MAX  1200.0
#define POINTS_PER_INCH 72.0

static const struct option options[] = {
    {"document", 'd', OPTION_TEXT, offsetof(struct options, document), "KIND", "kind of document"},
    {"institution", 0, OPTION_TEXT, offsetof(struct options, institution), "CODE",
     "for this one, else for the first"},
    {"region", 0, OPTION_TEXT, offsetof(struct options, region), "CODE",
     "for this one, else for the first"},
    {"format", 'f', OPTION_TEXT, offsetof(struct options, format), "FORMAT",
     "pdf, png, svg or trace; pdf unless FILE says another"},
    {"painter", 0, OPTION_TEXT, offsetof(struct options, painter), "archival|cairo",
     "of PDFs (archival)"},
    {"page", 0, OPTION_NUMBER, offsetof(struct options, page), "N", "only this page"},
    {"resolution", 0, OPTION_DECIMAL, offsetof(struct options, resolution), "DPI",
     "of a picture (100)"},
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     "write to FILE (-: standard output)"},
    {0},
};

static bool check_format(const char *format, GError **error)
{
    g_autoptr(GPtrArray) formats = g_ptr_array_new();
    for (size_t i = 0; painters[i]; i++)
        if (painter_find(painters[i]->format, NULL) == painters[i])
            g_ptr_array_add(formats, (void *)painters[i]->format);
    const struct choice choice = {"format", (const char *const *)formats->pdata, formats->len};
    return choice_has(&choice, format, error);
}

/* --format, else what the suffix of the file says, else PDF. */
static const struct painter *find_painter(const struct options *given, GError **error)
{
    const char *format = given->format ? given->format : "pdf";
    const char *dot = given->output ? strrchr(given->output, '.') : NULL;
    for (size_t i = 0; !given->format && dot && painters[i]; i++)
        if (strcmp(painters[i]->suffix, dot + 1) == 0)
            format = painters[i]->format;
    if (!check_format(format, error))
        return NULL;
    const struct painter *painter = painter_find(format, given->painter);
    if (!painter)
        fail(error, FAILURE_USAGE, "--painter %s makes PDFs, but a %s is asked for", given->painter,
             format);
    return painter;
}

static const struct painter *check_usage(struct options *given, GError **error)
{
    if (!given->document) {
        fail(error, FAILURE_USAGE, "which document is missing\nhint: add --document KIND");
        return NULL;
    }
    if (given->resolution == 0)
        given->resolution = RESOLUTION;
    if (given->resolution > RESOLUTION_MAX) {
        fail(error, FAILURE_USAGE, "--resolution %g is more than %g", given->resolution,
             RESOLUTION_MAX);
        return NULL;
    }
    const struct painter *painter = find_painter(given, error);
    if (painter && painter != &painter_trace && output_is_terminal(given->output)) {
        fail(error, FAILURE_USAGE, "a %s is nothing for a terminal\nhint: add -o FILE.%s",
             painter->format, painter->suffix);
        return NULL;
    }
    return painter;
}

static size_t find_document(const struct instrument *instrument, const char *kind, GError **error)
{
    g_autoptr(GPtrArray) kinds = g_ptr_array_new();
    for (size_t i = 0; i < instrument->document_count; i++) {
        if (strcmp(instrument->documents[i].kind, kind) == 0)
            return i;
        g_ptr_array_add(kinds, (void *)instrument->documents[i].kind);
    }
    const struct choice choice = {"kind of document", (const char *const *)kinds->pdata,
                                  kinds->len};
    choice_has(&choice, kind, error);
    return NONE;
}

/* The one asked for, else the first that such a document is made for. */
static size_t find_institution(const struct session *session, size_t index,
                               const struct options *given, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct document *document = &evaluation->instrument->documents[index];
    size_t region = NONE;
    if (given->institution)
        return selection_institution(evaluation, given->institution, error);
    if (given->region && (region = selection_region(evaluation, given->region, error)) == NONE)
        return NONE;
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        bool inside = region == NONE || evaluation->institutions[i].region == region;
        bool earned = false;
        if (inside && !session_earns(session, index, i, &earned, error))
            return NONE;
        if (earned)
            return i;
    }
    fail(error, FAILURE_DATA, "there is no institution to make a %s for", document->kind);
    return NONE;
}

static size_t find_region(const struct evaluation *evaluation, const struct options *given,
                          GError **error)
{
    if (given->region)
        return selection_region(evaluation, given->region, error);
    if (evaluation->region_count > 0)
        return 0;
    fail(error, FAILURE_DATA, "the evaluation has no regions");
    return NONE;
}

/* The one asked for, else the first that has units. */
static bool find_parent(const struct session *session, const struct document *document,
                        const struct options *given, size_t *subject, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct standings *standings = session->standings;
    if (given->region)
        return fail(error, FAILURE_USAGE, "a %s is not made for a region", document->kind);
    if (!given->institution) {
        *subject = standings->parent_count > 0 ? standings->parents[0].institution : NONE;
        return *subject != NONE ||
               fail(error, FAILURE_DATA, "no institution has units to make a %s for",
                    document->kind);
    }
    *subject = selection_institution(evaluation, given->institution, error);
    if (*subject == NONE)
        return false;
    return standings_parent(standings, *subject) != NONE ||
           fail(error, FAILURE_USAGE, "%s has no units: no %s is made for it",
                evaluation->institutions[*subject].name, document->kind);
}

/* True where the paper is made for whom it was asked for. */
static bool is_earned(const struct session *session, size_t index, size_t subject, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct document *document = &evaluation->instrument->documents[index];
    bool earned;
    if (!session_earns(session, index, subject, &earned, error) || earned)
        return earned;
    if (document->per != PER_INSTITUTION)
        return fail(error, FAILURE_USAGE, "no %s is made of this evaluation", document->kind);
    const char *name = evaluation->institutions[subject].name;
    if (!standing_earns(&session->standings->all[subject], document))
        return fail(error, FAILURE_USAGE,
                    "%s was not assessed, or no session is recorded: no %s is made for it", name,
                    document->kind);
    return fail(error, FAILURE_USAGE, "%s is none of those that a %s is made for", name,
                document->kind);
}

static bool find_subject(const struct session *session, size_t index, const struct options *given,
                         size_t *subject, GError **error)
{
    const struct evaluation *evaluation = session->evaluation;
    const struct document *document = &evaluation->instrument->documents[index];
    *subject = NONE;
    if ((document->per == PER_NATION || document->per == PER_REGION) && given->institution)
        return fail(error, FAILURE_USAGE, "a %s is not made for an institution", document->kind);
    switch (document->per) {
    case PER_NATION:
        return !given->region ||
               fail(error, FAILURE_USAGE, "there is one %s for the whole nation", document->kind);
    case PER_REGION:
        *subject = find_region(evaluation, given, error);
        return *subject != NONE;
    case PER_PARENT:
        return find_parent(session, document, given, subject, error);
    case PER_INSTITUTION:
        break;
    }
    *subject = find_institution(session, index, given, error);
    return *subject != NONE;
}

static bool paint(struct call *call, struct session *session, const struct pages *pages,
                  const struct painter *painter, GError **error)
{
    const struct options *given = &call->options;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    if ((size_t)given->page > pages->count)
        return fail(error, FAILURE_USAGE, "--page %d: it has %zu page%s", given->page, pages->count,
                    pages->count == 1 ? "" : "s");
    const struct excerpt excerpt = {(unsigned)given->page, given->resolution / POINTS_PER_INCH};
    return painter->paint(pages, session->press, excerpt, bytes, error) &&
           output_write(given->output, bytes->data, bytes->len, error);
}

static bool preview(struct call *call, struct session *session, const struct painter *painter,
                    GError **error)
{
    const struct instrument *instrument = session->evaluation->instrument;
    const char *kinds[] = {call->options.document, NULL};
    size_t document = find_document(instrument, kinds[0], error), subject;
    if (document == NONE || !session_open_layouts(session, kinds, error) ||
        !find_subject(session, document, &call->options, &subject, error) ||
        !is_earned(session, document, subject, error))
        return false;
    struct pages *pages = session_pages(session, document, subject, call->arena, error);
    return pages && paint(call, session, pages, painter, error);
}

static int run(struct call *call, GError **error)
{
    const struct painter *painter = check_usage(&call->options, error);
    struct session *session = painter ? call_session(call, error) : NULL;
    if (session)
        preview(call, session, painter, error);
    session_close(session);
    return FAILURE_NONE;
}

const struct command command_preview = {
    .name = "preview",
    .operands = "IN --document KIND",
    .summary = "make one document to look at",
    .examples = "rapor preview nilai.xml --document certificate -o coba.pdf\n"
                "rapor preview nilai.xml -d report --institution 13.01 --page 3 -o hal-3.png\n"
                "rapor preview nilai.xml -d decree -f trace | less\n",
    .about = "A trace is text: what stands where on each page.  A picture shows one page, the\n"
             "first unless --page says another.\n",
    .options = (const struct option *const[]){options, options_reading, options_typesetting,
                                              options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "IN",
    .run = run,
};
