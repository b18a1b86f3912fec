#include "rapor/base/place.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* A line that is longer is no help to a person. */
static const size_t longest_line = 1000;

/* Returns where the first MARK at or after AT ends, or the end of the text. */
static size_t after(const struct source *source, size_t at, const char *mark)
{
    const char *from = source->bytes + at;
    const char *found = memmem(from, source->size - at, mark, strlen(mark));
    return found ? (size_t)(found - source->bytes) + strlen(mark) : source->size;
}

static bool starts_with(const struct source *source, size_t at, const char *mark)
{
    const size_t length = strlen(mark);
    return source->size - at >= length && memcmp(source->bytes + at, mark, length) == 0;
}

/* Returns the quote that is open after C, where QUOTE was open before, or 0. */
static char quote_after(char quote, char c)
{
    if (quote == c)
        return '\0';
    if (quote == '\0' && (c == '"' || c == '\''))
        return c;
    return quote;
}

/* Returns where the tag that begins at AT ends: '>' in a quoted value is text. */
static size_t after_tag(const struct source *source, size_t at)
{
    char quote = '\0';
    for (; at < source->size; at++) {
        quote = quote_after(quote, source->bytes[at]);
        if (quote == '\0' && source->bytes[at] == '>')
            return at + 1;
    }
    return source->size;
}

/* Returns where the markup that begins at AT ends. */
static size_t after_markup(const struct source *source, size_t at)
{
    if (starts_with(source, at, "<!--"))
        return after(source, at + 4, "-->");
    if (starts_with(source, at, "<![CDATA["))
        return after(source, at, "]]>");
    if (starts_with(source, at, "<?"))
        return after(source, at, "?>");
    return after_tag(source, at);
}

static bool is_start_tag(const struct source *source, size_t at)
{
    return at + 1 < source->size && !strchr("/!?", source->bytes[at + 1]);
}

/* Returns the offset of the '<' of the ELEMENTth start tag, or the size. */
static size_t tag_offset(const struct source *source, size_t element)
{
    for (size_t at = 0; at < source->size; at = after_markup(source, at)) {
        const char *mark = memchr(source->bytes + at, '<', source->size - at);
        if (!mark)
            break;
        at = (size_t)(mark - source->bytes);
        if (is_start_tag(source, at) && --element == 0)
            return at;
    }
    return source->size;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Tells whether the name at AT is all of NAME. */
static bool is_named(const struct source *source, size_t at, const char *name)
{
    size_t end = at + strlen(name);
    return starts_with(source, at, name) && end < source->size &&
           (source->bytes[end] == '=' || is_space(source->bytes[end]));
}

/* Returns the offset of the ATTRIBUTE in the tag at TAG, or TAG where it has none. */
static size_t attribute_offset(const struct source *source, size_t tag, const char *attribute)
{
    const size_t end = after_tag(source, tag);
    char quote = '\0';
    for (size_t at = tag + 1; at < end; at++) {
        quote = quote_after(quote, source->bytes[at]);
        if (quote == '\0' && is_space(source->bytes[at - 1]) && is_named(source, at, attribute))
            return at;
    }
    return tag;
}

struct place place_of(const struct source *source, size_t element, const char *attribute,
                      struct arena *arena)
{
    size_t at = tag_offset(source, element);
    if (attribute && at < source->size)
        at = attribute_offset(source, at, attribute);
    return place_at(source, at, arena);
}

size_t place_number(const xmlNode *node)
{
    size_t number = 0;
    const xmlNode *at = xmlDocGetRootElement(node->doc);
    while (at) {
        number += at->type == XML_ELEMENT_NODE;
        if (at == node)
            return number;
        if (at->type == XML_ELEMENT_NODE && at->children) {
            at = at->children;
            continue;
        }
        while (at && !at->next)
            at = at->parent;
        if (at)
            at = at->next;
    }
    return 0;
}

/* Makes the line fit to be shown: one character for each, none of them hidden. */
static const char *shown(const char *bytes, size_t size, struct arena *arena)
{
    g_autofree char *valid = g_utf8_make_valid(bytes, (gssize)size);
    g_autoptr(GString) line = g_string_new(NULL);
    for (const char *at = valid; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        GUnicodeType type = g_unichar_type(c);
        if (c == '\t')
            g_string_append_c(line, ' ');
        else if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT)
            g_string_append_unichar(line, 0xFFFD);
        else
            g_string_append_unichar(line, c);
    }
    return arena_strdup(arena, line->str);
}

static size_t character_count(const char *bytes, size_t size)
{
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

struct place place_at(const struct source *source, size_t offset, struct arena *arena)
{
    offset = MIN(offset, source->size);
    unsigned line = 1;
    size_t start = 0;
    const char *end;
    while ((end = memchr(source->bytes + start, '\n', offset - start))) {
        start = (size_t)(end - source->bytes) + 1;
        line++;
    }

    const char *text = source->bytes + start;
    end = memchr(text, '\n', source->size - start);
    size_t length = end ? (size_t)(end - text) : source->size - start;
    if (length > 0 && text[length - 1] == '\r')
        length--;
    return (struct place){
        .line = line,
        .column = (unsigned)character_count(text, offset - start) + 1,
        .text = length <= longest_line ? shown(text, length, arena) : NULL,
    };
}
