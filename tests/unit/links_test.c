/* What leads where on typeset pages: links, bookmarks, contents. */
#include "try_pages.h"

static const double right = 185 * 72 / 25.4;

static const struct link *only_link(const struct pages *pages)
{
    assert_int_equal(pages->items[0].link_count, 1);
    return &pages->items[0].links[0];
}

static void a_link_covers_its_words(void **state)
{
    (void)state;
    const struct pages *pages = set("<p style='body'>lihat <link href='https://contoh.go.id/{@code}"
                                    "' about='Situs'>laman <b>ini</b></link> saja</p>");
    const struct link *link = only_link(pages);
    const struct ink *first = find(pages, "laman ", NULL), *last = find(pages, "ini", NULL);
    assert_string_equal(link->address, "https://contoh.go.id/13.01");
    assert_string_equal(link->about, "Situs");
    assert_length(link->x, first->x);
    assert_length(link->width, last->x + last->text->width - first->x);
    assert_true(link->y < first->y && link->y + link->height > first->y);
    assert_int_equal(link->element, first->element);
    assert_int_equal(link->element, last->element);
    assert_int_equal(pages->elements[link->element].role, ROLE_LINK);
    assert_int_equal(pages->elements[pages->elements[link->element].parent].role, ROLE_P);
    assert_int_not_equal(find(pages, " saja", NULL)->element, link->element);
}

static void a_link_over_two_lines_has_two_areas(void **state)
{
    (void)state;
    const struct pages *pages =
        set("<p style='body'>a<link href='mailto:a@contoh.go.id'>b<br/>c</link></p>");
    const struct page *page = &pages->items[0];
    assert_int_equal(page->link_count, 2);
    assert_int_equal(page->links[0].element, page->links[1].element);
    assert_true(page->links[1].y > page->links[0].y);
    assert_string_equal(page->links[0].about, "mailto:a@contoh.go.id");
}

static void what_may_not_be_followed_is_text(void **state)
{
    (void)state;
    const char *addresses[] = {"javascript:alert(1)", "file:///etc/passwd", "www.a.id", "https://",
                               ""};
    for (size_t i = 0; i < G_N_ELEMENTS(addresses); i++) {
        g_autofree char *text =
            g_strdup_printf("<p style='body'><link href='%s'>kata</link></p>", addresses[i]);
        const struct pages *pages = set(text);
        assert_int_equal(pages->items[0].link_count, 0);
        assert_non_null(find(pages, "kata", NULL));
    }
}

static void addresses_are_plain_ascii(void **state)
{
    (void)state;
    const struct pages *pages =
        set("<p style='body'><link href='https://a.id/é (1)?a=b%20c#d'>kata</link></p>");
    assert_string_equal(only_link(pages)->address, "https://a.id/%C3%A9%20(1)?a=b%20c#d");
}

static void bookmarks_are_the_headings(void **state)
{
    (void)state;
    const struct pages *pages = set("<heading level='1' style='body'>Satu<br/>dua</heading>"
                                    "<heading level='2' style='body'>Tiga <i>empat</i></heading>"
                                    "<page-break/><keep><heading level='1' style='body'>Lima"
                                    "</heading></keep>");
    assert_int_equal(pages->bookmark_count, 3);
    const struct bookmark *bookmarks = pages->bookmarks;
    assert_string_equal(bookmarks[0].title, "Satu dua");
    assert_string_equal(bookmarks[1].title, "Tiga empat");
    assert_int_equal(bookmarks[1].level, 2);
    assert_true(bookmarks[1].page == 0 && bookmarks[1].y > bookmarks[0].y);
    assert_true(bookmarks[2].page == 1 && bookmarks[2].level == 1);
    assert_true(bookmarks[2].y < find(pages, "Lima", NULL)->y);
}

static void headings_skip_no_level(void **state)
{
    (void)state;
    assert_null(try_compose(try, TRY_HEAD "<section page='f4'><heading level='1' style='body'>A"
                                          "</heading><heading level='3' style='body'>B</heading>"
                                          "</section></layout>"));
    assert_non_null(strstr(try->error->message, "a heading of level 3 needs one of level 2"));
}

