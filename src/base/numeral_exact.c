/* Numbers as they stand in XML, without printf: a report has some hundred of them. */
#include "rapor/base/numeral.h"

#include "rapor/base/arena.h"

#include <glib.h>

#define MOST_LETTERS 48 /* of two whole numbers with sign, slash or point */

static uint64_t magnitude(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

/* Writes a whole number with at least so many digits before END; returns where it begins. */
static char *write_before(char *end, uint64_t number, int digits)
{
    for (; digits > 0 || number > 0; digits--, number /= 10)
        *--end = (char)('0' + number % 10);
    return end;
}

const char *numeral_whole(int64_t number, struct arena *arena)
{
    char letters[MOST_LETTERS], *end = letters + sizeof letters;
    char *begin = write_before(end, magnitude(number), 1);
    if (number < 0)
        *--begin = '-';
    return arena_strndup(arena, begin, (size_t)(end - begin));
}

const char *numeral_hundredths(int64_t hundredths, struct arena *arena)
{
    const uint64_t size = magnitude(hundredths);
    char letters[MOST_LETTERS], *end = letters + sizeof letters;
    char *begin = write_before(end, size % 100, 2);
    *--begin = '.';
    begin = write_before(begin, size / 100, 1);
    if (hundredths < 0)
        *--begin = '-';
    return arena_strndup(arena, begin, (size_t)(end - begin));
}

uint64_t numeral_common_divisor(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Returns by which power of ten 1 / DENOMINATOR becomes whole, or -1 if by none
 * up to the twelfth. */
static int decimals_of(uint64_t denominator)
{
    int twos = 0, fives = 0;
    for (; denominator % 2 == 0; denominator /= 2)
        twos++;
    for (; denominator % 5 == 0; denominator /= 5)
        fives++;
    const int decimals = twos > fives ? twos : fives;
    return denominator == 1 && decimals <= 12 ? decimals : -1;
}

/* The digits of REST / WHOLE, less than 1, and the point before them, where there are any. */
static char *write_decimals(char *end, uint64_t rest, uint64_t whole, int decimals)
{
    uint64_t power = 1;
    for (int i = 0; i < decimals; i++)
        power *= 10;
    char *begin = write_before(end, rest * (power / whole), decimals);
    if (decimals > 0)
        *--begin = '.';
    return begin;
}

const char *numeral_fraction(int64_t numerator, int64_t denominator, struct arena *arena)
{
    if (denominator == 1)
        return numeral_whole(numerator, arena);
    const bool negative = (numerator < 0) != (denominator < 0) && numerator != 0;
    uint64_t above = magnitude(numerator), below = magnitude(denominator);
    g_assert(below != 0);
    uint64_t divisor = numeral_common_divisor(above, below);
    above /= divisor;
    below /= divisor;

    const int decimals = decimals_of(below);
    char letters[MOST_LETTERS], *end = letters + sizeof letters, *begin = end;
    if (decimals < 0) {
        begin = write_before(begin, below, 1);
        *--begin = '/';
        begin = write_before(begin, above, 1);
    } else {
        begin = write_decimals(begin, above % below, below, decimals);
        begin = write_before(begin, above / below, 1);
    }
    if (negative)
        *--begin = '-';
    return arena_strndup(arena, begin, (size_t)(end - begin));
}
