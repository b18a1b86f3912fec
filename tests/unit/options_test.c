#include "../../src/cli/commands.h"
#include "../../src/cli/options.h"

#include "rapor/base/failure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define ARGV_ROOM 12

/* Splits LINE at blanks and parses it as the command line of build. */
static bool parse(struct options *options, const char *line, GError **error)
{
    g_auto(GStrv) argv = g_strsplit(line, " ", ARGV_ROOM);
    return options_parse(options, &command_build, (int)g_strv_length(argv), argv, error);
}

static void assert_refused(const char *line, const char *message)
{
    struct options options = {0};
    g_autoptr(GError) error = NULL;
    assert_false(parse(&options, line, &error));
    assert_true(g_error_matches(error, RAPOR_FAILURE, FAILURE_USAGE));
    assert_string_equal(error->message, message);
    options_clear(&options, &command_build);
}

static void options_and_inputs_in_any_order(void **state)
{
    struct options options = {0};
    (void)state;
    assert_true(parse(&options, "build -n a.xml --only decree -o out --loose", NULL));
    assert_string_equal(options.inputs[0], "a.xml");
    assert_null(options.inputs[1]);
    assert_string_equal(options.only, "decree");
    assert_string_equal(options.output, "out");
    assert_true(options.dry_run && options.loose && !options.quiet);
    options_clear(&options, &command_build);
}

static void letters_may_carry_their_value(void **state)
{
    struct options options = {0};
    (void)state;
    assert_true(parse(&options, "build -j4 -qn -oout --jobs=3 -", NULL));
    assert_int_equal(options.jobs, 3);
    assert_true(options.quiet && options.dry_run);
    assert_string_equal(options.output, "out");
    assert_string_equal(options.inputs[0], "-");
    options_clear(&options, &command_build);
}

static void behind_two_dashes_all_are_inputs(void **state)
{
    struct options options = {0};
    (void)state;
    assert_true(parse(&options, "build -- -j4", NULL));
    assert_string_equal(options.inputs[0], "-j4");
    assert_int_equal(options.jobs, 0);
    options_clear(&options, &command_build);
}

static void bytes_stay_as_they_are(void **state)
{
    struct options options = {0};
    (void)state;
    assert_true(parse(&options, "build nil\xc3\xa4i\xff.xml -o h\xc3\xa4sil\xff", NULL));
    assert_string_equal(options.inputs[0], "nil\xc3\xa4i\xff.xml");
    assert_string_equal(options.output, "h\xc3\xa4sil\xff");
    options_clear(&options, &command_build);
}

static void what_is_wrong_is_refused(void **state)
{
    (void)state;
    assert_refused("build", "IN is missing");
    assert_refused("build a b", "\"b\" is an unexpected argument");
    assert_refused("build a --regoin=3", "unknown option --regoin\nhint: did you mean --region?");
    assert_refused("build a --photographs", "unknown option --photographs");
    assert_refused("build a -x", "unknown option -x");
    assert_refused("build a --output", "missing argument for --output");
    assert_refused("build a -j -3", "--jobs -3 is out of range");
    assert_refused("build a --diagnostic-format shrot",
                   "unknown diagnostic-format \"shrot\"\nhint: did you mean \"short\"?");
}

/* Two rows of one name or letter would hide each other. */
static void names_and_letters_are_unique(void **state)
{
    (void)state;
    for (size_t c = 0; commands[c]; c++) {
        g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
        g_autoptr(GHashTable) letters = g_hash_table_new(NULL, NULL);
        const struct option *option;
        for (size_t i = 0; (option = command_option(commands[c], i)); i++) {
            assert_true(g_hash_table_add(names, (void *)option->name));
            if (option->letter)
                assert_true(g_hash_table_add(letters, GINT_TO_POINTER(option->letter)));
            assert_true((option->kind == OPTION_FLAG) == (option->argument == NULL));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_and_inputs_in_any_order),
        cmocka_unit_test(letters_may_carry_their_value),
        cmocka_unit_test(behind_two_dashes_all_are_inputs),
        cmocka_unit_test(bytes_stay_as_they_are),
        cmocka_unit_test(what_is_wrong_is_refused),
        cmocka_unit_test(names_and_letters_are_unique),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
