/* What an author sees over the pages: which style and which line of a layout
 * governs each piece. */
#include "flow.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <string.h>

#define LABEL_SIZE 5.5
#define LABEL_GAP  2.0
#define SLOP       0.5

static const struct color ink_text = {0.10F, 0.36F, 0.78F};
static const struct color ink_table = {0.10F, 0.52F, 0.25F};
static const struct color ink_box = {0.85F, 0.38F, 0.00F};
static const struct color ink_figure = {0.55F, 0.16F, 0.62F};
static const struct color ink_room = {0.55F, 0.55F, 0.55F};
static const struct color ink_baseline = {0.93F, 0.45F, 0.45F};
static const struct color white = {1, 1, 1};

static const char *element_name(enum block_kind kind)
{
    switch (kind) {
    case BLOCK_TABLE:
        return "table";
    case BLOCK_RULE:
        return "rule";
    case BLOCK_IMAGE:
        return "image";
    case BLOCK_QR:
        return "qr";
    case BLOCK_CHART:
        return "chart";
    case BLOCK_CONTENTS:
        return "contents";
    case BLOCK_SIGNATURE:
        return "signature";
    case BLOCK_PARAGRAPH:
    case BLOCK_SPACE:
    case BLOCK_LIST:
    case BLOCK_KEEP:
    case BLOCK_BOX:
    case BLOCK_PAGE_BREAK:
        break;
    }
    return NULL;
}

void mark_block(struct typesetter *typesetter, const struct block *block, struct text_column column,
                struct flow *flow, size_t first)
{
    const char *name = element_name(block->kind);
    for (size_t i = first; name && i < flow->count; i++) {
        struct strip *strip = &flow->items[i];
        if (!strip->absolute)
            strip_mark(typesetter, strip,
                       (struct mark){column.left, 0, column.width, strip->height, 0, name,
                                     &block->origin});
    }
}

/* A page while its marks are drawn. */
struct overlay {
    struct page *page;
    struct fonts *fonts;
    struct style label;
    double right; /* edge of the room for text */
};

static void draw_line(struct overlay *overlay, struct point at, double dx, double dy,
                      struct ink look)
{
    struct ink *ink = inks_add(&overlay->page->inks, INK_LINE, at.x, at.y);
    ink->color = look.color;
    ink->line = look.line;
    ink->line.dx = dx;
    ink->line.dy = dy;
}

static void draw_outline(struct overlay *overlay, const struct mark *mark, struct ink look)
{
    const double x = mark->x, y = mark->y, width = mark->width, height = mark->height;
    draw_line(overlay, (struct point){x, y}, width, 0, look);
    draw_line(overlay, (struct point){x, y + height}, width, 0, look);
    draw_line(overlay, (struct point){x, y}, 0, height, look);
    draw_line(overlay, (struct point){x + width, y}, 0, height, look);
}

static bool is_table(const struct mark *mark)
{
    return strcmp(mark->name, "table") == 0;
}

static bool is_box(const struct mark *mark)
{
    return strcmp(mark->name, "box") == 0;
}

/* Its label stands left, away from those of what is in it. */
static bool is_around(const struct mark *mark)
{
    return is_table(mark) || is_box(mark);
}

static struct color color_of(const struct mark *mark)
{
    if (!mark->origin)
        return ink_room;
    if (mark->baseline > 0)
        return ink_text;
    if (is_table(mark))
        return ink_table;
    return is_box(mark) ? ink_box : ink_figure;
}

static void put_label(struct overlay *overlay, const char *text, struct point at)
{
    struct inks *inks = &overlay->page->inks;
    struct ink *ground = inks_add(inks, INK_FILL, at.x - 1, at.y);
    ground->color = white;
    ground->fill.width = text_width(overlay->fonts, &overlay->label, text) + 2;
    ground->fill.height = overlay->label.leading;
    double ascent = fonts_ascent(overlay->fonts, &overlay->label);
    double descent = fonts_descent(overlay->fonts, &overlay->label);
    at.y += (overlay->label.leading - ascent - descent) / 2 + ascent;
    inks_text(inks, overlay->fonts, &overlay->label, text, at);
}

/* Text of the page's own column is labelled in the margin, where nothing is
 * covered; the rest at the right end of its upper edge, if there is room. */
