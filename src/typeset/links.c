/* Where on the pages things came to stand, and what leads to them. */
#include "flow.h"
#include "rapor/arena.h"

#include <math.h>

/* So far above the baseline of its first line a place is shown from. */
static const double head_room = 20;

/* Where an element has its first ink. */
struct place {
    bool found;
    size_t page;
    double y;
};

/* While links are made: what is known of each element. */
struct finder {
    struct setter *setter;
    struct place *places;
    const struct target **targets; /* of elements of ROLE_LINK */
};

static uint32_t link_element(struct setter *setter, uint32_t number, uint32_t element,
                             const struct style *style)
{
    struct lead *lead = &setter->leads[number];
    if (element == DECORATION)
        return DECORATION;
    if (lead->element == 0) {
        lead->element = setter_element(setter, ROLE_LINK, element, NULL);
        lead->above = fonts_ascent(setter->fonts, style);
        lead->below = fonts_descent(setter->fonts, style);
    }
    return lead->element;
}

void setter_own(struct setter *setter, struct slab *slab, size_t first, uint32_t element,
                const struct style *style)
{
    for (size_t i = first; i < slab->inks.count; i++) {
        uint32_t *owner = &slab->inks.items[i].element;
        *owner = *owner > 0 ? link_element(setter, *owner, element, style) : element;
    }
}

void setter_anchor(struct setter *setter, const struct anchor *anchor, size_t first)
{
    size_t end = setter->pages->element_count;
    if (anchor && end > first)
        setter->spans[anchor->number] = (struct span){(uint32_t)first, (uint32_t)end};
}

static void meet(struct place *place, size_t page, double y)
{
    if (!place->found)
        *place = (struct place){true, page, y};
    else if (place->page == page)
        place->y = fmin(place->y, y);
}

static void find_places(struct finder *finder)
{
    const struct pages *pages = finder->setter->pages;
    for (size_t p = 0; p < pages->count; p++) {
        const struct inks *inks = &pages->items[p].inks;
        for (size_t i = 0; i < inks->count; i++)
            if (inks->items[i].element != DECORATION)
                meet(&finder->places[inks->items[i].element], p, inks->items[i].y);
    }
}

/* The place of the first of the anchor's elements that has ink. */
static struct place place_of(const struct finder *finder, const struct anchor *anchor)
{
    const struct span span = finder->setter->spans[anchor->number];
    struct place place = {0};
    for (uint32_t e = span.first; e < span.end; e++) {
        const struct place *one = &finder->places[e];
        if (one->found && (!place.found || one->page < place.page))
            place = *one;
        else if (one->found && one->page == place.page)
            place.y = fmin(place.y, one->y);
    }
    place.y = fmax(0, place.y - head_room);
    return place;
}

static struct link *add_link(struct finder *finder, struct page *page, const struct ink *ink)
{
    const struct target *target = finder->targets[ink->element];
    page->links = arena_grow(finder->setter->arena, page->links, page->link_count, &page->link_room,
                             sizeof *page->links);
    struct link *link = &page->links[page->link_count++];
    *link = (struct link){
        .element = ink->element,
        .x = ink->x,
        .address = target->address,
        .about = target->about,
    };
    if (!target->address) {
        const struct place place = place_of(finder, target->anchor);
        link->page = place.page;
        link->top = place.y;
    }
    return link;
}

/* Pieces of ink beside one another make one area. */
static void cover(struct finder *finder, struct page *page, const struct ink *ink)
{
    const struct target *target = finder->targets[ink->element];
    const struct lead *lead = &finder->setter->leads[target->number];
    double top = ink->y - lead->above;
    struct link *link = page->link_count > 0 ? &page->links[page->link_count - 1] : NULL;
    if (!link || link->element != ink->element || fabs(link->y - top) > 0.01)
        link = add_link(finder, page, ink);
    link->y = top;
    link->width = ink->x + ink->text.width - link->x;
    link->height = lead->above + lead->below;
}

static void cover_links(struct finder *finder, struct page *page)
{
    for (size_t i = 0; i < page->inks.count; i++) {
        const struct ink *ink = &page->inks.items[i];
        if (ink->kind == INK_TEXT && ink->element != DECORATION && finder->targets[ink->element])
            cover(finder, page, ink);
    }
}

static void add_bookmarks(struct finder *finder)
{
    struct pages *pages = finder->setter->pages;
    const struct doc *doc = pages->doc;
    unsigned level = 0;
    for (size_t i = 0; i < doc->heading_count; i++) {
        const struct heading *heading = doc->headings[i];
        const struct place place = place_of(finder, heading->anchor);
        if (!place.found)
            continue;
        pages->bookmarks = arena_grow(pages->arena, pages->bookmarks, pages->bookmark_count,
                                      &pages->bookmark_room, sizeof *pages->bookmarks);
        pages->bookmarks[pages->bookmark_count++] =
            (struct bookmark){MIN(heading->level, level + 1), heading->text, place.page, place.y};
        level = pages->bookmarks[pages->bookmark_count - 1].level;
    }
}

void add_links(struct setter *setter)
{
    struct pages *pages = setter->pages;
    const struct doc *doc = pages->doc;
    struct finder finder = {.setter = setter};
    if (doc->anchor_count == 0 && doc->target_count == 0)
        return;
    finder.places = ARENA_ARRAY(setter->arena, pages->element_count, struct place);
    finder.targets = ARENA_ARRAY(setter->arena, pages->element_count, const struct target *);
    for (size_t i = 1; i < doc->target_count; i++)
        finder.targets[setter->leads[i].element] = doc->targets[i];
    finder.targets[DECORATION] = NULL;
    find_places(&finder);
    for (size_t p = 0; p < pages->count; p++)
        cover_links(&finder, &pages->items[p]);
    add_bookmarks(&finder);
}
