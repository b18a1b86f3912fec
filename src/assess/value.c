#include "value.h"

#include <assert.h>

int64_t printed_of(__int128 sum, __int128 whole)
{
    assert(sum >= 0 && whole > 0);
    const __int128 rest = sum % whole;
    return (int64_t)(sum / whole * 100 + (rest * 200 + whole) / (whole * 2));
}

struct exact_value value_of(__int128 sum, __int128 whole)
{
    if (whole == 0)
        return (struct exact_value){.printed = INDEX_NONE};
    return (struct exact_value){.sum = sum, .whole = whole, .printed = printed_of(sum, whole)};
}

struct exact_value value_published(int64_t hundredths)
{
    return hundredths == INDEX_NONE ? value_of(0, 0) : value_of(hundredths, 100);
}

bool value_exists(struct exact_value value)
{
    return value.whole != 0;
}

/* Digit by digit of their continued fractions: products would be too large. */
int value_compare(struct exact_value left, struct exact_value right)
{
    if (!value_exists(left) || !value_exists(right))
        return 0;
    for (int sign = 1;; sign = -sign) {
        const __int128 a = left.sum / left.whole, b = right.sum / right.whole;
        if (a != b)
            return a > b ? sign : -sign;
        const __int128 rest = left.sum % left.whole, other = right.sum % right.whole;
        if (rest == 0 || other == 0)
            return sign * ((rest > 0) - (other > 0));
        left = (struct exact_value){.sum = left.whole, .whole = rest};
        right = (struct exact_value){.sum = right.whole, .whole = other};
    }
}

struct exact_value value_decisive(const struct instrument *instrument, struct exact_value value)
{
    return instrument->grade_by_exact ? value : value_published(value.printed);
}

const struct grade *grade_of(const struct instrument *instrument, struct exact_value value)
{
    if (!value_exists(value) || instrument->grade_count == 0)
        return NULL;
    /* The last grade reaches down to the lowest level. */
    const struct grade *grade = instrument->grades;
    const struct grade *last = grade + instrument->grade_count - 1;
    while (grade < last && value_compare(value, value_of(grade->from, 100)) < 0)
        grade++;
    return grade;
}