static void the_contents_lead_to_their_pages(void **state)
{
    (void)state;
    const struct pages *pages =
        set("<heading level='1' style='body' listed='no'>Daftar</heading>"
            "<contents styles='body'/><page-break/><p style='body'>x</p><page-break/>"
            "<heading level='1' style='body'>Bab</heading>"
            "<heading level='2' style='body'>Bagian</heading>");
    const struct page *page = &pages->items[0];
    const struct ink *words = find(pages, "Bab", NULL), *number = find(pages, "3", NULL);
    assert_length(number->x + number->text->width, right);
    assert_length(number->y, words->y);
    assert_int_equal(words->element, number->element);
    const struct element *link = &pages->elements[words->element];
    const struct element *words_of_entry = &pages->elements[link->parent];
    const struct element *entry = &pages->elements[words_of_entry->parent];
    assert_int_equal(link->role, ROLE_LINK);
    assert_int_equal(words_of_entry->role, ROLE_P);
    assert_int_equal(entry->role, ROLE_ENTRY);
    assert_int_equal(pages->elements[entry->parent].role, ROLE_CONTENTS);
    assert_int_equal(page->link_count, 1);
    assert_int_equal(page->links[0].page, 2);
    assert_string_equal(page->links[0].about, "Bab");
    assert_length(page->links[0].x + page->links[0].width, right);
    assert_null(find(pages, "8", NULL));
    assert_null(find(pages, "88", NULL));
}

static size_t count_lines(const struct page *page)
{
    size_t count = 0;
    for (size_t i = 0; i < page->inks.count; i++)
        count += page->inks.items[i].kind == INK_LINE;
    return count;
}

static void a_dotted_line_fills_what_is_left(void **state)
{
    (void)state;
    const struct pages *pages = set("<p style='body'>kata<leader/>3,10</p>");
    const struct page *page = &pages->items[0];
    assert_int_equal(count_lines(page), 1);
    for (size_t i = 0; i < page->inks.count; i++) {
        const struct ink *ink = &page->inks.items[i];
        if (ink->kind == INK_LINE) {
            assert_int_equal(ink->element, DECORATION);
            assert_true(ink->line.dash > 0 && ink->x > find(pages, "kata", NULL)->x);
            assert_true(ink->x + ink->line.dx < find(pages, "3,10", NULL)->x);
        }
    }
}

static void references_tell_captions_and_pages(void **state)
{
    (void)state;
    const struct pages *pages =
        set("<p style='body'><b><ref to='dua'/></b>; <ref to='dua' show='page'/></p>"
            "<page-break/><caption word='Gambar' style='body'>Satu.</caption>"
            "<keep id='dua'><p style='body'>isi</p><caption word='Gambar' style='body'>Dua."
            "</caption></keep><caption word='Tabel' style='body'>Tiga.</caption>");
    size_t page;
    assert_non_null(find(pages, "Gambar\u00a02", &page));
    assert_int_equal(page, 0);
    assert_non_null(find(pages, "2", &page));
    assert_int_equal(page, 0);
    assert_non_null(find(pages, "Gambar\u00a02. ", &page));
    assert_non_null(find(pages, "Tabel\u00a01. ", NULL));
    assert_int_equal(pages->items[0].link_count, 2);
    const struct link *link = &pages->items[0].links[1];
    assert_string_equal(link->about, "Gambar\u00a02");
    assert_true(link->page == 1 && link->top < find(pages, "isi", NULL)->y);
}