static void draw_label(struct overlay *overlay, const struct mark *mark)
{
    g_autofree char *file = g_path_get_basename(mark->origin->file);
    g_autofree char *whole = g_strdup_printf("%s  %s:%u", mark->name, file, mark->origin->line);
    const double width = text_width(overlay->fonts, &overlay->label, whole);
    const double edge = mark->x + mark->width, half = overlay->label.leading / 2;
    overlay->label.color = color_of(mark);
    if (mark->baseline > 0 && fabs(edge - overlay->right) < SLOP &&
        edge + 2 * LABEL_GAP + width < overlay->page->width) {
        put_label(overlay, whole, (struct point){edge + 2 * LABEL_GAP, mark->y});
        return;
    }
    const char *text = width + 2 * LABEL_GAP < mark->width ? whole : mark->name;
    double needed = text_width(overlay->fonts, &overlay->label, text) + 2 * LABEL_GAP;
    double x = is_around(mark) ? mark->x + LABEL_GAP : edge - needed + LABEL_GAP;
    if (needed < mark->width)
        put_label(overlay, text, (struct point){x, mark->y - half});
}

/* What comes again in each row of a table is labelled in the first. */
static bool is_labelled(const struct inks *inks, size_t at)
{
    const struct mark *mark = &inks->marks[at];
    for (size_t i = 0; i < at; i++) {
        const struct mark *before = &inks->marks[i];
        if (before->origin && before->origin->line == mark->origin->line && before->x == mark->x &&
            strcmp(before->name, mark->name) == 0 &&
            strcmp(before->origin->file, mark->origin->file) == 0)
            return true;
    }
    return false;
}

/* Lines and rows of one block that stand below one another are one box.  Returns
 * how many of the marks it is made of. */
static size_t join(const struct inks *inks, size_t at, struct mark *whole)
{
    size_t end = at + 1;
    *whole = inks->marks[at];
    for (; end < inks->mark_count; end++) {
        const struct mark *next = &inks->marks[end];
        bool below =
            fabs(next->x - whole->x) < SLOP && fabs(next->y - whole->y - whole->height) < SLOP;
        if (!whole->origin || next->origin != whole->origin || next->name != whole->name || !below)
            break;
        whole->height += next->height;
    }
    return end - at;
}

static void draw_baselines(struct overlay *overlay, size_t first, size_t count)
{
    struct ink look = {.color = ink_baseline, .line = {.thick = 0.25}};
    for (size_t i = first; i < first + count; i++) {
        const struct mark mark = overlay->page->inks.marks[i];
        if (mark.baseline > 0)
            draw_line(overlay, (struct point){mark.x, mark.y + mark.baseline}, mark.width, 0, look);
    }
}

/* First all lines, then all labels: no line goes through a label. */
static void draw_page(struct overlay *overlay, bool labels)
{
    const struct inks *inks = &overlay->page->inks;
    struct mark mark;
    for (size_t i = 0, count; i < inks->mark_count; i += count) {
        count = join(inks, i, &mark);
        struct ink look = {.color = color_of(&mark), .line = {.thick = 0.4}};
        look.line.dash = mark.origin ? 0 : 3;
        if (!mark.origin)
            overlay->right = mark.x + mark.width;
        if (labels && mark.origin && !is_labelled(inks, i))
            draw_label(overlay, &mark);
        if (labels)
            continue;
        draw_outline(overlay, &mark, look);
        draw_baselines(overlay, i, count);
    }
}

/* A family without serifs is easiest to read when small. */
static const char *label_family(const struct fonts *fonts)
{
    const char *const *families = fonts_families(fonts);
    for (size_t i = 0; families[i]; i++)
        if (strstr(families[i], "Sans"))
            return families[i];
    return families[0];
}

void draw_marks(struct pages *pages, struct fonts *fonts)
{
    const struct style label = {.name = "label",
                                .family = label_family(fonts),
                                .size = LABEL_SIZE,
                                .leading = 1.2 * LABEL_SIZE};
    for (size_t i = 0; i < pages->count; i++) {
        struct overlay overlay = {&pages->items[i], fonts, label, 0};
        draw_page(&overlay, false);
        draw_page(&overlay, true);
    }
}
