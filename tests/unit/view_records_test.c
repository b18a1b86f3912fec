#include "rapor/view/view.h"

#include "bench.h"
#include "reading.h"

enum { CITY, HEALTH, AGENCY };

/* The whole evaluation of the reader's tests, assessed. */
struct office {
    struct reading reading;
    struct standings *standings;
    struct view *view;
};

static struct office office_of(struct reading reading)
{
    assert_non_null(reading.evaluation);
    struct standings *standings = standings_of(reading.evaluation, reading.arena);
    return (struct office){reading, standings, view_create(standings)};
}

static void close_office(struct office *office)
{
    view_destroy(office->view);
    end(&office->reading);
}

static struct office whole_office(void)
{
    return office_of(read_path("tests/unit/data/whole.xml"));
}

static void scores_are_shown(void **state)
{
    (void)state;
    struct office office = whole_office();
    const struct view_element *node = view_turn(office.view, PER_INSTITUTION, CITY);
    assert_xpath(node, "count(indicator[@no=1]/*)", "0");
    assert_xpath(node, "concat(indicator[@no=2]/score[1]/@stage, indicator[@no=2]/score[1]/@name)",
                 "selfPenilaian Mandiri");
    assert_xpath(node, "string(indicator[@no=2]/score[2]/fact)", "Ada peraturan.");
    assert_xpath(node, "name(indicator[@no=2]/score[2]/*[3])", "reason");
    assert_xpath(node, "concat(indicator[@no=2]/score[3]/@level, indicator/score[@copied]/@stage)",
                 "2interview");
    assert_xpath(node, "indicator[@no=3]/score[@stage='review']/@verdict", "invalid");
    assert_xpath(node, "concat(indicator[@no=2]/evidence/@kind, indicator/evidence/@status)",
                 "regulationdraft");
    close_office(&office);
}

static void records_are_shown_of_one_institution(void **state)
{
    (void)state;
    struct office office = whole_office();
    assert_xpath(view_alone(office.view, CITY), "count(indicator | application | shortfall)", "0");
    const struct view_element *node = view_turn(office.view, PER_INSTITUTION, CITY);
    assert_xpath(node, "concat(session[1]/@stage, session[1]/@stage-name, session[1]/@mode)",
                 "interviewPenilaian Interviuvirtual");
    assert_xpath(node, "concat(session[2]/@date, count(session[2]/@place))", "2021-09-010");
    assert_xpath(node, "concat(session/day[1]/unit[1]/@code, session/day[1]/unit[1])",
                 "13.71a.d1Dinas Kesehatan");
    assert_xpath(node, "concat(session/assessor/@role, session/participant/@office)",
                 "leadKepala Dinas");
    assert_xpath(node, "concat(session/@number, session/agenda, session/agreed/@by)",
                 "BA-1Pembukaan.Dinas Kominfo");
    assert_xpath(node, "concat(session/@stage-no, indicator[@no=2]/score[2]/@stage-no)", "32");
    assert_xpath(node, "concat(/results/letter/@ranks, /results/letter/@due)", "all2022-02-01");
    assert_xpath(node, "concat(/results/signatory[1]/@name, /results/signatory[2]/@name)",
                 "EkaBudi");
    assert_xpath(node, "concat(/results/@sample, @salutation)", "yesBapak");
    assert_xpath(node, "concat(/results/basis[1]/@name, '|', /results/basis[2]/@short)",
                 "Peraturan Daerah Nomor 2 Tahun 2019|P 1/2020");
    assert_xpath(node, "concat(application/@status, application/@hosting)", "unusedoutside");
    assert_xpath(node, "concat(shortfall/@kind, shortfall)", "serverBelum ada pusat data.");
    close_office(&office);
}

/* Papers of all, and the conditions of papers, need these. */
static void some_records_are_shown_among_all(void **state)
{
    (void)state;
    struct office office = whole_office();
    const struct view_element *node = view_among_all(office.view, CITY);
    assert_xpath(node, "concat(session/@hour, session/@assignment, session/@assigned)",
                 "09.00 WIBST-12021-08-16");
    assert_xpath(node, "concat(objection/@answer, objection/claim/@short, objection/claim/reply)",
                 "B-1PengaduanTerlambat.");
    assert_xpath(node, "concat(objection/claim/@level, objection/claim/@final)", "41");
    assert_xpath(node,
                 "concat(count(revised), revised[1]/@stage, revised[1]/@before, revised[1]/@level)",
                 "2interview45");
    assert_xpath(node,
                 "concat(revised[2]/@stage-no, revised[2]/@before, revised[2]/@level, revised[2])",
                 "451Bukan bukti.");
    assert_xpath(
        node, "concat(/results/team/@number, count(/results/team/appointee), /results/team/duty)",
        "72menilai bukti");
    assert_xpath(node, "string(/results/ceremony/@hour)", "09.00 WIB");
    assert_xpath(view_alone(office.view, CITY), "string(objection/@answered)", "2021-12-15");
    close_office(&office);
}

