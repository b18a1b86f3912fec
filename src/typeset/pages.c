/* A column of strips becomes pages: greedy, from the head to the foot, never back (first fit).
 * Strips that say keep_next are a chain, which goes whole onto this page or the next; one that
 * fits on no page is placed as far as it goes, and a row that is too high is cut.  Heads of
 * tables that stand again count as part of the first strip below them.
 *
 * Greedy suffices where total fit does not pay: a page may end short at its foot (nothing is
 * stretched to fill it), so no choice makes a later page look better, and what offices ask for
 * (two lines together, no title alone, a signature not without its text) are chains, not costs.
 * It also keeps a change local: a line more on page 7 never moves page 3. */
#include "block.h"
#include "keep.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <string.h>

static const double slop = 0.01; /* points; sums of lengths are not exact */

enum {
    HEAD_ROOM = 12,   /* pieces of ink */
    LINES_MOST = 256, /* more than a page has: what stands before is kept with nothing to come */
};

struct page_builder {
    struct typesetter *typesetter;
    const struct section *section;
    struct flow *flow;
    size_t at; /* how many of its strips stand on pages */
    struct page *page;
    struct inks ink; /* of the page in hand */
    double y;
    bool first; /* page of the section */
    bool fresh; /* nothing of the flow stands on the page yet */
};

static double page_top(const struct page_builder *b)
{
    return b->first ? b->section->master.first_top : b->section->master.top;
}

/* A line at the foot is left free for the catchword. */
static double page_bottom(const struct page_builder *b)
{
    const struct section *section = b->section;
    double foot = section->catchword ? section->catchword->leading : 0;
    return section->master.height - section->master.bottom - foot;
}

static void fill_page(const struct master *master, struct inks *inks)
{
    struct ink *ink = inks_add(inks, INK_FILL, 0, 0);
    ink->color = master->fill;
    ink->fill.width = master->width;
    ink->fill.height = master->height;
}

static void mark_room(struct page_builder *b)
{
    const struct master *master = &b->section->master;
    const double top = page_top(b);
    inks_mark(&b->ink, (struct mark){.x = master->left,
                                     .y = top,
                                     .width = master->width - master->left - master->right,
                                     .height = master->height - master->bottom - top});
}

/* A page keeps no more room than its ink takes, and that of most heads. */
static void end_page(struct page_builder *b)
{
    struct arena *arena = b->typesetter->arena;
    const struct inks *from = &b->ink;
    struct inks *to = &b->page->inks;
    *to = (struct inks){.arena = arena, .count = from->count, .room = from->count + HEAD_ROOM};
    to->items = ARENA_ARRAY(arena, to->room, struct ink);
    if (from->count)
        memcpy(to->items, from->items, from->count * sizeof *to->items);
    for (size_t i = 0; i < from->mark_count; i++)
        inks_mark(to, from->marks[i]);
    b->ink.count = b->ink.mark_count = 0;
}

static void next_page(struct page_builder *b)
{
    struct pages *pages = b->typesetter->pages;
    b->first = b->page == NULL;
    if (b->page)
        end_page(b);
    pages->items = arena_grow(b->typesetter->arena, pages->items, pages->count, &pages->room,
                              sizeof *pages->items);
    b->page = &pages->items[pages->count++];
    *b->page =
        (struct page){.width = b->section->master.width, .height = b->section->master.height};
    if (b->section->master.filled)
        fill_page(&b->section->master, &b->ink);
    b->y = page_top(b);
    if (b->typesetter->marked)
        mark_room(b);
    b->fresh = true;
}

/* The first words of the next page, right at the foot of this one. */
static void put_catchword(struct page_builder *b, const struct strip *next)
{
    const struct style *style = b->section->catchword;
    if (!style || !next->opening || !*next->opening)
        return;
    const struct master *master = &b->section->master;
    const char *text = arena_printf(b->typesetter->arena, "%s . . .", next->opening);
    double x = master->width - master->right - text_width(b->typesetter->fonts, style, text);
    double y = master->height - master->bottom - fonts_descent(b->typesetter->fonts, style);
    inks_text(&b->ink, b->typesetter->fonts, style, text, (struct point){x, y});
}

static void put_top(struct page_builder *b, const struct strip *strip)
{
    if (strip->top)
        ink_copy(&b->ink, strip->top, 1, b->section->master.left, b->y);
}

static void place_again(struct page_builder *b, struct repeated again)
{
    for (size_t i = 0; i < again.count; i++) {
        strip_copy(&again.strips[i], again.ink, &b->ink,
                   (struct point){b->section->master.left, b->y});
        if (i == 0)
            put_top(b, again.strips);
        b->y += again.strips[i].height;
    }
}

static double space_before(const struct page_builder *b, const struct strip *strip)
{
    return b->fresh && !b->first ? 0 : strip->before;
}

static void place(struct page_builder *b, const struct strip *strip)
{
    const struct inks *all = &b->typesetter->ink;
    if (strip->absolute) {
        strip_copy(strip, all->items, &b->ink, (struct point){0, 0});
        return;
    }
    b->y += space_before(b, strip);
    if (b->fresh && !b->first) {
        const struct repeated again = repeat_set(strip->again);
        place_again(b, again);
        if (again.count == 0)
            put_top(b, strip);
    }
    strip_copy(strip, all->items, &b->ink, (struct point){b->section->master.left, b->y});
    b->y += strip->height;
    b->fresh = false;
}

