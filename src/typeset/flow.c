/* Strips stand on one another. */
#include "flow.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <stdarg.h>

void typesetter_fail(struct typesetter *typesetter, const struct origin *origin, const char *format,
                     ...)
{
    if (typesetter->error)
        return;
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(_(format), args);
    va_end(args);
    fail(&typesetter->error, FAILURE_DATA, "%s: %s:%u: %s", typesetter->pages->doc->name,
         origin->file, origin->line, text);
}

void typesetter_blame(struct typesetter *typesetter, const char *text, double share)
{
    size_t room, letters = (size_t)g_utf8_strlen(text, -1);
    if (failure_text(typesetter->error, &room)) /* of the first failure, which is kept */
        return;
    failure_note_text(typesetter->error, text,
                      share < 0 ? SIZE_MAX : (size_t)(share * (double)letters));
}

uint32_t typesetter_element(struct typesetter *typesetter, enum role role, uint32_t parent,
                            const char *alt)
{
    struct pages *pages = typesetter->pages;
    if (parent == DECORATION || role == ROLE_DECORATION)
        return DECORATION;
    if (role == ROLE_NONE)
        return parent;
    pages->elements = arena_grow(typesetter->arena, pages->elements, pages->element_count,
                                 &pages->element_room, sizeof *pages->elements);
    pages->elements[pages->element_count] =
        (struct element){.role = role, .parent = parent, .alt = alt};
    return (uint32_t)pages->element_count++;
}

void flow_reserve(struct typesetter *typesetter, struct flow *flow, size_t count)
{
    flow->items = ARENA_ARRAY(typesetter->scratch, count, struct strip);
    flow->room = count;
}

struct strip *flow_add(struct typesetter *typesetter, struct flow *flow, double height)
{
    flow->items =
        arena_grow(typesetter->scratch, flow->items, flow->count, &flow->room, sizeof *flow->items);
    struct strip *strip = &flow->items[flow->count++];
    *strip =
        (struct strip){.before = flow->pending, .height = height, .first = typesetter->ink.count};
    flow->pending = 0;
    return strip;
}

void strip_end(struct typesetter *typesetter, struct strip *strip)
{
    strip->count = typesetter->ink.count - strip->first;
}

struct mark *strip_mark(struct typesetter *typesetter, struct strip *strip, struct mark mark)
{
    if (!strip->marks)
        strip->marks = ARENA_NEW(typesetter->scratch, struct inks);
    strip->marks->arena = typesetter->scratch;
    return inks_mark(strip->marks, mark);
}

double flow_height(const struct flow *flow)
{
    double height = 0;
    for (size_t i = 0; i < flow->count; i++)
        height += flow->items[i].before + flow->items[i].height;
    return height;
}

void ink_copy(struct inks *inks, const struct ink *from, size_t count, double dx, double dy)
{
    for (size_t i = 0; i < count; i++) {
        struct ink *ink = inks_add(inks, from[i].kind, 0, 0);
        *ink = from[i];
        ink->x += dx;
        ink->y += dy;
    }
}

static void copy_marks(const struct strip *strip, struct inks *to, double dx, double dy)
{
    for (size_t i = 0; strip->marks && i < strip->marks->mark_count; i++) {
        struct mark *mark = inks_mark(to, strip->marks->marks[i]);
        mark->x += dx;
        mark->y += dy;
    }
}

void strip_copy(const struct strip *strip, const struct ink *ink, struct inks *inks,
                struct point by)
{
    ink_copy(inks, ink + strip->first, strip->count, by.x, by.y);
    copy_marks(strip, inks, by.x, by.y);
}

static void settle(struct typesetter *typesetter, struct strip *strip, struct strip *into, double y)
{
    struct ink *ink = typesetter->ink.items + strip->first;
    strip->y = strip->absolute ? 0 : y;
    for (size_t i = 0; i < strip->count; i++)
        ink[i].y += strip->y;
    for (size_t i = 0; strip->marks && i < strip->marks->mark_count; i++)
        strip_mark(typesetter, into, strip->marks->marks[i])->y += strip->y;
}

void flow_settle(struct typesetter *typesetter, struct flow *flow, struct strip *strip, double y)
{
    for (size_t i = 0; i < flow->count; i++) {
        y += flow->items[i].before;
        settle(typesetter, &flow->items[i], strip, y);
        y += flow->items[i].height;
    }
}

double valign_drop(enum valign valign, double slack)
{
    switch (valign) {
    case VALIGN_TOP:
        break;
    case VALIGN_MIDDLE:
        return slack / 2;
    case VALIGN_BOTTOM:
        return slack;
    }
    return 0;
}
