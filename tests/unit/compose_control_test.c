#include "try_layout.h"

static void words_are(void **state, const char *blocks, const char *expected)
{
    assert_string_equal(try_words(*state, blocks), expected);
}

static void each_in_text(void **state)
{
    words_are(state, "<p><each select='indicator'>{@name} </each>.</p>",
              "Arsitektur Peta Rencana Manajemen Data .\n");
    words_are(state,
              "<p><each select='indicator' separator=', ' last=' dan '>{position()}/{last()} "
              "{@name}</each>.</p>",
              "1/3 Arsitektur, 2/3 Peta Rencana dan 3/3 Manajemen Data.\n");
    words_are(state,
              "<p><each select='indicator[@no=1]' separator=', ' last=' dan '>{@no}</each></p>",
              "1\n");
    words_are(state, "<p>[<each select='indicator[@no=9]' separator=', '>{@no}</each>]</p>",
              "[]\n");
    words_are(state, "<p><each select='indicator' separator='{@code} '>{@no}</each></p>",
              "113.01 213.01 3\n");
}

static void each_sorts(void **state)
{
    words_are(state, "<p><each select='domain' sort='@index'>{@no}</each></p>", "312\n");
    words_are(state, "<p><each select='domain' sort='@index' order='descending'>{@no}</each></p>",
              "213\n");
    words_are(state, "<p><each select='domain' sort='@name'>{@no}</each></p>", "123\n");
    words_are(state,
              "<p><each select='/results/institution' sort='@grade' then='@index' "
              "then-order='descending' separator=' '>{@code}</each></p>",
              "13.01 51.71 13.02\n");
    words_are(state, "<p><each select='/results/institution' sort='@region'>{@code} </each></p>",
              "13.01 13.02 51.71\n");
}

static void each_stops_at_its_limit(void **state)
{
    words_are(state,
              "<p><each select='indicator' limit='2' separator=', ' last=' dan '>{@no}"
              "</each></p>",
              "1 dan 2\n");
    words_are(state, "<p>x<each select='indicator' limit='0'>{@no}</each></p>", "x\n");
    words_are(state, "<p><each select='indicator' limit='count(domain) + 7'>{@no}</each></p>",
              "123\n");
    assert_non_null(strstr(try_failure(*state, "<p><each select='domain' limit='@name'/></p>"),
                           "is no number from 0 on"));
}

static void each_in_blocks_and_items(void **state)
{
    words_are(state,
              "<each select='domain'><p>{@no}</p><space height='1mm'/></each>"
              "<list indent='8mm'><each select='domain'><item>{@index}</item></each></list>",
              "1\n2\n3\n1. 3.10\n2. 10.05\n3. 2.9\n");
}

static void each_around_sections(void **state)
{
    struct doc *doc = try_compose(
        *state, TRY_HEAD "<let name='y' select='@code'/>"
                         "<each select='/results/region'><section page='f4'>"
                         "<p>{@name} {$y} {current()/@code} {own()/@code}</p></section></each>"
                         "</layout>");
    assert_int_equal(doc->section_count, 2);
    assert_string_equal(doc_words(doc), "Sumatera Barat 13.01 13 13.01\nBali 13.01 51 13.01\n");
}

static void current_and_own(void **state)
{
    words_are(state,
              "<p><each select='/results/region' separator='; '>{@name}: "
              "<each select='/results/institution[@region=current()/@code]' separator=', '>"
              "{@code}<if test='@code = own()/@code'>!</if></each></each></p>",
              "Sumatera Barat: 13.01!, 13.02; Bali: 51.71\n");
    words_are(state, "<p><each select='domain'>{current()/@no}</each>{current()/@code}</p>",
              "12313.01\n");
}

static void if_and_choose(void **state)
{
    words_are(state, "<if test='@index'><p>a</p></if><if test='@addressee = \"x\"'><p>b</p></if>",
              "a\n");
    const char *choose = "<p><each select='indicator'><choose>"
                         "<when test='@level &lt; 3'>rendah</when><when test='@level = 3'>cukup"
                         "</when><otherwise>tinggi</otherwise></choose> </each></p>";
    words_are(state, choose, "cukup rendah tinggi\n");
    words_are(state, "<p>x<choose><when test='false()'>a</when></choose></p>", "x\n");
}

