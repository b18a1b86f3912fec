#include "plain_scan.h"

#include <glib.h>
#include <string.h>

static uint8_t class_of(char c)
{
    unsigned all = 0;
    if (strchr(" \t\n\r", c))
        all |= BLANK | CHARACTER | BETWEEN;
    if (g_ascii_isalpha(c) || c == '_')
        all |= LETTER | NAME;
    if (g_ascii_isdigit(c) || c == '.' || c == '-')
        all |= NAME;
    if (c >= ' ')
        all |= CHARACTER;
    if (c >= ' ' && !strchr("<&\"'", c))
        all |= QUOTED;
    if (c >= ' ' && !strchr("<&]", c))
        all |= BETWEEN;
    return (uint8_t)all;
}

void scan_open(struct scan *scan)
{
    scan->bytes = g_malloc(SCAN_ROOM + 1);
    scan->at = scan->end = scan->bytes;
    *scan->end = '\0';
    scan->classes = g_new0(uint8_t, 256);
    for (int c = 1; c < 128; c++)
        scan->classes[c] = class_of((char)c);
}

void scan_close(struct scan *scan)
{
    g_free(scan->bytes);
    g_free(scan->classes);
}

char *scan_stop(struct scan *scan, char *at)
{
    scan->stop = at;
    return NULL;
}

char *scan_blanks(const struct scan *scan, char *at)
{
    while (scan_is(scan, at, BLANK))
        at++;
    return at;
}

char *scan_mark(struct scan *scan, char *at, const char *mark)
{
    for (; *mark; at++, mark++)
        if (*at != *mark)
            return scan_stop(scan, at);
    return at;
}

char *scan_name(struct scan *scan, char *at)
{
    if (!scan_is(scan, at, LETTER))
        return scan_stop(scan, at);
    while (scan_is(scan, at, NAME))
        at++;
    return at;
}

char *scan_character(struct scan *scan, char *at)
{
    const gunichar cut = (gunichar)-2, wrong = (gunichar)-1;
    gunichar c = g_utf8_get_char_validated(at, scan->end - at);
    if (c == cut)
        return scan_stop(scan, scan->end);
    if (c == wrong || c < 0x80 || c == 0xFFFE || c == 0xFFFF)
        return scan_stop(scan, at);
    return g_utf8_next_char(at);
}

static bool is_character(uint64_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c < 0xD800) ||
           (c >= 0xE000 && c < 0xFFFE) || (c > 0xFFFF && c <= 0x10FFFF);
}

/* Passes "&#233;" or "&#xE9;" from the digits on. */
static char *scan_number(struct scan *scan, char *at, int base, gunichar *c)
{
    uint64_t number = 0;
    char *const digits = at;
    for (; base == 16 ? g_ascii_isxdigit(*at) : g_ascii_isdigit(*at); at++)
        number = MIN(number * (unsigned)base + (unsigned)g_ascii_xdigit_value(*at), G_MAXUINT32);
    *c = (gunichar)number;
    if (at > digits && *at == ';' && !is_character(number))
        return scan_stop(scan, digits);
    return at > digits ? scan_mark(scan, at, ";") : scan_stop(scan, at);
}

/* Passes the reference at AT; *C is the character it means. */
static char *scan_reference(struct scan *scan, char *at, gunichar *c)
{
    static const struct {
        const char *name;
        gunichar c;
    } known[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
    if (at[1] == '#')
        return at[2] == 'x' ? scan_number(scan, at + 3, 16, c) : scan_number(scan, at + 2, 10, c);
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        *c = known[i].c;
        if (g_str_has_prefix(at, known[i].name))
            return at + strlen(known[i].name);
    }
    const bool cut = !memchr(at, ';', (size_t)(scan->end - at));
    return scan_stop(scan, cut ? scan->end : at);
}

/* Passes all that is of CLASS or stands for such a character. */
static char *scan_run(struct scan *scan, char *at, uint8_t class, bool *coded)
{
    gunichar c;
    while (at) {
        while (scan_is(scan, at, class))
            at++;
        if (*at == '&') {
            *coded = true;
            at = scan_reference(scan, at, &c);
        } else if ((uint8_t)*at >= 0x80) {
            at = scan_character(scan, at);
        } else {
            break;
        }
    }
    return at;
}

