/* random_tree.h - random trees, and what random expressions (dice.h) are asked with there. */
#ifndef TEST_RANDOM_TREE_H
#define TEST_RANDOM_TREE_H

#include "dice.h"

#include "../../src/layout/expression/evaluation.h"

#include "rapor/base/arena.h"

#include <string.h>

static inline void grow(struct view_piece *piece, struct view_element *parent, unsigned depth)
{
    GQuark name = g_quark_from_static_string(ONE_OF(names));
    struct view_element *element = view_piece_element(piece, parent, name);
    struct view_attribute *room = view_piece_room(piece, G_N_ELEMENTS(attributes));
    size_t count = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++)
        if (roll(2))
            room[count++] =
                view_attribute_of(g_quark_from_static_string(attributes[i]), ONE_OF(values));
    view_piece_attributes(piece, element, count);
    const unsigned children = depth < 4 ? roll(5) : 0;
    for (unsigned i = 0; i < children; i++)
        grow(piece, element, depth + 1);
    if (children == 0 && roll(2)) {
        element->text = ONE_OF(values);
        element->text_length = (uint32_t)strlen(element->text);
    }
}

/* Every name may stand in every other; the first is an institution. */
static inline struct vocabulary *make_vocabulary(struct arena *arena)
{
    static struct declaration declarations[1 + G_N_ELEMENTS(names)];
    struct vocabulary *vocabulary = ARENA_NEW(arena, struct vocabulary);
    *vocabulary = (struct vocabulary){.arena = arena,
                                      .declarations = declarations,
                                      .count = G_N_ELEMENTS(declarations),
                                      .institution = 1};
    const struct set all = set_all(vocabulary);
    struct set below = all;
    below.bits[0] &= ~UINT64_C(1); /* but the document */
    declarations[0] = (struct declaration){.name = "", .on = ON_RUN, .children = below};
    for (size_t i = 1; i < G_N_ELEMENTS(declarations); i++) {
        declarations[i] = (struct declaration){.name = names[i - 1],
                                               .on = ON_SUBJECT,
                                               .children = below,
                                               .parents = all,
                                               .part = UINT64_C(1) << i};
        for (size_t k = 0; k < G_N_ELEMENTS(attributes); k++)
            names_add(&declarations[i].attributes, attributes[k], arena);
    }
    return vocabulary;
}

/* Where expressions are asked. */
enum { PLACES_MOST = 4096 };
struct place {
    struct view_element *elements[PLACES_MOST];
    size_t count;
};

static inline struct view_node any_node(const struct place *place)
{
    struct view_node node = {place->elements[roll((unsigned)place->count)], NULL};
    if (roll(4) == 0 && node.element->attribute_count > 0)
        node.attribute = &node.element->attributes[roll(node.element->attribute_count)];
    return node;
}

static inline struct variable *variable(struct arena *arena, const struct variable *next,
                                        const char *name, struct outcome outcome)
{
    struct variable *made = ARENA_NEW(arena, struct variable);
    *made = (struct variable){next, g_quark_from_static_string(name), outcome};
    return made;
}

static inline const struct variable *make_variables(const struct place *place, struct arena *arena)
{
    struct node_set set = {ARENA_ARRAY(arena, place->count, struct view_node), 0, 0};
    for (size_t i = 0; i < place->count; i++)
        if (roll(3) == 0)
            set.items[set.count++] = (struct view_node){place->elements[i], NULL};
    struct node_set one = {ARENA_NEW(arena, struct view_node), 1, 1};
    one.items[0] = any_node(place);
    const struct variable *first = NULL;
    first = variable(arena, first, "nodes", (struct outcome){TYPE_NODES, .nodes = set});
    first = variable(arena, first, "one", (struct outcome){TYPE_NODES, .nodes = one});
    first = variable(arena, first, "number", (struct outcome){TYPE_NUMBER, .number = roll(4)});
    return variable(arena, first, "text", (struct outcome){TYPE_TEXT, .text = ONE_OF(values)});
}

/* KEPT: they stay what they are as long as their lifetimes say. */
static inline const struct variable_type *make_types(const struct vocabulary *vocabulary, bool kept)
{
    static struct variable_type types[] = {
        {.name = "nodes"}, {.name = "one"}, {.name = "number"}, {.name = "text"}};
    static const enum type_kind kinds[] = {TYPE_NODES, TYPE_ANY, TYPE_NUMBER, TYPE_TEXT};
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        types[i].type = (struct type){.kind = kinds[i], .set = set_all(vocabulary)};
        if (kept)
            types[i].lifetime = i % 2 ? LIFETIME_EVALUATION : LIFETIME_DOCUMENT;
        types[i].next = i + 1 < G_N_ELEMENTS(types) ? &types[i + 1] : NULL;
    }
    return types;
}

#endif
