/* Numbers and dates in English, from the same texts as the Indonesian ones. */
#include "rapor/base/numeral_english.h"

#include "rapor/base/arena.h"
#include "rapor/base/numeral.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

const char *english_decimal(const char *number, struct arena *arena)
{
    const char *written = numeral_decimal(number, arena);
    char *text = arena_strdup(arena, written);
    const bool is_number = g_ascii_isdigit(number[*number == '-']);
    for (char *at = text; is_number && *at; at++)
        if (*at == '.' || *at == ',')
            *at = *at == '.' ? ',' : '.';
    return text;
}

static void add_word(GString *words, const char *word)
{
    g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "", word);
}

static const char *const small[] = {"zero",    "one",     "two",       "three",    "four",
                                    "five",    "six",     "seven",     "eight",    "nine",
                                    "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};

/* Adds the words of 1..999. */
static void add_hundreds(GString *words, int64_t number)
{
    static const char *const tens[] = {"twenty", "thirty",  "forty",  "fifty",
                                       "sixty",  "seventy", "eighty", "ninety"};
    if (number >= 100) {
        add_word(words, small[number / 100]);
        add_word(words, "hundred");
    }
    number %= 100;
    if (number >= 20) {
        add_word(words, tens[number / 10 - 2]);
        if (number % 10 > 0)
            g_string_append_printf(words, "-%s", small[number % 10]);
    } else if (number > 0) {
        add_word(words, small[number]);
    }
}

static void add_whole(GString *words, int64_t number)
{
    static const struct {
        int64_t size;
        const char *name;
    } groups[] = {{1000000000, "billion"}, {1000000, "million"}, {1000, "thousand"}};
    if (number == 0)
        add_word(words, small[0]);
    for (size_t i = 0; i < G_N_ELEMENTS(groups); number %= groups[i++].size)
        if (number >= groups[i].size) {
            add_hundreds(words, number / groups[i].size);
            add_word(words, groups[i].name);
        }
    add_hundreds(words, number);
}

const char *english_words(const char *number, struct arena *arena)
{
    const char *digits = number + (*number == '-');
    const size_t whole = strspn(digits, "0123456789");
    const char *point = digits + whole;
    const size_t behind = *point == '.' ? strspn(point + 1, "0123456789") : 0;
    if (whole == 0 || whole > 12 || point[behind > 0 ? behind + 1 : 0] != '\0')
        return arena_strdup(arena, number);
    g_autoptr(GString) words = g_string_new(*number == '-' ? "minus" : NULL);
    add_whole(words, g_ascii_strtoll(digits, NULL, 10));
    if (behind > 0)
        add_word(words, "point");
    for (size_t i = 1; i <= behind; i++)
        add_word(words, small[point[i] - '0']);
    return arena_strdup(arena, words->str);
}

const char *english_date(const char *date, struct arena *arena)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (!numeral_is_date(date))
        return arena_strdup(arena, date);
    const int64_t month = g_ascii_strtoll(date + 5, NULL, 10);
    return arena_printf(arena, "%d %s %.4s", (int)g_ascii_strtoll(date + 8, NULL, 10),
                        months[month - 1], date);
}

const char *english_weekday(const char *date, struct arena *arena)
{
    static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};
    if (!numeral_is_date(date))
        return arena_strdup(arena, date);
    GDate day;
    g_date_clear(&day, 1);
    g_date_set_dmy(&day, (GDateDay)g_ascii_strtoll(date + 8, NULL, 10),
                   (GDateMonth)g_ascii_strtoll(date + 5, NULL, 10),
                   (GDateYear)g_ascii_strtoll(date, NULL, 10));
    return arena_strdup(arena, days[g_date_get_weekday(&day) - 1]);
}