static void text_with_records_keeps_the_schema(void **state)
{
    (void)state;
    struct office office = whole_office();
    g_autoptr(GString) all = view_text(office.view, PER_NATION, NONE);
    assert_true(is_valid(all->str, all->len));
    assert_non_null(strstr(all->str, "<fact>Ada peraturan.</fact>\n"));
    assert_non_null(strstr(all->str, "\n      </day>\n"));
    g_autoptr(GString) unit = view_text(office.view, PER_INSTITUTION, HEALTH);
    assert_true(is_valid(unit->str, unit->len));
    assert_non_null(strstr(unit->str, "<parent code=\"13.71a\" name=\"Pemerintah Kota Padang\" "));
    g_autoptr(GString) agency = view_text(office.view, PER_INSTITUTION, AGENCY);
    assert_null(strstr(agency->str, "<parent "));
    close_office(&office);
}

static void personal_numbers_are_for_papers_alone(void **state)
{
    (void)state;
    struct office office = whole_office();
    assert_xpath(view_turn(office.view, PER_INSTITUTION, CITY), "string(/results/signatory/@nip)",
                 "19700101 199003 1 001");
    g_autoptr(GString) all = view_text(office.view, PER_NATION, NONE);
    g_autoptr(GString) one = view_text(office.view, PER_INSTITUTION, CITY);
    assert_non_null(strstr(one->str, "name=\"Budi\" office=\"Menteri\"/>"));
    assert_null(strstr(all->str, "19700101"));
    assert_null(strstr(one->str, "19700101"));
    close_office(&office);
}

#define HEAD "<evaluation xmlns='urn:rapor:evaluation:1' instrument='mini' year='2021'>"
#define CITY_OF                                                                                    \
    "<region code='13' name='S'/><institution code='A' name='A' group='kota' region='13'>"
#define TAIL "</institution></evaluation>"

/* Tells how the level of indicator 1 came about, given its SCORES. */
static char *change_of(const char *scores)
{
    g_autofree char *text = g_strconcat(
        HEAD CITY_OF "<indicator no='1'>", scores,
        "</indicator><indicator no='2' level='3'/><indicator no='3' level='3'/>" TAIL, NULL);
    struct office office = office_of(read_text(text));
    const struct view_element *node = view_turn(office.view, PER_INSTITUTION, 0)->children;
    while (node->name != g_quark_from_string("indicator"))
        node = node->next;
    const struct view_attribute *difference =
        view_attribute(node, g_quark_from_string("difference"));
    const struct view_attribute *stage = view_attribute(node, g_quark_from_string("changed-by"));
    char *change =
        g_strdup_printf("%s %s", difference ? difference->text : "-", stage ? stage->text : "-");
    close_office(&office);
    return change;
}

static void the_way_from_self_to_final_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *scores, *change;
    } cases[] = {
        {"<score stage='document' level='2'/>", "- -"},
        {"<score stage='self' level='4'/><score stage='document' level='4'/>", "0 -"},
        {"<score stage='self' level='4'/><score stage='document' level='2'/>", "-2 document"},
        {"<score stage='self' level='4'/><score stage='document' level='2'/>"
         "<score stage='interview'/><score stage='review' verdict='valid'/>",
         "-2 document"},
        {"<score stage='self' level='2'/><score stage='document' level='2'/>"
         "<score stage='interview' level='3'/>",
         "1 interview"},
        {"<score stage='self' level='4'/><score stage='document' level='1'/>"
         "<score stage='interview' level='4'/>",
         "0 -"},
        {"<score stage='self' level='4'/><score stage='document' level='4'/>"
         "<score stage='review' verdict='invalid' level='1'/>",
         "-3 review"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *change = change_of(cases[i].scores);
        assert_string_equal(change, cases[i].change);
    }
}

/* What the view of the one institution says, but for the scores and what they changed. */
static char *said_of(const char *indicators)
{
    g_autofree char *text = g_strconcat(HEAD CITY_OF, indicators, TAIL, NULL);
    struct reading reading = read_text(text);
    assert_non_null(reading.evaluation);
    reading.evaluation->digest = "00ff"; /* of another file */
    struct office office = office_of(reading);
    const struct view_element *own = view_turn(office.view, PER_INSTITUTION, 0);
    xmlNode *node = NULL;
    g_autoptr(xmlDoc) doc = xml_doc_of(own, &node);
    for (xmlNode *next, *at = node->children; at; at = next) {
        next = at->next;
        xmlFreeNodeList(at->children);
        at->children = at->last = NULL;
        if (xmlStrEqual(at->name, (const xmlChar *)"revised")) {
            xmlUnlinkNode(at);
            xmlFreeNode(at);
        }
    }
    char *said = text_of_xml(xmlDocGetRootElement(doc));
    close_office(&office);
    return said;
}

