/* The areas of pages that lead somewhere, and the outline. */
#include "references.h"

#include "rapor/base/arena.h"

#include <math.h>

/* So far above the baseline of its first line a place is shown from. */
static const double head_room = 20;

uint32_t link_element(struct typesetter *typesetter, uint32_t target, uint32_t element,
                      const struct style *style)
{
    struct reference *reference = &typesetter->references->targets[target];
    if (element == DECORATION)
        return DECORATION;
    if (reference->element == 0) {
        reference->element = typesetter_element(typesetter, ROLE_LINK, element, NULL);
        reference->above = fonts_ascent(typesetter->fonts, style);
        reference->below = fonts_descent(typesetter->fonts, style);
    }
    return reference->element;
}

uint32_t code_link(struct typesetter *typesetter, const struct target *target, uint32_t element)
{
    const uint32_t link = typesetter_element(typesetter, ROLE_LINK, element, NULL);
    if (link != DECORATION)
        typesetter->references->targets[target->number].element = link;
    return link;
}

/* Returns a new target: that page, which the number in WORDS tells. */
static const struct target *lead_to(struct typesetter *typesetter, size_t page,
                                    const struct run *run, const char *words)
{
    struct references *references = typesetter->references;
    struct arena *arena = typesetter->arena;
    struct target *target = ARENA_NEW(arena, struct target);
    const char *about = run->text ? run->text : run->anchor->label;
    target->number = (uint32_t)references->target_count;
    target->page = page;
    target->about = about ? arena_printf(arena, "%s %s", about, words) : words;
    references->leads = arena_grow(arena, references->leads, references->lead_count,
                                   &references->lead_room, sizeof(const struct target *));
    references->leads[references->lead_count++] = target;
    references->targets = arena_grow(arena, references->targets, references->target_count,
                                     &references->target_room, sizeof *references->targets);
    references->targets[references->target_count++] = (struct reference){0};
    return target;
}

/* The runs in the making. */
struct spreading {
    struct typesetter *typesetter;
    struct runs runs;
};

static void put_run(struct spreading *spreading, const struct run *run)
{
    struct runs *runs = &spreading->runs;
    runs->items = arena_grow(spreading->typesetter->arena, runs->items, runs->count, &runs->room,
                             sizeof *runs->items);
    runs->items[runs->count++] = *run;
}

static void put_pages(struct spreading *spreading, const struct run *run)
{
    struct typesetter *typesetter = spreading->typesetter;
    const size_t pages = typesetter->pages->count, before = spreading->runs.count;
    const bool *visits = &typesetter->references->visits[run->anchor->number * pages];
    for (size_t p = 0; p < pages; p++) {
        struct run part = {RUN_TEXT, run->style, ", ", run->origin, NULL, NULL};
        if (visits[p] && spreading->runs.count > before)
            put_run(spreading, &part);
        part.text = arena_printf(typesetter->arena, "%zu", p + 1);
        if (visits[p]) {
            part.target = lead_to(typesetter, p, run, part.text);
            put_run(spreading, &part);
        }
    }
}

struct runs references_spread(struct typesetter *typesetter, const struct runs *runs)
{
    struct spreading spreading = {.typesetter = typesetter};
    bool tells = false;
    for (size_t i = 0; i < runs->count; i++)
        tells |= runs->items[i].kind == RUN_PAGES_OF;
    if (!tells || !typesetter->references->placed)
        return *runs;
    for (size_t i = 0; i < runs->count; i++)
        if (runs->items[i].kind == RUN_PAGES_OF)
            put_pages(&spreading, &runs->items[i]);
        else
            put_run(&spreading, &runs->items[i]);
    return spreading.runs;
}

/* While links are made: what the elements of ROLE_LINK lead to. */
struct place_finder {
    struct typesetter *typesetter;
    const struct target **targets;
};

static double shown_from(const struct anchor_span *span)
{
    return fmax(0, span->y - head_room);
}

