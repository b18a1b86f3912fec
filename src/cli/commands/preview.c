#include "../command.h"
#include "../guard/guard.h"
#include "../output.h"
#include "../report.h"
#include "../selection.h"
#include "../subject.h"
#include "../suggest.h"
#include "watch.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/interrupt.h"
#include "rapor/base/language.h"
#include "rapor/paint/paint.h"
#include "rapor/type/pages.h"

#include <stdio.h>
#include <string.h>

#define RESOLUTION      100.0 /* dots per inch, unless something else is said */
#define RESOLUTION_MAX  1200.0
#define POINTS_PER_INCH 72.0

static const struct option options[] = {
    {"layout", 'd', OPTION_TEXT, offsetof(struct options, layout), "KIND", N_("kind of document")},
    {"institution", 0, OPTION_TEXT, offsetof(struct options, institution), "CODE",
     N_("for this one (default: the first)")},
    {"region", 0, OPTION_TEXT, offsetof(struct options, region), "CODE",
     N_("for this one (default: the first)")},
    {"format", 'f', OPTION_TEXT, offsetof(struct options, format), "FORMAT",
     N_("default: by the suffix of FILE, else pdf")},
    {"painter", 0, OPTION_TEXT, offsetof(struct options, painter), "PAINTER",
     N_("painter for PDFs (default: archival)")},
    {"page", 0, OPTION_NUMBER, offsetof(struct options, page), "N", N_("only this page")},
    {"resolution", 0, OPTION_DECIMAL, offsetof(struct options, resolution), "DPI",
     N_("resolution of a picture (default: 100)")},
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     N_("write to FILE (-: standard output)")},
    {"signed", 0, OPTION_FLAG, offsetof(struct options, signed_look), NULL,
     N_("show what a signed paper shows, though nobody has signed it")},
    {"boxes", 0, OPTION_FLAG, offsetof(struct options, boxes), NULL,
     N_("show styles, boxes and baselines")},
    {"watch", 0, OPTION_FLAG, offsetof(struct options, watch), NULL,
     N_("rebuild whenever a source file is saved")},
    {0},
};

/* --format, else what the suffix of the file says, else PDF. */
static const struct painter *find_painter(const struct options *given, GError **error)
{
    const char *format = given->format ? given->format : "pdf";
    const char *dot = given->output ? strrchr(given->output, '.') : NULL;
    g_autoptr(GPtrArray) endings = g_ptr_array_new();
    for (size_t i = 0; !given->format && painters[i]; i++) {
        g_ptr_array_add(endings, (void *)painters[i]->suffix);
        if (dot && strcmp(painters[i]->suffix, dot + 1) == 0)
            format = painters[i]->format;
    }
    g_ptr_array_add(endings, NULL);
    if (!given->format &&
        !output_check_ending(given->output, (const char *const *)endings->pdata, error))
        return NULL;
    const struct painter *painter = painter_find(format, given->painter);
    if (!painter)
        fail(error, FAILURE_USAGE, "--painter %s makes PDFs, but a %s is asked for", given->painter,
             format);
    return painter;
}

