/* Documents become pages: what stands where, and what is refused. */
#include "try_pages.h"

#define LOREM                                                                                      \
    "bahwa penyelenggaraan sistem pemerintahan berbasis elektronik pada kementerian, lembaga, "    \
    "dan pemerintah daerah dinilai setiap tahun oleh asesor yang ditunjuk Menteri; "

static const double left = 25 * 72 / 25.4, right = 185 * 72 / 25.4;

static void justified_lines_end_at_the_margin(void **state)
{
    (void)state;
    const struct pages *pages = set("");
    assert_int_equal(pages->count, 1); /* an empty section is a page */

    pages = set_with(TRY_PAGE "<style name='j' base='body' align='justify' hyphenate='id'/>",
                     "page='f4'", "<p style='j'>" LOREM LOREM LOREM "</p>");
    const struct inks *inks = &pages->items[0].inks;
    assert_true(inks->count > 4);
    for (size_t i = 0; i < inks->count; i++) {
        double stop = inks->items[i].x + inks->items[i].text->width;
        assert_true(fabs(inks->items[i].x - left) < 0.01);
        if (i + 1 < inks->count)
            assert_true(fabs(stop - right) < 0.01);
        else
            assert_true(stop < right + 0.01);
    }
}

static void lines_stand_a_leading_apart(void **state)
{
    (void)state;
    const struct inks *inks = &set("<p style='body'>" LOREM LOREM "</p>")->items[0].inks;
    for (size_t i = 1; i < inks->count; i++)
        assert_true(fabs(inks->items[i].y - inks->items[i - 1].y - 14) < 0.001);
}

static void a_word_wider_than_the_column_is_cut(void **state)
{
    (void)state;
    g_autofree char *word = repeat("panjang", 40);
    g_autofree char *blocks = g_strconcat("<p style='body'>", word, "</p>", NULL);
    const struct inks *inks = &set(blocks)->items[0].inks;
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t i = 0; i < inks->count; i++) {
        assert_true(inks->items[i].x + inks->items[i].text->width < right + 0.01);
        g_string_append(all, inks->items[i].text->words);
    }
    assert_string_equal(all->str, word);
}

static void no_line_stands_alone(void **state)
{
    (void)state;
    for (size_t before = 40; before < 62; before++) {
        g_autofree char *lines = repeat("<p style='body'>baris</p>", before);
        g_autofree char *blocks = g_strconcat(lines, "<p style='body'>" LOREM LOREM "</p>", NULL);
        const struct pages *pages = set(blocks);
        size_t first = pages->items[0].inks.count - before;
        assert_true(first != 1);
        if (pages->count > 1)
            assert_true(pages->items[1].inks.count != 1);
    }
}

static void a_heading_stays_with_its_text(void **state)
{
    (void)state;
    for (size_t before = 50; before < 60; before++) {
        g_autofree char *lines = repeat("<p style='body'>baris</p>", before);
        g_autofree char *blocks = g_strconcat(lines,
                                              "<heading level='1' style='h'>Judul</heading>"
                                              "<p style='body'>isi</p>",
                                              NULL);
        size_t heading, text;
        const struct pages *pages =
            set_with(TRY_PAGE "<style name='h' base='body' keep-next='yes'/>", "page='f4'", blocks);
        assert_non_null(find(pages, "Judul", &heading));
        assert_non_null(find(pages, "isi", &text));
        assert_int_equal(heading, text);
    }
}

static void a_chapter_begins_where_there_is_room(void **state)
{
    (void)state;
    g_autofree char *lines = repeat("<p style='body'>#</p>", 40); /* 90 mm are left */
    const char *rooms[] = {"80mm", "100mm", "400mm"};
    for (size_t i = 0; i < G_N_ELEMENTS(rooms); i++) {
        g_autofree char *text = g_strdup_printf(
            "%s<heading level='1' style='body' room='%s'>Bab</heading><p style='body'>x</p>", lines,
            rooms[i]);
        size_t page;
        assert_non_null(find(set(text), "Bab", &page));
        assert_int_equal(page, i == 0 ? 0 : 1);
    }
}

