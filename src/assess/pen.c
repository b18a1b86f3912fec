#include "pen.h"

#include "value.h"

#include "rapor/base/numeral.h"

void pen_count(struct pen *pen, const char *name, size_t count)
{
    pen->attribute(pen, name, numeral_whole((int64_t)count, pen->scratch));
}

void pen_hundredths(struct pen *pen, const char *name, int64_t hundredths)
{
    if (hundredths != INDEX_NONE)
        pen->attribute(pen, name, numeral_hundredths(hundredths, pen->scratch));
}

void pen_signed(struct pen *pen, const char *name, int64_t hundredths)
{
    pen->attribute(pen, name, numeral_hundredths(hundredths, pen->scratch));
}

void pen_whole(struct pen *pen, const char *name, int64_t number)
{
    pen->attribute(pen, name, numeral_whole(number, pen->scratch));
}

void pen_fraction(struct pen *pen, const char *name, int64_t numerator, int64_t denominator)
{
    pen->attribute(pen, name, numeral_fraction(numerator, denominator, pen->scratch));
}

void pen_value(struct pen *pen, struct value value)
{
    if (!value_exists(value))
        return;
    pen_hundredths(pen, "index", value.printed);
    if (!pen->rounded)
        pen_fraction(pen, "exact", value.sum, value.whole);
}
