#include "rapor/paint/paint.h"
#include "sample_pages.h"
#include "tools.h"

static const char expected[] = "title \"Rapor \\\"Kota (Élok)\\\"\"\n"
                               "author \"Kementerian\"\n"
                               "subject \"SPBE 2021\"\n"
                               "language \"id-ID\"\n"
                               "date \"2021-12-31\"\n"
                               "page 2 of 400.0 200.0\n"
                               "  font Liberation Sans 9\n"
                               "  text h1 40.0 30.0 wide 60.0 \"Halaman kedua\"\n"
                               "  line decoration 1.0 0.0 #0033ff by 0.1 -2.3 thick 0.25 dash 1.5\n"
                               "  image figure 0.0 0.0 by 10.0 20.0 lambang.svg\n"
                               "elements\n"
                               "  document\n"
                               "    h1\n"
                               "    table \"Nilai\"\n"
                               "      row x2\n"
                               "        cell x2\n"
                               "    figure \"Lambang\\u{a}\"\n"
                               "    p\n";

static char *trace(const struct pages *pages, unsigned page)
{
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_autoptr(GError) error = NULL;
    assert_true(painter_trace.paint(pages, NULL, (struct excerpt){page, 1}, out, &error));
    assert_null(error);
    return g_strndup((const char *)out->data, out->len);
}

static void add_to_second(struct sample *sample)
{
    sample_own(sample, &sample->page[1].inks.items[0])->width = 60;
    struct ink *line = sample_add(sample, 1, INK_LINE, 1.04, -0.04);
    line->element = DECORATION;
    line->color = (struct color){0, 0.2F, 1};
    line->line.dx = 0.1, line->line.dy = -2.25, line->line.thick = 0.25, line->line.dash = 1.5;
    struct ink *image = sample_add(sample, 1, INK_IMAGE, 0, 0);
    image->element = 11;
    image->image.path = "/somewhere/else/lambang.svg";
    image->image.width = 10, image->image.height = 20;
}

static void says_all_of_a_page(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    add_to_second(&sample);
    g_autofree char *text = trace(&sample.pages, 2);
    assert_string_equal(text, expected);
    sample_close(&sample);
}

static void knows_no_locale(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    g_autofree char *before = trace(&sample.pages, 0);
    use_comma();
    g_autofree char *after = trace(&sample.pages, 0);
    setlocale(LC_ALL, "C");
    assert_string_equal(before, after);
    sample_close(&sample);
}

static void shows_paths(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    struct ink *ink = sample_path(&sample, 0, 0);
    struct step many[20] = {{STEP_MOVE, {0}, {0}}};
    for (size_t i = 1; i < 20; i++)
        many[i] = (struct step){STEP_LINE, {(double)i}, {1}};
    ink->path.contour = &(struct contour){many, 20, NULL};
    g_autofree char *before = trace(&sample.pages, 1);
    assert_non_null(strstr(before, "  path h1 40.0 150.0 move 0.0 0.0 line 20.0 0.0 curve 30.0 0.0 "
                                   "30.0 10.0 20.0 10.0 close\n"));
    assert_non_null(strstr(before, "  path h1 90.0 150.0 thick 1.50 move"));
    assert_non_null(strstr(before, "  path h1 0.0 0.0 20 steps "));

    many[11].x[0] += 1;
    g_autofree char *after = trace(&sample.pages, 1);
    assert_string_not_equal(before, after);
    sample_close(&sample);
}

static void shows_the_unseen(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    sample_own(&sample, &sample.page[1].inks.items[0])->words = "a\u00a0b\u200bc\\ \u0301é";
    g_autofree char *text = trace(&sample.pages, 2);
    assert_non_null(strstr(text, "\"a\\u{a0}b\\u{200b}c\\\\ \u0301é\"\n"));
    sample_close(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_all_of_a_page),
        cmocka_unit_test(knows_no_locale),
        cmocka_unit_test(shows_paths),
        cmocka_unit_test(shows_the_unseen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
