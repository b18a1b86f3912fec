/* Numbers as PDF has them. */
#include "../../src/paint/pdf/bytes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void fixed_numbers_are_as_short_as_can_be(void **state)
{
    (void)state;
    static const struct {
        int64_t number;
        unsigned decimals;
        const char *text;
    } rows[] = {
        {0, 2, "0"},          {5, 2, ".05"},       {-5, 2, "-.05"},
        {50, 2, ".5"},        {100, 2, "1"},       {-1250, 2, "-12.5"},
        {84189, 2, "841.89"}, {1000, 3, "1"},      {123456, 5, "1.23456"},
        {62500, 6, ".0625"},  {-1200, 0, "-1200"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        char text[NUMBER_MOST];
        *number_put_fixed(text, rows[i].number, rows[i].decimals) = '\0';
        assert_string_equal(text, rows[i].text);
    }
}

static void whole_numbers_read_back(void **state)
{
    (void)state;
    for (int64_t number = 1; number > 0 && number < INT64_MAX / 7; number = number * 7 - 3) {
        char text[NUMBER_MOST];
        *number_put(text, number) = '\0';
        assert_int_equal(strtoll(text, NULL, 10), number);
        *number_put(text, -number) = '\0';
        assert_int_equal(strtoll(text, NULL, 10), -number);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(fixed_numbers_are_as_short_as_can_be),
                                       cmocka_unit_test(whole_numbers_read_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