static void short_and_long_form_come_to_the_same(void **state)
{
    (void)state;
    g_autofree char *brief = said_of("<indicator no='1' level='1'/><indicator no='2' level='4'/>"
                                     "<indicator no='3' level='5'/>");
    g_autofree char *lengthy =
        said_of("<indicator no='1'><score stage='document' level='3'><reason>a</reason></score>"
                "<score stage='review' verdict='invalid' level='1'/></indicator>"
                "<indicator no='2'><score stage='document' level='4'/></indicator>"
                "<indicator no='3'><score stage='interview' level='5'/><score stage='review'/>"
                "<evidence kind='a' title='b'/></indicator>");
    assert_non_null(strstr(brief, "index=\"4.40\""));
    assert_string_equal(brief, lengthy);
}

#define UNIT(code, rest)                                                                           \
    "<institution code='" code "' name='Dinas " code "' group='opd' parent='A'>" rest              \
    "</institution>"
#define ALL(level)                                                                                 \
    "<indicator no='1' level='" level "'/><indicator no='2' level='" level                         \
    "'/><indicator no='3' level='" level "'/>"
#define LACK(kind) "<shortfall kind='" kind "'>a</shortfall>"

static const char units[] = HEAD "<region code='13' name='S'/>" UNIT("A.1", ALL("2") LACK("server")
                                                                                LACK("people"))
    UNIT("A.2", ALL("3") LACK("people") LACK("network") LACK("network"))
        UNIT("A.3",
             "<published index='1.50'/>" LACK("people") LACK(
                 "people")) "<institution code='A' name='Kota A' group='kota' region='13'>" ALL("5")
            LACK("policy") "</institution></evaluation>";

static void a_parent_has_the_means_of_its_units(void **state)
{
    (void)state;
    struct office office = office_of(read_text(units));
    assert_int_equal(office.standings->parent_count, 1);
    assert_int_equal(standings_parent(office.standings, 3), 0);
    assert_int_equal(standings_parent(office.standings, 0), NONE);
    const struct view_element *node = view_turn(office.view, PER_PARENT, 3);
    assert_xpath(node, "concat(name(), @code, @name)", "parentAKota A");
    assert_xpath(node, "concat(@count, ' ', @assessed, ' ', @index, ' ', @exact)",
                 "3 3 2.17 13/6"); /* without the parent itself */
    assert_xpath(node, "concat(grade[@name='Baik']/@count, domain[1]/@exact)", "12.5");
    assert_xpath(node, "count(/results/parent)", "1");
    close_office(&office);
}

static void shortfalls_are_counted(void **state)
{
    (void)state;
    struct office office = office_of(read_text(units));
    const struct view_element *parent = view_turn(office.view, PER_PARENT, 3);
    assert_xpath(parent, "concat(shortfall[1]/@kind, shortfall[1]/@count, shortfall[1]/@units)",
                 "people43");
    assert_xpath(parent, "concat(shortfall[2]/@kind, shortfall[2]/@count, shortfall[2]/@units)",
                 "network21");
    assert_xpath(parent, "concat(shortfall[3]/@kind, count(shortfall))", "server3");
    assert_xpath(view_turn(office.view, PER_REGION, 0), "concat(shortfall/@kind, count(shortfall))",
                 "policy1");
    const struct view_element *root = view_turn(office.view, PER_NATION, NONE);
    assert_xpath(root, "concat(count(shortfall), sum(shortfall/@count))", "48");
    assert_xpath(root, "sum(group[@id='opd']/shortfall/@count)", "7");
    g_autoptr(GString) all = view_text(office.view, PER_NATION, NONE);
    assert_true(is_valid(all->str, all->len));
    close_office(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_are_shown),
        cmocka_unit_test(records_are_shown_of_one_institution),
        cmocka_unit_test(some_records_are_shown_among_all),
        cmocka_unit_test(text_with_records_keeps_the_schema),
        cmocka_unit_test(personal_numbers_are_for_papers_alone),
        cmocka_unit_test(the_way_from_self_to_final_is_told),
        cmocka_unit_test(short_and_long_form_come_to_the_same),
        cmocka_unit_test(a_parent_has_the_means_of_its_units),
        cmocka_unit_test(shortfalls_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
