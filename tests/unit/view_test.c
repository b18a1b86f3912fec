#include "rapor/view.h"

#include "rapor/own.h"
#include "rapor/standing.h"
#include "spbe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#define SCHEMA "layouts/schema/results.rng"

static const char instrument_text[] =
    "<instrument xmlns='urn:rapor:instrument:1' id='spbe-2020' name='SPBE'>"
    "<!-- of the test -->"
    "<capability id='process'><level value='3' name='Terdefinisi'>standar</level></capability>"
    "<domain no='1'><aspect no='1'><indicator no='2' capability='process'>"
    "<step to='4'>Tinjau\n  kebijakan &amp; evaluasi </step></indicator></aspect></domain>"
    "</instrument>";

static const struct institution_row rows[] = {
    {"13.01", "Kab. \"A\" & <B>", KABUPATEN, 0, 3, NULL},
    {"13.71", "Kota C", KOTA, 0, 4, NULL},
    {"51.71", "Kota D", KOTA, 1, -1, NULL},
    {"13.71.1", "Dinas E", OPD, NONE, 2, "13.71"},
};
enum { KAB_A, KOTA_C, KOTA_D, DINAS_E, COUNT };

/* What a test works on; all of it in one arena but the tree of the instrument. */
struct bench {
    struct arena *arena;
    struct instrument *instrument;
    struct evaluation *evaluation;
    struct standings *standings;
};

static int set_up(void **state)
{
    struct arena *arena = arena_create();
    struct bench *bench = ARENA_NEW(arena, struct bench);
    bench->arena = arena;
    bench->instrument = make_spbe_2020(arena);
    bench->instrument->tree = xmlReadMemory(instrument_text, sizeof instrument_text - 1,
                                            "instrument.xml", NULL, XML_PARSE_NONET);
    bench->evaluation = make_evaluation(bench->instrument, rows, COUNT, arena);
    bench->evaluation->issuer = (struct issuer){.name = "Kementerian", .city = "Jakarta"};
    bench->evaluation->institutions[KAB_A].seat = "Painan";
    bench->evaluation->institutions[KOTA_D].reason = "baris\nbaru";
    bench->standings = standings_of(bench->evaluation, arena);
    *state = bench;
    return 0;
}

static int tear_down(void **state)
{
    struct bench *bench = *state;
    xmlFreeDoc(bench->instrument->tree);
    arena_destroy(bench->arena);
    return 0;
}

/* Evaluates the XPath expression at NODE, as a layout would. */
static void assert_xpath(xmlNode *node, const char *expression, const char *expected)
{
    g_autoptr(xmlXPathContext) context = xmlXPathNewContext(node->doc);
    context->node = node;
    g_autoptr(xmlXPathObject) result = xmlXPathEval(BAD_CAST expression, context);
    assert_non_null(result);
    g_auto(XmlText) text = xmlXPathCastToString(result);
    assert_string_equal((const char *)text, expected);
}

static char *text_of(xmlNode *node)
{
    xmlBuffer *buffer = xmlBufferCreate();
    xmlNodeDump(buffer, node->doc, node, 0, 0);
    char *text = g_strdup((const char *)xmlBufferContent(buffer));
    xmlBufferFree(buffer);
    return text;
}

/* What a test expects to be wrong needs no message. */
static void stay_silent(void *data, xmlError *error)
{
    (void)data;
    (void)error;
}

static bool is_valid(const char *text, size_t length)
{
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt(SCHEMA);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    assert_non_null(schema);
    g_autoptr(xmlDoc) doc = xmlReadMemory(text, (int)length, "results.xml", NULL, XML_PARSE_NONET);
    assert_non_null(doc);
    xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt(schema);
    xmlRelaxNGSetValidStructuredErrors(validator, stay_silent, NULL);
    int problem = xmlRelaxNGValidateDoc(validator, doc);
    xmlRelaxNGFreeValidCtxt(validator);
    xmlRelaxNGFree(schema);
    return problem == 0;
}

