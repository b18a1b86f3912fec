#include "join.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <string.h>

#define MARK_LENGTH 14.0 /* points, of the marks where a page is cut; */
#define MARK_AWAY   9.0  /* how far from there they begin at least, */
#define MARK_THICK  0.25 /* and how thick they are */
#define REACHES     0.5  /* how near to the edge colours are meant to reach it */

static uint32_t add_element(struct pages *all, struct element element)
{
    all->elements = arena_grow(all->arena, all->elements, all->element_count, &all->element_room,
                               sizeof *all->elements);
    all->elements[all->element_count] = element;
    return (uint32_t)all->element_count++;
}

void join_begin(struct pages *all, const struct doc *doc)
{
    *all = (struct pages){.arena = doc->arena, .doc = doc};
    add_element(all, (struct element){.role = ROLE_DECORATION});
    add_element(all, (struct element){.role = ROLE_DECORATION});
    add_element(all, (struct element){.role = ROLE_NONE});
}

/* What the elements of a document become: all of them stand in one of ROOT. */
struct moved {
    uint32_t root;
    size_t page; /* index of its first page */
};

static uint32_t move_element(const struct moved *moved, uint32_t element)
{
    if (element < DOCUMENT_ELEMENT)
        return DECORATION;
    return moved->root + (element - DOCUMENT_ELEMENT);
}

static struct moved add_elements(struct pages *all, const struct pages *pages)
{
    const struct element root = {.role = ROLE_SECTION, .parent = DOCUMENT_ELEMENT};
    const struct moved moved = {add_element(all, root), all->count};
    for (size_t i = DOCUMENT_ELEMENT + 1; i < pages->element_count; i++) {
        struct element element = pages->elements[i];
        element.parent = move_element(&moved, element.parent);
        if (element.role == ROLE_FORM) /* there is no field any more */
            element.role = ROLE_SECTION;
        add_element(all, element);
    }
    return moved;
}

static void show_signed(struct page *page)
{
    for (size_t i = 0; i < page->signed_only.count; i++) {
        const struct ink *ink = &page->signed_only.items[i];
        *inks_add(&page->inks, ink->kind, ink->x, ink->y) = *ink;
    }
}

static struct page *add_page(struct pages *all, struct page page)
{
    all->items = arena_grow(all->arena, all->items, all->count, &all->room, sizeof *all->items);
    all->items[all->count] = page;
    return &all->items[all->count++];
}

static void move_page(struct pages *all, struct page *page, const struct moved *moved,
                      const struct joint *joint)
{
    for (size_t i = 0; i < page->inks.count; i++)
        page->inks.items[i].element =
            move_element(moved, page->inks.items[i].element) & ELEMENT_BITS;
    for (size_t i = 0; i < page->link_count; i++) {
        page->links[i].element = move_element(moved, page->links[i].element);
        page->links[i].page += moved->page;
    }
    if (joint->is_signed)
        show_signed(page);
    page->signed_only.count = 0;
    add_page(all, *page);
}

static void add_bookmark(struct pages *all, struct bookmark bookmark)
{
    all->bookmarks = arena_grow(all->arena, all->bookmarks, all->bookmark_count,
                                &all->bookmark_room, sizeof *all->bookmarks);
    all->bookmarks[all->bookmark_count++] = bookmark;
}

void join_bookmark(struct pages *all, const char *title, unsigned level)
{
    add_bookmark(all, (struct bookmark){level, title, all->count, 0});
}

/* Its only bookmark would say its title once more. */
static void add_bookmarks(struct pages *all, const struct pages *pages, const struct moved *moved,
                          const struct joint *joint)
{
    if (!joint->title)
        return;
    join_bookmark(all, joint->title, joint->level);
    for (size_t i = 0; pages->bookmark_count > 1 && i < pages->bookmark_count; i++) {
        struct bookmark bookmark = pages->bookmarks[i];
        bookmark.level += joint->level;
        bookmark.page += moved->page;
        add_bookmark(all, bookmark);
    }
}

void join_add(struct pages *all, struct pages *pages, const struct joint *joint)
{
    const struct moved moved = add_elements(all, pages);
    add_bookmarks(all, pages, &moved, joint);
    for (size_t i = 0; i < pages->count; i++)
        move_page(all, &pages->items[i], &moved, joint);
    if (joint->even && pages->count % 2 == 1) {
        const struct page *last = &pages->items[pages->count - 1];
        add_page(all, (struct page){
                          .inks.arena = all->arena, .width = last->width, .height = last->height});
    }
}

/* A fill that reaches an edge runs over it. */
static void spread_fill(const struct page *page, struct ink *ink, double bleed)
{
    const double right = ink->x + ink->fill.width, bottom = ink->y + ink->fill.height;
    const double left = ink->x <= REACHES ? -bleed : ink->x;
    const double top = ink->y <= REACHES ? -bleed : ink->y;
    ink->fill.width = (right >= page->width - REACHES ? page->width + bleed : right) - left;
    ink->fill.height = (bottom >= page->height - REACHES ? page->height + bleed : bottom) - top;
    ink->x = left;
    ink->y = top;
}

static void add_mark(struct page *page, struct point at, double dx, double dy)
{
    struct ink *mark = inks_add(&page->inks, INK_LINE, at.x, at.y);
    mark->line.dx = dx;
    mark->line.dy = dy;
    mark->line.thick = MARK_THICK;
}

void join_cut(struct page *page, double bleed)
{
    const double away = fmax(bleed, MARK_AWAY);
    for (size_t i = 0; i < page->inks.count; i++)
        if (page->inks.items[i].kind == INK_FILL)
            spread_fill(page, &page->inks.items[i], bleed);
    for (unsigned corner = 0; corner < 4; corner++) {
        const bool right = corner & 1, low = corner & 2;
        const struct point at = {right ? page->width : 0, low ? page->height : 0};
        const double out_x = right ? 1 : -1, out_y = low ? 1 : -1;
        add_mark(page, (struct point){at.x + out_x * away, at.y}, out_x * MARK_LENGTH, 0);
        add_mark(page, (struct point){at.x, at.y + out_y * away}, 0, out_y * MARK_LENGTH);
    }
    page->bleed = bleed;
    page->margin = away + MARK_LENGTH + MARK_AWAY;
}
