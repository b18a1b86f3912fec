#include "try_layout.h"

#include "rapor/layout/vocabulary.h"

/* Follows NAMES down from the document; returns whether there is such an element. */
static bool reaches(const struct try *try, const char *const *names)
{
    struct set set = set_document(try->vocabulary, try->arena);
    for (; *names; names++) {
        struct set below = set_along(try->vocabulary, &set, AXIS_CHILD, try->arena);
        set = set_named(try->vocabulary, &below, *names, try->arena);
    }
    return !set_empty(try->vocabulary, &set);
}

static bool has(const struct try *try, const char *parent, const char *attribute)
{
    struct set document = set_document(try->vocabulary, try->arena);
    struct set results = set_along(try->vocabulary, &document, AXIS_CHILD, try->arena);
    struct set below = set_along(try->vocabulary, &results, AXIS_CHILD, try->arena);
    struct set set = set_named(try->vocabulary, &below, parent, try->arena);
    struct names names = set_names(try->vocabulary, &set, true, try->arena);
    return names_have(&names, attribute);
}

static void elements_stand_in_others(void **state)
{
    const struct try *try = *state;
    assert_true(reaches(try, (const char *[]){"results", "institution", "rank", NULL}));
    assert_true(reaches(try, (const char *[]){"results", "institution", "aspect", NULL}));
    assert_true(reaches(try, (const char *[]){"results", "region", "grade", NULL}));
    assert_false(reaches(try, (const char *[]){"results", "rank", NULL}));
    assert_false(reaches(try, (const char *[]){"institution", NULL}));
}

static void the_instrument_has_its_own_schema(void **state)
{
    const struct try *try = *state;
    assert_true(reaches(try, (const char *[]){"results", "instrument", "domain", "step", NULL}));
    assert_false(reaches(try, (const char *[]){"results", "instrument", "aspect", NULL}));
    assert_false(reaches(try, (const char *[]){"results", "institution", "domain", "step", NULL}));
    assert_true(has(try, "instrument", "target"));
}

static void attributes_come_through_references(void **state)
{
    const struct try *try = *state;
    assert_true(has(try, "institution", "code"));
    assert_true(has(try, "issuer", "office"));
    assert_true(has(try, "region", "count"));
    assert_false(has(try, "institution", "count"));
}

static void an_include_can_be_overridden(void **state)
{
    const struct try *try = *state;
    assert_true(has(try, "national", "exact"));
    assert_false(has(try, "national", "overridden"));
}

static void below_any_name_nothing_is_known(void **state)
{
    const struct try *try = *state;
    assert_true(reaches(try, (const char *[]){"results", "note", "whatever", "it", "is", NULL}));
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
    assert_true(has(try, "institution", "index"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TRY(elements_stand_in_others),
        TRY(the_instrument_has_its_own_schema),
        TRY(attributes_come_through_references),
        TRY(an_include_can_be_overridden),
        TRY(below_any_name_nothing_is_known),
        TRY(a_missing_schema_is_an_error),
        TRY(ours_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
