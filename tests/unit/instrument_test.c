#include "rapor/read/instrument.h"

#include "rapor/base/diagnostic.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define MINI "tests/unit/data/layouts/mini"

static void a_whole_instrument_is_read(void **state)
{
    (void)state;
    struct diagnostics *diagnostics = diagnostics_create();
    struct instrument *mini = instrument_open(MINI, diagnostics, NULL);
    assert_non_null(mini);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), 0);
    assert_string_equal(mini->id, "mini");
    assert_string_equal(mini->folder, MINI);
    assert_int_equal(mini->level_min, 1);
    assert_int_equal(mini->level_max, 5);
    assert_int_equal(mini->level_scale, 1);
    assert_int_equal(mini->target, 260);
    assert_int_equal(mini->target_level, 3);
    assert_false(mini->grade_by_exact);
    assert_int_equal(mini->domain_count, 2);
    assert_int_equal(mini->aspect_count, 2);
    assert_int_equal(mini->aspects[1].domain, 1);
    assert_string_equal(mini->aspects[1].short_name, "Layanan Publik");
    assert_int_equal(mini->grades[0].from, 260);
    assert_non_null(xmlDocGetRootElement(mini->tree));
    instrument_close(mini);
    instrument_close(NULL);
    diagnostics_destroy(diagnostics);
}

static void weights_have_a_common_denominator(void **state)
{
    (void)state;
    struct diagnostics *diagnostics = diagnostics_create();
    struct instrument *mini = instrument_open(MINI, diagnostics, NULL);
    assert_int_equal(mini->weight_total, 300);
    assert_int_equal(mini->domains[0].weight, 150);
    assert_int_equal(mini->aspects[0].weight, 150);
    assert_int_equal(mini->indicators[0].weight, 10);
    assert_int_equal(mini->indicators[1].weight, 140);
    assert_string_equal(mini->indicators[0].weight_text, "20/6");
    instrument_close(mini);
    diagnostics_destroy(diagnostics);
}

static void things_are_found_by_name(void **state)
{
    (void)state;
    struct diagnostics *diagnostics = diagnostics_create();
    struct instrument *mini = instrument_open(MINI, diagnostics, NULL);
    assert_int_equal(instrument_indicator(mini, "3"), 2);
    assert_int_equal(instrument_indicator(mini, "4"), NONE);
    assert_int_equal(instrument_group(mini, "kota"), 2);
    assert_int_equal(instrument_group(mini, "Kota"), NONE);
    assert_int_equal(instrument_scope(mini, "parent"), 2);
    assert_int_equal(instrument_stage(mini, "review"), 3);
    assert_false(mini->stages[0].counts);
    assert_true(mini->stages[3].counts);
    assert_int_equal(mini->groups[3].seat, SEAT_PARENT);
    assert_int_equal(mini->scopes[0].within, WITHIN_GROUP);
    assert_true(mini->scopes[0].groups == UINT64_MAX);
    assert_int_equal(mini->scopes[1].groups, 6);
    assert_int_equal(mini->documents[0].per, PER_NATION);
    assert_true(mini->documents[1].assessed_only);
    instrument_close(mini);
    diagnostics_destroy(diagnostics);
}

/* In the sample OLD becomes NEW; the first message must be this. */
struct change {
    const char *old, *new, *message;
};

