#include "rapor/layout/vocabulary.h"

#include "rapor/base/arena.h"

#include <string.h>

static void add_number(struct set *set, const struct numbers *numbers)
{
    for (size_t i = 0; i < numbers->count; i++)
        set->has[numbers->items[i]] = true;
}

struct set set_none(const struct vocabulary *vocabulary, struct arena *arena)
{
    return (struct set){.has = ARENA_ARRAY(arena, vocabulary->count, bool)};
}

struct set set_all(const struct vocabulary *vocabulary, struct arena *arena)
{
    struct set set = set_none(vocabulary, arena);
    memset(set.has, true, vocabulary->count);
    return set;
}

struct set set_document(const struct vocabulary *vocabulary, struct arena *arena)
{
    struct set set = set_none(vocabulary, arena);
    set.has[DOCUMENT_DECLARATION] = true;
    return set;
}

struct set set_subject(const struct vocabulary *vocabulary, struct arena *arena)
{
    struct set document = set_document(vocabulary, arena);
    struct set subject = set_along(vocabulary, &document, AXIS_CHILD, arena);
    struct set parts = set_along(vocabulary, &subject, AXIS_CHILD, arena);
    struct set regions = set_named(vocabulary, &parts, "region", arena);
    struct set groups = set_named(vocabulary, &parts, "group", arena);
    struct set institutions = set_named(vocabulary, &parts, "institution", arena);
    set_add(vocabulary, &subject, &regions);
    set_add(vocabulary, &subject, &groups);
    set_add(vocabulary, &subject, &institutions);
    return subject;
}

/* One step up or down the tree. */
static struct set neighbours(const struct vocabulary *vocabulary, const struct set *set, bool up,
                             struct arena *arena)
{
    struct set near = set_none(vocabulary, arena);
    near.open = set->open;
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct declaration *declaration = &vocabulary->declarations[i];
        if (!set->has[i])
            continue;
        add_number(&near, up ? &declaration->parents : &declaration->children);
        near.open |= declaration->open && !up;
    }
    return near;
}

/* All steps up or down the tree. */
static struct set relatives(const struct vocabulary *vocabulary, const struct set *set, bool up,
                            struct arena *arena)
{
    struct set found = neighbours(vocabulary, set, up, arena);
    for (size_t i = 0; i < vocabulary->count; i++) { /* no path is longer */
        struct set more = neighbours(vocabulary, &found, up, arena);
        set_add(vocabulary, &found, &more);
    }
    return found;
}

struct set set_along(const struct vocabulary *vocabulary, const struct set *set, enum axis axis,
                     struct arena *arena)
{
    struct set found = set_none(vocabulary, arena);
    switch (axis) {
    case AXIS_CHILD:
    case AXIS_PARENT:
        return neighbours(vocabulary, set, axis == AXIS_PARENT, arena);
    case AXIS_DESCENDANT:
    case AXIS_ANCESTOR:
        return relatives(vocabulary, set, axis == AXIS_ANCESTOR, arena);
    case AXIS_DESCENDANT_OR_SELF:
    case AXIS_ANCESTOR_OR_SELF:
        found = relatives(vocabulary, set, axis == AXIS_ANCESTOR_OR_SELF, arena);
        set_add(vocabulary, &found, set);
        return found;
    case AXIS_SELF:
    case AXIS_ATTRIBUTE: /* stands at the element that has it */
        set_add(vocabulary, &found, set);
        return found;
    case AXIS_FOLLOWING_SIBLING:
    case AXIS_PRECEDING_SIBLING:
        found = neighbours(vocabulary, set, true, arena);
        return neighbours(vocabulary, &found, false, arena);
    }
    return found;
}

struct set set_named(const struct vocabulary *vocabulary, const struct set *set, const char *name,
                     struct arena *arena)
{
    struct set named = set_none(vocabulary, arena);
    named.open = set->open;
    for (size_t i = 0; i < vocabulary->count; i++)
        named.has[i] = set->has[i] && strcmp(vocabulary->declarations[i].name, name) == 0;
    return named;
}

void set_add(const struct vocabulary *vocabulary, struct set *set, const struct set *more)
{
    set->open |= more->open;
    for (size_t i = 0; i < vocabulary->count; i++)
        set->has[i] |= more->has[i];
}

bool set_empty(const struct vocabulary *vocabulary, const struct set *set)
{
    return !set->open && !memchr(set->has, 1, vocabulary->count);
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
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct declaration *declaration = &vocabulary->declarations[i];
        if (!set->has[i])
            continue;
        if (!attributes && i != DOCUMENT_DECLARATION)
            names_add(&names, declaration->name, arena);
        for (size_t k = 0; attributes && k < declaration->attributes.count; k++)
            names_add(&names, declaration->attributes.items[k], arena);
    }
    return names;
}

unsigned set_on(const struct vocabulary *vocabulary, const struct set *set, bool below,
                struct arena *arena)
{
    struct set all = below ? set_along(vocabulary, set, AXIS_DESCENDANT_OR_SELF, arena) : *set;
    unsigned on = all.open ? ON_SUBJECT : 0;
    for (size_t i = 0; i < vocabulary->count; i++)
        on |= all.has[i] ? vocabulary->declarations[i].on : 0;
    return on;
}
