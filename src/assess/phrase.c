#include "phrase.h"

#include "pen.h"
#include "rapor/arena.h"

#include <libxml/parserInternals.h>

struct phrase phrase_of(const struct named *attributes, size_t count, struct arena *arena)
{
    g_autoptr(GString) bytes = g_string_new(NULL);
    struct text_pen text = text_pen_on(bytes);
    struct phrase phrase = {
        .names = ARENA_ARRAY(arena, count, const char *),
        .values = ARENA_ARRAY(arena, count, xmlNode),
    };
    for (size_t i = 0; i < count; i++) {
        if (!attributes[i].value)
            continue;
        text.pen.attribute(&text.pen, attributes[i].name, attributes[i].value);
        xmlNode *value = &phrase.values[phrase.count];
        value->type = XML_TEXT_NODE;
        value->name = xmlStringText;
        value->content = (xmlChar *)attributes[i].value;
        phrase.names[phrase.count++] = attributes[i].name;
    }
    phrase.bytes = arena_strndup(arena, bytes->str, bytes->len);
    phrase.length = bytes->len;
    return phrase;
}
