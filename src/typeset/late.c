/* Text that tells numbers of pages waits until these are known.  Lines are broken
 * with numbers that are no shorter, so that no page changes when they come. */
#include "lead.h"
#include "rapor/arena.h"
#include "text.h"

static bool wait(const struct setter *setter, const struct runs *runs)
{
    for (size_t i = 0; i < runs->count && !setter->leads->placed; i++)
        if (runs->items[i].kind == RUN_PAGE_OF || runs->items[i].kind == RUN_PAGES_OF)
            return true;
    return false;
}

static void leave(const struct text *text, size_t line, bool tail, struct slab *slab)
{
    struct setter *setter = text->setter;
    struct leads *leads = setter->leads;
    struct text *kept = ARENA_NEW(setter->arena, struct text);
    *kept = *text;
    leads->lates = arena_grow(setter->arena, leads->lates, leads->late_count, &leads->late_room,
                              sizeof *leads->lates);
    inks_add(&slab->inks, INK_FILL, 0, 0)->element = LATE | (uint32_t)leads->late_count;
    leads->lates[leads->late_count++] = (struct late){kept, line, tail};
}

/* A dotted line from the end of the text to the tail. */
static void put_leader(const struct text *text, double from, double to, struct slab *slab)
{
    static const double gap = 3, least = 6;
    if (to - from < 2 * gap + least)
        return;
    struct ink *ink =
        inks_add(&slab->inks, INK_LINE, from + gap, baseline_of(text->setter, text->style) - 0.4);
    ink->color = text->style->color;
    ink->line.dx = to - from - 2 * gap;
    ink->line.thick = 0.5;
    ink->line.dash = 1;
    ink->element = DECORATION;
}

static void put_tail(const struct text *text, const struct line *line, struct slab *slab)
{
    struct setter *setter = text->setter;
    const struct paragraph *p = &text->block->paragraph;
    const struct words words = words_of(setter, &p->tail, 0);
    double width = words_width(&words, 0, words.count);
    double x = text->room.left + text->room.width - p->style->right - width;
    double indent = line->first == 0 ? text->measure.indent : 0;
    double end = text->left + indent + words_width(&text->words, line->first, line->end);
    put_leader(text, end, x, slab);
    size_t first = slab->inks.count;
    put_words(&slab->inks, &words, 0, (struct point){x, baseline_of(setter, text->style)});
    setter_own(setter, slab, first, text->element, text->style);
}

static void put_body(const struct text *text, const struct line *line, struct slab *slab)
{
    size_t first = slab->inks.count;
    put_line(text, line, slab);
    setter_own(text->setter, slab, first, text->element, text->style);
}

void put_when_known(const struct text *text, const struct line_list *lines, size_t number,
                    struct slab *slab)
{
    const struct runs *tail = &text->block->paragraph.tail;
    bool last = number + 1 == lines->count && tail->count > 0;
    if (wait(text->setter, &text->runs))
        leave(text, number, false, slab);
    else
        put_body(text, &lines->items[number], slab);
    if (last && wait(text->setter, tail))
        leave(text, number, true, slab);
    else if (last)
        put_tail(text, &lines->items[number], slab);
}

static void put_late(struct setter *setter, const struct late *late, struct slab *slab)
{
    struct text text = *late->text;
    text.setter = setter;
    text.words = words_of(setter, &text.runs, text_room(&text));
    const struct line_list lines = break_text(&text);
    if (lines.count > text.line_count)
        setter_fail(setter, &text.block->origin, "the numbers of pages need one line more");
    if (late->line >= lines.count)
        return;
    if (late->tail)
        put_tail(&text, &lines.items[late->line], slab);
    else
        put_body(&text, &lines.items[late->line], slab);
}

static void fill_page(struct setter *setter, struct page *page)
{
    struct inks all = {.arena = setter->arena};
    for (size_t i = 0; i < page->inks.count && !setter->error; i++) {
        const struct ink *ink = &page->inks.items[i];
        if (!(ink->element & LATE)) {
            *inks_add(&all, ink->kind, 0, 0) = *ink;
            continue;
        }
        struct slab slab = {.inks.arena = setter->arena};
        put_late(setter, &setter->leads->lates[ink->element & ~LATE], &slab);
        inks_copy(&all, &slab.inks, ink->x, ink->y);
    }
    page->inks.items = all.items;
    page->inks.count = all.count;
    page->inks.room = all.room;
}

void fill_late(struct setter *setter)
{
    for (size_t p = 0; p < setter->pages->count && setter->leads->late_count > 0; p++) {
        struct page *page = &setter->pages->items[p];
        for (size_t i = 0; i < page->inks.count; i++)
            if (page->inks.items[i].element & LATE) {
                fill_page(setter, page);
                break;
            }
    }
}
