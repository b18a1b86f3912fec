/* A CFF font becomes one whose glyphs have numbers instead of names: the same
 * outlines under a new top dictionary (Adobe Technical Note 5176, chapter 18).
 * What is read here was written by hb-subset a moment ago. */
#include "program.h"

/* Operators of dictionaries; those of two bytes begin with 12. */
enum operator{ CHARSET = 15, CHAR_STRINGS = 17, PRIVATE = 18, SUBRS = 19, FONT_MATRIX = 1207 };
enum { ROS = 1230, CID_COUNT = 1234, FD_ARRAY = 1236, FD_SELECT = 1237 };

struct cff_span {
    const uint8_t *start, *end;
};

/* An INDEX: its bytes, how many it holds, and the bytes of the first. */
struct cff_list {
    struct cff_span all, first;
    unsigned count;
};

static size_t number(const uint8_t *at, unsigned size)
{
    size_t value = 0;
    while (size-- > 0)
        value = value << 8 | *at++;
    return value;
}

static struct cff_list list_at(const uint8_t *at)
{
    const size_t count = number(at, 2);
    const unsigned size = at[2];
    if (count == 0)
        return (struct cff_list){{at, at + 2}, {at + 2, at + 2}, 0};
    const uint8_t *data = at + 2 + (count + 1) * size; /* offsets count from 1 */
    return (struct cff_list){{at, data + number(at + 3 + count * size, size)},
                             {data + number(at + 3, size), data + number(at + 3 + size, size)},
                             (unsigned)count};
}

/* Reads an operand and moves on; what is no integer counts as 0. */
static long operand(const uint8_t **at)
{
    const uint8_t *p = *at;
    unsigned first = *p++;
    long value = 0;
    if (first == 28)
        value = (int16_t)number(p, 2), p += 2;
    else if (first == 29)
        value = (int32_t)number(p, 4), p += 4;
    else if (first == 30)
        while ((p[0] & 15) != 15 && p++[0] >> 4 != 15)
            ;
    else if (first <= 246)
        value = (long)first - 139;
    else if (first <= 250)
        value = ((long)first - 247) * 256 + *p++ + 108;
    else
        value = -((long)first - 251) * 256 - *p++ - 108;
    *at = first == 30 ? p + 1 : p;
    return value;
}

/* Finds the last two operands of an operator; false where it is not there. */
static bool find(struct cff_span dict, unsigned wanted, long values[2])
{
    values[0] = values[1] = 0;
    for (const uint8_t *at = dict.start; at < dict.end;) {
        if (*at > 21) {
            values[0] = values[1];
            values[1] = operand(&at);
            continue;
        }
        unsigned found = *at++;
        if (found == 12)
            found = 1200 + *at++;
        if (found == wanted)
            return true;
        values[0] = values[1] = 0;
    }
    return false;
}

/* An operand of five bytes, so that lengths are known before values are. */
static void put_operand(struct bytes *out, size_t value)
{
    const unsigned char bytes[] = {29, (unsigned char)(value >> 24), (unsigned char)(value >> 16),
                                   (unsigned char)(value >> 8), (unsigned char)value};
    bytes_put(out, bytes, sizeof bytes);
}

static void put_operator(struct bytes *out, unsigned code)
{
    if (code >= 1200)
        bytes_char(out, 12);
    bytes_char(out, (char)(code % 1200));
}

static void put_list(struct bytes *out, const void *data, size_t length)
{
    const unsigned char head[] = {0, 1, 1, 1, (unsigned char)(length + 1)};
    bytes_put(out, head, sizeof head);
    bytes_put(out, data, length);
}

static void put_span(struct bytes *out, struct cff_span span)
{
    bytes_put(out, span.start, (size_t)(span.end - span.start));
}

/* What of a font goes on into the other one. */
struct cff_parts {
    struct cff_span subrs, glyphs, private; /* private with its own subrs */
    long private_length;
    unsigned count;
    const struct codes *codes;
};

