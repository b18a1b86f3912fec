/* What text leads to, and the headings that lead readers through a document. */
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

/* An address in words that cannot be followed stays words. */
bool target_of_link(struct walk *walk, const struct node *node, const struct target **target)
{
    const char *address, *about;
    *target = NULL;
    if (!walk_text(walk, node, LINK_HREF, &address) || !walk_text(walk, node, LINK_ABOUT, &about))
        return false;
    if (!may_be_followed(address))
        return true;
    g_autofree char *escaped = g_uri_escape_string(address, ":/?#[]@!$&'()*+,;=%", FALSE);
    struct target *made = add_target(walk);
    made->address = arena_strdup(walk->arena, escaped);
    made->about = about && *about ? about : arena_strdup(walk->arena, address);
    *target = made;
    return true;
}

static struct anchor *add_anchor(struct walk *walk, const char *name)
{
    struct doc *doc = walk->doc;
    doc->anchors = arena_grow(walk->arena, doc->anchors, doc->anchor_count, &walk->anchor_room,
                              sizeof(void *));
    struct anchor *anchor = ARENA_NEW(walk->arena, struct anchor);
    *anchor = (struct anchor){.number = (uint32_t)doc->anchor_count, .name = name};
    doc->anchors[doc->anchor_count++] = anchor;
    return anchor;
}

static const char *runs_text(struct walk *walk, const struct runs *runs)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < runs->count; i++)
        g_string_append(text, runs->items[i].kind == RUN_TEXT ? runs->items[i].text : " ");
    return arena_strdup(walk->arena, g_strstrip(text->str));
}

bool note_heading(struct walk *walk, const struct node *node, struct paragraph *paragraph)
{
    struct doc *doc = walk->doc;
    unsigned level = (unsigned)node->values[HEADING_LEVEL].count + 1;
    unsigned last = doc->heading_count > 0 ? doc->headings[doc->heading_count - 1]->level : 0;
    if (level > last + 1)
        return walk_failed(walk, node, "a heading of level %u needs one of level %u before it",
                           level, level - 1);
    struct heading *heading = ARENA_NEW(walk->arena, struct heading);
    struct anchor *anchor = add_anchor(walk, NULL);
    anchor->label = runs_text(walk, &paragraph->runs);
    *heading = (struct heading){
        .level = level,
        .text = anchor->label,
        .listed = node->values[HEADING_LISTED].count > 0,
        .anchor = anchor,
    };
    doc->headings = arena_grow(walk->arena, doc->headings, doc->heading_count, &walk->heading_room,
                               sizeof(void *));
    doc->headings[doc->heading_count++] = heading;
    paragraph->heading = heading;
    paragraph->anchor = anchor;
    return true;
}
