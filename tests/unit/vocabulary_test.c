#include "try_layout.h"

#include "rapor/layout/vocabulary.h"

/* Follows NAMES down from the document; returns whether there is such an element. */
static bool reaches(const struct try *try, const char *const *names)
{
    struct set set = set_document();
    for (; *names; names++) {
        struct set below = set_along(try->vocabulary, &set, AXIS_CHILD);
        set = set_named(try->vocabulary, &below, *names);
    }
    return !set_empty(&set);
}

/* Whether the element that the path NAMES leads to has the attribute. */
static bool has(const struct try *try, const char *const *names, const char *attribute)
{
    struct set set = set_document();
    for (; *names; names++) {
        struct set below = set_along(try->vocabulary, &set, AXIS_CHILD);
        set = set_named(try->vocabulary, &below, *names);
    }
    struct names found = set_names(try->vocabulary, &set, true, try->arena);
    return names_have(&found, attribute);
}

static const char *const institution[] = {"results", "institution", NULL},
                         *const national[] = {"results", "national", NULL},
                         *const instrument[] = {"results", "instrument", NULL},
                         *const domain[] = {"results", "instrument", "domain", NULL};

static void elements_stand_in_others(void **state)
{
    const struct try *try = *state;
    assert_true(reaches(try, (const char *[]){"results", "institution", "rank", NULL}));
    assert_true(reaches(try, (const char *[]){"results", "institution", "aspect", NULL}));
    assert_true(reaches(try, (const char *[]){"results", "region", "grade", NULL}));
    assert_false(reaches(try, (const char *[]){"results", "rank", NULL}));
    assert_false(reaches(try, (const char *[]){"institution", NULL}));
}

static void an_element_has_its_own_attributes(void **state)
{
    const struct try *try = *state;
    assert_true(has(try, institution, "code"));
    assert_true(has(try, national, "count"));
    assert_true(has(try, (const char *[]){"results", "paper", NULL}, "link"));
    assert_false(has(try, institution, "count"));
    assert_true(has(try, (const char *[]){"results", "institution", "domain", NULL}, "exact"));
    assert_false(
        has(try, (const char *[]){"results", "institution", "change", "domain", NULL}, "exact"));
}

static void the_instrument_has_its_own_schema(void **state)
{
    const struct try *try = *state;
    assert_true(reaches(try, (const char *[]){"results", "instrument", "domain", "step", NULL}));
    assert_true(reaches(try, (const char *[]){"results", "instrument", "scope", NULL}));
    assert_false(reaches(try, (const char *[]){"results", "instrument", "aspect", NULL}));
    assert_false(reaches(try, (const char *[]){"results", "institution", "domain", "step", NULL}));
    assert_true(has(try, instrument, "target"));
    assert_true(has(try, domain, "no"));
}

static void an_include_can_be_overridden(void **state)
{
    const struct try *try = *state;
    assert_true(has(try, domain, "weight"));
    assert_false(has(try, domain, "overridden"));
}

static void below_any_name_nothing_is_known(void **state)
{
    const struct try *try = *state;
    assert_true(
        reaches(try, (const char *[]){"results", "instrument", "note", "whatever", "it", NULL}));
}

static void what_an_element_depends_on(void **state)
{
    const struct try *try = *state;
    const struct declaration *all = try->vocabulary->declarations;
    size_t of_instrument = 0;
    for (size_t i = 0; i < try->vocabulary->count; i++) {
        of_instrument += all[i].on == ON_INSTRUMENT;
        if (strcmp(all[i].name, "signatory") == 0 || strcmp(all[i].name, "results") == 0)
            assert_int_equal(all[i].on, ON_RUN);
        if (strcmp(all[i].name, "paper") == 0 || strcmp(all[i].name, "indicator") == 0)
            assert_int_equal(all[i].on, ON_SUBJECT);
        if (strcmp(all[i].name, "instrument") == 0)
            assert_int_equal(all[i].on, ON_INSTRUMENT);
    }
    assert_true(of_instrument > 1); /* what stands in it, as well */
}

static void a_missing_schema_is_an_error(void **state)
{
    struct try *try = *state;
    assert_null(vocabulary_read("/nowhere", &try->error));
    assert_int_equal(try->error->code, 66);
}

static void ours_can_be_read(void **state)
{
    struct try *try = *state;
    vocabulary_destroy(try->vocabulary);
    try->vocabulary = vocabulary_read("layouts/schema", &try->error);
    assert_non_null(try->vocabulary);
    assert_true(reaches(try, (const char *[]){"results", "institution", "indicator", NULL}));
    assert_true(reaches(try, (const char *[]){"results", "instrument", "grades", "grade", NULL}));
    assert_false(reaches(try, (const char *[]){"results", "instrument", "whatever", NULL}));
    assert_true(has(try, institution, "index"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TRY(elements_stand_in_others),          TRY(the_instrument_has_its_own_schema),
        TRY(an_element_has_its_own_attributes), TRY(what_an_element_depends_on),
        TRY(an_include_can_be_overridden),      TRY(below_any_name_nothing_is_known),
        TRY(a_missing_schema_is_an_error),      TRY(ours_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
