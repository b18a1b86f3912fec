#include "try_layout.h"

#include "rapor/base/decimal.h"

static void gives(void **state, const char *expression, const char *expected)
{
    struct try *try = *state;
    g_autofree char *block = g_strdup_printf("<p>[{%s}]</p>", expression);
    g_autofree char *line = g_strdup_printf("[%s]\n", expected);
    assert_string_equal(try_words(try, block), line);
}

static void numbers_in_words_and_figures(void **state)
{
    gives(state, "decimal(@index)", "3,34");
    gives(state, "decimal(@addressee[. = 'x'])", "");
    gives(state, "words(@index)", "tiga koma tiga empat");
    gives(state, "date(/results/decree/@date)", "31 Desember 2021");
    gives(state, "roman(count(domain) + 1)", "IV");
    gives(state, "letter(2)", "b");
    gives(state, "dictum(1)", "KESATU");
    gives(state, "roman(0)", "");
    gives(state, "letter(@name)", "");
}

static void whole_numbers_are_written_in_full(void **state)
{
    gives(state, "2500000000 * 5", "12500000000");
    gives(state, "decimal(2500000000 * 5)", "12.500.000.000");
    gives(state, "words(2500000000 * 5)", "dua belas miliar lima ratus juta");
    gives(state, "words(9007199254740992 - 1)",
          "sembilan kuadriliun tujuh triliun seratus sembilan puluh sembilan miliar dua ratus lima "
          "puluh empat juta tujuh ratus empat puluh ribu sembilan ratus sembilan puluh satu");
    gives(state, "9007199254740992", "9007199254740992");
    gives(state, "- 9007199254740992", "-9007199254740992");
    gives(state, "decimal('12345678901234567890')", "12.345.678.901.234.567.890");
    gives(state, "1 div 4000000", "0.00000025");
    gives(state, "2500000000 + 0.5", "2500000000.5");
    gives(state, "0.1 + 0.2", "0.3");
    gives(state, "1 div 3", "0.333333333333333");
    gives(state, "-0.3 * 0", "0");
    gives(state, "1 div 0", "Infinity");
    gives(state, "number('1e3')", "NaN");
    gives(state, "number(' -12.50 ')", "-12.5");
    gives(state, "number('.5') + number('5.')", "5.5");
}

static void larger_numbers_are_refused(void **state)
{
    assert_non_null(strstr(try_failure(*state, "<p>{9007199254740992 * 2}</p>"),
                           "{9007199254740992 * 2}: a number beyond 9007199254740992"));
    assert_non_null(strstr(try_failure(*state, "<p>{words(9007199254740992 * 2)}</p>"),
                           "a number beyond 9007199254740992"));
    gives(state, "9007199254740992 * 2 > 1", "true"); /* it need not be written */
}

static void choosing(void **state)
{
    gives(state, "if(@index > 3, 'baik', 'kurang')", "baik");
    gives(state, "if(@index > 4, 'baik', 'kurang')", "kurang");
    gives(state, "if(domain[9], domain, indicator)/@name", "Arsitektur");
    gives(state, "count(if(true(), domain, 5))", "3");
    gives(state, "if(true(), 2, 'x') + 1", "3");
    gives(state, "case(@grade, 'Cukup', 'c', 'Baik', 'b', 'x')", "b");
    gives(state, "case(@code, 'Cukup', 'c', 'Baik', 'b', 'x')", "x");
    gives(state, "case(2, 1, 'satu', 1 + 1, 'dua', 'lain')", "dua");
    gives(state, "case(@addressee | @grade, 'Baik', domain[2], domain)/@no", "2");
    gives(state, "domain[if(true(), 2, 'x')]/@no", "2");
    gives(state, "if(@grade, 'ya', words(9007199254740992 * 2))", "ya"); /* not evaluated */
}

