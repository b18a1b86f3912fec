#include "rapor/base/tags.h"

#include <string.h>

/* Behind <! comes a comment, a CDATA section, or what the parser refuses. */
static void open_bang(struct tags_look *look, char c)
{
    look->within = c == '-' ? WITHIN_COMMENT : c == '[' ? WITHIN_SECTION : WITHIN_TAG;
    look->ends = 0;
}

static void open_mark(struct tags_look *look, char c)
{
    look->within = c == '!' ? WITHIN_BANG : c == '?' ? WITHIN_ORDER : WITHIN_TAG;
    look->ends = 0;
    look->attributes = 0;
    if (look->within == WITHIN_TAG && c == '>')
        look->within = WITHIN_TEXT;
}

/* Ends at > behind NEEDED times MARK. */
static void look_for_end(struct tags_look *look, char c, char mark, size_t needed)
{
    if (c == '>' && look->ends >= needed)
        look->within = WITHIN_TEXT;
    look->ends = c == mark ? look->ends + 1 : 0;
}

static void look_at_tag(struct tags_look *look, char c)
{
    if (c == '>') {
        look->within = WITHIN_TEXT;
    } else if (c == '"' || c == '\'') {
        look->within = WITHIN_VALUE;
        look->quote = c;
        look->attributes++;
    }
}

static void look_at(struct tags_look *look, char c)
{
    switch (look->within) {
    case WITHIN_TEXT:
        if (c == '<')
            look->within = WITHIN_MARK;
        break;
    case WITHIN_MARK:
        open_mark(look, c);
        break;
    case WITHIN_BANG:
        open_bang(look, c);
        break;
    case WITHIN_COMMENT:
        look_for_end(look, c, '-', 2);
        break;
    case WITHIN_SECTION:
        look_for_end(look, c, ']', 2);
        break;
    case WITHIN_ORDER:
        look_for_end(look, c, '?', 1);
        break;
    case WITHIN_TAG:
        look_at_tag(look, c);
        break;
    case WITHIN_VALUE:
        if (c == look->quote)
            look->within = WITHIN_TAG;
        break;
    }
}

/* Where nothing but one character counts, it is looked for at once. */
static size_t skip(const struct tags_look *look, const char *bytes, size_t at, size_t size)
{
    const char *next = NULL;
    if (look->within == WITHIN_TEXT)
        next = memchr(bytes + at, '<', size - at);
    else if (look->within == WITHIN_VALUE)
        next = memchr(bytes + at, look->quote, size - at);
    else
        return at;
    return next ? (size_t)(next - bytes) : size;
}

size_t tags_look_on(struct tags_look *look, const char *bytes, size_t size)
{
    size_t at = 0;
    while ((at = skip(look, bytes, at, size)) < size) {
        look_at(look, bytes[at]);
        if (look->attributes > TAG_ATTRIBUTES)
            return at;
        at++;
    }
    return size;
}
