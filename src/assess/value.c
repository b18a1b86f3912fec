#include "value.h"

#include <assert.h>

int64_t printed_of(int64_t sum, int64_t whole)
{
    assert(sum >= 0 && whole > 0);
    return (int64_t)(((__int128)sum * 200 + whole) / ((__int128)whole * 2));
}

struct exact_value value_of(int64_t sum, int64_t whole)
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

int value_compare(struct exact_value left, struct exact_value right)
{
    __int128 a = (__int128)left.sum * right.whole;
    __int128 b = (__int128)right.sum * left.whole;
    return (a > b) - (a < b);
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