static struct link *add_link(struct place_finder *finder, struct page *page, uint32_t element)
{
    const struct target *target = finder->targets[element];
    page->links = arena_grow(finder->typesetter->arena, page->links, page->link_count,
                             &page->link_room, sizeof *page->links);
    struct link *link = &page->links[page->link_count++];
    *link = (struct link){
        .element = element,
        .address = target->address,
        .about = target->about,
        .page = target->page,
    };
    if (target->anchor) {
        const struct anchor_span *span =
            &finder->typesetter->references->spans[target->anchor->number];
        link->page = span->page;
        link->top = shown_from(span);
        link->about = target->about ? target->about : target->anchor->label;
    }
    return link;
}

/* Pieces of ink beside one another make one area. */
static void cover(struct place_finder *finder, struct page *page, const struct ink *ink)
{
    const struct target *target = finder->targets[ink->element];
    const struct reference *reference = &finder->typesetter->references->targets[target->number];
    double top = ink->y - reference->above;
    struct link *link = page->link_count > 0 ? &page->links[page->link_count - 1] : NULL;
    if (!link || link->element != ink->element || fabs(link->y - top) > 0.01)
        (link = add_link(finder, page, ink->element))->x = ink->x;
    link->y = top;
    link->width = ink->x + ink->text->width - link->x;
    link->height = reference->above + reference->below;
}

/* The element of a link around a figure whose ground INK is; else DECORATION. */
static uint32_t figure_link(const struct place_finder *finder, const struct ink *ink)
{
    const struct element *element = &finder->typesetter->pages->elements[ink->element];
    const bool ground = ink->kind == INK_FILL && element->role == ROLE_FIGURE;
    return ground && finder->targets[element->parent] ? element->parent : DECORATION;
}

static void cover_links(struct place_finder *finder, struct page *page)
{
    for (size_t i = 0; i < page->inks.count; i++) {
        const struct ink *ink = &page->inks.items[i];
        if (ink->kind == INK_TEXT && ink->element != DECORATION && finder->targets[ink->element])
            cover(finder, page, ink);
        const uint32_t around = figure_link(finder, ink);
        if (around == DECORATION)
            continue;
        struct link *link = add_link(finder, page, around);
        link->x = ink->x;
        link->y = ink->y;
        link->width = ink->fill.width;
        link->height = ink->fill.height;
    }
}

static void add_bookmarks(struct typesetter *typesetter)
{
    struct pages *pages = typesetter->pages;
    const struct doc *doc = pages->doc;
    unsigned level = 0;
    for (size_t i = 0; i < doc->heading_count; i++) {
        const struct heading *heading = doc->headings[i];
        const struct anchor_span *span = &typesetter->references->spans[heading->anchor->number];
        if (!span->found)
            continue;
        level = MIN(heading->level, level + 1);
        pages->bookmarks = arena_grow(pages->arena, pages->bookmarks, pages->bookmark_count,
                                      &pages->bookmark_room, sizeof *pages->bookmarks);
        pages->bookmarks[pages->bookmark_count++] =
            (struct bookmark){level, heading->text, span->page, shown_from(span)};
    }
}

void add_links(struct typesetter *typesetter)
{
    struct pages *pages = typesetter->pages;
    const struct doc *doc = pages->doc;
    struct place_finder finder = {.typesetter = typesetter};
    add_bookmarks(typesetter);
    const struct references *references = typesetter->references;
    if (doc->target_count + references->lead_count == 0)
        return;
    finder.targets = ARENA_ARRAY(typesetter->scratch, pages->element_count, const struct target *);
    for (size_t i = 1; i < doc->target_count; i++)
        finder.targets[references->targets[i].element] = doc->targets[i];
    for (size_t i = 0; i < references->lead_count; i++)
        finder.targets[references->targets[references->leads[i]->number].element] =
            references->leads[i];
    finder.targets[DECORATION] = NULL;
    for (size_t p = 0; p < pages->count; p++)
        cover_links(&finder, &pages->items[p]);
}
