#include "rapor/base/numeral.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

struct pair {
    const char *given, *expected;
};

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_create();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static void decimals_have_commas(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"3.34", "3,34"},   {"1234.5", "1.234,5"}, {"1000000", "1.000.000"},
        {"999", "999"},     {"-1234", "-1.234"},   {"0.05", "0,05"},
        {"", ""},           {"3,34", "3,34"},      {"20/6", "20/6"},
        {"1.", "1."},       {".5", ".5"},          {"-", "-"},
        {"1.2.3", "1.2.3"}, {"12a", "12a"},        {"100000", "100.000"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        assert_string_equal(numeral_decimal(pairs[i].given, arena), pairs[i].expected);
}

static void numbers_have_words(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"0", "nol"},
        {"1", "satu"},
        {"10", "sepuluh"},
        {"11", "sebelas"},
        {"12", "dua belas"},
        {"19", "sembilan belas"},
        {"20", "dua puluh"},
        {"21", "dua puluh satu"},
        {"100", "seratus"},
        {"111", "seratus sebelas"},
        {"200", "dua ratus"},
        {"999", "sembilan ratus sembilan puluh sembilan"},
        {"1000", "seribu"},
        {"1503", "seribu lima ratus tiga"},
        {"2021", "dua ribu dua puluh satu"},
        {"11000", "sebelas ribu"},
        {"100000", "seratus ribu"},
        {"1000000", "satu juta"},
        {"1001000", "satu juta seribu"},
        {"1000000000", "satu miliar"},
        {"999999999999", "sembilan ratus sembilan puluh sembilan miliar "
                         "sembilan ratus sembilan puluh sembilan juta "
                         "sembilan ratus sembilan puluh sembilan ribu "
                         "sembilan ratus sembilan puluh sembilan"},
        {"1000000000000", "satu triliun"},
        {"5000000000000000", "lima kuadriliun"},
        {"1000000000000000000", "1000000000000000000"},
        {"3.34", "tiga koma tiga empat"},
        {"2.05", "dua koma nol lima"},
        {"0.10", "nol koma satu nol"},
        {"-2", "minus dua"},
        {"007", "tujuh"},
        {"abc", "abc"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        assert_string_equal(numeral_words(pairs[i].given, arena), pairs[i].expected);
}

static void dates_are_written_out(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"2021-08-23", "23 Agustus 2021"},
        {"2021-12-01", "1 Desember 2021"},
        {"2021-02-30", "2021-02-30"},
        {"kemarin", "kemarin"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        assert_string_equal(numeral_date(pairs[i].given, arena), pairs[i].expected);
    assert_string_equal(numeral_weekday("2021-08-23", arena), "Senin");
    assert_string_equal(numeral_weekday("2024-02-29", arena), "Kamis");
    assert_string_equal(numeral_weekday("2023-02-29", arena), "2023-02-29");
}

static void only_days_are_dates(void **state)
{
    (void)state;
    static const char *const days[] = {"2021-12-31", "2020-02-29", "2000-02-29", "0001-01-01"};
    static const char *const others[] = {"2021-02-29",  "1900-02-29", "2021-13-01", "2021-00-10",
                                         "2021-04-31",  "2021-1-01",  "2021-01-1",  "2021/01/01",
                                         "2021-01-01 ", "",           "0000-01-01", "2021-01-00"};
    for (size_t i = 0; i < G_N_ELEMENTS(days); i++)
        assert_true(numeral_is_date(days[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        assert_false(numeral_is_date(others[i]));
}

static void counts_have_signs(void **state)
{
    (void)state;
    assert_string_equal(numeral_roman(4, arena), "IV");
    assert_string_equal(numeral_roman(1994, arena), "MCMXCIV");
    assert_string_equal(numeral_roman(3999, arena), "MMMCMXCIX");
    assert_string_equal(numeral_roman(4000, arena), "4000");
    assert_string_equal(numeral_roman(0, arena), "0");
    assert_string_equal(numeral_letter(1, arena), "a");
    assert_string_equal(numeral_letter(26, arena), "z");
    assert_string_equal(numeral_letter(27, arena), "aa");
    assert_string_equal(numeral_letter(703, arena), "aaa");
    assert_string_equal(numeral_letter(0, arena), "0");
    assert_string_equal(numeral_dictum(1, arena), "KESATU");
    assert_string_equal(numeral_dictum(10, arena), "KESEPULUH");
    assert_string_equal(numeral_dictum(11, arena), "KESEBELAS");
    assert_string_equal(numeral_dictum(21, arena), "KEDUA PULUH SATU");
    assert_string_equal(numeral_dictum(0, arena), "0");
}

static void hundredths_have_two_digits(void **state)
{
    (void)state;
    assert_string_equal(numeral_hundredths(334, arena), "3.34");
    assert_string_equal(numeral_hundredths(300, arena), "3.00");
    assert_string_equal(numeral_hundredths(5, arena), "0.05");
    assert_string_equal(numeral_hundredths(-5, arena), "-0.05");
    assert_string_equal(numeral_hundredths(-105, arena), "-1.05");
}

static void whole_numbers_are_written_as_they_are(void **state)
{
    (void)state;
    assert_string_equal(numeral_whole(0, arena), "0");
    assert_string_equal(numeral_whole(15420, arena), "15420");
    assert_string_equal(numeral_whole(-7, arena), "-7");
    assert_string_equal(numeral_whole(INT64_MIN, arena), "-9223372036854775808");
}

static void fractions_are_exact(void **state)
{
    (void)state;
    assert_string_equal(numeral_fraction(33425, 10000, arena), "3.3425");
    assert_string_equal(numeral_fraction(6, 3, arena), "2");
    assert_string_equal(numeral_fraction(20, 6, arena), "10/3");
    assert_string_equal(numeral_fraction(0, 7, arena), "0");
    assert_string_equal(numeral_fraction(-1, 4, arena), "-0.25");
    assert_string_equal(numeral_fraction(1, -3, arena), "-1/3");
    assert_string_equal(numeral_fraction(1, 4096, arena), "0.000244140625");
    assert_string_equal(numeral_fraction(1, 8192, arena), "1/8192");
    assert_string_equal(numeral_fraction(999999999999, 1000000000000, arena), "0.999999999999");
    assert_string_equal(numeral_fraction(1, 10000000000000, arena), "1/10000000000000");
    assert_string_equal(numeral_fraction(10, 10000000000000, arena), "0.000000000001");
    assert_string_equal(numeral_fraction(INT64_MIN, 1, arena), "-9223372036854775808");
    assert_string_equal(numeral_fraction(INT64_MAX, 1000000000000, arena), "9223372.036854775807");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(decimals_have_commas, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_have_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(dates_are_written_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_days_are_dates, set_up, tear_down),
        cmocka_unit_test_setup_teardown(counts_have_signs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hundredths_have_two_digits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(whole_numbers_are_written_as_they_are, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fractions_are_exact, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
