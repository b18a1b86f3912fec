#include "grove.h"

#include "phrase.h"
#include "rapor/arena.h"

#include <assert.h>
#include <glib.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* A text that attributes share, found again by what its letters are where they are few, as
 * in numbers, and by where they lie where they are many. */
struct shared {
    uint64_t key;
    xmlNode *text; /* NULL: nothing here */
};

struct grove {
    struct arena *arena;
    size_t order;
    xmlAttr *last; /* of all attributes, or NULL */
    struct shared *texts;
    size_t text_count, room; /* a power of 2; at most half of it is used */
};

static const size_t room_least = 256;

struct grove *grove_create(size_t before)
{
    struct arena *arena = arena_create();
    struct grove *grove = ARENA_NEW(arena, struct grove);
    *grove = (struct grove){
        .arena = arena,
        .order = before,
        .texts = g_new0(struct shared, room_least),
        .room = room_least,
    };
    return grove;
}

void grove_destroy(struct grove *grove)
{
    if (!grove)
        return;
    g_free(grove->texts);
    arena_destroy(grove->arena);
}

struct arena *grove_arena(struct grove *grove)
{
    return grove->arena;
}

size_t grove_order(const struct grove *grove)
{
    return grove->order;
}

static void append(xmlNode *parent, xmlNode *node)
{
    node->doc = parent->doc;
    node->parent = parent;
    node->prev = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->children = node;
    parent->last = node;
}

/* Of an element the order in the document, negated, stands where texts have their content:
 * so xmlXPathOrderDocElems() leaves it for sorting. */
xmlNode *grove_element(struct grove *grove, xmlNode *parent, const char *name)
{
    xmlNode *node = ARENA_NEW(grove->arena, xmlNode);
    node->type = XML_ELEMENT_NODE;
    node->name = BAD_CAST name;
    node->content = (xmlChar *)(-(ptrdiff_t)++grove->order);
    append(parent, node);
    return node;
}

static xmlNode *text_node(struct grove *grove, const char *text)
{
    xmlNode *node = ARENA_NEW(grove->arena, xmlNode);
    node->type = XML_TEXT_NODE;
    node->name = xmlStringText;
    node->content = BAD_CAST text;
    return node;
}

/* Seven letters fit in; the topmost byte tells them from an address, where it is zero. */
static uint64_t key_of(const char *text)
{
    const size_t most = 7;
    uint64_t key = 0xff;
    for (size_t i = 0; i < most; i++) {
        if (text[i] == '\0')
            return key << 8 * (most - i);
        key = key << 8 | (unsigned char)text[i];
    }
    return text[most] == '\0' ? key : (uint64_t)(uintptr_t)text;
}

static struct shared *place_of(const struct grove *grove, uint64_t key)
{
    size_t at = (size_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 32);
    while (grove->texts[at & (grove->room - 1)].text &&
           grove->texts[at & (grove->room - 1)].key != key)
        at++;
    return &grove->texts[at & (grove->room - 1)];
}

static void make_room(struct grove *grove)
{
    struct shared *before = grove->texts;
    const size_t room = grove->room;
    grove->room = room * 2;
    grove->texts = g_new0(struct shared, grove->room);
    for (size_t i = 0; i < room; i++)
        if (before[i].text)
            *place_of(grove, before[i].key) = before[i];
    g_free(before);
}

static xmlNode *shared_text(struct grove *grove, const char *text)
{
    const uint64_t key = key_of(text);
    struct shared *place = place_of(grove, key);
    if (place->text)
        return place->text;
    xmlNode *node = text_node(grove, text);
    *place = (struct shared){key, node};
    if (++grove->text_count * 2 > grove->room)
        make_room(grove);
    return node;
}

static void add_attribute(struct grove *grove, xmlNode *element, const char *name, xmlNode *value)
{
    xmlAttr *attribute = ARENA_NEW(grove->arena, xmlAttr);
    attribute->type = XML_ATTRIBUTE_NODE;
    attribute->name = BAD_CAST name;
    attribute->doc = element->doc;
    attribute->parent = element;
    attribute->children = attribute->last = value;
    if (element->properties) {
        assert(grove->last->parent == element);
        attribute->prev = grove->last;
        grove->last->next = attribute;
    } else {
        element->properties = attribute;
    }
    grove->last = attribute;
}

void grove_attribute(struct grove *grove, xmlNode *element, const char *name, const char *value)
{
    add_attribute(grove, element, name, shared_text(grove, value));
}

void grove_phrase(struct grove *grove, xmlNode *element, const struct phrase *phrase)
{
    for (size_t i = 0; i < phrase->count; i++)
        add_attribute(grove, element, phrase->names[i], &phrase->values[i]);
}

void grove_text(struct grove *grove, xmlNode *element, const char *text)
{
    append(element, text_node(grove, text));
}

void grove_cut(xmlNode *parent, xmlNode *last)
{
    parent->last = last;
    if (last)
        last->next = NULL;
    else
        parent->children = NULL;
}
