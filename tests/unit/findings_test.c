#include "rapor/assess/findings.h"
#include "rapor/assess/sites.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct grade grades[] = {{"Baik", 260}, {"Cukup", 180}};
static struct group groups[] = {{.id = "kota", .name = "Pemerintah Kota", .seat = SEAT_CENTER}};
static struct domain domains[] = {{.no = "1"}};
static const struct instrument instrument = {
    .domains = domains,
    .domain_count = 1,
    .grades = grades,
    .grade_count = 2,
    .groups = groups,
    .group_count = 1,
};

/* Looks at one institution with this standing; its index and domain are 2.60. */
static struct diagnostics *look(struct standing standing, const struct sites *sites)
{
    struct exact_value value = {.sum = 2597, .whole = 1000, .printed = 260};
    const struct evaluation evaluation = {.instrument = &instrument, .institution_count = 1};
    struct summary group = {.count = 1, .assessed = standing.basis != BASIS_NONE};
    standing.index = value;
    standing.domains = &value;
    const struct standings standings = {
        .evaluation = &evaluation, .all = &standing, .national = group, .groups = &group};
    struct diagnostics *diagnostics = diagnostics_create();
    findings_tell(&standings, sites, diagnostics);
    return diagnostics;
}

static void assert_only(struct diagnostics *diagnostics, enum severity severity, const char *id,
                        const char *text)
{
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
    assert_int_equal(count, 1);
    assert_int_equal(kept[0].severity, severity);
    assert_string_equal(kept[0].id, id);
    assert_string_equal(kept[0].text, text);
    diagnostics_destroy(diagnostics);
}

static const struct institution *bima(struct published *published, bool assessed)
{
    static struct institution institution;
    institution = (struct institution){
        .code = "52.72", .name = "Kota Bima", .assessed = assessed, .published = published};
    return &institution;
}

static void figures_that_agree_are_not_mentioned(void **state)
{
    int64_t domain = 260;
    struct published published = {.index = 260, .grade = "Baik", .domains = &domain};
    size_t count;
    (void)state;
    struct diagnostics *diagnostics = look((struct standing){.institution = bima(&published, true),
                                                             .basis = BASIS_LEVELS,
                                                             .grade = &grades[0],
                                                             .exact_grade = &grades[0]},
                                           NULL);
    diagnostics_kept(diagnostics, &count);
    assert_int_equal(count, 0);
    diagnostics_destroy(diagnostics);
}

static void published_figures_that_differ(void **state)
{
    int64_t domain = 310;
    struct published published = {.index = 261, .grade = "Cukup", .domains = &domain};
    (void)state;
    assert_only(look((struct standing){.institution = bima(&published, true),
                                       .basis = BASIS_LEVELS,
                                       .grade = &grades[0],
                                       .exact_grade = &grades[0]},
                     NULL),
                SEVERITY_WARNING, "published-differs",
                "Kota Bima: index published 2.61, computed 2.60; "
                "grade published Cukup, computed Baik; "
                "domain 1 published 3.10, computed 2.60");
}

static void a_grade_owed_to_rounding(void **state)
{
    (void)state;
    assert_only(look((struct standing){.institution = bima(NULL, true),
                                       .basis = BASIS_LEVELS,
                                       .grade = &grades[0],
                                       .exact_grade = &grades[1]},
                     NULL),
                SEVERITY_NOTE, "grade-rounding",
                "Kota Bima: index 2.60, exactly 2.597, has grade Baik; "
                "without rounding it would be Cukup");
}

static void who_is_not_assessed_is_counted(void **state)
{
    (void)state;
    assert_only(
        look((struct standing){.institution = bima(NULL, false), .basis = BASIS_NONE}, NULL),
        SEVERITY_NOTE, "not-assessed", "1 not assessed: kota 1");
}

static void published_figures_alone_are_noted(void **state)
{
    struct published published = {.index = 261, .grade = "Baik"};
    (void)state;
    assert_only(look((struct standing){.institution = bima(&published, true),
                                       .basis = BASIS_PUBLISHED,
                                       .grade = &grades[0],
                                       .exact_grade = &grades[0]},
                     NULL),
                SEVERITY_NOTE, "published-only",
                "1 with published figures only, taken as they are");
}

static void a_finding_has_its_place(void **state)
{
    static const char text[] = "<evaluation>\n <region code=\"52\"/>\n <institution\n"
                               "  code=\"52.72\"/>\n</evaluation>\n";
    const struct source source = {"nilai.xml", text, sizeof text - 1};
    struct arena *arena = arena_create();
    const struct sites sites = sites_of(&source, arena);
    struct published published = {.index = 100};
    size_t count;
    (void)state;
    assert_int_equal(sites.count, 1);
    struct diagnostics *diagnostics = look((struct standing){.institution = bima(&published, true),
                                                             .basis = BASIS_LEVELS,
                                                             .grade = &grades[0],
                                                             .exact_grade = &grades[0]},
                                           &sites);
    const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
    assert_int_equal(count, 1);
    assert_string_equal(kept[0].file, "nilai.xml");
    assert_int_equal(kept[0].line, 4);
    assert_int_equal(kept[0].column, 3);
    assert_int_equal(sites_place(&sites, 7, arena).line, 0);
    diagnostics_destroy(diagnostics);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_that_agree_are_not_mentioned),
        cmocka_unit_test(published_figures_that_differ),
        cmocka_unit_test(a_grade_owed_to_rounding),
        cmocka_unit_test(who_is_not_assessed_is_counted),
        cmocka_unit_test(published_figures_alone_are_noted),
        cmocka_unit_test(a_finding_has_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
