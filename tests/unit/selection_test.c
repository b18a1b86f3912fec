#include "../../src/cli/selection.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/read/evaluation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct document documents[] = {
    {.kind = "decree", .layout = "decree.xml", .file = "keputusan.pdf", .per = PER_NATION},
    {.kind = "certificate",
     .layout = "certificate.xml",
     .file = "sertifikat.pdf",
     .per = PER_INSTITUTION},
    {.kind = "letter", .layout = "letter.xml", .file = "surat.pdf", .per = PER_INSTITUTION},
    {.kind = "letter", .layout = "copy.xml", .file = "salinan.pdf", .per = PER_INSTITUTION},
};
static const struct instrument instrument = {.documents = documents, .document_count = 4};
static struct region regions[] = {{"13", "Sumatera Barat"}, {"53", "Nusa Tenggara Timur"}};
static struct institution institutions[] = {{.code = "13.01"}, {.code = "53.16"}};
static const struct evaluation evaluation = {
    .instrument = &instrument,
    .regions = regions,
    .region_count = 2,
    .institutions = institutions,
    .institution_count = 2,
};

static int make_arena(void **state)
{
    *state = arena_create();
    return 0;
}

static int free_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

static void assert_refused(struct wish wish, const char *message, struct arena *arena)
{
    struct selection selection;
    g_autoptr(GError) error = NULL;
    assert_false(selection_read(&selection, &wish, &evaluation, arena, &error));
    assert_true(g_error_matches(error, RAPOR_FAILURE, FAILURE_USAGE));
    assert_string_equal(error->message, message);
}

static void kinds_stand_once_and_tables_last(void **state)
{
    size_t count;
    const char **kinds = selection_kinds(&instrument, &count, *state);
    assert_int_equal(count, 4);
    assert_string_equal(kinds[0], "decree");
    assert_string_equal(kinds[1], "certificate");
    assert_string_equal(kinds[2], "letter");
    assert_string_equal(kinds[3], "tables");
    assert_null(kinds[4]);
}

static void nothing_asked_is_everything(void **state)
{
    struct selection selection;
    const struct wish wish = {0};
    assert_true(selection_read(&selection, &wish, &evaluation, *state, NULL));
    assert_null(selection.kinds);
    assert_null(selection.region);
    assert_null(selection.institution);
}

static void what_is_there_is_taken(void **state)
{
    struct selection selection;
    const struct wish wish = {.only = "letter, tables", .region = "53", .institution = "53.16"};
    assert_true(selection_read(&selection, &wish, &evaluation, *state, NULL));
    assert_string_equal(selection.kinds[0], "letter");
    assert_string_equal(selection.kinds[1], "tables");
    assert_null(selection.kinds[2]);
    assert_string_equal(selection.region, "53");
    assert_string_equal(selection.institution, "53.16");
}

static void what_is_not_there_is_refused(void **state)
{
    assert_refused((struct wish){.only = "leter"},
                   "unknown kind of document \"leter\"\nhint: did you mean \"letter\"?", *state);
    assert_refused((struct wish){.only = "letter,"},
                   "unknown kind of document \"\"\n"
                   "hint: it is one of decree, certificate, letter, tables",
                   *state);
    assert_refused((struct wish){.only = "photographs"},
                   "unknown kind of document \"photographs\"\n"
                   "hint: it is one of decree, certificate, letter, tables",
                   *state);
    assert_refused((struct wish){.only = ""}, "--only names no kind of document", *state);
    assert_refused((struct wish){.region = "Sumatera"},
                   "unknown region \"Sumatera\"\nhint: it is one of 13, 53", *state);
    assert_refused((struct wish){.institution = "53.17"},
                   "unknown institution \"53.17\"\nhint: did you mean \"53.16\"?", *state);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, make_arena, free_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(kinds_stand_once_and_tables_last),
        TEST(nothing_asked_is_everything),
        TEST(what_is_there_is_taken),
        TEST(what_is_not_there_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