static const struct painter *check_usage(struct options *given, GError **error)
{
    if (!given->layout) {
        fail(error, FAILURE_USAGE,
             "which document is missing\nhint: add --layout KIND, such as letter");
        return NULL;
    }
    if (given->watch && (!given->output || strcmp(given->output, "-") == 0)) {
        fail(error, FAILURE_USAGE, "--watch writes to a file\nhint: add -o FILE");
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
        fail(error, FAILURE_USAGE, "refusing to write a %s to a terminal\nhint: add -o FILE.%s",
             painter->format, painter->suffix);
        return NULL;
    }
    return painter;
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

/* What stands over a page once it is signed, now. */
static void show_signed(struct pages *pages)
{
    for (size_t p = 0; p < pages->count; p++) {
        struct page *page = &pages->items[p];
        for (size_t i = 0; i < page->signed_only.count; i++) {
            const struct ink *ink = &page->signed_only.items[i];
            *inks_add(&page->inks, ink->kind, ink->x, ink->y) = *ink;
        }
        page->signed_only.count = 0;
    }
}

static bool preview(struct call *call, struct session *session, const struct painter *painter,
                    GError **error)
{
    const struct instrument *instrument = session->evaluation->instrument;
    const char *kinds[] = {selection_kind(instrument, call->options.layout, call->arena), NULL};
    size_t document = find_document(instrument, kinds[0], error), subject;
    session->marked = call->options.boxes;
    if (document == NONE || !session_open_layouts(session, kinds, error) ||
        !find_subject(session, document, &call->options, &subject, error))
        return false;
    struct pages *pages = session_pages(session, document, subject, call->arena, error);
    if (pages && call->options.signed_look)
        show_signed(pages);
    return pages && paint(call, session, pages, painter, error);
}

static void add_path(GPtrArray *files, const char *path)
{
    g_ptr_array_add(files, g_strdup(path));
}

/* Adds what is read even where SESSION is NULL, and else all that it has read. */
static void add_files(const struct call *call, const struct session *session, GPtrArray *files)
{
    add_path(files, call->options.inputs[0]);
    for (char **year = call->options.history; year && *year; year++)
        add_path(files, *year);
    if (!session)
        return;
    g_ptr_array_add(
        files, g_build_filename(session->evaluation->instrument->folder, "instrument.xml", NULL));
    add_path(files, session->places.fonts);
    add_path(files, session->places.emblem);
    for (guint i = 0; i < session->files->len; i++)
        add_path(files, session->files->pdata[i]);
}

static bool make(struct call *call, const struct painter *painter, GPtrArray *files, GError **error)
{
    struct session *session = call_session(call, error);
    bool done = session && preview(call, session, painter, error);
    add_files(call, session, files);
    session_close(session);
    return done;
}

/* One of many times: says what is wrong, or how long it took.  The file of the last
 * time that went well stays.  Returns the exit code that it would have alone. */
static int make_again(const struct call *call, const struct painter *painter, struct watch *watch)
{
    struct call once = *call;
    once.arena = arena_create();
    once.diagnostics = diagnostics_create();
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    const gint64 begin = g_get_monotonic_time();
    watch_begin(watch);
    bool done = make(&once, painter, files, &error);
    call_report(&once);
    if (error)
        report_failure(&once, error);
    if (done)
        fprintf(stderr, "%s: %.2f s\n", call->options.output,
                (double)(g_get_monotonic_time() - begin) / G_USEC_PER_SEC);
    watch_files(watch, files);
    diagnostics_destroy(once.diagnostics);
    arena_destroy(once.arena);
    return error ? error->code : FAILURE_NONE;
}

/* Until it is interrupted, which is how it ends; a wrong command line ends it at once. */
static int keep_making(const struct call *call, const struct painter *painter, GError **error)
{
    struct watch *watch = watch_open(error);
    int code = watch ? FAILURE_NONE : FAILURE_SOFTWARE;
    interrupt_hold();
    while (code == FAILURE_NONE) {
        code = make_again(call, painter, watch) == FAILURE_USAGE ? FAILURE_USAGE : FAILURE_NONE;
        if (code == FAILURE_NONE && !watch_wait(watch))
            break;
    }
    interrupt_release();
    watch_close(watch);
    return code;
}

static int run(struct call *call, GError **error)
{
    const struct painter *painter = check_usage(&call->options, error);
    if (!painter)
        return FAILURE_USAGE;
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    if (call->options.watch)
        return keep_making(call, painter, error);
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    make(call, painter, files, error);
    return FAILURE_NONE;
}

const struct command command_preview = {
    .name = "preview",
    .operands = "IN --layout KIND",
    .summary = N_("render one document"),
    .examples = "rapor preview nilai.xml --layout certificate -o coba.pdf\n"
                "rapor preview nilai.xml -d report --institution 13.01 --page 3 -o hal-3.png\n"
                "rapor preview nilai.xml -d letter --boxes --watch -o surat.pdf\n"
                "rapor preview nilai.xml -d letter --signed -o tampak.png\n"
                "rapor preview nilai.xml -d decree -f trace | less\n",
    .about = N_("A trace is text: what stands where on each page.  A picture shows one page, the\n"
                "first unless --page says another.\n"
                "With --watch it goes on until Ctrl-C: whenever the evaluation, a layout or a\n"
                "picture is saved the document is made again.  What is wrong is said, and the\n"
                "last good file stays, so that a viewer always has one to show.\n"),
    .options = (const struct option *const[]){options, options_reading, options_typesetting,
                                              options_guarded, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 1,
    .inputs = "IN",
    .run = run,
};
