/* The look of letters: edges, capitals, figures, commas, names that step down. */
#include "try_pages.h"

static const double left = 25 * 72 / 25.4, right = 185 * 72 / 25.4;

static void light_signs_hang_out_of_the_column(void **state)
{
    (void)state;
    const char *blocks = "<p style='n'>\u201cSatu, dua, tiga, empat, lima, enam, tujuh, delapan, "
                         "sembilan, sepuluh, sebelas, dua belas, tiga belas, empat belas, lima "
                         "belas, enam belas, tujuh belas, delapan belas.\u201d</p>";
    const double edge = right - 90 * 72 / 25.4;
    const struct pages *pages = set_with(NARROW("margins='optical'"), "page='f4'", blocks);
    const struct inks *inks = &pages->items[0].inks;
    double most = 0;
    assert_true(inks->items[0].x < left - 1 && inks->items[0].x > left - 4);
    for (size_t i = 0; i < inks->count; i++)
        most = fmax(most, end_of(&inks->items[i]) - edge);
    assert_true(most > 0.5 && most < 4);

    pages = set_with(NARROW(""), "page='f4'", blocks);
    for (size_t i = 0; i < pages->items[0].inks.count; i++)
        assert_true(pages->items[0].inks.items[i].x > left - 0.01 &&
                    end_of(&pages->items[0].inks.items[i]) < edge + 0.01);
}

static void capitals_set_apart_stand_in_the_middle(void **state)
{
    (void)state;
    const struct pages *pages =
        set_with(TRY_PAGE "<style name='c' base='body' align='center' tracking='5pt'/>"
                          "<style name='r' base='c' align='right'/>",
                 "page='f4'", "<p style='c'>BAIK</p><p style='r'>BAIK</p>");
    const struct ink *middle = &pages->items[0].inks.items[0], *end = middle + 1;
    double seen = middle->text->width - 5;
    assert_true(fabs(middle->x - left - (right - middle->x - seen)) < 0.001);
    assert_true(fabs(end->x + seen - right) < 0.001);
}

static void small_capitals_are_those_of_the_font(void **state)
{
    (void)state;
    const struct pages *pages =
        set_with(TRY_PAGE "<style name='s' base='body' family='Noto Sans' capitals='small'/>"
                          "<style name='p' base='body' family='Noto Sans'/>",
                 "page='f4'", "<p style='s'>Menteri</p><p style='p'>Menteri</p>");
    const struct ink *small = &pages->items[0].inks.items[0], *plain = small + 1;
    assert_string_equal(small->text->words, "Menteri");
    assert_int_equal(small->text->glyphs[0].id, plain->text->glyphs[0].id);
    for (size_t i = 1; i < small->text->count; i++)
        assert_int_not_equal(small->text->glyphs[i].id, plain->text->glyphs[i].id);

    assert_null(set_with(TRY_PAGE "<style name='s' base='body' capitals='small'/>", "page='f4'",
                         "<p style='s'>Menteri</p>"));
    assert_non_null(strstr(try->error->message, "URW Bookman has no small capitals"));
    assert_non_null(strstr(try->error->message, "layout.xml:1"));
}

static void tabular_figures_are_equally_wide(void **state)
{
    (void)state;
    for (size_t i = 0; try_families[i]; i++) {
        const struct style style = {.family = try_families[i], .size = 12, .tabular = true};
        double wide = text_width(fonts, &style, "0");
        for (char figure[] = "1"; *figure <= '9'; ++*figure)
            assert_true(fabs(text_width(fonts, &style, figure) - wide) < 0.001);
    }
}

static void letters_join_only_where_they_may(void **state)
{
    (void)state;
    const struct pages *pages =
        set_with(TRY_PAGE "<style name='a' base='body' ligatures='no'/>", "page='f4'",
                 "<p style='body'>efisien</p><p style='a'>efisien</p>");
    assert_int_equal(pages->items[0].inks.items[0].text->count, 6);
    assert_int_equal(pages->items[0].inks.items[1].text->count, 7);
}

#define COLUMN(width)                                                                              \
    "<table lines='none' pad='0 2mm' style='body'><column width='20mm'/>"                          \
    "<column width='" width "' align='decimal'/>"                                                  \
    "<head><row><cell>a</cell><cell>Nilai</cell></row></head>"                                     \
    "<row><cell>b</cell><cell>3,34</cell></row><row><cell>c</cell><cell>\u2212112,5 "              \
    "%</cell></row>"                                                                               \
    "<row><cell>d</cell><cell>7</cell></row><row><cell>e</cell><cell>\u2013</cell></row></table>"

static double comma_at(const struct pages *pages, const char *words, const char *before)
{
    const struct style body = {.family = "URW Bookman", .size = 12};
    const struct ink *ink = find(pages, words, NULL);
    assert_non_null(ink);
    return ink->x + text_width(fonts, &body, before);
}

static void commas_of_a_column_stand_below_one_another(void **state)
{
    (void)state;
    static const char *const tables[] = {COLUMN("60mm"), COLUMN("fit")};
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        const struct pages *pages = set(tables[i]);
        double comma = comma_at(pages, "3,34", "3");
        assert_true(fabs(comma_at(pages, "\u2212112,5 %", "\u2212112") - comma) < 0.01);
        assert_true(fabs(comma_at(pages, "7", "7") - comma) < 0.01);
        const struct ink *dash = find(pages, "\u2013", NULL), *head = find(pages, "Nilai", NULL);
        assert_true(fabs(dash->x + dash->text->width / 2 - head->x - head->text->width / 2) < 0.01);
    }
}

#define NAMES                                                                                      \
    TRY_PAGE "<style name='a' base='body' size='25pt' align='center'/>"                            \
             "<style name='b' base='a' size='19pt'/><style name='c' base='a' size='11pt'/>"

static void long_names_step_down_then_break_evenly(void **state)
{
    (void)state;
    static const char p[] = "<p style='a' fallback='b' beyond='c'>";
    g_autofree char *two = g_strconcat(p,
                                       "Kementerian Pendayagunaan Aparatur Negara "
                                       "Birokrasi Republik</p>",
                                       NULL);
    const struct pages *pages = set_with(NAMES, "page='f4'", two);
    const struct inks *inks = &pages->items[0].inks;
    assert_int_equal(inks->count, 2);
    PangoFontDescription *font = pango_font_describe(inks->items[0].text->font);
    assert_int_equal(pango_font_description_get_size(font), 19 * PANGO_SCALE);
    pango_font_description_free(font);
    double first = inks->items[0].text->width, second = inks->items[1].text->width;
    assert_true(fmin(first, second) / fmax(first, second) > 0.7);

    g_autofree char *long_name = repeat("Kementerian Pendayagunaan ", 5);
    g_autofree char *more = g_strconcat(p, long_name, "</p>", NULL);
    pages = set_with(NAMES, "page='f4'", more);
    assert_int_equal(pages->items[0].inks.count, 2);
    font = pango_font_describe(pages->items[0].inks.items[0].text->font);
    assert_int_equal(pango_font_description_get_size(font), 11 * PANGO_SCALE);
    pango_font_description_free(font);
}
#define SET(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SET(light_signs_hang_out_of_the_column),
        SET(capitals_set_apart_stand_in_the_middle),
        SET(small_capitals_are_those_of_the_font),
        SET(tabular_figures_are_equally_wide),
        SET(letters_join_only_where_they_may),
        SET(commas_of_a_column_stand_below_one_another),
        SET(long_names_step_down_then_break_evenly),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
