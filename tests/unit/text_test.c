/* The look of text: holes, hyphens, neighbours, edges, capitals, figures, commas. */
#include "try_pages.h"

static const double left = 25 * 72 / 25.4, right = 185 * 72 / 25.4;

#define LONG                                                                                       \
    "menyelenggarakan pemerintahan berbasis elektronik sebagaimana dipersyaratkan peraturan "      \
    "perundang-undangan, mempertanggungjawabkan pelaksanaannya, serta menindaklanjuti "            \
    "rekomendasi "                                                                                 \
    "yang disampaikan kepada pimpinan instansi pemerintah "
#define NARROW(more) TRY_PAGE "<style name='n' base='body' align='justify' right='90mm' " more "/>"

static const char *words_at(const struct pages *pages, size_t ink)
{
    return pages->items[0].inks.items[ink].text->words;
}

static double end_of(const struct ink *ink)
{
    return ink->x + ink->text->width;
}

/* The widest space of a page, in normal ones. */
static double widest_space(const struct page *page)
{
    double widest = 0;
    for (size_t i = 0; i < page->inks.count; i++) {
        const struct ink *ink = &page->inks.items[i];
        const char *at = ink->text->words;
        for (size_t g = 0; g < ink->text->count; at += ink->text->glyphs[g++].bytes) {
            PangoRectangle box;
            pango_font_get_glyph_extents(ink->text->font, ink->text->glyphs[g].id, NULL, &box);
            if (*at == ' ')
                widest =
                    fmax(widest, ink->text->glyphs[g].advance / pango_units_to_double(box.width));
        }
    }
    return widest;
}

/* How many lines but the last end before EDGE. */
static size_t short_lines(const struct pages *pages, double edge)
{
    const struct inks *inks = &pages->items[0].inks;
    size_t count = 0;
    for (size_t i = 0; i + 1 < inks->count; i++)
        count += end_of(&inks->items[i]) < edge - 1;
    return count;
}

static void no_line_among_full_ones_is_short(void **state)
{
    (void)state;
    const struct pages *pages = set_with(
        TRY_PAGE "<style name='n' base='body' align='justify' right='39mm'/>", "page='f4'",
        "<p style='n'>Undang-Undang Nomor&#160;39 Tahun&#160;2008 tentang Kementerian Negara "
        "(Lembaran Negara Republik Indonesia Tahun&#160;2008 Nomor&#160;166, Tambahan "
        "Lembaran Negara Republik Indonesia Nomor&#160;4916);</p>");
    assert_int_equal(short_lines(pages, right - 39 * 72 / 25.4), 0);
    assert_true(widest_space(&pages->items[0]) > 3.1 && widest_space(&pages->items[0]) < 6.1);
}

static void a_paragraph_full_of_holes_is_ragged_as_a_whole(void **state)
{
    (void)state;
    const struct pages *pages = set_with(NARROW(""), "page='f4'", "<p style='n'>" LONG LONG "</p>");
    assert_true(widest_space(&pages->items[0]) < 1.01);
    assert_true(short_lines(pages, right - 90 * 72 / 25.4) > 5);
}

/* Where few words stand on a line, full lines take no more of them than ragged ones. */
static void narrow_columns_take_no_more_lines(void **state)
{
    (void)state;
    static const char words[] =
        "<p style='n'>Kepala Dinas Komunikasi, Informatika, Statistik, dan "
        "Persandian Kabupaten Pesisir Selatan, Kepala Bagian Organisasi</p>";
    for (int width = 90; width < 125; width++) {
        size_t lines[2];
        for (int full = 0; full < 2; full++) {
            g_autofree char *style =
                g_strdup_printf(TRY_PAGE "<style name='n' base='body' align='%s' right='%dmm'/>",
                                full ? "justify" : "left", width);
            lines[full] = set_with(style, "page='f4'", words)->items[0].inks.count;
        }
        assert_true(lines[1] <= lines[0]);
    }
}

static void a_word_wider_than_its_column_is_divided(void **state)
{
    (void)state;
    const struct pages *pages =
        set_with(TRY_PAGE "<style name='n' base='body' align='left' right='143mm'/>", "page='f4'",
                 "<p style='n'>Kalimantan Tengah</p>");
    assert_string_equal(words_at(pages, 0), "Kali\u00ad");
    assert_string_equal(words_at(pages, 1), "mantan");
}

