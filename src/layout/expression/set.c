#include "rapor/layout/vocabulary.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <string.h>

#define SET_WORDS G_N_ELEMENTS(((struct set *)0)->bits)

/* Goes through the declarations of a set. */
#define EACH_OF(set, number)                                                                       \
    for (size_t number = set_next((set), 0); (number) != SIZE_MAX;                                 \
         (number) = set_next((set), (number) + 1))

size_t set_next(const struct set *set, size_t number)
{
    for (size_t word = number / 64; word < SET_WORDS; word++) {
        uint64_t bits = set->bits[word];
        if (word == number / 64)
            bits &= UINT64_MAX << number % 64;
        if (bits)
            return word * 64 + (size_t)__builtin_ctzll(bits);
    }
    return SIZE_MAX;
}

void set_put(struct set *set, size_t declaration)
{
    set->bits[declaration / 64] |= UINT64_C(1) << declaration % 64;
}

bool set_has(const struct set *set, size_t declaration)
{
    return set->bits[declaration / 64] >> declaration % 64 & 1;
}

bool set_meet(const struct set *one, const struct set *other)
{
    uint64_t both = 0;
    for (size_t i = 0; i < SET_WORDS; i++)
        both |= one->bits[i] & other->bits[i];
    return both != 0;
}

void set_add(struct set *set, const struct set *more)
{
    set->open |= more->open;
    for (size_t i = 0; i < SET_WORDS; i++)
        set->bits[i] |= more->bits[i];
}

bool set_empty(const struct set *set)
{
    return !set->open && set_next(set, 0) == SIZE_MAX;
}

struct set set_all(const struct vocabulary *vocabulary)
{
    struct set set = {0};
    for (size_t i = 0; i < vocabulary->count; i++)
        set_put(&set, i);
    return set;
}

struct set set_document(void)
{
    struct set set = {0};
    set_put(&set, DOCUMENT_DECLARATION);
    return set;
}

struct set set_subject(const struct vocabulary *vocabulary)
{
    static const char *const parts[] = {"region", "group", "institution"};
    const struct set document = set_document();
    struct set subject = set_along(vocabulary, &document, AXIS_CHILD);
    const struct set inside = set_along(vocabulary, &subject, AXIS_CHILD);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const struct set named = set_named(vocabulary, &inside, parts[i]);
        set_add(&subject, &named);
    }
    return subject;
}

/* One step up or down the tree. */
static struct set neighbours(const struct vocabulary *vocabulary, const struct set *set, bool up)
{
    struct set near = {.open = set->open};
    EACH_OF(set, i)
    {
        const struct declaration *declaration = &vocabulary->declarations[i];
        set_add(&near, up ? &declaration->parents : &declaration->children);
    }
    return near;
}

/* All steps up or down the tree. */
static struct set relatives(const struct vocabulary *vocabulary, const struct set *set, bool up)
{
    struct set found = neighbours(vocabulary, set, up), before;
    do {
        before = found;
        const struct set more = neighbours(vocabulary, &found, up);
        set_add(&found, &more);
    } while (memcmp(before.bits, found.bits, sizeof found.bits) != 0 || before.open != found.open);
    return found;
}

struct set set_along(const struct vocabulary *vocabulary, const struct set *set, enum axis axis)
{
    struct set found = {0};
    switch (axis) {
    case AXIS_CHILD:
    case AXIS_PARENT:
        return neighbours(vocabulary, set, axis == AXIS_PARENT);
    case AXIS_DESCENDANT:
    case AXIS_ANCESTOR:
        return relatives(vocabulary, set, axis == AXIS_ANCESTOR);
    case AXIS_DESCENDANT_OR_SELF:
    case AXIS_ANCESTOR_OR_SELF:
        found = relatives(vocabulary, set, axis == AXIS_ANCESTOR_OR_SELF);
        set_add(&found, set);
        return found;
    case AXIS_SELF:
    case AXIS_ATTRIBUTE: /* stands at the element that has it */
        return *set;
    case AXIS_FOLLOWING_SIBLING:
    case AXIS_PRECEDING_SIBLING:
        found = neighbours(vocabulary, set, true);
        return neighbours(vocabulary, &found, false);
    }
    return found;
}

struct set set_named(const struct vocabulary *vocabulary, const struct set *set, const char *name)
{
    struct set named = {.open = set->open};
    EACH_OF(set, i)
    {
        if (strcmp(vocabulary->declarations[i].name, name) == 0)
            set_put(&named, i);
    }
    return named;
}

void names_add(struct names *names, const char *name, struct arena *arena)
{
    if (names_have(names, name))
        return;
    names->items =
        arena_grow(arena, names->items, names->count, &names->room, sizeof *names->items);
    names->items[names->count++] = name;
}

bool names_have(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (*names->items[i] == *name && strcmp(names->items[i], name) == 0)
            return true;
    return false;
}

struct names set_names(const struct vocabulary *vocabulary, const struct set *set, bool attributes,
                       struct arena *arena)
{
    struct names names = {0};
    EACH_OF(set, i)
    {
        const struct declaration *declaration = &vocabulary->declarations[i];
        if (!attributes && i != DOCUMENT_DECLARATION)
            names_add(&names, declaration->name, arena);
        for (size_t k = 0; attributes && k < declaration->attributes.count; k++)
            names_add(&names, declaration->attributes.items[k], arena);
    }
    return names;
}

unsigned set_on(const struct vocabulary *vocabulary, const struct set *set, bool below)
{
    const struct set all = below ? set_along(vocabulary, set, AXIS_DESCENDANT_OR_SELF) : *set;
    unsigned on = all.open ? ON_SUBJECT : 0;
    EACH_OF(&all, i)
    on |= vocabulary->declarations[i].on;
    return on;
}