static void a_kept_block_brings_lines_along(void **state)
{
    (void)state;
    g_autofree char *lines = repeat("<p style='body'>baris #</p>", 55);
    g_autofree char *blocks =
        g_strconcat(lines,
                    "<keep lines-before='2'><space height='20mm'/><p style='body'>Ditetapkan</p>"
                    "<p style='body'>Nama</p></keep>",
                    NULL);
    size_t sign, last;
    const struct pages *pages = set(blocks);
    assert_int_equal(pages->count, 2);
    find(pages, "Ditetapkan", &sign);
    find(pages, "baris 53", &last);
    assert_int_equal(sign, 1);
    assert_int_equal(last, 1);
    find(pages, "baris 52", &last);
    assert_int_equal(last, 0);
}

static void catchwords_repeat_what_follows(void **state)
{
    (void)state;
    g_autofree char *items = repeat("<p style='body' left='20mm'><label x='0'>#.</label>Undang "
                                    "dasar</p>",
                                    80);
    const struct pages *pages = set_with(TRY_PAGE, "page='f4' catchword='body'", items);
    assert_int_equal(pages->count, 2);
    const struct page *first = &pages->items[0];
    const char *catchword = first->inks.items[first->inks.count - 1].text->words;
    g_autofree char *expected =
        g_strdup_printf("%s Undang . . .", pages->items[1].inks.items[0].text->words);
    assert_string_equal(catchword, expected);
    assert_int_equal(count(&pages->items[1], ". . ."), 0);
}

static void heads_know_the_number_of_pages(void **state)
{
    (void)state;
    const struct pages *pages =
        set_with("<page name='n' size='A4' top='25mm' bottom='25mm' left='25mm' right='25mm'><head>"
                 "<box x='25mm' y='10mm' width='100mm' height='8mm'>"
                 "<p style='body'><page-number/> dari <page-count/></p></box></head>"
                 "<head on='first'/></page>",
                 "page='n'", "<p style='body'>a</p><page-break/><p style='body'>b</p>");
    assert_int_equal(pages->count, 2);
    assert_int_equal(count(&pages->items[0], "dari"), 0);
    assert_non_null(find(pages, "2 dari 2", NULL));
}

static void names_step_down_until_they_fit(void **state)
{
    (void)state;
    static const char styles[] = TRY_PAGE "<style name='big' base='body' size='30pt'/>"
                                          "<style name='small' base='body' size='10pt'/>";
    const struct pages *pages =
        set_with(styles, "page='f4'", "<p style='big' fallback='small'>Kota Solok</p>");
    double wide = pages->items[0].inks.items[0].text->width;
    pages = set_with(styles, "page='f4'",
                     "<p style='big' fallback='small'>Kota Solok Kota Solok Kota Solok</p>");
    assert_int_equal(pages->items[0].inks.count, 1);
    assert_true(pages->items[0].inks.items[0].text->width < 1.5 * wide);
}

/* A signature is a place and no ink, wherever its table comes to stand. */
static void signatures_are_places(void **state)
{
    (void)state;
    g_autofree char *lines = repeat("<p style='body'>baris</p>", 70);
    g_autofree char *blocks = g_strconcat(
        lines,
        "<table pad='2mm 2mm'><column width='100mm'/><column width='1*'/>"
        "<row><cell/><cell><signature name='surat' height='20mm' reason='uji'>"
        "<p style='body'>Ruang</p></signature></cell></row></table>"
        "<box x='30mm' y='200mm' width='40mm'><signature name='lain' height='10mm'/></box>",
        NULL);
    const struct pages *pages = set(blocks);
    const double mm = 72 / 25.4;
    assert_int_equal(pages->signing_count, 2);
    const struct signing *first = &pages->signings[0], *second = &pages->signings[1];
    assert_string_equal(first->signature->name, "surat");
    assert_string_equal(first->signature->reason, "uji");
    assert_int_equal(first->page, 1);
    assert_true(fabs(first->x - 127 * mm) < 0.01 && fabs(first->width - 56 * mm) < 0.01);
    assert_true(fabs(first->height - 20 * mm) < 0.01);
    assert_string_equal(second->signature->name, "lain");
    assert_true(fabs(second->x - 30 * mm) < 0.01 && fabs(second->y - 200 * mm) < 0.01);
    for (size_t i = 0; i < pages->count; i++)
        for (size_t k = 0; k < pages->items[i].inks.count; k++)
            assert_int_not_equal(pages->items[i].inks.items[k].kind, INK_FILL);
    assert_int_equal(count(&pages->items[1], "Ruang"), 1);
}