static void an_index_tells_the_pages_that_lead_there(void **state)
{
    (void)state;
    const struct pages *pages =
        set("<p style='body' id='a'>satu</p><page-break/><p style='body'>x</p><page-break/>"
            "<p style='body'><link to='a' about='satu'>dua</link></p><page-break/>"
            "<p style='body'><link to='a' about='satu'>tiga</link>"
            "<leader/><ref to='a' show='pages' about='satu, halaman'/></p>");
    size_t page;
    assert_non_null(find(pages, "1", &page));
    assert_non_null(find(pages, "3", &page));
    assert_int_equal(page, 3);
    assert_int_equal(pages->items[3].link_count, 3);
    const struct link *links = pages->items[3].links;
    assert_true(links[1].page == 0 && links[2].page == 2);
    assert_string_equal(links[2].about, "satu, halaman 3");
}

static void numbers_grow_with_the_document(void **state)
{
    (void)state;
    g_autofree char *breaks = repeat("<p style='body'>#</p><page-break/>", 120);
    g_autofree char *text = g_strconcat("<contents styles='body'/>", breaks,
                                        "<heading level='1' style='body'>Akhir</heading>", NULL);
    const struct pages *pages = set(text);
    assert_int_equal(pages->count, 121);
    assert_non_null(find(pages, "121", NULL));
}

static void heads_name_the_chapter(void **state)
{
    (void)state;
    const char *page = "<page name='f4' size='F4' top='25mm' bottom='25mm' left='25mm' "
                       "right='25mm'><head><box x='25mm' y='9mm' width='99mm'>"
                       "<p style='body'>/<chapter/></p></box></head></page>";
    const struct pages *pages =
        set_with(page, "page='f4'",
                 "<heading level='1' style='body'>Satu</heading><page-break/><p style='body'>x</p>"
                 "<heading level='1' style='body'>Dua</heading><page-break/>"
                 "<heading level='1' style='body'>Tiga</heading>");
    assert_non_null(pages);
    size_t at;
    assert_non_null(find(pages, "/Satu", &at));
    assert_int_equal(at, 0);
    assert_null(find(pages, "/Dua", NULL));
    assert_non_null(find(pages, "/Tiga", &at));
    assert_int_equal(at, 2);
}

static void names_must_be_there_when_the_paper_is_made(void **state)
{
    (void)state;
    static const struct {
        const char *blocks, *says;
    } cases[] = {
        {"<each select='/results/institution'><p style='body' id='a'>x</p></each>",
         "the id \"a\" is given twice"},
        {"<if test='@code = 1'><keep id='a'/></if><p style='body'><ref to='a'/></p>",
         "nothing has the id \"a\" in this document"},
        {"<p style='body' id='a'>x</p><p style='body'><ref to='a'/></p>",
         "\"a\" has neither caption nor words"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strconcat(TRY_HEAD "<section page='f4'>", cases[i].blocks,
                                            "</section></layout>", NULL);
        assert_null(try_compose(try, text));
        assert_non_null(strstr(try->error->message, cases[i].says));
        g_clear_error(&try->error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_link_covers_its_words, begin, end),
        cmocka_unit_test_setup_teardown(a_link_over_two_lines_has_two_areas, begin, end),
        cmocka_unit_test_setup_teardown(what_may_not_be_followed_is_text, begin, end),
        cmocka_unit_test_setup_teardown(addresses_are_plain_ascii, begin, end),
        cmocka_unit_test_setup_teardown(bookmarks_are_the_headings, begin, end),
        cmocka_unit_test_setup_teardown(headings_skip_no_level, begin, end),
        cmocka_unit_test_setup_teardown(the_contents_lead_to_their_pages, begin, end),
        cmocka_unit_test_setup_teardown(a_dotted_line_fills_what_is_left, begin, end),
        cmocka_unit_test_setup_teardown(references_tell_captions_and_pages, begin, end),
        cmocka_unit_test_setup_teardown(an_index_tells_the_pages_that_lead_there, begin, end),
        cmocka_unit_test_setup_teardown(numbers_grow_with_the_document, begin, end),
        cmocka_unit_test_setup_teardown(heads_name_the_chapter, begin, end),
        cmocka_unit_test_setup_teardown(names_must_be_there_when_the_paper_is_made, begin, end),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