static const struct change changes[] = {
    {"weight=\"140/3\"", "weight=\"46\"",
     "32:64: the indicators of aspect 1 weigh 148/3 together, not 50"},
    {"weight=\"20/6\"", "weight=\"6/1000000007\"",
     "33:43: weight \"6/1000000007\" and those before have no small common denominator"},
    {"weight=\"20/6\"", "weight=\"1/0\"", "33:43: weight \"1/0\" is not a weight"},
    {"weight=\"20/6\"", "weight=\"900\"", "33:43: weight \"900\" is more than 100"},
    {"<domain no=\"2\" name=\"Layanan\" short=\"Layanan\" weight=\"50\">",
     "<domain no=\"2\" name=\"Layanan\" weight=\"40\">",
     "2:1: the domains of the instrument weigh 90 together, not 100"},
    {"indicator no=\"2\"", "indicator no=\"1\"", "37:18: no \"1\" of <indicator> is used twice"},
    {"group id=\"kota\"", "group id=\"provinsi\"",
     "9:12: id \"provinsi\" of <group> is used twice"},
    {"groups=\"opd\"", "groups=\"obd\"", "15:48: group \"obd\" is not known"},
    {"from=\"2.6\"", "from=\"1\"", "29:26: no index can have the grade Kurang"},
    {"from=\"1\"", "from=\"1.5\"", "27:3: an index from 1.00 to below 1.50 has no grade"},
    {"to=\"3\"", "to=\"7\"", "35:15: to 7 of <step> is no level of this instrument"},
    {"to=\"3\"", "to=\"2\"", "35:15: to 2 stands twice in this <indicator>"},
    {"capability=\"process\">", "capability=\"proces\">",
     "33:57: capability \"proces\" is not known"},
    {"kind=\"certificate\"", "kind=\"decree\"",
     "47:15: kind \"decree\" of <document> is used twice"},
    {"target=\"2.6\"", "target=\"6\"", "3:38: target 6.00 is outside the levels"},
    {"min=\"1\" max=\"5\"", "min=\"5\" max=\"1\"",
     "5:3: levels 5..1 with 0 decimals cannot be used"},
    {"<levels", "<level", "5:3: <level> does not belong in <instrument>"},
    {"seat=\"center\"", "sead=\"center\"", "7:5: <group> needs the attribute seat"},
    {"counts=\"no\"", "counts=\"maybe\"", "18:47: counts \"maybe\" is not known"},
    {"name=\"Baik\"", "name=\"Ba&#x202E;ik\"",
     "28:12: name holds the hidden text direction character U+202E"},
    {"id=\"mini\"", "id=\"maxi\"", "2:44: id \"maxi\" is not the name of the folder mini"},
    {"<instrument ", "<!DOCTYPE instrument><instrument ", "2:1: a DOCTYPE is not allowed"},
    {"</instrument>", "", "50:1: the file ends before </instrument>"},
    {"</domain>\n  <documents>",
     "</domain><aspect no=\"3\" name=\"A\" weight=\"0\"><indicator "
     "no=\"9\" name=\"I\" weight=\"0\"/></aspect>\n  <documents>",
     "44:12: this <aspect> is in no <domain>"},
};

/* Writes the changed sample into a folder of its own name. */
static char *write_changed(const char *base, const struct change *change)
{
    g_autofree char *sample = NULL;
    assert_true(g_file_get_contents(MINI "/instrument.xml", &sample, NULL, NULL));
    const char *at = strstr(sample, change->old);
    assert_non_null(at);
    g_autofree char *changed = g_strdup_printf("%.*s%s%s", (int)(at - sample), sample, change->new,
                                               at + strlen(change->old));
    char *folder = g_build_filename(base, "mini", NULL);
    g_autofree char *path = g_build_filename(folder, "instrument.xml", NULL);
    g_mkdir(folder, 0700);
    assert_true(g_file_set_contents(path, changed, -1, NULL));
    return folder;
}

static void each_fault_is_found(void **state)
{
    (void)state;
    g_autofree char *base = g_dir_make_tmp("rapor-XXXXXX", NULL);
    g_autofree char *folder = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(changes); i++) {
        struct diagnostics *diagnostics = diagnostics_create();
        g_free(folder);
        folder = write_changed(base, &changes[i]);
        assert_null(instrument_open(folder, diagnostics, NULL));
        size_t count;
        const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
        assert_true(count > 0);
        g_autofree char *message =
            g_strdup_printf("%u:%u: %s", kept[0].line, kept[0].column, kept[0].text);
        assert_string_equal(message, changes[i].message);
        diagnostics_destroy(diagnostics);
    }
    g_autofree char *path = g_build_filename(folder, "instrument.xml", NULL);
    g_unlink(path);
    g_rmdir(folder);
    g_rmdir(base);
}

static void a_missing_file_is_a_failure(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    struct diagnostics *diagnostics = diagnostics_create();
    assert_null(instrument_open("tests/unit/data/layouts/none", diagnostics, &error));
    assert_non_null(error);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), 0);
    diagnostics_destroy(diagnostics);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_instrument_is_read),
        cmocka_unit_test(weights_have_a_common_denominator),
        cmocka_unit_test(things_are_found_by_name),
        cmocka_unit_test(each_fault_is_found),
        cmocka_unit_test(a_missing_file_is_a_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