static void words_are_divided_where_the_style_says_so(void **state)
{
    (void)state;
    const struct pages *pages = set_with(
        TRY_PAGE "<style name='n' base='body' align='justify' right='50mm' hyphenate='id'/>",
        "page='f4'", "<p style='n'>" LONG LONG "</p>");
    const struct inks *inks = &pages->items[0].inks;
    g_autoptr(GString) all = g_string_new(NULL);
    size_t hyphens = 0;
    bool before = false;
    for (size_t i = 0; i < inks->count; i++) {
        const char *words = words_at(pages, i);
        bool now = g_str_has_suffix(words, "\u00ad");
        assert_false(before && now); /* no ladders */
        before = now;
        hyphens += now;
        g_string_append_printf(all, "%s%s", words, now || g_str_has_suffix(words, "-") ? "" : " ");
        const struct glyph *last = &inks->items[i].text->glyphs[inks->items[i].text->count - 1];
        if (now)
            assert_int_equal(last->bytes, 2);
        assert_true(end_of(&inks->items[i]) < right - 50 * 72 / 25.4 + 0.01);
    }
    assert_true(hyphens > 1 && widest_space(&pages->items[0]) < 4);
    g_string_replace(all, "\u00ad", "", 0);
    assert_string_equal(all->str, LONG LONG);
}

static void names_capitals_and_codes_stay_whole(void **state)
{
    (void)state;
    g_autofree char *names = repeat("Penyelenggaraan PEMERINTAHAN pemerintahan#xx ", 30);
    g_autofree char *blocks = g_strconcat("<p style='n'>", names, "</p>", NULL);
    const struct pages *pages = set_with(NARROW("hyphenate='id'"), "page='f4'", blocks);
    assert_int_equal(count(&pages->items[0], "\u00ad"), 0);
}

static void hyphens_keep_two_letters_before_and_three_behind(void **state)
{
    (void)state;
    bool points[16];
    assert_true(fonts_hyphens(fonts, "id", "pemerintahan berbasis '' dan ''", 12, points));
    const bool wanted[12] = {[1] = true, [3] = true, [6] = true};
    for (size_t i = 0; i < 12; i++)
        assert_int_equal(points[i], wanted[i]);
    assert_true(fonts_hyphens(fonts, "id", "ada", 3, points));
    assert_false(points[0] || points[1] || points[2]);
    assert_false(fonts_hyphens(fonts, "xx", "pemerintahan", 12, points));
}

/* By the rules of EYD V; a word stays whole where only its stem could tell. */
static void words_are_divided_by_rule(void **state)
{
    (void)state;
    static const char *const words[] = {
        "trans-for-masi",   "in-fra-struk-tur", "in-stansi",      "elek-tro-nik",
        "sis-tem",          "ap-li-kasi",       "ber-da-sar-kan", "pe-me-rin-tahan",
        "de-sem-ber",       "go-ron-talo",      "dengan",         "ke-bi-jakan",
        "penga-wasan",      "mengung-kap",      "di-pro-ses",     "ma-sya-ra-kat",
        "akh-lak",          "trans-paran",      "eks-ter-nal",    "in-ter-o-pera-bi-li-tas",
        "an-tar-in-stansi", "peru-bahan",       "me-nyu-sun",     "kon-sti-tusi",
        "ke-u-tuhan",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        g_auto(GStrv) parts = g_strsplit(words[i], "-", -1);
        g_autofree char *word = g_strjoinv("", parts);
        bool points[32];
        assert_true(fonts_hyphens(fonts, "id", word, strlen(word), points));
        g_autoptr(GString) divided = g_string_new(NULL);
        for (size_t at = 0; word[at]; at++) {
            g_string_append_c(divided, word[at]);
            if (points[at])
                g_string_append_c(divided, '-');
        }
        assert_string_equal(divided->str, words[i]);
    }
}

/* Every line that ends with FORBIDDEN is a mistake, whatever the width. */
static void assert_bound(const char *text, const char *forbidden)
{
    for (int wide = 40; wide < 150; wide += 3) {
        g_autofree char *styles =
            g_strdup_printf(TRY_PAGE "<bind left='Tahun Nomor Rp' right='#'/>"
                                     "<bind left='#' right='Desember %%'/>"
                                     "<bind left='ayat' right='(#)'/><bind left='huruf' right='?'/>"
                                     "<bind left='?.' right='*'/>"
                                     "<style name='n' base='body' right='%dmm'/>",
                            150 - wide);
        g_autofree char *blocks = g_strdup_printf("<p style='n'>%s</p>", text);
        const struct pages *pages = set_with(styles, "page='f4'", blocks);
        for (size_t i = 0; i + 1 < pages->items[0].inks.count; i++)
            assert_false(g_str_has_suffix(words_at(pages, i), forbidden));
    }
}

