#include "try_layout.h"

static void words_are(void **state, const char *blocks, const char *expected)
{
    assert_string_equal(try_words(*state, blocks), expected);
}

static void data_and_text(void **state)
{
    words_are(state, "<p>Nama: {@name}, indeks {@index}.</p>",
              "Nama: Pemerintah Kabupaten Pesisir Selatan, indeks 3.34.\n");
    words_are(state, "<p>{{{@code}}} }}{{</p>", "{13.01} }{\n");
    words_are(state, "<p>{concat('}', '{', \"'}\")}</p>", "}{'}\n");
    words_are(state, "<p>a{/results/issuer/@url}b{indicator[9]}c</p>", "abc\n");
    words_are(state, "<p>{domain}{domain/@index}</p>", "3.10\n");
}

static void white_space(void **state)
{
    words_are(state, "<p>\n  satu\n  <b> dua </b> tiga<i>&#9;</i> <b/> empat \n</p>",
              "satu dua tiga empat\n");
    words_are(state, "<p> a <br/> b<br/>c </p>", "a b c\n");
    words_are(state, "<p>satu.<if test='@code'> <b>Dua</b></if></p>", "satu. Dua\n");
    const struct blocks *blocks = try_blocks(*state, "<p> a <b> b </b> <br/> <i> c </i> </p>");
    const struct runs *runs = &blocks->items[0].paragraph.runs;
    assert_int_equal(runs->count, 4);
    assert_string_equal(runs->items[0].text, "a ");
    assert_string_equal(runs->items[1].text, "b");
    assert_int_equal(runs->items[2].kind, RUN_BREAK);
    assert_string_equal(runs->items[3].text, "c");
    assert_true(runs->items[3].style->italic);
}

static void no_break_space_stays(void **state)
{
    words_are(state, "<p>Rp <nbsp/> 5&#160;000</p>", "Rp \u00a0 5\u00a0000\n");
}

/* A part of running text is the same words wherever it is used, without its indentation. */
static void parts_in_running_text(void **state)
{
    struct doc *doc = try_compose(
        *state,
        TRY_HEAD "<part name='who' params='of'>\n  <choose><when test='$of/@code'>{$of/@name}"
                 "</when><otherwise>-</otherwise></choose>\n  <b>di</b>\n</part>"
                 "<part name='cell'><p>blok</p></part>"
                 "<section page='f4'><p>Yth. (<use part='who' of='{.}'/>), ya</p>"
                 "<table><column width='1*'/><column width='1*'/>"
                 "<row><cell><use part='cell'/></cell><cell><use part='who' of='{.}'/></cell></row>"
                 "</table></section></layout>");
    assert_non_null(doc);
    assert_string_equal(doc_words(doc), "Yth. (Pemerintah Kabupaten Pesisir Selatan di), ya\n"
                                        "blok\nPemerintah Kabupaten Pesisir Selatan di\n");
}

static void empty_paragraphs_vanish(void **state)
{
    words_are(state, "<p>{/results/issuer/@url}</p><p> </p><p>x</p>", "x\n");
}

static void data_is_never_markup(void **state)
{
    words_are(state, "<p>{domain[2]/@name}</p>", "Layanan & {data} <b>\n");
}

static void styles_in_a_line(void **state)
{
    struct try *try = *state;
    struct doc *doc = try_compose(
        try, "<layout xmlns='urn:rapor:layout:1' title='t'>" TRY_STYLE TRY_PAGE
             "<style name='big' base='body' size='20pt' capitals='yes'/><section page='f4'>"
             "<p>a<b>b<i>c</i></b><span style='big'>d<b>e</b></span><b>f</b></p>"
             "</section></layout>");
    const struct runs *runs = &doc->sections[0].blocks.items[0].paragraph.runs;
    assert_int_equal(runs->count, 6);
    assert_false(runs->items[0].style->bold);
    assert_true(runs->items[1].style->bold && !runs->items[1].style->italic);
    assert_true(runs->items[2].style->bold && runs->items[2].style->italic);
    assert_string_equal(runs->items[3].style->name, "big");
    assert_true(runs->items[4].style->bold && runs->items[4].style->size == 20);
    assert_ptr_equal(runs->items[5].style, runs->items[1].style);
    assert_string_equal(doc_words(doc), "abcDEf\n");
}

static void page_numbers(void **state)
{
    struct doc *doc =
        try_compose(*state, "<layout xmlns='urn:rapor:layout:1' title='t'>" TRY_STYLE TRY_PAGE
                            "<part name='folio'><p>- <page-number/> dari <page-count/> -</p></part>"
                            "<section page='f4'><use part='folio'/></section></layout>");
    const struct runs *runs = &doc->sections[0].blocks.items[0].paragraph.runs;
    assert_int_equal(runs->count, 5);
    assert_int_equal(runs->items[1].kind, RUN_PAGE);
    assert_int_equal(runs->items[3].kind, RUN_PAGES);
    assert_string_equal(runs->items[2].text, " dari ");
}

static void runs_know_their_origin(void **state)
{
    struct try *try = *state;
    const struct blocks *blocks = try_blocks(try, "\n<p>Nama:\n{@name}</p>");
    const struct runs *runs = &blocks->items[0].paragraph.runs;
    assert_null(runs->items[0].origin.field);
    assert_string_equal(runs->items[1].origin.field, "@name");
    assert_int_equal(runs->items[0].origin.line, 2);
    assert_int_equal(runs->items[1].origin.line, 3);
    assert_string_equal(runs->items[1].origin.file, try->path);
    assert_int_equal(blocks->items[0].origin.line, 2);
}

static void labels(void **state)
{
    const struct blocks *blocks = try_blocks(
        *state, "<p left='10mm'> <label>{'Hal'}</label> <label x='27mm'>:</label> Hasil </p>");
    const struct paragraph *paragraph = &blocks->items[0].paragraph;
    assert_int_equal(paragraph->label_count, 2);
    assert_string_equal(paragraph->labels[0].runs.items[0].text, "Hal");
    assert_length(paragraph->labels[0].x, 0);
    assert_length(paragraph->labels[1].x, mm(27));
    assert_string_equal(paragraph->runs.items[0].text, "Hasil");
    assert_length(paragraph->left, mm(10));
    assert_int_equal(paragraph->role, ROLE_P);
}

static void fallbacks(void **state)
{
    struct try *try = *state;
    struct doc *doc =
        try_compose(try, TRY_HEAD
                    "<style name='a' base='body' size='9pt'/><style name='b' base='a'/>"
                    "<section page='f4'><p style='a' fallback='b  body'>x</p></section></layout>");
    const struct paragraph *paragraph = &doc->sections[0].blocks.items[0].paragraph;
    assert_int_equal(paragraph->fallback_count, 2);
    assert_string_equal(paragraph->fallbacks[0]->name, "b");
    assert_string_equal(paragraph->fallbacks[1]->name, "body");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TRY(data_and_text),
        TRY(white_space),
        TRY(no_break_space_stays),
        TRY(parts_in_running_text),
        TRY(empty_paragraphs_vanish),
        TRY(data_is_never_markup),
        TRY(styles_in_a_line),
        TRY(page_numbers),
        TRY(runs_know_their_origin),
        TRY(labels),
        TRY(fallbacks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