static void rounding_is_exact(void **state)
{
    gives(state, "decimal(2.005, 2)", "2,01");
    gives(state, "decimal('2.5', 0)", "3");
    gives(state, "decimal('9.995', 2)", "10,00");
    gives(state, "decimal('3', 2)", "3,00");
    gives(state, "decimal('1.005', 2)", "1,01"); /* a double would give 1,00 */
    gives(state, "decimal('-0.125', 2)", "-0,13");
    gives(state, "decimal('-0.001', 2)", "0,00");
    gives(state, "decimal('n/a', 2)", "n/a");
}

static void letters(void **state)
{
    gives(state, "upper('aé ij')", "AÉ IJ");
    gives(state, "lower('AÉ IJ')", "aé ij");
    gives(state, "capitalize('évaluasi SPBE')", "Évaluasi SPBE");
    gives(state, "capitalize('')", "");
}

static void replacing(void **state)
{
    gives(state, "replace('B/[n]/PD', '[n]', '12')", "B/12/PD");
    gives(state, "replace('aaa', 'a', 'aa')", "aaaaaa");
    gives(state, "replace('abc', '', 'x')", "abc");
}

static void comparing_decimals(void **state)
{
    gives(state, "min(domain/@index)", "2.9");
    gives(state, "max(domain/@index)", "10.05");
    gives(state, "max(domain/@name)", "");
    gives(state, "difference(@index, '2.4')", "0.94");
    gives(state, "difference('2.4', @index)", "-0.94");
    gives(state, "difference('', '1')", "");
    gives(state, "compare('10', '9.99')", "1");
    gives(state, "compare('2.60', '2.6')", "0");
    gives(state, "compare('-3', '2')", "-1");
    gives(state, "compare('x', '2')", "NaN");
}

static void differences_with_sign(void **state)
{
    gives(state, "signed('0.345')", "+0,35");
    gives(state, "signed('-0.12')", "−0,12");
    gives(state, "signed('-0')", "0,00");
    gives(state, "signed('0.004')", "0,00");
    gives(state, "signed('-0.004')", "0,00");
    gives(state, "signed('-0.005')", "−0,01");
    gives(state, "signed(0.004)", "0,00");
    gives(state, "signed('')", "");
}

static void those_of_xpath_work(void **state)
{
    gives(state, "concat(substring(@code, 1, 2), '-', string-length(@code))", "13-5");
    gives(state, "count(indicator[@level &gt;= 3]) div 2", "1");
    gives(state, "normalize-space(' a  b ')", "a b");
    gives(state, "sum(indicator/@level) mod 4", "1");
}

static void differences(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    assert_string_equal(decimal_difference("1", "0.001", arena), "0.999");
    assert_string_equal(decimal_difference("-1.5", "2.25", arena), "-3.75");
    assert_string_equal(decimal_difference("1.5", "-2.25", arena), "3.75");
    assert_string_equal(decimal_difference("007", "7.0", arena), "0.0");
    assert_string_equal(decimal_difference("99999999999999999999", "1", arena),
                        "99999999999999999998");
    assert_string_equal(decimal_difference("-2", "-5", arena), "3");
    arena_destroy(arena);
}

static void what_a_decimal_is(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", "-", ".5", "5.", "1e3", "1,5", " 1", "0x1", "1.5.2"};
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        assert_false(decimal_valid(wrong[i]));
    assert_true(decimal_valid("-0.50"));
    assert_int_equal(decimal_compare("-0", "0.00"), 0);
    assert_int_equal(decimal_compare("-2", "-10"), 1);
    assert_int_equal(decimal_compare("0.10", "0.1001"), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TRY(numbers_in_words_and_figures),
        TRY(whole_numbers_are_written_in_full),
        TRY(larger_numbers_are_refused),
        TRY(choosing),
        TRY(rounding_is_exact),
        TRY(letters),
        TRY(replacing),
        TRY(comparing_decimals),
        TRY(differences_with_sign),
        TRY(those_of_xpath_work),
        cmocka_unit_test(differences),
        cmocka_unit_test(what_a_decimal_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
