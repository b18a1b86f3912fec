/* Every chart for the press, of every kind of subject, in every shape and theme: one page,
 * a title, a source, and no words over other words. */
#include "chart_frame.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/press/chart_catalogue.h"
#include "rapor/session/session.h"

#include <cmocka.h>

/* What a sheet is made as, and the least type there is on it: 9 pixels where the page for the press
 * shows it the smallest (320, 592 and 856 pixels wide: index.xsl). */
struct shape {
    const char *themes[3];
    double least;
};

static const struct shape shapes[] = {
    {{NULL}, 9.0 * 900 / 856},
    {{"dark", NULL}, 9.0 * 900 / 856},
    {{"square", "ministry", NULL}, 9.0 * 810 / 592},
    {{"tall", NULL}, 9.0 * 810 / 320},
};

struct hall {
    struct diagnostics *diagnostics;
    struct session *session;
    struct chart_catalogue *catalogue;
    double least;
};

static void hall_open(struct hall *hall, const char *input, const char *const *history,
                      const struct shape *shape)
{
    static const char *const none[] = {NULL};
    g_autoptr(GError) error = NULL;
    hall->diagnostics = diagnostics_create();
    const struct places places = {.layouts = "layouts", .fonts = "fonts/fonts.xml"};
    hall->session = session_open_years(input, history, places, hall->diagnostics, &error);
    assert_non_null(hall->session);
    assert_true(session_open_layouts(hall->session, none, &error));
    hall->catalogue = catalogue_open(hall->session, shape->themes, &error);
    hall->least = shape->least;
    assert_non_null(hall->catalogue);
}

static void hall_close(struct hall *hall)
{
    catalogue_close(hall->catalogue);
    session_close(hall->session);
    diagnostics_destroy(hall->diagnostics);
}

static void tell_diagnostics(const struct hall *hall)
{
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(hall->diagnostics, &count);
    for (size_t i = 0; i < count; i++)
        if (kept[i].severity == SEVERITY_ERROR)
            print_error("%s:%u: %s\n", kept[i].file, kept[i].line, kept[i].text);
}

static bool says(const struct page *page, const char *words)
{
    for (size_t i = 0; i < page->inks.count; i++)
        if (page->inks.items[i].kind == INK_TEXT && strstr(page->inks.items[i].text->words, words))
            return true;
    return false;
}

static double size_of(const struct ink *ink)
{
    PangoFontDescription *font = pango_font_describe_with_absolute_size(ink->text->font);
    const double size = pango_units_to_double(pango_font_description_get_size(font));
    pango_font_description_free(font);
    return size;
}

/* Words of type that is too small to be read; or NULL. */
static const char *too_small(const struct page *page, double least)
{
    for (size_t i = 0; i < page->inks.count; i++) {
        const struct ink *ink = &page->inks.items[i];
        if (ink->kind == INK_TEXT && size_of(ink) < least)
            return ink->text->words;
    }
    return NULL;
}

static size_t figure_count(const struct pages *pages)
{
    size_t count = 0;
    for (size_t i = 0; i < pages->element_count; i++)
        count += pages->elements[i].role == ROLE_FIGURE;
    return count;
}

/* Makes the chart, where there is one; true if there is. */
static bool check_sheet(struct hall *hall, size_t chart, enum chart_of of, const char *code)
{
    const struct chart_subject subject = {of, code};
    const char *name = hall->catalogue->charts[chart].name;
    if (!catalogue_offers(hall->catalogue, chart, &subject))
        return false;
    g_autoptr(GError) error = NULL;
    struct arena *arena = arena_create();
    struct pages *pages = catalogue_pages(hall->catalogue, chart, &subject, arena, &error);
    if (!pages) {
        tell_diagnostics(hall);
        fail_msg("%s of %s: %s", name, code ? code : "all", error->message);
        return false;
    }
    assert_int_equal(pages->count, 1);
    assert_true(figure_count(pages) >= 1);
    assert_true(says(&pages->items[0], "Sumber:"));
    g_autofree char *fault = page_fault(pages);
    if (fault)
        fail_msg("%s: %s", name, fault);
    const char *small = too_small(&pages->items[0], hall->least);
    if (small)
        fail_msg("%s of %s: \"%s\" is too small", name, code ? code : "all", small);
    arena_destroy(arena);
    return true;
}

