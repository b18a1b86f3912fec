/* The look of text: holes, hyphens, neighbours, words that are too wide. */
#include "try_pages.h"

static const double right = 185 * 72 / 25.4;

#define LONG                                                                                       \
    "menyelenggarakan pemerintahan berbasis elektronik sebagaimana dipersyaratkan peraturan "      \
    "perundang-undangan, mempertanggungjawabkan pelaksanaannya, serta menindaklanjuti "            \
    "rekomendasi "                                                                                 \
    "yang disampaikan kepada pimpinan instansi pemerintah "

static const char *words_at(const struct pages *pages, size_t ink)
{
    return pages->items[0].inks.items[ink].text->words;
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
        SET(runs_wider_than_the_column_are_parted),
        SET(what_is_kept_shows_nowhere),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
