/* The names of places in a layout: given once, and there where they are referred to. */
#include "places.h"
#include "diagnose.h"
#include "meaning.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/layout/attributes.h"

#include <string.h>

void note_place(struct layout_reader *reader, const struct layout_spot *spot,
                const struct text *name, bool given)
{
    struct place_note **places = reader->general ? &reader->general->places : &reader->places;
    struct place_note *note = ARENA_NEW(reader->arena, struct place_note);
    *note = (struct place_note){.next = *places, .name = name, .spot = *spot, .given = given};
    note->spot.attribute = arena_strdup(reader->arena, spot->attribute);
    *places = note;
}

/* The name where it stands there as it is, NULL where it comes from the data. */
static const char *plain(const struct place_note *note)
{
    return note->name->count == 1 ? note->name->pieces[0].text : NULL;
}

static void reach_text(struct layout_reader *reader, const struct text *name)
{
    for (struct place_note *note = reader->places; note; note = note->next)
        note->reached |= note->name == name;
}

static const struct element_rule *rule_of(enum node_kind kind)
{
    for (size_t i = 0; i < element_rule_count; i++)
        if (element_rules[i].kind == kind)
            return &element_rules[i];
    return NULL;
}

/* Notes that stand in parts count only where the layout uses these. */
static void reach(struct layout_reader *reader, const struct node *node, GHashTable *parts)
{
    const struct element_rule *rule = rule_of(node->kind);
    for (size_t i = 0; rule && i < rule->attribute_count; i++)
        if ((rule->attributes[i].kind == VALUE_ID || rule->attributes[i].kind == VALUE_REFERENCE) &&
            node->values[i].given)
            reach_text(reader, node->values[i].text);
    const struct part *part = node->kind == NODE_USE ? node->values[USE_PART].part : NULL;
    if (part && part->node && g_hash_table_add(parts, (void *)part))
        reach(reader, part->node, parts);
    for (size_t i = 0; !part && i < node->children.count; i++)
        reach(reader, &node->children.items[i], parts);
}

/* The element that both stand in, nearest to them. */
static const xmlNode *common(const xmlNode *a, const xmlNode *b)
{
    for (; a; a = a->parent)
        for (const xmlNode *at = b; at; at = at->parent)
            if (a == at)
                return a;
    return NULL;
}

/* Of the branches of a choice one is taken; of parts nobody knows here. */
static bool both_there(const struct place_note *a, const struct place_note *b)
{
    const xmlNode *around = common(a->spot.node, b->spot.node);
    if (!around || around->type != XML_ELEMENT_NODE)
        return false;
    const char *name = chars(around->name);
    return strcmp(name, "choose") != 0 && strcmp(name, "parts") != 0 && strcmp(name, "layout") != 0;
}

static void check_twice(struct layout_reader *reader, const struct place_note *note)
{
    const char *name = plain(note);
    for (const struct place_note *before = note->next; name && before; before = before->next)
        if (before->given && before->reached && g_strcmp0(plain(before), name) == 0 &&
            both_there(note, before)) {
            diagnose_layout(
                reader, &note->spot,
                &(struct diagnostic){
                    .id = "twice",
                    .text = arena_printf(reader->arena, _("id \"%s\" is given twice"), name)});
            return;
        }
}

/* A name made from the data may be any that begins like it. */
static bool may_be(const struct place_note *given, const char *name)
{
    if (plain(given))
        return strcmp(plain(given), name) == 0;
    const char *start = given->name->count > 0 ? given->name->pieces[0].text : NULL;
    return given->name->count > 0 && (!start || g_str_has_prefix(name, start));
}

static void check_there(struct layout_reader *reader, const struct place_note *note)
{
    struct names names = {0};
    const char *name = plain(note);
    for (const struct place_note *at = reader->places; name && at; at = at->next) {
        if (!at->given || !at->reached)
            continue;
        if (may_be(at, name))
            return;
        if (plain(at))
            names_add(&names, plain(at), reader->arena);
    }
    if (name)
        diagnose_layout(
            reader, &note->spot,
            &(struct diagnostic){
                .id = "unknown-id",
                .text = arena_printf(reader->arena, _("nothing has the id \"%s\""), name),
                .hint = did_you_mean(reader, name, &names),
            });
}

void check_places(struct layout_reader *reader, const struct node *root)
{
    g_autoptr(GHashTable) parts = g_hash_table_new(NULL, NULL);
    reach(reader, root, parts);
    for (const struct place_note *note = reader->places; note; note = note->next) {
        if (!note->reached)
            continue;
        if (note->given)
            check_twice(reader, note);
        else
            check_there(reader, note);
    }
}