/* All charts of one thing; returns how many. */
static size_t check_all(struct hall *hall, enum chart_of of, const char *code)
{
    size_t count = 0;
    for (size_t i = 0; i < hall->catalogue->count; i++)
        count += check_sheet(hall, i, of, code);
    return count;
}

static void the_nation_in_every_shape(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
        struct hall hall;
        hall_open(&hall, "samples/nasional-2021.xml", NULL, &shapes[i]);
        assert_int_equal(check_all(&hall, OF_NATION, NULL), 12);
        assert_true(check_all(&hall, OF_GROUP, "kementerian") >= 4);
        assert_true(check_all(&hall, OF_REGION, "35") >= 4);
        assert_int_equal(check_all(&hall, OF_INSTITUTION, "51.71"), 3);
        hall_close(&hall);
    }
}

static void small_and_odd_evaluations(void **state)
{
    (void)state;
    static const char *const files[] = {"denpasar-2021", "denpasar-2018", "kukar-2020",
                                        "kaltara-2018",  "opd-2021",      "pemdi-2026",
                                        "solok-2020",    "pekppp-2025",   "akip-2024"};
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_strdup_printf("samples/%s.xml", files[i]);
        for (size_t s = 0; s < G_N_ELEMENTS(shapes); s += 3) {
            struct hall hall;
            hall_open(&hall, path, NULL, &shapes[s]);
            const struct evaluation *evaluation = hall.session->evaluation;
            check_all(&hall, OF_NATION, NULL);
            for (size_t r = 0; r < evaluation->region_count; r++)
                check_all(&hall, OF_REGION, evaluation->regions[r].code);
            for (size_t k = 0; k < evaluation->institution_count; k++)
                check_all(&hall, OF_INSTITUTION, evaluation->institutions[k].code);
            hall_close(&hall);
        }
    }
}

static void earlier_years_bring_two_more(void **state)
{
    (void)state;
    static const char *const history[] = {"samples/dua-tahun/2020.xml", NULL};
    for (size_t years = 0; years < 2; years++) {
        struct hall hall;
        hall_open(&hall, "samples/dua-tahun/2021.xml", years ? history : NULL, &shapes[0]);
        size_t trend = catalogue_find(hall.catalogue, "trend");
        assert_int_equal(check_sheet(&hall, trend, OF_NATION, NULL), years);
        size_t slope = catalogue_find(hall.catalogue, "slope");
        assert_int_equal(check_sheet(&hall, slope, OF_REGION, "99"), years);
        check_all(&hall, OF_NATION, NULL);
        hall_close(&hall);
    }
}

static void what_is_not_there_is_told(void **state)
{
    (void)state;
    struct hall hall;
    static const struct shape odd = {{"no-such-theme", NULL}, 0};
    hall_open(&hall, "samples/denpasar-2021.xml", NULL, &odd);
    const struct chart_subject nation = {OF_NATION, NULL}, nobody = {OF_INSTITUTION, "99.99"};
    size_t ranking = catalogue_find(hall.catalogue, "ranking");
    struct arena *arena = arena_create();
    GError *error = NULL;
    assert_true(catalogue_find(hall.catalogue, "pie") == NONE);
    assert_false(catalogue_offers(hall.catalogue, ranking, &nobody));
    assert_null(catalogue_pages(hall.catalogue, ranking, &nobody, arena, &error));
    g_clear_error(&error);
    assert_null(catalogue_pages(hall.catalogue, ranking, &nation, arena, &error));
    g_clear_error(&error);
    assert_true(diagnostics_count(hall.diagnostics, SEVERITY_ERROR) == 1);
    arena_destroy(arena);
    hall_close(&hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nation_in_every_shape),
        cmocka_unit_test(small_and_odd_evaluations),
        cmocka_unit_test(earlier_years_bring_two_more),
        cmocka_unit_test(what_is_not_there_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