static void neighbours_stay_on_one_line(void **state)
{
    (void)state;
    assert_bound("hasil evaluasi NOMOR 59 TAHUN 2020, (Tahun 2021) tentang hasil itu", "TAHUN");
    assert_bound("hasil evaluasi Nomor 59 (Tahun 2021), tentang hasil itu", "(Tahun");
    assert_bound("ditetapkan pada tanggal 31 Desember 2021 di Jakarta", "31");
    assert_bound("sebesar Rp 5.000,00 untuk setiap orang", "Rp");
    assert_bound("menurut ayat (1), huruf a, dan huruf b; tidak berlaku", "ayat");
    assert_bound("menurut ayat (1), huruf a, dan huruf b; tidak berlaku", "huruf");
    assert_bound("naik sebesar 12,5 %. Kemudian turun 3 %, lalu tetap", "12,5");
    assert_bound("oleh A. B. Contoh dan C. Contoh sebagai asesor", "A.");
    assert_bound("oleh A. B. Contoh dan C. Contoh sebagai asesor", "B.");
}

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

static void runs_wider_than_the_column_are_parted(void **state)
{
    (void)state;
    g_autofree char *word = repeat("panjang", 12);
    g_autofree char *blocks =
        g_strconcat("<p style='n'>\u201c<b>", word, "</b>\u201d, <i>", word, "</i>.</p>", NULL);
    const struct pages *pages = set_with(NARROW(""), "page='f4'", blocks);
    for (size_t i = 0; i < pages->items[0].inks.count; i++)
        assert_true(end_of(&pages->items[0].inks.items[i]) < right - 90 * 72 / 25.4 + 0.01);
}

/* Paragraphs of which each pair differs in one thing alone: measure, alignment, style of
 * a run, what binds words, what leads somewhere, hyphens. */
static const char *const alike[][2] = {
    {NARROW(""), "<p style='n'>" LONG LONG "</p>"},
    {TRY_PAGE "<style name='n' base='body' align='left' right='90mm'/>",
     "<p style='n'>" LONG LONG "</p>"},
    {TRY_PAGE "<style name='n' base='body' align='justify' right='80mm'/>",
     "<p style='n'>" LONG LONG "</p>"},
    {NARROW("hyphenate='id'"), "<p style='n'>" LONG LONG "</p>"},
    {NARROW("margins='optical'"), "<p style='n'>" LONG LONG "</p>"},
    {NARROW("") "<bind left='dan' right='*'/>", "<p style='n'>Pasal 5 dan Pasal 6. " LONG "</p>"},
    {NARROW(""), "<p style='n'>Pasal 5 dan Pasal 6. " LONG "</p>"},
    {NARROW(""), "<p style='n'>Pasal 5 dan <b>Pasal</b> 6. " LONG "</p>"},
    {NARROW("capitals='yes'"), "<p style='n'>Pasal 5 dan Pasal 6. " LONG "</p>"},
    {NARROW("color='#ff0000'"), "<p style='n'>Pasal 5 dan Pasal 6. " LONG "</p>"},
};

static void write_ink(GString *out, const struct pages *pages)
{
    const struct inks *inks = &pages->items[0].inks;
    for (size_t i = 0; i < inks->count; i++) {
        const struct ink *ink = &inks->items[i];
        g_string_append_printf(out, "%a %a %a %g %s\n", ink->x, ink->y, ink->text->width,
                               ink->color.red, ink->text->words);
        for (size_t g = 0; g < ink->text->count; g++)
            g_string_append_printf(out, "%u:%a ", ink->text->glyphs[g].id,
                                   ink->text->glyphs[g].advance);
    }
}

static char *set_alike(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(alike); i++) {
        struct pages *pages = set_with(alike[i][0], "page='f4'", alike[i][1]);
        assert_non_null(pages);
        write_ink(out, pages);
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

/* Last, since FONTS are forgetful from then on. */
static void what_is_kept_shows_nowhere(void **state)
{
    (void)state;
    g_autofree char *first = set_alike();
    g_autofree char *again = set_alike();
    fonts_be_forgetful(fonts);
    g_autofree char *anew = set_alike();
    assert_string_equal(first, again);
    assert_string_equal(first, anew);
}

#define SET(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SET(no_line_among_full_ones_is_short),
        SET(a_paragraph_full_of_holes_is_ragged_as_a_whole),
        SET(narrow_columns_take_no_more_lines),
        SET(a_word_wider_than_its_column_is_divided),
        SET(words_are_divided_where_the_style_says_so),
        SET(names_capitals_and_codes_stay_whole),
        SET(hyphens_keep_two_letters_before_and_three_behind),
        SET(words_are_divided_by_rule),
        SET(neighbours_stay_on_one_line),
        SET(light_signs_hang_out_of_the_column),
        SET(capitals_set_apart_stand_in_the_middle),
        SET(small_capitals_are_those_of_the_font),
        SET(tabular_figures_are_equally_wide),
        SET(letters_join_only_where_they_may),
        SET(commas_of_a_column_stand_below_one_another),
        SET(long_names_step_down_then_break_evenly),
        SET(runs_wider_than_the_column_are_parted),
        SET(what_is_kept_shows_nowhere),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
