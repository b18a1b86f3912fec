/* Text that tells numbers of pages waits until these are known.  Lines are broken
 * with numbers that are no shorter, so that no page changes when they come. */
#include "references.h"
#include "text.h"

#include "rapor/base/arena.h"

#include <string.h>

static bool wait(const struct typesetter *typesetter, const struct runs *runs)
{
    for (size_t i = 0; i < runs->count && !typesetter->references->placed; i++)
        if (runs->items[i].kind == RUN_PAGE_OF || runs->items[i].kind == RUN_PAGES_OF)
            return true;
    return false;
}

static void leave(const struct set_text *text, size_t line, bool tail)
{
    struct typesetter *typesetter = text->typesetter;
    struct references *references = typesetter->references;
    struct arena *arena = typesetter->arena;
    struct set_text *kept = ARENA_NEW(arena, struct set_text);
    *kept = *text;
    kept->runs.items =
        arena_copy(arena, text->runs.items, text->runs.count, sizeof *kept->runs.items);
    references->forwards = arena_grow(arena, references->forwards, references->forward_count,
                                      &references->forward_room, sizeof *references->forwards);
    inks_add(&typesetter->ink, INK_FILL, 0, 0)->element =
        (FORWARD | (uint32_t)references->forward_count) & ELEMENT_BITS;
    references->forwards[references->forward_count++] = (struct forward){kept, line, tail};
}

/* A dotted line from the end of the text to the tail. */
static void put_leader(const struct set_text *text, double from, double to)
{
    static const double gap = 3, least = 6;
    if (to - from < 2 * gap + least)
        return;
    struct ink *ink = inks_add(&text->typesetter->ink, INK_LINE, from + gap,
                               look_of(text->typesetter, text->style)->baseline - 0.4);
    ink->color = text->style->color;
    ink->line.dx = to - from - 2 * gap;
    ink->line.thick = 0.5;
    ink->line.dash = 1;
    ink->element = DECORATION;
}

static void put_tail(const struct set_text *text, size_t line)
{
    struct typesetter *typesetter = text->typesetter;
    const struct paragraph *p = &text->block->paragraph;
    const struct runs tail = references_spread(typesetter, &p->tail);
    const struct script script = {typesetter, &tail};
    struct shaped_text *shaped_text = shaped_text_of(typesetter, &tail);
    double x = text->column.left + text->column.width - p->style->right - shaped_text->width;
    double indent = line == 0 ? text->measure.indent : 0;
    put_leader(text, text->left + indent + text->broken_text.text_lines[line].width, x);
    put_text_line(&script, shaped_text_line(&script, shaped_text),
                  (struct line_spot){x, text->style, text->element});
}

/* Below the commas of the column; what holds no number, or stands in no column, where
 * the broken text has it: in the middle. */
static double place_of(const struct set_text *text, const struct text_line *text_line)
{
    struct typesetter *typesetter = text->typesetter;
    double before;
    bool decimal =
        text->measure.align == ALIGN_DECIMAL && text_line->alone && typesetter->comma > 0;
    if (decimal && find_comma(typesetter, &text->block->paragraph.runs, &before))
        return text->measure.indent + typesetter->comma - before;
    return text_line->x + text->broken_text.shift;
}

static void put_body(const struct set_text *text, size_t line)
{
    const struct text_line *text_line = &text->broken_text.text_lines[line];
    put_text_line(
        &(struct script){text->typesetter, &text->runs}, text_line,
        (struct line_spot){text->left + place_of(text, text_line), text->style, text->element});
    if (text_line->excess > 0)
        typesetter_fail(text->typesetter, &text->block->origin,
                        "a line is %.1f mm wider than its column", text_line->excess / 72 * 25.4);
}

void put_when_known(const struct set_text *text, size_t line)
{
    const struct runs *tail = &text->block->paragraph.tail;
    bool last = line + 1 == text->broken_text.count && tail->count > 0;
    if (wait(text->typesetter, &text->runs))
        leave(text, line, false);
    else
        put_body(text, line);
    if (last && wait(text->typesetter, tail))
        leave(text, line, true);
    else if (last)
        put_tail(text, line);
}

/* The numbers are known now: the lines may be others than when they were guessed. */
static void put_forward(struct typesetter *typesetter, const struct forward *forward)
{
    struct set_text text = *forward->text;
    text.runs = references_spread(typesetter, &text.runs);
    const struct script script = {typesetter, &text.runs};
    text.broken_text = break_text(&script, shaped_text_of(typesetter, &text.runs), &text.measure);
    if (text.broken_text.count > forward->text->broken_text.count)
        typesetter_fail(typesetter, &text.block->origin, "the numbers of pages need one line more");
    if (forward->line >= text.broken_text.count)
        return;
    if (forward->tail)
        put_tail(&text, forward->line);
    else
        put_body(&text, forward->line);
}

/* Puts the page's ink down anew, with what waited. */
static void fill_page(struct typesetter *typesetter, struct page *page)
{
    struct inks all = {.arena = typesetter->arena};
    for (size_t i = 0; i < page->inks.count && !typesetter->error; i++) {
        const struct ink *ink = &page->inks.items[i];
        if (!(ink->element & FORWARD)) {
            ink_copy(&all, ink, 1, 0, 0);
            continue;
        }
        typesetter->ink.count = 0;
        put_forward(typesetter, &typesetter->references->forwards[ink->element & ~FORWARD]);
        ink_copy(&all, typesetter->ink.items, typesetter->ink.count, ink->x, ink->y);
    }
    page->inks.items = all.items;
    page->inks.count = all.count;
    page->inks.room = all.room;
}

static bool waits(const struct page *page)
{
    for (size_t i = 0; i < page->inks.count; i++)
        if (page->inks.items[i].element & FORWARD)
            return true;
    return false;
}

void fill_forward(struct typesetter *typesetter)
{
    for (size_t p = 0; p < typesetter->pages->count && typesetter->references->forward_count > 0;
         p++)
        if (waits(&typesetter->pages->items[p]))
            fill_page(typesetter, &typesetter->pages->items[p]);
}