static void every_piece_of_ink_has_an_element(void **state)
{
    (void)state;
    const struct pages *pages =
        set("<heading level='1' style='body'>A</heading><p style='body'>b</p>"
            "<list style='body' indent='8mm' marker='1.'><item>c</item></list>"
            "<qr value='x' size='20mm' alt='kode'/>");
    const struct element *elements = pages->elements;
    assert_int_equal(elements[find(pages, "A", NULL)->element].role, ROLE_H1);
    assert_int_equal(elements[find(pages, "b", NULL)->element].role, ROLE_P);
    assert_int_equal(elements[find(pages, "1.", NULL)->element].role, ROLE_LABEL);
    const struct inks *inks = &pages->items[0].inks;
    const struct element *figure = &elements[inks->items[inks->count - 1].element];
    assert_int_equal(figure->role, ROLE_FIGURE);
    assert_string_equal(figure->alt, "kode");
    for (size_t i = DOCUMENT_ELEMENT + 1; i < pages->element_count; i++)
        assert_true(elements[i].parent >= DOCUMENT_ELEMENT && elements[i].parent < i);
}

/* The lines of a box that is too low come closer, and stay within it. */
static void a_box_shrinks_what_is_in_it(void **state)
{
    (void)state;
    const struct pages *pages =
        set("<box x='0' y='0' width='50mm' height='5mm'><p style='body'>a<br/>b</p></box>");
    const struct inks *inks = &pages->items[0].inks;
    assert_int_equal(inks->count, 2);
    assert_true(inks->items[1].y - inks->items[0].y < 5 / 25.4 * 72 / 2 + 0.01);
    assert_true(inks->items[1].y < 5 / 25.4 * 72);
}

static void what_cannot_be_set_is_refused_with_its_place(void **state)
{
    (void)state;
    assert_non_null(strstr(refused("<p style='body'>\u6c49</p>"), "U+6C49"));
    assert_non_null(strstr(try->error->message, "coba.pdf 13.01"));
    assert_non_null(strstr(try->error->message, "layout.xml:1"));
    g_clear_error(&try->error);
    assert_non_null(strstr(
        refused("<box x='0' y='0' width='50mm' height='3mm'><p style='body'>a<br/>b</p></box>"),
        "mm high in the smallest type, but the box 3.0 mm"));
    g_clear_error(&try->error);
    assert_non_null(strstr(
        refused("<p style='body' left='5mm'><label x='0'>Menimbang</label>a</p>"), "Menimbang"));
    g_clear_error(&try->error);
    assert_non_null(strstr(refused("<table lines='none'><column width='90mm'/><column "
                                   "width='90mm'/><row><cell/><cell/></row></table>"),
                           "20.0 mm more"));
    g_clear_error(&try->error);
    assert_non_null(strstr(refused("<image src='emblem.svg' width='20mm' height='300mm' alt='x'/>"),
                           "300.0 mm high"));
    g_clear_error(&try->error);
    assert_non_null(strstr(refused("<qr value='x' size='170mm' alt='x'/>"), "170.0 mm wide"));
    g_clear_error(&try->error);
    assert_non_null(strstr(
        refused("<box x='205mm' y='0' width='50mm' height='9mm'><p style='body'>kata</p></box>"),
        "outside the page"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(justified_lines_end_at_the_margin, begin, end),
        cmocka_unit_test_setup_teardown(lines_stand_a_leading_apart, begin, end),
        cmocka_unit_test_setup_teardown(a_word_wider_than_the_column_is_cut, begin, end),
        cmocka_unit_test_setup_teardown(no_line_stands_alone, begin, end),
        cmocka_unit_test_setup_teardown(a_heading_stays_with_its_text, begin, end),
        cmocka_unit_test_setup_teardown(a_chapter_begins_where_there_is_room, begin, end),
        cmocka_unit_test_setup_teardown(a_kept_block_brings_lines_along, begin, end),
        cmocka_unit_test_setup_teardown(catchwords_repeat_what_follows, begin, end),
        cmocka_unit_test_setup_teardown(heads_know_the_number_of_pages, begin, end),
        cmocka_unit_test_setup_teardown(names_step_down_until_they_fit, begin, end),
        cmocka_unit_test_setup_teardown(signatures_are_places, begin, end),
        cmocka_unit_test_setup_teardown(every_piece_of_ink_has_an_element, begin, end),
        cmocka_unit_test_setup_teardown(a_box_shrinks_what_is_in_it, begin, end),
        cmocka_unit_test_setup_teardown(what_cannot_be_set_is_refused_with_its_place, begin, end),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