static void let_names_a_value(void **state)
{
    words_are(
        state,
        "<let name='best' select='indicator[@level = 4]'/><let name='n' select='count(domain)'/>"
        "<p>{$best/@name} {$n}<let name='n' select='$n + 1'/> {$n}</p><p>{$n}</p>"
        "<each select='domain'><let name='n' select='@no'/><p>{$n}</p></each><p>{$n}</p>",
        "Manajemen Data 3 4\n3\n1\n2\n3\n3\n");
}

static void rows_and_cells(void **state)
{
    words_are(
        state,
        "<table><column width='fit'/><column width='2*'/><column width='20mm'/>"
        "<head><row><each select='domain'><cell>{@no}</cell></each></row></head>"
        "<if test='true()'><each select='indicator'><row><cell>{@no}</cell><choose>"
        "<when test='@level = 3'><cell span='2'>tiga</cell></when>"
        "<otherwise><cell>{@level}</cell><cell>x</cell></otherwise></choose></row></each></if>"
        "</table>",
        "1\n2\n3\n1\ntiga\n2\n2\nx\n3\n4\nx\n");
}

static void parts_take_parameters(void **state)
{
    struct try *try = *state;
    struct doc *doc = try_compose(
        try, TRY_HEAD
        "<part name='line' params='who what'><p>{$who}: {$what/@name} {count($what)} {@code}</p>"
        "<let name='who' select='1'/></part>"
        "<part name='twice' params='who'><use part='line' who='{$who}!' what='{domain}'/></part>"
        "<section page='f4'><let name='who' select='5'/>"
        "<use part='line' who='Tuan {@grade}' what='{indicator[@no > 1]}'/>"
        "<use part='twice' who='{$who}'/><p>{$who}</p>"
        "<use part='line' what='{domain[$who = 5]}' who='{$who}'/>"
        "</section></layout>");
    assert_string_equal(doc_words(doc), "Tuan Baik: Peta Rencana 2 13.01\n"
                                        "5!: Kebijakan 3 13.01\n5\n5: Kebijakan 3 13.01\n");
}

static void part_keeps_the_focus(void **state)
{
    struct doc *doc = try_compose(
        *state, TRY_HEAD "<part name='p'><p>{@name} {position()} {current()/@no}</p></part>"
                         "<section page='f4'><each select='domain[@no != 2]'><use part='p'/></each>"
                         "</section></layout>");
    assert_string_equal(doc_words(doc), "Kebijakan 1 1\nTata Kelola 2 3\n");
}

static void failures_name_place_and_expression(void **state)
{
    struct try *try = *state;
    struct doc *doc = try_compose(
        try, TRY_HEAD
        "<part name='p' params='x'><box x='0' y='0' width='9cm'><p>a\n{$x * 9007199254740991}</p>"
        "</box></part><page name='h' size='A4' top='0' bottom='0' left='0' right='0'>"
        "<head><use part='p' x='{1 + 1}'/></head></page>"
        "<section page='h'><p>x</p></section></layout>");
    assert_null(doc);
    g_autofree char *expected =
        g_strdup_printf("coba.pdf 13.01: %s:2: {$x * 9007199254740991}: a number beyond "
                        "9007199254740992 cannot be written exactly",
                        try->path);
    assert_string_equal(try->error->message, expected);
    assert_int_equal(try->error->code, 65);
}

static void cells_must_fill_the_row(void **state)
{
    const char *few = "<table><column width='1*'/><column width='1*'/>"
                      "<row><each select='domain[@no=1]'><cell>x</cell></each></row></table>";
    const char *many = "<table><column width='1*'/><column width='1*'/>"
                       "<row><each select='domain'><cell>x</cell></each></row></table>";
    assert_non_null(strstr(try_failure(*state, few), "fill 1 of 2 columns"));
    assert_non_null(strstr(try_failure(*state, many), "need more than 2 columns"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TRY(each_in_text),
        TRY(each_sorts),
        TRY(each_stops_at_its_limit),
        TRY(each_in_blocks_and_items),
        TRY(each_around_sections),
        TRY(current_and_own),
        TRY(if_and_choose),
        TRY(let_names_a_value),
        TRY(rows_and_cells),
        TRY(parts_take_parameters),
        TRY(part_keeps_the_focus),
        TRY(failures_name_place_and_expression),
        TRY(cells_must_fill_the_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