/* Writes what is meant over what stands there; returns its end. */
static char *decode(struct scan *scan, const struct span *span, bool quoted)
{
    char *to = span->begin;
    for (char *at = span->begin; at < span->end;) {
        gunichar c;
        if (*at == '&') {
            at = scan_reference(scan, at, &c);
            to += g_unichar_to_utf8(c, to);
            continue;
        }
        const bool blank = quoted && scan_is(scan, at, BLANK);
        *to++ = *at++;
        if (blank)
            to[-1] = ' ';
    }
    return to;
}

static char *scan_value(struct scan *scan, char *at, struct span *value)
{
    const char quote = *at;
    if (quote != '"' && quote != '\'')
        return scan_stop(scan, at);
    *value = (struct span){.begin = at + 1};
    for (at++; (at = scan_run(scan, at, QUOTED, &value->coded)) && *at != quote; at++) {
        if (*at == '\t' || *at == '\n')
            value->coded = true;
        else if (*at != '"' && *at != '\'')
            return scan_stop(scan, at);
    }
    value->end = at;
    return at ? at + 1 : NULL;
}

/* Passes an attribute and notes it. */
static char *scan_attribute(struct scan *scan, char *at)
{
    if (scan->count == SCAN_ATTRIBUTES)
        return scan_stop(scan, scan->at);
    struct span *name = &scan->names[scan->count], *value = &scan->values[scan->count];
    scan->count++;
    name->begin = at;
    name->end = at = scan_name(scan, at);
    at = at ? scan_mark(scan, scan_blanks(scan, at), "=") : NULL;
    return at ? scan_value(scan, scan_blanks(scan, at), value) : NULL;
}

char *scan_attributes(struct scan *scan, char *at)
{
    scan->count = 0;
    while (at) {
        char *next = scan_blanks(scan, at);
        if (*next == '>' || *next == '/' || *next == '?')
            return next;
        at = next > at ? scan_attribute(scan, next) : scan_stop(scan, next);
    }
    return NULL;
}

static bool is_named_before(const struct scan *scan, size_t i)
{
    const struct span *name = &scan->names[i];
    const size_t length = (size_t)(name->end - name->begin);
    for (const struct span *other = scan->names; other < name; other++)
        if ((size_t)(other->end - other->begin) == length &&
            memcmp(other->begin, name->begin, length) == 0)
            return true;
    return false;
}

/* Makes texts of the attributes that were noted; false where one is given twice. */
static bool finish_attributes(struct scan *scan)
{
    for (size_t i = 0; i < scan->count; i++)
        if (is_named_before(scan, i))
            return false;
    for (size_t i = 0; i < scan->count; i++) {
        const struct span *value = &scan->values[i];
        *(value->coded ? decode(scan, value, true) : value->end) = '\0';
        *scan->names[i].end = '\0';
        scan->attributes[i] = (struct attribute){scan->names[i].begin, value->begin};
    }
    return true;
}

char *scan_tag(struct scan *scan, struct tag *tag, bool *empty)
{
    char *const name = scan->at + 1;
    char *const name_end = scan_name(scan, name);
    char *at = name_end ? scan_attributes(scan, name_end) : NULL;
    if (!at)
        return NULL;
    *empty = *at == '/';
    at = scan_mark(scan, at, *empty ? "/>" : ">");
    if (!at)
        return NULL;
    if (!finish_attributes(scan))
        return scan_stop(scan, scan->at);
    *name_end = '\0';
    tag->name = name;
    tag->attributes = scan->attributes;
    tag->attribute_count = scan->count;
    return at;
}

char *scan_text(struct scan *scan, char **end, bool *blank)
{
    struct span text = {.begin = scan->at};
    char *at = scan->at;
    while ((at = scan_run(scan, at, BETWEEN, &text.coded)) && *at == ']') {
        if (scan->end - at < 3)
            return scan_stop(scan, scan->end);
        if (g_str_has_prefix(at, "]]>"))
            return scan_stop(scan, at);
        at++;
    }
    if (!at || *at != '<')
        return at ? scan_stop(scan, at) : NULL;
    text.end = at;
    *end = text.coded ? decode(scan, &text, false) : at;
    *blank = scan_blanks(scan, scan->at) >= *end;
    return at;
}