/* The height that COUNT strips need from here, or on a new page. */
static double need(const struct page_builder *b, const struct strip *strips, size_t count,
                   bool anew)
{
    double height = 0;
    bool head = anew || (b->fresh && !b->first);
    for (size_t i = 0; i < count; i++) {
        if (strips[i].absolute)
            continue;
        height += head ? 0 : strips[i].before;
        height += head ? repeat_set(strips[i].again).height : 0;
        height += strips[i].height;
        head = false;
    }
    return height;
}

static bool fits_here(const struct page_builder *b, const struct strip *strips, size_t count)
{
    return b->y + need(b, strips, count, false) <= page_bottom(b) + slop;
}

static bool fits_anew(const struct page_builder *b, const struct strip *strips, size_t count)
{
    return b->section->master.top + need(b, strips, count, true) <= page_bottom(b) + slop;
}

/* The strips from FIRST on that must stay together. */
static size_t chain_length(const struct flow *flow, size_t first)
{
    size_t count = 1;
    while (first + count < flow->count && flow->items[first + count - 1].keep_next &&
           !flow->items[first + count].page_break)
        count++;
    return count;
}

/* Puts as much of a row as there is room for, and leaves the rest.  Every call
 * takes something or ends the page, and a fresh page that takes nothing ends
 * the run: there is no endless loop. */
static void place_part(struct page_builder *b, struct strip *strip)
{
    struct strip first;
    double head = b->fresh && !b->first ? repeat_set(strip->again).height : 0;
    const struct cut_room room = {page_bottom(b) - b->y - space_before(b, strip) - head, b->fresh};
    if (strip->tall && cut_strip(b->typesetter, strip, room, &first)) {
        place(b, &first);
        next_page(b);
    } else if (b->fresh) {
        typesetter_fail(b->typesetter, strip->origin, "%.1f mm high, more than a page has room for",
                        strip->height / 72 * 25.4);
    } else {
        put_catchword(b, strip);
        next_page(b);
    }
}

/* Places as many of COUNT strips that stay together as it can; returns how many. */
static size_t place_chain(struct page_builder *b, struct strip *strips, size_t count)
{
    bool whole = fits_here(b, strips, count);
    bool tight = b->y + strips->room > page_bottom(b) + slop;
    if (!b->fresh && (tight || (!whole && fits_anew(b, strips, count)))) {
        put_catchword(b, strips);
        next_page(b);
        return 0;
    }
    if (!whole && !fits_here(b, strips, 1)) {
        place_part(b, strips);
        return 0;
    }
    size_t placed = whole ? count : 1; /* too long to stay together: as far as it goes */
    for (size_t i = 0; i < placed; i++)
        place(b, &strips[i]);
    return placed;
}

/* What a head says to readers comes before the text of the page, as it is read; but over what
 * lies below that. */
static void put_first(struct page *page, size_t head)
{
    struct ink *inks = page->inks.items;
    size_t to = 0;
    while (to < head && inks[to].element <= DOCUMENT_ELEMENT)
        to++;
    for (size_t i = head; i < page->inks.count; i++) {
        const struct ink told = inks[i];
        if (told.element <= DOCUMENT_ELEMENT)
            continue;
        memmove(inks + to + 1, inks + to, (i - to) * sizeof *inks);
        inks[to++] = told;
        page->head++;
    }
}

static void set_head(struct typesetter *typesetter, const struct section *section,
                     struct page *page, bool first)
{
    const struct master *master = &section->master;
    const struct blocks *blocks = first ? &master->first : &master->head;
    struct flow flow = {0};
    struct strip all = {0};
    typesetter->ink.count = 0;
    set_blocks(typesetter, blocks, (struct text_column){0, master->width, DECORATION}, &flow);
    strip_end(typesetter, &all);
    flow_settle(typesetter, &flow, &all, 0);
    strip_copy(&all, typesetter->ink.items, &page->inks, (struct point){0, 0});
    put_first(page, page->head);
}

struct page_builder *pages_begin(struct typesetter *typesetter, const struct section *section,
                                 struct flow *flow)
{
    struct page_builder *b = ARENA_NEW(typesetter->scratch, struct page_builder);
    *b = (struct page_builder){
        .typesetter = typesetter, .section = section, .flow = flow, .ink = typesetter->kept->page};
    b->ink.arena = typesetter->scratch;
    next_page(b);
    return b;
}

/* Places strips as long as the chain that they begin ends before END. */
static void place_before(struct page_builder *b, size_t end)
{
    while (b->at < end && !b->typesetter->error) {
        const size_t count = chain_length(b->flow, b->at);
        if (b->at + count > end)
            return;
        if (b->flow->items[b->at].page_break) {
            next_page(b);
            b->at++;
        } else {
            b->at += place_chain(b, &b->flow->items[b->at], count);
        }
    }
}

size_t pages_follow(struct page_builder *b)
{
    if (b->flow->count > LINES_MOST)
        place_before(b, b->flow->count - LINES_MOST);
    return b->at;
}

void pages_end(struct page_builder *b)
{
    place_before(b, b->flow->count);
    end_page(b);
}

/* Page numbers are known only when all pages are: heads come last. */
void build_heads(struct typesetter *typesetter, const struct section *section, size_t first,
                 size_t end)
{
    for (size_t i = first; i < end && !typesetter->error; i++) {
        typesetter->page = (unsigned)i + 1;
        typesetter->pages->items[i].head = typesetter->pages->items[i].inks.count;
        set_head(typesetter, section, &typesetter->pages->items[i], i == first);
    }
}
