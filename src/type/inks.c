#include "rapor/base/arena.h"
#include "rapor/type/pages.h"

#include <string.h>

struct ink *inks_add(struct inks *inks, enum ink_kind kind, double x, double y)
{
    inks->items =
        arena_grow(inks->arena, inks->items, inks->count, &inks->room, sizeof *inks->items);
    struct ink *ink = &inks->items[inks->count++];
    *ink = (struct ink){.kind = kind, .x = x, .y = y};
    return ink;
}

struct ink *inks_path(struct inks *inks, const struct step *steps, size_t count, struct point at)
{
    struct ink *ink = inks_add(inks, INK_PATH, at.x, at.y);
    ink->path.contour = ARENA_NEW(inks->arena, struct contour);
    *ink->path.contour = (struct contour){steps, count, NULL};
    return ink;
}

struct ink ink_line(const struct ink *lines, size_t number)
{
    const struct stretch *stretch = &lines->lines.items[number];
    struct ink ink = {.kind = INK_LINE,
                      .element = lines->element,
                      .x = lines->x + stretch->x,
                      .y = lines->y + stretch->y,
                      .color = lines->color};
    ink.line.dx = stretch->dx;
    ink.line.dy = stretch->dy;
    ink.line.thick = lines->lines.thick;
    return ink;
}

struct mark *inks_mark(struct inks *inks, struct mark mark)
{
    inks->marks = arena_grow(inks->arena, inks->marks, inks->mark_count, &inks->mark_room,
                             sizeof *inks->marks);
    inks->marks[inks->mark_count] = mark;
    return &inks->marks[inks->mark_count++];
}

double inks_text(struct inks *inks, struct fonts *fonts, const struct style *style,
                 const char *text, struct point at)
{
    const struct shaped *shaped = fonts_shape(fonts, style, text, strlen(text));
    double width = 0;
    for (size_t i = 0; i < shaped->count; i++) {
        const struct piece *piece = &shaped->pieces[i];
        struct ink *ink = inks_add(inks, INK_TEXT, at.x + width, at.y);
        ink->color = style->color;
        ink->text = piece;
        width += piece->width;
    }
    return width;
}

double text_width(struct fonts *fonts, const struct style *style, const char *text)
{
    return fonts_shape(fonts, style, text, strlen(text))->width;
}

void inks_move(struct inks *inks, size_t first, double dx, double dy)
{
    for (size_t i = first; i < inks->count; i++) {
        inks->items[i].x += dx;
        inks->items[i].y += dy;
    }
}