static void attributes_and_ranks_are_always_there(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    xmlNode *node = view_institution(view, KAB_A);
    assert_xpath(node, "@name", "Kab. \"A\" & <B>");
    assert_xpath(node, "@index", "3.00");
    assert_xpath(node, "@exact", "3");
    assert_xpath(node, "@grade", "Baik");
    assert_xpath(node, "concat(@basis, ' ', @status, ' ', @n)", "levels assessed 2");
    assert_xpath(node, "concat(@region, @region-name, @group-name)",
                 "13Sumatera BaratPemerintah Kabupaten");
    assert_xpath(node, "@seat", "Painan");
    assert_xpath(node, "count(@addressee | @parent | @reason)", "0");
    assert_xpath(node, "count(rank)", "5");
    assert_xpath(node, "concat(rank[@scope='national']/@position, '/', rank[@scope='region']/@of)",
                 "2/2");
    assert_xpath(node, "count(domain | aspect | indicator)", "0");

    assert_xpath(view_institution(view, DINAS_E), "@parent-name", "Kota C");
    assert_xpath(view_institution(view, KOTA_D), "concat(@basis, @status, count(@index | rank))",
                 "nonenot-assessed0");
    view_destroy(view);
}

static void summaries_stand_beside(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    xmlNode *root = view_root(view);
    assert_xpath(root, "name(/results)", "results");
    assert_xpath(root, "concat(@instrument, @year, @kind, @digest)", "spbe-20202021evaluasi00ff");
    assert_xpath(root, "concat(issuer/@name, count(issuer/@office))", "Kementerian0");
    assert_xpath(root, "count(decree | letter | signatory)", "0");
    assert_xpath(root, "concat(national/@count, national/@assessed)", "43");
    assert_xpath(root, "national/@index", "3.00");
    assert_xpath(root, "national/grade[@name='Sangat Baik']/@share", "33.33");
    assert_xpath(root, "national/domain[@no='4']/@weight", "45.5");
    assert_xpath(root, "count(group)", "3");
    assert_xpath(root, "group[@id='kota']/@assessed", "1");
    assert_xpath(view_region(view, 1), "concat(@code, @assessed, count(@index))", "5100");
    assert_xpath(view_region(view, 0), "@exact", "3.5");
    view_destroy(view);
}

static void the_instrument_has_no_namespace(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    xmlNode *root = view_root(view);
    assert_xpath(root, "instrument/capability[@id='process']/level[@value=3]/@name", "Terdefinisi");
    assert_xpath(root, "instrument/domain/aspect/indicator/@capability", "process");
    assert_xpath(root, "count(//*[namespace-uri() != ''])", "0");
    view_destroy(view);
    /* The instrument's own tree keeps it. */
    assert_non_null(xmlDocGetRootElement(bench->instrument->tree)->ns);
}

static void details_while_open(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    xmlNode *node = view_institution(view, KAB_A);
    view_open(view, KAB_A);
    assert_xpath(node, "count(domain)", "4");
    assert_xpath(node, "count(aspect)", "8");
    assert_xpath(node, "count(indicator)", "47");
    assert_xpath(node, "concat(aspect[@no=2]/@domain, aspect[@no=2]/@index)", "23.00");
    assert_xpath(node, "indicator[@no=2]/@level-name", "Terdefinisi");
    assert_xpath(node, "indicator[@no=2]/@step", "Tinjau kebijakan & evaluasi");
    assert_xpath(node, "indicator[@no=2]/@weight", "1.3");
    assert_xpath(node, "concat(indicator[@no=2]/@aspect, indicator[@no=47]/@domain)", "14");
    assert_xpath(node, "concat(indicator[@no=2]/@level, indicator[@no=2]/@target)", "33");
    assert_xpath(node, "count(indicator/@priority | indicator/@self)", "0");
    assert_xpath(node, "count(indicator[@no=1]/@capability | indicator[@no=1]/@step)", "0");

    view_open(view, DINAS_E);
    assert_xpath(view_institution(view, DINAS_E), "indicator[@no=42]/@priority", "1");
    view_close(view, DINAS_E);
    view_close(view, KAB_A);
    view_destroy(view);
}

static void closing_leaves_no_trace(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    g_autofree char *before = text_of(view_root(view));

    view_open(view, KOTA_C);
    view_open(view, KOTA_C);
    view_close(view, KOTA_C);
    assert_xpath(view_institution(view, KOTA_C), "count(indicator)", "47");
    view_close(view, KOTA_C);
    view_open(view, KOTA_D); /* which has no details */
    view_close(view, KOTA_D);

    g_autofree char *after = text_of(view_root(view));
    assert_string_equal(before, after);
    view_destroy(view);
}

