#include "pen.h"

#include <assert.h>
#include <string.h>

/* Returns where to write up to MORE letters. */
static char *room_for(GString *out, size_t more)
{
    if (out->allocated_len - out->len <= more) {
        const gsize length = out->len;
        g_string_set_size(out, length + more);
        g_string_truncate(out, length);
    }
    return out->str + out->len;
}

static void written(GString *out, char *end)
{
    *end = '\0';
    out->len = (gsize)(end - out->str);
}

static char *put(char *at, const char *text, size_t length)
{
    memcpy(at, text, length);
    return at + length;
}

static void append(GString *out, const char *text, size_t length)
{
    written(out, put(room_for(out, length), text, length));
}

static char *put_indent(char *at, size_t depth)
{
    static const char spaces[] = "                ";
    static_assert(sizeof spaces > 2 * (size_t)PEN_DEPTH, "two for each that is open");
    return put(at, spaces, 2 * depth);
}

static void start(struct pen *pen, const char *element)
{
    struct text_pen *text = (struct text_pen *)pen;
    const size_t length = strlen(element);
    assert(text->depth < PEN_DEPTH);
    char *at = room_for(text->out, 2 + 2 * text->depth + 1 + length);
    if (text->tag_open)
        at = put(at, ">\n", 2);
    at = put_indent(at, text->depth);
    *at++ = '<';
    written(text->out, put(at, element, length));
    text->elements[text->depth++] = element;
    text->tag_open = true;
}

/* Line ends and tabs are written as references: a parser makes spaces of them
 * in attributes otherwise. */
static const char *const references[256] = {
    ['&'] = "&amp;", ['<'] = "&lt;",   ['>'] = "&gt;",   ['"'] = "&quot;",
    ['\t'] = "&#9;", ['\n'] = "&#10;", ['\r'] = "&#13;",
};

static const size_t longest_reference = 6;

static char *put_escaped(char *at, const char *value, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const char *reference = references[(unsigned char)value[i]];
        if (reference)
            at = put(at, reference, strlen(reference));
        else
            *at++ = value[i];
    }
    return at;
}

static void say(struct pen *pen, const struct phrase *phrase)
{
    if (phrase)
        append(((struct text_pen *)pen)->out, phrase->bytes, phrase->length);
}

static void attribute(struct pen *pen, const char *name, const char *value)
{
    GString *out = ((struct text_pen *)pen)->out;
    if (!value)
        return;
    const size_t name_length = strlen(name), length = strlen(value);
    char *at = room_for(out, name_length + length * longest_reference + 4);
    *at++ = ' ';
    at = put(at, name, name_length);
    *at++ = '=';
    *at++ = '"';
    at = put_escaped(at, value, length);
    *at++ = '"';
    written(out, at);
}

static void text(struct pen *pen, const char *value)
{
    struct text_pen *text = (struct text_pen *)pen;
    const size_t length = strlen(value);
    append(text->out, ">", 1);
    written(text->out, put_escaped(room_for(text->out, length * longest_reference), value, length));
    text->tag_open = false;
    text->in_line = true;
}

static void end(struct pen *pen)
{
    struct text_pen *text = (struct text_pen *)pen;
    const char *element = text->elements[--text->depth];
    const size_t length = strlen(element);
    char *at = room_for(text->out, 2 * text->depth + 2 + length + 2);
    if (text->tag_open) {
        at = put(at, "/>\n", 3);
    } else {
        if (!text->in_line)
            at = put_indent(at, text->depth);
        at = put(at, "</", 2);
        at = put(at, element, length);
        at = put(at, ">\n", 2);
    }
    written(text->out, at);
    text->tag_open = text->in_line = false;
}

struct text_pen text_pen_on(GString *out)
{
    return (struct text_pen){
        .pen = {start, say, attribute, text, end, NULL, false},
        .out = out,
    };
}
