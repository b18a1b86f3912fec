/* All papers of all samples, and of evaluations that nobody would think of: nothing is
 * lost, nothing overlaps, nothing leaves its page, no line has holes, and poppler
 * reads the same words.
 * usage: papers_test [SEED...]       more seeds than the usual one */
#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/paint/paint.h"
#include "rapor/read/instrument.h"
#include "rapor/session/session.h"

#include <glib/gstdio.h>

#include "page_checks.h"
#include "tools.h"

/* So many papers of a kind are looked at, spread over all. */
#define PAPERS_MOST 3

static char **seeds;

/* One file on trial. */
struct trial {
    struct session *session;
    struct press *press;
    struct unplaced unplaced;
    size_t papers;
    bool read; /* by poppler as well */
};

static char *read_back(const GByteArray *bytes)
{
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("papers-XXXXXX.pdf", &path, NULL);
    assert_int_equal(write(file, bytes->data, bytes->len), bytes->len);
    close(file);
    char *text = ask("pdftotext -raw '%s' -", path);
    g_unlink(path);
    return text;
}

/* What poppler reads is what was put down, in that order. */
static void check_reading(struct trial *trial, const struct painter *painter,
                          const struct pages *pages)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_autoptr(GString) wanted = g_string_new(NULL), found = g_string_new(NULL);
    GError *error = NULL;
    painter->paint(pages, trial->press, (struct excerpt){0, 1}, bytes, &error);
    assert_null(error);
    g_autofree char *text = read_back(bytes);
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->items[p].inks.count; i++)
            if (pages->items[p].inks.items[i].kind == INK_TEXT)
                add_deflated(wanted, pages->items[p].inks.items[i].text->words);
    add_deflated(found, text);
    size_t same = 0;
    while (wanted->str[same] && wanted->str[same] == found->str[same])
        same++;
    if (wanted->str[same] || found->str[same])
        diagnose(&trial->unplaced, "%s: poppler reads \"%.60s\" for \"%.60s\"", painter->name,
                 found->str + same, wanted->str + same);
}

static void check_paper(struct trial *trial, size_t document, size_t subject)
{
    struct arena *arena = arena_create();
    GError *error = NULL;
    const struct pages *pages = session_pages(trial->session, document, subject, arena, &error);
    if (pages) {
        trial->unplaced.document = pages->doc->name;
        check_pages(pages, &trial->unplaced);
        if (trial->read) {
            check_reading(trial, &painter_cairo, pages);
            check_reading(trial, &painter_archival, pages);
        }
    } else {
        diagnose(&trial->unplaced, "%s", error->message);
        g_clear_error(&error);
    }
    trial->papers++;
    arena_destroy(arena);
}

/* How many there may be of a kind of paper. */
static size_t subject_count(const struct session *session, enum per per)
{
    switch (per) {
    case PER_NATION:
        return 1;
    case PER_REGION:
        return session->evaluation->region_count;
    case PER_PARENT:
        return session->standings->parent_count;
    case PER_INSTITUTION:
        return session->evaluation->institution_count;
    }
    return 0;
}

static void check_kind(struct trial *trial, size_t document)
{
    const struct session *session = trial->session;
    const struct document *what = &session->evaluation->instrument->documents[document];
    size_t count = subject_count(session, what->per);
    size_t step = count > PAPERS_MOST ? count / PAPERS_MOST : 1;
    for (size_t i = 0; i < count; i += step) {
        size_t subject = what->per == PER_PARENT ? session->standings->parents[i].institution : i;
        if (what->per != PER_INSTITUTION || standing_earns(&session->standings->all[subject], what))
            check_paper(trial, document, subject);
    }
}

/* All kinds of papers of the evaluation at PATH. */
static bool check_file(const char *path, const char *layouts, bool read)
{
    struct diagnostics *diagnostics = diagnostics_create();
    GError *error = NULL;
    struct trial trial = {.press = press_create(), .read = read};
    trial.session = session_open(
        path, (struct places){.layouts = layouts, .fonts = "fonts/fonts.xml"}, diagnostics, &error);
    if (error)
        print_error("%s: %s\n", path, error->message);
    assert_null(error);
    assert_true(session_open_layouts(trial.session, NULL, &error));
    trial.unplaced.text = g_string_new(NULL);
    for (size_t i = 0; i < trial.session->evaluation->instrument->document_count; i++)
        check_kind(&trial, i);
    if (trial.unplaced.text->len > 0)
        print_error("%s\n%.3000s", path, trial.unplaced.text->str);
    bool good = trial.unplaced.text->len == 0 && trial.papers > 0;
    g_string_free(trial.unplaced.text, TRUE);
    session_close(trial.session);
    press_destroy(trial.press);
    diagnostics_destroy(diagnostics);
    return good;
}

static void samples_are_set_well(void **state)
{
    (void)state;
    GDir *folder = g_dir_open("samples", 0, NULL);
    const char *name;
    bool good = true;
    while ((name = g_dir_read_name(folder))) {
        g_autofree char *path = g_build_filename("samples", name, NULL);
        if (g_str_has_suffix(name, ".xml"))
            good = check_file(path, "layouts", true) && good;
    }
    g_dir_close(folder);
    assert_true(good);
}

static bool check_case(const char *what, const char *seed, const char *layouts)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "papers-XXXXXX.xml", NULL);
    int file = g_mkstemp(path);
    assert_true(file >= 0);
    close(file);
    g_autofree char *said =
        ask("/usr/bin/python3 tests/outside/invent.py %s %s >'%s'", what, seed, path);
    bool good = check_file(path, layouts, false);
    g_unlink(path);
    return good;
}

static void invented_ones_are_set_well(void **state)
{
    (void)state;
    static const char *const cases[] = {"short",  "plain",     "unbroken", "odd",  "huge", "bare",
                                        "absent", "published", "mixed",    "rows", NULL};
    bool good = true;
    for (char **seed = seeds; *seed; seed++)
        for (size_t i = 0; cases[i]; i++)
            good = check_case(cases[i], *seed, "layouts") && good;
    assert_true(good);
}

static void invented_instruments_are_set_well(void **state)
{
    (void)state;
    bool good = true;
    for (char **seed = seeds; *seed; seed++) {
        g_autofree char *folder = g_dir_make_tmp("papers-XXXXXX", NULL);
        g_autofree char *layouts = g_strdup_printf("%s:layouts", folder);
        g_autofree char *said =
            ask("/usr/bin/python3 tests/outside/invent_instrument.py %s '%s'", *seed, folder);
        good = check_case("instrument", *seed, layouts) && good;
        g_autofree char *gone = ask("rm -r '%s'", folder);
    }
    assert_true(good);
}

int main(int count, char **arguments)
{
    static char one[] = "1", *usual[] = {one, NULL};
    seeds = count > 1 ? arguments + 1 : usual;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples_are_set_well),
        cmocka_unit_test(invented_ones_are_set_well),
        cmocka_unit_test(invented_instruments_are_set_well),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
