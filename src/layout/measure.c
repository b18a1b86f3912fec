/* Attributes that say how long, how wide or how many. */
#include "diagnose.h"
#include "reading.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/layout/parse.h"

#include <string.h>

void refuse(const struct attribute_reading *reading, const char *text, const char *what,
            const char *hint)
{
    diagnose_layout(reading->reader, reading->spot,
                    &(struct diagnostic){
                        .id = "value",
                        .text = arena_printf(reading->reader->arena, _("%s=\"%s\" is no %s"),
                                             reading->rule->name, text, what),
                        .hint = hint,
                    });
}

double read_length(const struct attribute_reading *reading, const char *text)
{
    double points = 0;
    bool negative = reading->rule->kind == VALUE_OFFSET;
    if (parse_length(text, &points) && (negative || points >= 0))
        return points;
    refuse(reading, text, _("length"), _("write a number and its unit mm, cm or pt, such as 12pt"));
    return 0;
}

struct value read_pair(const struct attribute_reading *reading, const char *text)
{
    struct value value = {0};
    if (!parse_pair(text, &value.pair.first, &value.pair.second))
        refuse(reading, text, _("pair of lengths"), _("write one or two lengths, such as 1mm 2mm"));
    return value;
}

struct value read_paper(const struct attribute_reading *reading, const char *text)
{
    struct value value = {0};
    const char *size = text;
    if (strcmp(text, "F4") == 0)
        size = "210mm 330mm";
    else if (strcmp(text, "A4") == 0)
        size = "210mm 297mm";
    if (!parse_pair(size, &value.pair.first, &value.pair.second) || value.pair.first <= 0 ||
        value.pair.second <= 0)
        refuse(reading, text, _("paper"),
               _("write F4, A4, or width and height such as 210mm 330mm"));
    return value;
}

struct value read_width(const struct attribute_reading *reading, const char *text)
{
    struct value value = {0};
    if (!parse_width(text, &value.width.unit, &value.width.width))
        refuse(reading, text, _("width of a column"),
               _("write a length such as 14mm, a share such as 2*, or fit"));
    return value;
}

size_t read_count(const struct attribute_reading *reading, const char *text)
{
    size_t length = strlen(text);
    if (length > 0 && length <= 3 && strspn(text, "0123456789") == length && *text != '0')
        return (size_t)g_ascii_strtoull(text, NULL, 10);
    refuse(reading, text, _("count"), _("write a whole number from 1 on"));
    return 1;
}
