#include "phrase.h"

#include "pen.h"

#include "rapor/base/arena.h"

#include <libxml/parserInternals.h>

/* An attribute that stands nowhere yet, and its text. */
static void fill(xmlAttr *attribute, xmlNode *text, const struct named *named)
{
    text->type = XML_TEXT_NODE;
    text->name = xmlStringText;
    text->content = (xmlChar *)named->value;
    attribute->type = XML_ATTRIBUTE_NODE;
    attribute->name = BAD_CAST named->name;
    attribute->children = attribute->last = text;
}

struct phrase phrase_of(const struct named *attributes, size_t count, struct arena *arena)
{
    g_autoptr(GString) bytes = g_string_new(NULL);
    struct text_pen pen = text_pen_on(bytes);
    struct phrase phrase = {.attributes = ARENA_ARRAY(arena, count, xmlAttr)};
    xmlNode *texts = ARENA_ARRAY(arena, count, xmlNode);
    for (size_t i = 0; i < count; i++) {
        if (!attributes[i].value)
            continue;
        pen.pen.attribute(&pen.pen, attributes[i].name, attributes[i].value);
        fill(&phrase.attributes[phrase.count], &texts[phrase.count], &attributes[i]);
        phrase.count++;
    }
    phrase.bytes = arena_strndup(arena, bytes->str, bytes->len);
    phrase.length = bytes->len;
    return phrase;
}