static void the_view_keeps_the_schema(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    for (size_t i = 0; i < COUNT; i++)
        view_open(view, i);
    g_autofree char *text = text_of(view_root(view));
    assert_true(g_str_has_prefix(text, "<results "));
    g_autofree char *named =
        g_strconcat("<results xmlns='urn:rapor:results:1' ", text + strlen("<results "), NULL);
    assert_true(is_valid(named, strlen(named)));
    view_destroy(view);
}

static void text_keeps_the_schema(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    g_autoptr(GString) all = view_text(view, NONE);
    assert_true(is_valid(all->str, all->len));
    for (size_t i = 0; i < COUNT; i++) {
        GString *one = view_text(view, i);
        assert_true(is_valid(one->str, one->len));
        g_string_free(one, TRUE);
    }
    g_string_replace(all, "basis=\"levels\"", "basis=\"guessed\"", 1);
    assert_false(is_valid(all->str, all->len));
    view_destroy(view);
}

static void text_says_what_the_view_says(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    g_autoptr(GString) text = view_text(view, NONE);
    assert_true(g_str_has_prefix(text->str, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                            "<results xmlns=\"urn:rapor:results:1\" "));
    assert_true(g_str_has_suffix(text->str, "  </institution>\n</results>\n"));
    assert_non_null(strstr(text->str, "\n  <institution code=\"13.01\" "
                                      "name=\"Kab. &quot;A&quot; &amp; &lt;B&gt;\" "));
    assert_non_null(strstr(text->str, "reason=\"baris&#10;baru\""));
    assert_null(strstr(text->str, "<instrument"));

    g_autoptr(xmlDoc) doc = xmlReadMemory(text->str, (int)text->len, "results.xml", NULL, 0);
    xmlNode *root = xmlDocGetRootElement(doc);
    assert_xpath(root, "count(//*[local-name()='indicator'])", "141");
    assert_xpath(root, "//*[@code='13.01']/@name", "Kab. \"A\" & <B>");
    assert_xpath(root, "//*[@code='51.71']/@reason", "baris\nbaru");
    view_destroy(view);
}

static void one_institution_comes_alone(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    g_autoptr(GString) text = view_text(view, KOTA_C);
    g_autoptr(xmlDoc) doc = xmlReadMemory(text->str, (int)text->len, "hasil.xml", NULL, 0);
    xmlNode *root = xmlDocGetRootElement(doc);
    assert_xpath(root, "count(*[local-name()='institution'])", "1");
    assert_xpath(root, "string(*[local-name()='group']/@id)", "kota");
    assert_xpath(root, "count(*[local-name()='region'])", "1");
    assert_xpath(root, "count(*[local-name()='national'])", "1");
    assert_null(strstr(text->str, "Kab."));
    assert_null(strstr(text->str, "Dinas"));
    view_destroy(view);
}

/* Counts what it is given, and ends the text when ROOM is used up. */
struct meter {
    size_t bytes, longest, room;
};

static bool measure(void *to, const char *bytes, size_t length)
{
    struct meter *meter = to;
    (void)bytes;
    meter->bytes += length;
    meter->longest = MAX(meter->longest, length);
    return meter->bytes <= meter->room;
}

static void text_comes_in_pieces(void **state)
{
    struct bench *bench = *state;
    struct view *view = view_create(bench->standings);
    g_autoptr(GString) text = view_text(view, NONE);
    view_destroy(view);

    struct meter all = {.room = SIZE_MAX}, some = {.room = 100};
    assert_true(view_write(bench->standings, NONE, &(struct sink){measure, &all}));
    assert_int_equal(all.bytes, text->len);
    assert_true(all.longest < text->len / 2);
    assert_false(view_write(bench->standings, NONE, &(struct sink){measure, &some}));
    assert_true(some.bytes < text->len / 2);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(attributes_and_ranks_are_always_there),
        TEST(summaries_stand_beside),
        TEST(the_instrument_has_no_namespace),
        TEST(details_while_open),
        TEST(closing_leaves_no_trace),
        TEST(the_view_keeps_the_schema),
        TEST(text_keeps_the_schema),
        TEST(text_says_what_the_view_says),
        TEST(one_institution_comes_alone),
        TEST(text_comes_in_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
