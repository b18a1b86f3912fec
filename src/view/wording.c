#include "wording.h"

#include "facts.h"

#include "rapor/base/arena.h"
#include "rapor/base/own.h"

#include <string.h>

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* What the tree says itself, where it says it in one piece. */
static const char *attribute_of(xmlNode *node, const char *name, struct arena *arena)
{
    const xmlAttr *attribute = xmlHasProp(node, BAD_CAST name);
    const xmlNode *text = attribute ? attribute->children : NULL;
    if (text && text->type == XML_TEXT_NODE && !text->next)
        return (const char *)text->content;
    g_auto(XmlText) value = xmlGetNoNsProp(node, BAD_CAST name);
    return value ? arena_strdup(arena, (const char *)value) : NULL;
}

/* The file's lines are broken where the editor broke them. */
static char *content_of(xmlNode *node, struct arena *arena)
{
    g_auto(XmlText) content = xmlNodeGetContent(node);
    char *text = arena_strdup(arena, content ? (const char *)content : "");
    char *end = text;
    for (const char *c = text; *c != '\0'; c++) {
        bool space = g_ascii_isspace(*c);
        if (!space)
            *end++ = *c;
        else if (end != text && end[-1] != ' ')
            *end++ = ' ';
    }
    while (end != text && end[-1] == ' ')
        end--;
    *end = '\0';
    return text;
}

/* The reader has found LEVEL to be a decimal with two places at most. */
static int64_t hundredths_of(const char *level)
{
    char *rest = NULL;
    int64_t hundredths = g_ascii_strtoll(level, &rest, 10) * 100;
    if (*rest == '.')
        rest++;
    for (int64_t place = 10; place > 0 && *rest != '\0'; place /= 10)
        hundredths += place * g_ascii_digit_value(*rest++);
    return hundredths;
}

static void add_text(struct level_texts *texts, const char *level, const char *text,
                     struct arena *arena)
{
    if (!level || !text)
        return;
    texts->items =
        arena_grow(arena, texts->items, texts->count, &texts->room, sizeof *texts->items);
    texts->items[texts->count++] = (struct level_text){hundredths_of(level), text_lasting(text)};
}

/* Of a capability. */
struct level_names {
    struct level_texts names, also;
};

static GHashTable *capabilities_of(xmlNode *root, struct arena *arena)
{
    GHashTable *capabilities = g_hash_table_new(g_str_hash, g_str_equal);
    for (xmlNode *node = xmlFirstElementChild(root); node; node = xmlNextElementSibling(node)) {
        const char *id = is_element(node, "capability") ? attribute_of(node, "id", arena) : NULL;
        if (!id)
            continue;
        struct level_names *names = ARENA_NEW(arena, struct level_names);
        for (xmlNode *level = xmlFirstElementChild(node); level;
             level = xmlNextElementSibling(level)) {
            const char *value = attribute_of(level, "value", arena);
            add_text(&names->names, value, attribute_of(level, "name", arena), arena);
            add_text(&names->also, value, attribute_of(level, "also", arena), arena);
        }
        g_hash_table_insert(capabilities, (gpointer)id, names);
    }
    return capabilities;
}

static struct wording wording_of(xmlNode *indicator, GHashTable *capabilities, struct arena *arena)
{
    struct wording wording = {.capability = attribute_of(indicator, "capability", arena)};
    const struct level_names *names =
        wording.capability ? g_hash_table_lookup(capabilities, wording.capability) : NULL;
    if (names) {
        wording.names = &names->names;
        wording.also = &names->also;
    }
    for (xmlNode *node = xmlFirstElementChild(indicator); node; node = xmlNextElementSibling(node))
        if (is_element(node, "step"))
            add_text(&wording.steps, attribute_of(node, "to", arena), content_of(node, arena),
                     arena);
    return wording;
}

/* Returns the element that follows NODE in ROOT, or NULL. */
static xmlNode *next_element(xmlNode *node, const xmlNode *root)
{
    xmlNode *next = xmlFirstElementChild(node);
    while (!next && node != root) {
        next = xmlNextElementSibling(node);
        node = node->parent;
    }
    return next;
}

struct wording *wordings_of(const struct instrument *instrument, struct arena *arena)
{
    struct wording *wordings = ARENA_ARRAY(arena, instrument->indicator_count, struct wording);
    xmlNode *root = instrument->tree ? xmlDocGetRootElement(instrument->tree) : NULL;
    if (!root)
        return wordings;
    g_autoptr(GHashTable) capabilities = capabilities_of(root, arena);
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < instrument->indicator_count; i++)
        g_hash_table_insert(numbers, (gpointer)instrument->indicators[i].no, &wordings[i]);

    for (xmlNode *node = root; node; node = next_element(node, root)) {
        const char *no = is_element(node, "indicator") ? attribute_of(node, "no", arena) : NULL;
        struct wording *wording = no ? g_hash_table_lookup(numbers, no) : NULL;
        if (wording)
            *wording = wording_of(node, capabilities, arena);
    }
    return wordings;
}

struct view_attribute level_text(const struct level_texts *texts, int64_t level)
{
    for (size_t i = 0; texts && i < texts->count; i++)
        if (texts->items[i].level == level)
            return texts->items[i].text;
    return text_any(NULL);
}

struct view_attribute level_band(const struct level_texts *texts, int64_t level)
{
    const struct level_text *band = NULL;
    for (size_t i = 0; texts && i < texts->count; i++) {
        const struct level_text *text = &texts->items[i];
        if (text->level <= level && (!band || text->level > band->level))
            band = text;
    }
    return band ? band->text : text_any(NULL);
}

struct view_attribute level_above(const struct level_texts *texts, int64_t level)
{
    const struct level_text *band = NULL, *lowest = NULL;
    for (size_t i = 0; texts && i < texts->count; i++) {
        const struct level_text *text = &texts->items[i];
        if (text->level < level && (!band || text->level > band->level))
            band = text;
        if (!lowest || text->level < lowest->level)
            lowest = text;
    }
    band = band ? band : lowest;
    return band ? band->text : text_any(NULL);
}
