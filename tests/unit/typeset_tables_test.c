/* Tables on pages: heads on every page, rows that are cut. */
#include "try_pages.h"

static const double bottom = 305 * 72 / 25.4;

#define TABLE_HEAD                                                                                 \
    "<table lines='grid' pad='1mm 2mm' style='body' continued='(lanjutan)'>"                       \
    "<column width='20mm'/><column width='1*'/>"                                                   \
    "<head><row><cell>NO</cell><cell>INSTANSI</cell></row></head>"

static void the_head_of_a_table_stands_on_every_page(void **state)
{
    (void)state;
    g_autofree char *rows = repeat("<row><cell>#</cell><cell>Kota</cell></row>", 150);
    g_autofree char *blocks = g_strconcat(TABLE_HEAD,
                                          "<row kind='group'><cell span='2'>Grup</cell>"
                                          "</row>",
                                          rows, "</table>", NULL);
    const struct pages *pages = set(blocks);
    size_t found = 0;
    assert_true(pages->count >= 4);
    for (size_t p = 0; p < pages->count; p++) {
        const struct inks *inks = &pages->items[p].inks;
        assert_int_equal(count(&pages->items[p], "INSTANSI"), 1);
        assert_int_equal(count(&pages->items[p], "(lanjutan)"), p > 0);
        found += count(&pages->items[p], "Kota");
        for (size_t i = 0; i < inks->count; i++) {
            assert_true(inks->items[i].y < bottom + 0.01);
            if (p > 0 && inks->items[i].kind == INK_TEXT &&
                strcmp(inks->items[i].text->words, "INSTANSI") == 0)
                assert_int_equal(inks->items[i].element, DECORATION);
        }
    }
    assert_int_equal(found, 150);
}

static void a_row_taller_than_a_page_is_cut(void **state)
{
    (void)state;
    g_autofree char *text = repeat("kata# ", 3000);
    g_autofree char *blocks =
        g_strconcat(TABLE_HEAD "<row><cell>1</cell><cell>", text,
                    "</cell></row><row><cell>2</cell><cell>akhir</cell></row></table>", NULL);
    const struct pages *pages = set(blocks);
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->items[p].inks.count; i++)
            if (pages->items[p].inks.items[i].kind == INK_TEXT)
                g_string_append_printf(all, "%s ", pages->items[p].inks.items[i].text->words);
    assert_true(pages->count > 3);
    for (size_t i = 0; i < 3000; i++) {
        g_autofree char *word = g_strdup_printf("kata%zu ", i);
        assert_non_null(strstr(all->str, word));
    }
    assert_non_null(strstr(all->str, "akhir"));
}

/* Sets the table of ROW below so many lines. */
static const struct pages *set_below(size_t before, const char *row)
{
    g_autofree char *lines = repeat("<p style='body'>baris</p>", before);
    g_autofree char *blocks =
        g_strconcat(lines,
                    "<table lines='none' pad='0 0' style='body'><column width='20mm'/>"
                    "<column width='1*'/>",
                    row, "</table>", NULL);
    return set(blocks);
}

static void no_line_stands_alone_in_a_row_that_is_cut(void **state)
{
    (void)state;
    g_autofree char *two = repeat("<p style='body'>atas<br/>bawah</p>", 70);
    g_autofree char *row = g_strconcat("<row><cell>No.</cell><cell>", two, "</cell></row>", NULL);
    for (size_t before = 40; before < 62; before++) {
        const struct pages *pages = set_below(before, row);
        assert_true(pages->count > 2);
        for (size_t p = 0; p < pages->count; p++)
            assert_int_equal(count(&pages->items[p], "atas"), count(&pages->items[p], "bawah"));
        size_t label, text;
        find(pages, "No.", &label);
        find(pages, "atas", &text);
        assert_int_equal(label, text);
    }
}

static void what_no_page_holds_is_cut_in_a_row(void **state)
{
    (void)state;
    g_autofree char *lines = repeat("<p style='body'>isi</p>", 150);
    g_autofree char *row =
        g_strconcat("<row><cell>No.</cell><cell><keep>", lines, "</keep></cell></row>", NULL);
    const struct pages *pages = set_below(20, row);
    size_t found = 0, label;
    for (size_t p = 0; p < pages->count; p++)
        found += count(&pages->items[p], "isi");
    find(pages, "No.", &label);
    assert_int_equal(found, 150);
    assert_int_equal(pages->count, 4);
    assert_int_equal(label, 1);
}
int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_head_of_a_table_stands_on_every_page, begin, end),
        cmocka_unit_test_setup_teardown(a_row_taller_than_a_page_is_cut, begin, end),
        cmocka_unit_test_setup_teardown(no_line_stands_alone_in_a_row_that_is_cut, begin, end),
        cmocka_unit_test_setup_teardown(what_no_page_holds_is_cut_in_a_row, begin, end),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
