#include "rapor/layout/number.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* What doubles hold exactly: so many digits, and this many powers of ten. */
enum { EXACT_DIGITS = 15, EXACT_POWERS = 22 };

/* What is mostly written has no more decimals. */
enum { FEW_DECIMALS = 6 };

static const double powers[EXACT_POWERS + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Adds the digits at TEXT to MANTISSA; returns how many there are. */
static size_t read_digits(const char *text, uint64_t *mantissa)
{
    size_t count = 0;
    for (; g_ascii_isdigit(text[count]); count++)
        *mantissa = *mantissa * 10 + (uint64_t)(text[count] - '0');
    return count;
}

double number_of(const char *text)
{
    while (is_space(*text))
        text++;
    const bool negative = *text == '-';
    const char *begin = text += negative;
    uint64_t mantissa = 0;
    size_t whole = read_digits(text, &mantissa), fraction = 0;
    text += whole;
    if (*text == '.') {
        fraction = read_digits(++text, &mantissa);
        text += fraction;
    }
    while (is_space(*text))
        text++;
    if (*text != '\0' || whole + fraction == 0)
        return NAN;
    /* Both are exact, so that their quotient is the nearest there is (W. D. Clinger). */
    double size = whole + fraction <= EXACT_DIGITS ? (double)mantissa / powers[fraction]
                                                   : g_ascii_strtod(begin, NULL);
    return negative ? -size : size;
}

/* NUMBER times ten to the power of DECIMALS is whole. */
static const char *scaled_text(double number, unsigned decimals, struct arena *arena)
{
    char digits[32], *at = digits + sizeof digits;
    uint64_t size = (uint64_t)rint(fabs(number) * powers[decimals]);
    *--at = '\0';
    for (unsigned i = 0; size > 0 || i <= decimals; i++, size /= 10) {
        if (i == decimals && i > 0)
            *--at = '.';
        *--at = (char)('0' + size % 10);
    }
    if (number < 0)
        *--at = '-';
    return arena_strdup(arena, at);
}

/* How few decimals say the same; more than FEW_DECIMALS: not known. */
static unsigned decimals_of(double number)
{
    const double size = fabs(number), most = 1e15; /* which 15 digits can say */
    unsigned decimals = 0;
    for (; decimals <= FEW_DECIMALS; decimals++) {
        double scaled = rint(size * powers[decimals]);
        if (scaled < most && scaled / powers[decimals] == size)
            break;
    }
    return decimals;
}

const char *number_text(double number, struct arena *arena)
{
    char text[512];
    if (isnan(number))
        return "NaN";
    if (isinf(number))
        return number < 0 ? "-Infinity" : "Infinity";
    if (fabs(number) > NUMBER_MOST)
        return NULL;
    const unsigned few = number == trunc(number) ? 0 : decimals_of(number);
    if (few <= FEW_DECIMALS)
        return scaled_text(number, few, arena);
    int whole = (int)log10(fabs(number));
    int decimals = MAX(EXACT_DIGITS - whole - (whole > 0), 0);
    char format[16];
    snprintf(format, sizeof format, "%%.%df", decimals);
    g_ascii_formatd(text, sizeof text, format, number);
    size_t length = strlen(text);
    if (strchr(text, '.')) {
        while (text[length - 1] == '0')
            length--;
        length -= text[length - 1] == '.';
    }
    return arena_strndup(arena, text, length);
}

double number_rounded(double number)
{
    double whole = floor(number);
    return copysign(number - whole >= 0.5 ? whole + 1 : whole, number);
}
