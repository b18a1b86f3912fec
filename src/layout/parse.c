#include "rapor/layout/parse.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static const double points_per_mm = 72 / 25.4;

/* Reads the number that TEXT begins with: digits and perhaps a point. */
static bool begin_number(const char *text, double *number, char **end)
{
    const char *digits = text + (*text == '-');
    size_t length = strspn(digits, "0123456789.");
    *number = g_ascii_strtod(text, end);
    return length > 0 && *end == digits + length;
}

bool parse_length(const char *text, double *points)
{
    char *end;
    if (!begin_number(text, points, &end))
        return false;
    if (strcmp(end, "mm") == 0)
        *points *= points_per_mm;
    else if (strcmp(end, "cm") == 0)
        *points *= 10 * points_per_mm;
    else if (strcmp(end, "pt") != 0)
        return *end == '\0' && *points == 0;
    return *points > -10000 && *points < 10000;
}

bool parse_pair(const char *text, double *first, double *second)
{
    g_auto(GStrv) words = g_strsplit_set(text, " ", -1);
    guint count = g_strv_length(words);
    return (count == 1 || count == 2) && parse_length(words[0], first) &&
           parse_length(words[count - 1], second) && *first >= 0 && *second >= 0;
}

bool parse_width(const char *text, enum unit *unit, double *width)
{
    char *end;
    *width = 0;
    *unit = UNIT_FIT;
    if (strcmp(text, "fit") == 0)
        return true;
    *unit = UNIT_FRACTION;
    if (begin_number(text, width, &end) && strcmp(end, "*") == 0)
        return *width > 0 && *width < 10000;
    *unit = UNIT_POINTS;
    return parse_length(text, width) && *width > 0;
}

bool parse_hex(const char *text, struct color *color)
{
    if (*text != '#' || strlen(text) != 7 || strspn(text + 1, "0123456789abcdefABCDEF") != 6)
        return false;
    guint64 rgb = g_ascii_strtoull(text + 1, NULL, 16);
    *color = (struct color){(float)(rgb >> 16) / 255, (float)(rgb >> 8 & 0xFF) / 255,
                            (float)(rgb & 0xFF) / 255};
    return true;
}

bool parse_number(const char *text, double *number)
{
    char *end;
    *number = NAN;
    return *text == '\0' || (begin_number(text, number, &end) && *end == '\0');
}
