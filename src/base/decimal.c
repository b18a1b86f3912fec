#include "rapor/base/decimal.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <string.h>

/* A number taken apart; digits stand in the text itself. */
struct decimal {
    bool negative;
    const char *whole, *fraction;
    size_t whole_count, fraction_count;
};

/* Numbers are short: to look at each letter takes less than strspn() needs to begin. */
static size_t digit_count(const char *text)
{
    size_t count = 0;
    while (g_ascii_isdigit(text[count]))
        count++;
    return count;
}

static struct decimal take_apart(const char *text)
{
    struct decimal decimal = {.negative = *text == '-'};
    text += decimal.negative;
    while (*text == '0' && g_ascii_isdigit(text[1]))
        text++;
    decimal.whole = text;
    decimal.whole_count = digit_count(text);
    text += decimal.whole_count;
    decimal.fraction = *text == '.' ? text + 1 : text;
    decimal.fraction_count = digit_count(decimal.fraction);
    return decimal;
}

bool decimal_valid(const char *text)
{
    text += *text == '-';
    size_t whole = digit_count(text);
    text += whole;
    if (whole == 0 || *text == '\0')
        return whole > 0;
    size_t fraction = *text == '.' ? digit_count(text + 1) : 0;
    return fraction > 0 && text[1 + fraction] == '\0';
}

/* The digits of NUMBER as one whole number, with FRACTION digits behind the
 * point and WHOLE before it; ended by NUL. */
static char *digits_of(const struct decimal *number, size_t whole, size_t fraction,
                       struct arena *arena)
{
    char *digits = arena_alloc(arena, whole + fraction + 1, 1);
    memset(digits, '0', whole + fraction);
    memcpy(digits + whole - number->whole_count, number->whole, number->whole_count);
    memcpy(digits + whole, number->fraction, MIN(fraction, number->fraction_count));
    return digits;
}

static int fraction_digit(const struct decimal *number, size_t index)
{
    return index < number->fraction_count ? number->fraction[index] : '0';
}

static int compare_size(const struct decimal *left, const struct decimal *right)
{
    if (left->whole_count != right->whole_count)
        return left->whole_count < right->whole_count ? -1 : 1;
    int whole = memcmp(left->whole, right->whole, left->whole_count);
    if (whole != 0)
        return whole < 0 ? -1 : 1;
    size_t longer = MAX(left->fraction_count, right->fraction_count);
    for (size_t i = 0; i < longer; i++) {
        int difference = fraction_digit(left, i) - fraction_digit(right, i);
        if (difference != 0)
            return difference < 0 ? -1 : 1;
    }
    return 0;
}

static bool is_zero(const struct decimal *number)
{
    return strspn(number->whole, "0") >= number->whole_count &&
           strspn(number->fraction, "0") >= number->fraction_count;
}

int decimal_compare(const char *left, const char *right)
{
    struct decimal a = take_apart(left), b = take_apart(right);
    if (is_zero(&a) && is_zero(&b))
        return 0;
    if (a.negative != b.negative)
        return a.negative ? -1 : 1;
    int size = compare_size(&a, &b);
    return a.negative ? -size : size;
}

/* Adds or takes away the digits of LESS, both of the same length, RESULT being
 * the larger. */
static void change(char *result, const char *less, int sign)
{
    int carry = 0;
    for (size_t i = strlen(result); i-- > 0;) {
        int digit = result[i] - '0' + sign * (less[i] - '0' + carry);
        carry = digit < 0 || digit > 9;
        result[i] = (char)('0' + (digit - sign * 10 * carry));
    }
}

/* Puts sign and point back. */
static const char *put_together(const char *digits, size_t fraction, bool negative,
                                struct arena *arena)
{
    size_t whole = strlen(digits) - fraction;
    const char *text = digits;
    size_t leading = MIN(strspn(text, "0"), whole - 1);
    bool zero = strspn(text, "0") == whole + fraction;
    char *written = arena_alloc(arena, whole + fraction + sizeof "-.", 1), *end = written;
    if (negative && !zero)
        *end++ = '-';
    end = mempcpy(end, text + leading, whole - leading);
    if (fraction > 0) {
        *end++ = '.';
        memcpy(end, text + whole, fraction);
    }
    return written;
}

const char *decimal_difference(const char *left, const char *right, struct arena *arena)
{
    struct decimal a = take_apart(left), b = take_apart(right);
    size_t fraction = MAX(a.fraction_count, b.fraction_count);
    size_t whole = MAX(a.whole_count, b.whole_count) + 1;
    char *one = digits_of(&a, whole, fraction, arena);
    char *other = digits_of(&b, whole, fraction, arena);

    if (a.negative != b.negative) {
        change(one, other, 1);
        return put_together(one, fraction, a.negative, arena);
    }
    if (strcmp(one, other) >= 0) {
        change(one, other, -1);
        return put_together(one, fraction, a.negative, arena);
    }
    change(other, one, -1);
    return put_together(other, fraction, !a.negative, arena);
}

const char *decimal_round(const char *number, size_t digits, struct arena *arena)
{
    struct decimal decimal = take_apart(number);
    if (decimal.whole == number && decimal.fraction_count == digits)
        return number; /* neither sign nor zeros before it */
    size_t whole = decimal.whole_count + 1;
    char *result = digits_of(&decimal, whole, digits, arena);
    if (decimal.fraction_count > digits && decimal.fraction[digits] >= '5') {
        struct decimal none = {.whole = "", .fraction = ""};
        char *unit = digits_of(&none, whole, digits, arena);
        unit[whole + digits - 1] = '1';
        change(result, unit, 1);
    }
    return put_together(result, digits, decimal.negative, arena);
}
