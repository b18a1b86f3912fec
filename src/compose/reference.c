/* What text leads to, and the places that are led to by their names. */
#include "places.h"
#include "walk.h"

#include <string.h>

/* Others could make a reader's program do more than show a page. */
static const char *const schemes[] = {"http://", "https://", "mailto:"};

static bool may_be_followed(const char *address)
{
    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (g_ascii_strncasecmp(address, schemes[i], strlen(schemes[i])) == 0)
            return address[strlen(schemes[i])] != '\0';
    return false;
}

static struct target *add_target(struct walk *walk)
{
    struct doc *doc = walk->doc;
    doc->targets = arena_grow(walk->arena, doc->targets, doc->target_count, &walk->target_room,
                              sizeof(void *));
    doc->target_count += doc->target_count == 0; /* the first is none */
    struct target *target = ARENA_NEW(walk->arena, struct target);
    target->number = (uint32_t)doc->target_count;
    doc->targets[doc->target_count++] = target;
    return target;
}

const struct target *target_to(struct walk *walk, const char *address, const char *about)
{
    if (!may_be_followed(address)) /* words that cannot be followed stay words */
        return NULL;
    g_autofree char *escaped = g_uri_escape_string(address, ":/?#[]@!$&'()*+,;=%", FALSE);
    struct target *made = add_target(walk);
    made->address = arena_strdup(walk->arena, escaped);
    made->about = about;
    return made;
}

static bool target_of_address(struct walk *walk, const struct node *node,
                              const struct target **target)
{
    const char *address, *about;
    if (!walk_text(walk, node, LINK_HREF, &address) || !walk_text(walk, node, LINK_ABOUT, &about))
        return false;
    *target =
        target_to(walk, address, about && *about ? about : arena_strdup(walk->arena, address));
    return true;
}

struct anchor *anchor_add(struct walk *walk, const char *name)
{
    struct doc *doc = walk->doc;
    doc->anchors = arena_grow(walk->arena, doc->anchors, doc->anchor_count, &walk->anchor_room,
                              sizeof(void *));
    struct anchor *anchor = ARENA_NEW(walk->arena, struct anchor);
    *anchor = (struct anchor){.number = (uint32_t)doc->anchor_count, .name = name};
    doc->anchors[doc->anchor_count++] = anchor;
    return anchor;
}

/* A name of a place, given or not yet. */
struct naming {
    struct anchor *anchor;
    bool given, label_needed;
    const struct node *user; /* the last one that refers to it */
};

static bool naming_of(struct walk *walk, const struct node *node, int slot, struct naming **naming)
{
    const char *name;
    *naming = NULL;
    if (!node->values[slot].given)
        return true;
    if (!walk_filled(walk, node, slot, &name))
        return false;
    *naming = g_hash_table_lookup(walk->names, name);
    if (*naming)
        return true;
    *naming = ARENA_NEW(walk->scratch, struct naming);
    (*naming)->anchor = anchor_add(walk, name);
    g_hash_table_insert(walk->names, (char *)(*naming)->anchor->name, *naming);
    return true;
}

bool anchor_of(struct walk *walk, const struct node *node, int slot, struct anchor **anchor)
{
    struct naming *naming;
    *anchor = NULL;
    if (!naming_of(walk, node, slot, &naming) || !naming)
        return !naming && !node->values[slot].given;
    if (naming->given)
        return walk_failed(walk, node, "the id \"%s\" is given twice", naming->anchor->name);
    naming->given = true;
    *anchor = naming->anchor;
    return true;
}

const struct target *target_of_anchor(struct walk *walk, const struct anchor *anchor)
{
    struct target *target = add_target(walk);
    target->anchor = anchor;
    return target;
}

static bool target_of_name(struct walk *walk, const struct node *node, const struct target **target)
{
    struct naming *naming;
    const char *about;
    if (!naming_of(walk, node, LINK_TO, &naming) || !walk_text(walk, node, LINK_ABOUT, &about))
        return false;
    naming->user = node;
    naming->label_needed |= !about || !*about;
    naming->anchor->uses++;
    struct target *made = add_target(walk);
    made->anchor = naming->anchor;
    made->about = about && *about ? about : NULL;
    *target = made;
    return true;
}

bool target_of_link(struct walk *walk, const struct node *node, const struct target **target)
{
    *target = NULL;
    return node->values[LINK_TO].given ? target_of_name(walk, node, target)
                                       : target_of_address(walk, node, target);
}

bool run_of_ref(struct walk *walk, const struct node *node, struct run *run)
{
    static const enum run_kind kinds[] = {RUN_LABEL_OF, RUN_PAGE_OF, RUN_PAGES_OF};
    struct naming *naming;
    if (!naming_of(walk, node, REF_TO, &naming))
        return false;
    g_assert(naming); /* no ref is without "to" */
    run->kind = kinds[node->values[REF_SHOW].count];
    run->anchor = naming->anchor;
    naming->user = node;
    if (run->kind == RUN_PAGES_OF)
        return walk_text(walk, node, REF_ABOUT, &run->text);
    naming->label_needed = true;
    naming->anchor->uses++;
    run->target = target_of_anchor(walk, naming->anchor);
    return true;
}

bool settle_names(struct walk *walk)
{
    GHashTableIter at;
    void *value;
    g_hash_table_iter_init(&at, walk->names);
    while (g_hash_table_iter_next(&at, NULL, &value)) {
        const struct naming *naming = value;
        if (naming->user && !naming->given)
            return walk_failed(walk, naming->user, "nothing has the id \"%s\" in this document",
                               naming->anchor->name);
        if (naming->label_needed && !naming->anchor->label)
            return walk_failed(walk, naming->user,
                               "\"%s\" has neither caption nor words to refer to",
                               naming->anchor->name);
    }
    return true;
}
