/* What leads where on typeset pages: links, bookmarks, contents. */
#include "try_pages.h"

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
    assert_length(link->width, last->x + last->text.width - first->x);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_link_covers_its_words, begin, end),
        cmocka_unit_test_setup_teardown(a_link_over_two_lines_has_two_areas, begin, end),
        cmocka_unit_test_setup_teardown(what_may_not_be_followed_is_text, begin, end),
        cmocka_unit_test_setup_teardown(addresses_are_plain_ascii, begin, end),
        cmocka_unit_test_setup_teardown(bookmarks_are_the_headings, begin, end),
        cmocka_unit_test_setup_teardown(headings_skip_no_level, begin, end),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
