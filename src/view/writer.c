#include "writer.h"

#include "builder.h"

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

static inline char *put(char *at, const char *text, size_t length)
{
    memcpy(at, text, length);
    return at + length;
}

static inline char *put_name(char *at, GQuark name)
{
    const char *text = g_quark_to_string(name);
    return put(at, text, strlen(text));
}

/* Line ends and tabs are written as references: a parser makes spaces of them
 * in attributes otherwise. */
static const char *const references[256] = {
    ['&'] = "&amp;", ['<'] = "&lt;",   ['>'] = "&gt;",   ['"'] = "&quot;",
    ['\t'] = "&#9;", ['\n'] = "&#10;", ['\r'] = "&#13;",
};

static const size_t longest_reference = 6, longest_name = 64;

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

static char *put_attribute(char *at, const struct view_attribute *attribute)
{
    *at++ = ' ';
    at = put_name(at, attribute->name);
    *at++ = '=';
    *at++ = '"';
    at = attribute->plain ? put(at, attribute->text, attribute->length)
                          : put_escaped(at, attribute->text, attribute->length);
    *at++ = '"';
    return at;
}

void write_attributes(GString *out, const struct view_attribute *attributes, size_t count)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        most += longest_name + attributes[i].length * longest_reference;
    char *at = room_for(out, most);
    for (size_t i = 0; i < count; i++)
        if (!attributes[i].personal)
            at = put_attribute(at, &attributes[i]);
    written(out, at);
}

/* The start of an element, but for what ends it. */
static void write_start(GString *out, const struct view_element *element, size_t depth)
{
    const struct view_ready *ready = element->ready;
    const size_t known = ready ? ready->count : 0;
    char *at = room_for(out, 2 * depth + 1 + longest_name + (ready ? ready->length : 0));
    memset(at, ' ', 2 * depth);
    at += 2 * depth;
    *at++ = '<';
    at = put_name(at, element->name);
    if (ready)
        at = put(at, ready->bytes, ready->length);
    written(out, at);
    write_attributes(out, element->attributes + known, element->attribute_count - known);
}

static void write_stop(GString *out, const struct view_element *element, size_t depth)
{
    char *at = room_for(out, 2 * depth + 4 + longest_name);
    memset(at, ' ', 2 * depth);
    at = put(at + 2 * depth, "</", 2);
    at = put_name(at, element->name);
    written(out, put(at, ">\n", 2));
}

static void write_text(GString *out, const struct view_element *element)
{
    const size_t most = element->text_length * longest_reference;
    char *at = room_for(out, 1 + most);
    *at++ = '>';
    written(out, put_escaped(at, element->text, element->text_length));
    write_stop(out, element, 0);
}

void write_element(GString *out, const struct view_element *element, size_t depth)
{
    write_start(out, element, depth);
    if (element->text) {
        write_text(out, element);
    } else if (!element->children) {
        g_string_append_len(out, "/>\n", 3);
    } else {
        g_string_append_len(out, ">\n", 2);
        for (const struct view_element *at = element->children; at; at = at->next)
            write_element(out, at, depth + 1);
        write_stop(out, element, depth);
    }
}

void write_element_without(GString *out, const struct view_element *element, GQuark left_out,
                           size_t depth)
{
    write_start(out, element, depth);
    g_string_append_len(out, ">\n", 2);
    for (const struct view_element *at = element->children; at; at = at->next)
        if (at->name != left_out)
            write_element(out, at, depth + 1);
    write_stop(out, element, depth);
}

void write_begin(GString *out, const struct view_element *root, const char *space)
{
    g_string_append_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"%s\"",
                           g_quark_to_string(root->name), space);
    write_attributes(out, root->attributes, root->attribute_count);
    g_string_append_len(out, ">\n", 2);
}

void write_end(GString *out, const struct view_element *root)
{
    write_stop(out, root, 0);
}
