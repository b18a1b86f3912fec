/* Draws charts of many evaluations in one process, for tests that need thousands: to start the
 * program and to open its fonts costs more than a chart.  It calls what `rapor chart` calls.
 *
 * Reads questions from standard input, a line each, their words parted by tabs:
 *   read FILE [LAYOUTS]               the evaluation; its institutions are the answer, a line each:
 *                                     code, index as it is printed, how many aspects have one, name
 *   draw KIND SIZE FORMAT [CODE]      a chart of it, or of one institution
 * Words that meet, or leave the sheet, are a failure too.
 * An answer is one word (made, none, failed), a space, a number of bytes, a line feed, the bytes.
 */
#include "../unit/chart_frame.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/numeral.h"
#include "rapor/press/chart_catalogue.h"
#include "rapor/press/output_format.h"

#include <stdio.h>
#include <string.h>

static const char *const sizes[] = {"wide", "square", "tall"};

struct desk {
    struct diagnostics *diagnostics;
    struct session *session; /* NULL: nothing is read */
    struct chart_catalogue *catalogues[G_N_ELEMENTS(sizes)];
};

static void clear(struct desk *desk)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        catalogue_close(desk->catalogues[i]);
    session_close(desk->session);
    diagnostics_destroy(desk->diagnostics);
    *desk = (struct desk){0};
}

static void answer(const char *word, const void *bytes, size_t size)
{
    printf("%s %zu\n", word, size);
    fwrite(bytes, 1, size, stdout);
    fflush(stdout);
}

static bool open_catalogues(struct desk *desk, GError **error)
{
    static const char *const none[] = {NULL};
    static const char *const themes[][2] = {{"wide"}, {"square"}, {"tall"}};
    if (!session_open_layouts(desk->session, none, error))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        if (!(desk->catalogues[i] = catalogue_open(desk->session, themes[i], error)))
            return false;
    return true;
}

static void tell_institutions(const struct standings *standings)
{
    const struct evaluation *evaluation = standings->evaluation;
    struct arena *arena = arena_create();
    g_autoptr(GString) told = g_string_new(NULL);
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const struct standing *of = &standings->all[i];
        size_t known = 0;
        for (size_t k = 0; k < evaluation->instrument->aspect_count; k++)
            known += of->aspects[k].whole > 0;
        const char *index = of->index.whole > 0 ? numeral_hundredths(of->index.printed, arena) : "";
        g_string_append_printf(told, "%s\t%s\t%zu\t%s\n", of->institution->code, index, known,
                               of->institution->name);
    }
    answer("made", told->str, told->len);
    arena_destroy(arena);
}

/* The first thing wrong with the evaluation says more than that something is. */
static void tell_failure(const struct desk *desk, const GError *error)
{
    size_t count = 0;
    const struct diagnostic *kept = diagnostics_kept(desk->diagnostics, &count);
    const char *text =
        count > 0 && kept[0].severity == SEVERITY_ERROR ? kept[0].text : error->message;
    answer("failed", text, strlen(text));
}

static void read_evaluation(struct desk *desk, char *const *words)
{
    const struct places places = {.layouts = words[1] ? words[2] : NULL};
    GError *error = NULL;
    clear(desk);
    desk->diagnostics = diagnostics_create();
    desk->session = session_open(words[1], places, desk->diagnostics, &error);
    if (desk->session && open_catalogues(desk, &error))
        tell_institutions(desk->session->standings);
    else
        tell_failure(desk, error);
    g_clear_error(&error);
}

static void draw(struct desk *desk, char *const *words)
{
    const struct chart_subject whom = {words[4] ? OF_INSTITUTION : OF_NATION, words[4]};
    size_t size = 0;
    while (strcmp(sizes[size], words[2]) != 0)
        size++;
    struct chart_catalogue *catalogue = desk->catalogues[size];
    const size_t chart = catalogue_find(catalogue, words[1]);
    if (!catalogue_offers(catalogue, chart, &whom)) {
        answer("none", "", 0);
        return;
    }
    struct arena *arena = arena_create();
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    GError *error = NULL;
    const struct pages *pages = catalogue_pages(catalogue, chart, &whom, arena, &error);
    g_autofree char *fault = pages ? page_fault(pages) : NULL;
    if (!pages || !output_format_find(words[3])->make(desk->session, pages, bytes, &error))
        answer("failed", error->message, strlen(error->message));
    else if (fault)
        answer("failed", fault, strlen(fault));
    else
        answer("made", bytes->data, bytes->len);
    g_clear_error(&error);
    arena_destroy(arena);
}

int main(void)
{
    struct desk desk = {0};
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        g_auto(GStrv) words = g_strsplit(g_strchomp(line), "\t", -1);
        if (strcmp(words[0], "read") == 0)
            read_evaluation(&desk, words);
        else
            draw(&desk, words);
    }
    clear(&desk);
    return 0;
}