static bool take_apart(const uint8_t *cff, struct cff_parts *parts)
{
    struct cff_list names = list_at(cff + cff[2]);
    struct cff_list tops = list_at(names.all.end);
    struct cff_list strings = list_at(tops.all.end);
    long values[2], local[2];
    if (find(tops.first, ROS, values) || find(tops.first, FONT_MATRIX, values) ||
        !find(tops.first, CHAR_STRINGS, values))
        return false;
    struct cff_list glyphs = list_at(cff + values[1]);
    if (!find(tops.first, PRIVATE, values) || glyphs.count < 2)
        return false;
    const uint8_t *start = cff + values[1];
    struct cff_span own = {start, start + values[0]};
    parts->private_length = values[0];
    if (find(own, SUBRS, local))
        own.end = list_at(start + local[1]).all.end;
    parts->subrs = list_at(strings.all.end).all;
    parts->glyphs = glyphs.all;
    parts->private = own;
    parts->count = glyphs.count;
    return true;
}

/* Glyphs that no code shows, for others are made of them, have CIDs beyond those of bytes. */
static unsigned spare_cid(const struct codes *codes)
{
    return codes->wide ? 0 : 256;
}

/* The CIDs in the order of the glyphs, those that follow each other as a range. */
static void put_charset(const struct cff_parts *parts, struct bytes *out)
{
    const struct codes *codes = parts->codes;
    uint16_t *cids = g_new(uint16_t, parts->count);
    for (unsigned number = 0; number < parts->count; number++)
        cids[number] = (uint16_t)(number + spare_cid(codes));
    for (size_t i = 0; i < codes->count; i++)
        cids[codes->items[i].number] = codes->items[i].code;
    bytes_char(out, 2);
    for (unsigned first = 1, end; first < parts->count; first = end) {
        for (end = first + 1; end < parts->count && cids[end] == cids[end - 1] + 1;)
            end++;
        const unsigned left = end - first - 1;
        const unsigned char range[] = {(unsigned char)(cids[first] >> 8),
                                       (unsigned char)cids[first], (unsigned char)(left >> 8),
                                       (unsigned char)left};
        bytes_put(out, range, sizeof range);
    }
    g_free(cids);
}

/* What stands behind the top dictionary, which begins at START; where is where. */
static void put_body(const struct cff_parts *parts, size_t start, size_t where[4],
                     struct bytes *out)
{
    static const char strings[] = "\0\2\1\1\6\16AdobeIdentity";
    const unsigned char select[] = {
        3, 0, 1, 0, 0, 0, (unsigned char)(parts->count >> 8), (unsigned char)parts->count};
    struct bytes dict = {0};
    size_t before = out->count;
    bytes_put(out, strings, sizeof strings - 1);
    put_span(out, parts->subrs);
    where[0] = start + out->count - before;
    put_charset(parts, out);
    where[1] = start + out->count - before;
    bytes_put(out, select, sizeof select);
    where[2] = start + out->count - before;
    put_span(out, parts->glyphs);
    where[3] = start + out->count - before;
    put_operand(&dict, (size_t)parts->private_length);
    put_operand(&dict, where[3] + 5 + 11); /* behind the list that this is the one of */
    put_operator(&dict, PRIVATE);
    put_list(out, dict.data, dict.count);
    put_span(out, parts->private);
    bytes_free(&dict);
}

static void put_top(const struct cff_parts *parts, const size_t where[4], struct bytes *out)
{
    const struct {
        unsigned code;
        size_t value;
    } rows[] = {{CID_COUNT, parts->count + spare_cid(parts->codes)},
                {CHARSET, where[0]},
                {FD_SELECT, where[1]},
                {CHAR_STRINGS, where[2]},
                {FD_ARRAY, where[3]}};
    put_operand(out, 391); /* the first two strings of its own: Adobe, Identity */
    put_operand(out, 392);
    put_operand(out, 0);
    put_operator(out, ROS);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        put_operand(out, rows[i].value);
        put_operator(out, rows[i].code);
    }
}

bool cff_number(const uint8_t *cff, const char *name, const struct codes *codes, struct bytes *out)
{
    struct cff_parts parts = {.codes = codes};
    if (!take_apart(cff, &parts))
        return false;
    size_t where[4] = {0};
    struct bytes top = {0}, body = {0};
    bytes_put(out, "\1\0\4\4", 4);
    put_list(out, name, strlen(name));
    put_top(&parts, where, &top); /* for its length alone */
    put_body(&parts, out->count + 5 + top.count, where, &body);
    top.count = 0;
    put_top(&parts, where, &top);
    put_list(out, top.data, top.count);
    bytes_put(out, body.data, body.count);
    bytes_free(&top);
    bytes_free(&body);
    return true;
}
