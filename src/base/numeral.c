#include "rapor/base/numeral.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <string.h>

static size_t digit_count(const char *text)
{
    size_t count = 0;
    while (g_ascii_isdigit(text[count]))
        count++;
    return count;
}

/* Finds the digits before and after the point: true if TEXT is [-]digits[.digits]. */
static bool is_number(const char *text, size_t *whole, size_t *fraction)
{
    text += *text == '-';
    *whole = digit_count(text);
    *fraction = 0;
    if (*whole == 0)
        return false;
    text += *whole;
    if (*text == '\0')
        return true;
    *fraction = *text == '.' ? digit_count(text + 1) : 0;
    return *fraction > 0 && text[1 + *fraction] == '\0';
}

const char *numeral_decimal(const char *number, struct arena *arena)
{
    size_t whole, fraction;
    if (!is_number(number, &whole, &fraction))
        return arena_strdup(arena, number);

    const char *digit = number;
    char *text = arena_alloc(arena, 2 + whole + whole / 3 + fraction + 1, 1), *out = text;
    if (*digit == '-')
        *out++ = *digit++;
    for (size_t left = whole; left > 0; left--) {
        if (left < whole && left % 3 == 0)
            *out++ = '.';
        *out++ = *digit++;
    }
    if (fraction > 0) {
        *out++ = ',';
        memcpy(out, digit + 1, fraction);
    }
    return text;
}

static const char *const digit_words[] = {
    "nol",  "satu",  "dua",     "tiga",     "empat",   "lima",
    "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
};

static void add_word(GString *words, const char *word)
{
    if (words->len > 0)
        g_string_append_c(words, ' ');
    g_string_append(words, word);
}

/* Adds the words of 1..99. */
static void add_tens(GString *words, int64_t number)
{
    if (number < 12) {
        add_word(words, digit_words[number]);
    } else if (number < 20) {
        add_word(words, digit_words[number - 10]);
        add_word(words, "belas");
    } else {
        add_word(words, digit_words[number / 10]);
        add_word(words, "puluh");
        if (number % 10 > 0)
            add_word(words, digit_words[number % 10]);
    }
}

/* Adds the words of 1..999. */
static void add_hundreds(GString *words, int64_t number)
{
    if (number >= 200)
        add_word(words, digit_words[number / 100]);
    if (number >= 100)
        add_word(words, number >= 200 ? "ratus" : "seratus");
    if (number % 100 > 0)
        add_tens(words, number % 100);
}

static void add_whole(GString *words, int64_t number)
{
    static const struct {
        int64_t size;
        const char *name;
    } groups[] = {{INT64_C(1000000000000000), "kuadriliun"},
                  {1000000000000, "triliun"},
                  {1000000000, "miliar"},
                  {1000000, "juta"},
                  {1000, "ribu"}};

    if (number == 0)
        add_word(words, digit_words[0]);
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++) {
        int64_t count = number / groups[i].size;
        number %= groups[i].size;
        if (count == 1 && groups[i].size == 1000) {
            add_word(words, "seribu"); /* but: satu juta, satu miliar */
        } else if (count > 0) {
            add_hundreds(words, count);
            add_word(words, groups[i].name);
        }
    }
    if (number > 0)
        add_hundreds(words, number);
}

const char *numeral_words(const char *number, struct arena *arena)
{
    const size_t most_digits = 18; /* kuadriliun is the largest word */
    size_t whole, fraction;
    if (!is_number(number, &whole, &fraction) || whole > most_digits)
        return arena_strdup(arena, number);

    g_autoptr(GString) words = g_string_new(*number == '-' ? "minus" : NULL);
    const char *digits = number + (*number == '-');
    add_whole(words, g_ascii_strtoll(digits, NULL, 10));
    if (fraction > 0)
        add_word(words, "koma");
    for (size_t i = 0; i < fraction; i++)
        add_word(words, digit_words[digits[whole + 1 + i] - '0']);
    return arena_strdup(arena, words->str);
}

/* Reads COUNT digits. */
static unsigned digits_value(const char *text, size_t count)
{
    unsigned value = 0;
    for (size_t i = 0; i < count; i++)
        value = value * 10 + (unsigned)(text[i] - '0');
    return value;
}

bool numeral_is_date(const char *text)
{
    if (strlen(text) != 10 || digit_count(text) != 4 || text[4] != '-' ||
        digit_count(text + 5) != 2 || text[7] != '-' || digit_count(text + 8) != 2)
        return false;
    return g_date_valid_dmy((GDateDay)digits_value(text + 8, 2),
                            (GDateMonth)digits_value(text + 5, 2),
                            (GDateYear)digits_value(text, 4));
}

const char *numeral_date(const char *date, struct arena *arena)
{
    static const char *const months[] = {
        "Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
        "Juli",    "Agustus",  "September", "Oktober", "November", "Desember",
    };
    if (!numeral_is_date(date))
        return arena_strdup(arena, date);
    return arena_printf(arena, "%u %s %u", digits_value(date + 8, 2),
                        months[digits_value(date + 5, 2) - 1], digits_value(date, 4));
}

static GDate day_of(const char *date)
{
    GDate day;
    g_date_clear(&day, 1);
    g_date_set_dmy(&day, (GDateDay)digits_value(date + 8, 2), (GDateMonth)digits_value(date + 5, 2),
                   (GDateYear)digits_value(date, 4));
    return day;
}

const char *numeral_weekday(const char *date, struct arena *arena)
{
    static const char *const days[] = {"Senin", "Selasa", "Rabu",  "Kamis",
                                       "Jumat", "Sabtu",  "Minggu"};
    if (!numeral_is_date(date))
        return arena_strdup(arena, date);
    const GDate day = day_of(date);
    return arena_strdup(arena, days[g_date_get_weekday(&day) - 1]);
}

const char *numeral_working_day(const char *date, int days, struct arena *arena)
{
    if (!numeral_is_date(date))
        return arena_strdup(arena, date);
    GDate day = day_of(date);
    while (days > 0) {
        g_date_add_days(&day, 1);
        days -= g_date_get_weekday(&day) < G_DATE_SATURDAY;
    }
    return arena_printf(arena, "%04d-%02d-%02d", g_date_get_year(&day), (int)g_date_get_month(&day),
                        g_date_get_day(&day));
}

const char *numeral_roman(int64_t number, struct arena *arena)
{
    static const struct {
        int64_t value;
        const char *letters;
    } signs[] = {
        {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
        {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"},
    };
    if (number < 1 || number > 3999)
        return numeral_whole(number, arena);

    g_autoptr(GString) roman = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        for (; number >= signs[i].value; number -= signs[i].value)
            g_string_append(roman, signs[i].letters);
    return arena_strdup(arena, roman->str);
}

/* After z comes aa, as in spreadsheets: 26 letters and no zero. */
const char *numeral_letter(int64_t number, struct arena *arena)
{
    if (number < 1)
        return numeral_whole(number, arena);

    g_autoptr(GString) letters = g_string_new(NULL);
    for (; number > 0; number = (number - 1) / 26)
        g_string_prepend_c(letters, (char)('a' + (number - 1) % 26));
    return arena_strdup(arena, letters->str);
}

const char *numeral_dictum(int64_t number, struct arena *arena)
{
    if (number < 1 || number > 999999999)
        return numeral_whole(number, arena);

    g_autoptr(GString) words = g_string_new(NULL);
    add_whole(words, number);
    g_autofree char *upper = g_ascii_strup(words->str, -1);
    return arena_printf(arena, "KE%s", upper);
}
