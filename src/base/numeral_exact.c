/* Numbers as they stand in XML, without printf: a report has some hundred of them. */
#include "rapor/base/numeral.h"

#include "rapor/base/arena.h"

#include <glib.h>

#define MOST_LETTERS 96 /* of two whole numbers with sign, slash or point */

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

/* The same of what may be longer. */
static char *write_long(char *end, unsigned __int128 number)
{
    for (; number > UINT64_MAX; number /= 10)
        *--end = (char)('0' + (int)(number % 10));
    return write_before(end, (uint64_t)number, 1);
}

/* Returns by which power of ten 1 / DENOMINATOR becomes whole, or -1 if by none
 * up to the twelfth. */
static int decimals_of(unsigned __int128 denominator)
{
    int twos = 0, fives = 0;
    if (denominator > (uint64_t)1000000000000)
        return -1;
    uint64_t rest = (uint64_t)denominator;
    for (; rest % 2 == 0; rest /= 2)
        twos++;
    for (; rest % 5 == 0; rest /= 5)
        fives++;
    const int decimals = twos > fives ? twos : fives;
    return rest == 1 && decimals <= 12 ? decimals : -1;
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

static unsigned __int128 divisor_of(unsigned __int128 a, unsigned __int128 b)
{
    while (a > UINT64_MAX || b > UINT64_MAX) {
        const unsigned __int128 rest = b ? a % b : 0;
        if (b == 0)
            return a;
        a = b;
        b = rest;
    }
    return numeral_common_divisor((uint64_t)a, (uint64_t)b);
}

const char *numeral_fraction(__int128 numerator, __int128 denominator, struct arena *arena)
{
    if (denominator == 1 && numerator >= INT64_MIN && numerator <= INT64_MAX)
        return numeral_whole((int64_t)numerator, arena);
    const bool negative = (numerator < 0) != (denominator < 0) && numerator != 0;
    unsigned __int128 above = (unsigned __int128)(numerator < 0 ? -numerator : numerator);
    unsigned __int128 below = (unsigned __int128)(denominator < 0 ? -denominator : denominator);
    g_assert(below != 0);
    const unsigned __int128 divisor = divisor_of(above, below);
    above /= divisor;
    below /= divisor;

    const int decimals = decimals_of(below);
    char letters[MOST_LETTERS], *end = letters + sizeof letters, *begin = end;
    if (decimals < 0) {
        begin = write_long(begin, below);
        *--begin = '/';
        begin = write_long(begin, above);
    } else {
        begin = write_decimals(begin, (uint64_t)(above % below), (uint64_t)below, decimals);
        begin = write_long(begin, above / below);
    }
    if (negative)
        *--begin = '-';
    return arena_strndup(arena, begin, (size_t)(end - begin));
}
