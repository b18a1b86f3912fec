#include "grove.h"

#include "phrase.h"

#include "rapor/base/arena.h"

#include <assert.h>
#include <glib.h>
#include <libxml/parserInternals.h>
#include <stdbool.h>
#include <string.h>

/* A text that attributes share.  Up to seven letters, as numbers have, are their own key. */
struct shared {
    uint64_t key;
    xmlNode *text; /* NULL: nothing here */
};

static const uint64_t is_long = UINT64_C(1) << 63;

/* Elements and attributes are taken from the arena some at a time. */
enum { NODES = 12, ATTRIBUTES = 16 };

struct grove {
    struct arena *arena;
    size_t order;
    xmlNode *nodes; /* to be given away, zeroed */
    size_t node_count;
    xmlAttr *attributes; /* the same */
    size_t attribute_count;
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

static xmlNode *new_node(struct grove *grove)
{
    if (grove->node_count == 0) {
        grove->node_count = NODES;
        grove->nodes = ARENA_ARRAY(grove->arena, grove->node_count, xmlNode);
    }
    grove->node_count--;
    return grove->nodes++;
}

static xmlAttr *new_attributes(struct grove *grove, size_t count)
{
    if (grove->attribute_count < count) {
        grove->attribute_count = MAX(count, ATTRIBUTES);
        grove->attributes = ARENA_ARRAY(grove->arena, grove->attribute_count, xmlAttr);
    }
    xmlAttr *attributes = grove->attributes;
    grove->attributes += count;
    grove->attribute_count -= count;
    return attributes;
}

/* Of an element the order in the document, negated, stands where texts have their content:
 * so xmlXPathOrderDocElems() leaves it for sorting. */
xmlNode *grove_element(struct grove *grove, xmlNode *parent, const char *name)
{
    xmlNode *node = new_node(grove);
    node->type = XML_ELEMENT_NODE;
    node->name = BAD_CAST name;
    node->content = (xmlChar *)(-(ptrdiff_t)++grove->order);
    append(parent, node);
    return node;
}

static xmlNode *text_node(struct grove *grove, const char *text)
{
    xmlNode *node = new_node(grove);
    node->type = XML_TEXT_NODE;
    node->name = xmlStringText;
    node->content = BAD_CAST text;
    return node;
}

static uint64_t key_of(const char *text)
{
    const uint64_t prime = UINT64_C(0x100000001b3); /* of Fowler, Noll and Vo */
    uint64_t key = 0;
    size_t i = 0;
    for (; i < 7 && text[i] != '\0'; i++)
        key = key << 8 | (unsigned char)text[i];
    if (text[i] == '\0')
        return key;
    for (; text[i] != '\0'; i++)
        key = (key ^ (unsigned char)text[i]) * prime;
    return key | is_long;
}

static bool is_same(const struct shared *shared, uint64_t key, const char *text)
{
    return shared->key == key &&
           (!(key & is_long) || strcmp((const char *)shared->text->content, text) == 0);
}

/* Where TEXT stands, or would stand. */
static struct shared *place_of(const struct grove *grove, uint64_t key, const char *text)
{
    size_t at = (size_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 32);
    for (;; at++) {
        struct shared *place = &grove->texts[at & (grove->room - 1)];
        if (!place->text || is_same(place, key, text))
            return place;
    }
}

static void make_room(struct grove *grove)
{
    struct shared *before = grove->texts;
    const size_t room = grove->room;
    grove->room = room * 2;
    grove->texts = g_new0(struct shared, grove->room);
    for (size_t i = 0; i < room; i++)
        if (before[i].text)
            *place_of(grove, before[i].key, (const char *)before[i].text->content) = before[i];
    g_free(before);
}

static xmlNode *shared_text(struct grove *grove, const char *text)
{
    const uint64_t key = key_of(text);
    struct shared *place = place_of(grove, key, text);
    if (place->text)
        return place->text;
    xmlNode *node = text_node(grove, text);
    *place = (struct shared){key, node};
    if (++grove->text_count * 2 > grove->room)
        make_room(grove);
    return node;
}

static void add_attribute(struct grove *grove, xmlNode *element, xmlAttr *attribute)
{
    attribute->doc = element->doc;
    attribute->parent = element;
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
    xmlAttr *attribute = new_attributes(grove, 1);
    attribute->type = XML_ATTRIBUTE_NODE;
    attribute->name = BAD_CAST name;
    attribute->children = attribute->last = shared_text(grove, value);
    add_attribute(grove, element, attribute);
}

void grove_phrase(struct grove *grove, xmlNode *element, const struct phrase *phrase)
{
    xmlAttr *attributes = new_attributes(grove, phrase->count);
    memcpy(attributes, phrase->attributes, phrase->count * sizeof *attributes);
    for (size_t i = 0; i < phrase->count; i++)
        add_attribute(grove, element, &attributes[i]);
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
