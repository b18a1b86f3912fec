/* Paragraphs and lists: one slab for each line. */
#include "lines.h"
#include "rapor/arena.h"

#include <string.h>

/* A paragraph on its way into the flow. */
struct text {
    struct setter *setter;
    const struct block *block;
    const struct style *style;
    struct room room; /* without the style's and the paragraph's indents */
    struct measure measure;
    struct words words;
    double left; /* of the lines */
};

static double baseline(struct setter *setter, const struct style *style)
{
    double ascent = fonts_ascent(setter->fonts, style);
    double descent = fonts_descent(setter->fonts, style);
    return (style->leading - ascent - descent) / 2 + ascent;
}

static void own_inks(struct inks *inks, size_t first, uint32_t element)
{
    for (size_t i = first; i < inks->count; i++)
        inks->items[i].element = element;
}

double set_label(struct setter *setter, const struct runs *runs, uint32_t element,
                 struct slab *slab, double x)
{
    if (runs->count == 0)
        return 0;
    const struct words words = words_of(setter, runs, 0);
    const struct line line = {0, words.count, true};
    size_t first = slab->inks.count;
    const struct point at = {x, baseline(setter, runs->items[0].style)};
    put_words(&slab->inks, &words, &line, 0, at);
    own_inks(&slab->inks, first, element);
    return words_width(&words, 0, words.count);
}

static const char *runs_text(struct setter *setter, const struct runs *runs)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < runs->count; i++)
        if (runs->items[i].kind == RUN_TEXT)
            g_string_append(text, runs->items[i].text);
    return arena_strdup(setter->arena, text->str);
}

/* The words that a catchword repeats: the label; the first word; both. */
static const char *opening_of(const struct text *text, const struct line *line)
{
    struct setter *setter = text->setter;
    const struct paragraph *p = &text->block->paragraph;
    const char *word = "";
    if (line->first < line->end) {
        const struct piece *piece = text->words.items[line->first].shaped->pieces;
        word = arena_strndup(setter->arena, piece->text, piece->length);
    }
    if (line->first > 0 || p->label_count == 0)
        return word;
    const char *label = runs_text(setter, &p->labels[0].runs);
    return p->label_count > 1 ? label : arena_printf(setter->arena, "%s %s", label, word);
}

static void put_labels(const struct text *text, uint32_t element, struct slab *slab)
{
    const struct paragraph *p = &text->block->paragraph;
    for (size_t i = 0; i < p->label_count; i++) {
        double x = text->room.left + p->labels[i].x;
        double end = x + set_label(text->setter, &p->labels[i].runs, element, slab, x);
        double limit = i + 1 < p->label_count ? text->room.left + p->labels[i + 1].x : text->left;
        if (end > limit + 0.01)
            setter_fail(text->setter, &text->block->origin,
                        "the label \"%s\" runs into what stands right of it",
                        runs_text(text->setter, &p->labels[i].runs));
    }
}

static double count_spaces(const struct words *words, const struct line *line)
{
    double count = 0;
    for (size_t i = line->first; i < line->end; i++)
        count += words->items[i].kind == WORD_SPACE;
    return count;
}

static void put_line(const struct text *text, const struct line *line, struct slab *slab)
{
    double width = text->measure.width, x = text->left, extra = 0;
    if (line->first == 0) {
        x += text->measure.indent;
        width -= text->measure.indent;
    }
    double slack = width - words_width(&text->words, line->first, line->end);
    double spaces = count_spaces(&text->words, line);
    switch (text->style->align) {
    case ALIGN_LEFT:
        break;
    case ALIGN_CENTER: /* the space behind the last letter is not seen */
        x += (slack + text->style->tracking) / 2;
        break;
    case ALIGN_RIGHT:
        x += slack;
        break;
    case ALIGN_JUSTIFY:
        if (spaces > 0 && (!line->last || slack < 0))
            extra = slack / spaces;
        break;
    }
    const struct point at = {x, baseline(text->setter, text->style)};
    put_words(&slab->inks, &text->words, line, extra, at);
}

/* Two lines at least stay together at the foot and at the head of a page. */
static bool stays(const struct style *style, size_t line, size_t count)
{
    if (line + 1 == count)
        return style->keep_next;
    return style->keep_lines || line == 0 || line + 2 == count;
}

static void mark_line(const struct text *text, struct slab *slab)
{
    const struct style *style = text->style;
    inks_mark(&slab->inks,
              (struct mark){text->left, 0, text->measure.width, style->leading,
                            baseline(text->setter, style), style->name, &text->block->origin});
}

/* Text that stands in nothing but a section is a paragraph, whatever it looks like. */
static enum role role_of(const struct text *text)
{
    const enum role role = text->block->paragraph.role;
    const enum role around = text->setter->pages->elements[text->room.element].role;
    return role == ROLE_NONE && (around == ROLE_SECTION || around == ROLE_NONE) ? ROLE_P : role;
}

static void put_lines(const struct text *text, struct flow *flow)
{
    struct setter *setter = text->setter;
    const struct line_list lines = lines_of(setter, &text->words, text->measure);
    uint32_t element = setter_element(setter, role_of(text), text->room.element, NULL);
    flow->pending += text->style->before;
    for (size_t i = 0; i < lines.count; i++) {
        struct slab *slab = flow_add(setter, flow, text->style->leading);
        slab->origin = &text->block->origin;
        slab->keep_next = stays(text->style, i, lines.count);
        slab->opening = opening_of(text, &lines.items[i]);
        if (i == 0)
            put_labels(text, element, slab);
        size_t first = slab->inks.count;
        put_line(text, &lines.items[i], slab);
        own_inks(&slab->inks, first, element);
        if (setter->marked)
            mark_line(text, slab);
    }
    flow->pending += text->style->after;
}

/* The same runs in a smaller style; runs in a style of their own keep it. */
static struct runs restyled(struct setter *setter, const struct paragraph *p,
                            const struct style *style)
{
    struct runs runs = p->runs;
    runs.items = ARENA_ARRAY(setter->arena, runs.count, struct run);
    for (size_t i = 0; i < runs.count; i++) {
        runs.items[i] = p->runs.items[i];
        if (runs.items[i].style == p->style)
            runs.items[i].style = style;
    }
    return runs;
}

/* Steps down to the first fallback style that needs one line only. */
static void choose_style(struct text *text)
{
    const struct paragraph *p = &text->block->paragraph;
    for (size_t i = 0; i < p->fallback_count; i++) {
        double width = words_width(&text->words, 0, text->words.count);
        if (width <= text->measure.width - text->measure.indent)
            return;
        text->style = p->fallbacks[i];
        const struct runs runs = restyled(text->setter, p, text->style);
        text->words = words_of(text->setter, &runs, text->measure.width);
    }
}

void set_paragraph(struct setter *setter, const struct block *block, struct room room,
                   struct flow *flow)
{
    const struct paragraph *p = &block->paragraph;
    struct text text = {.setter = setter, .block = block, .style = p->style, .room = room};
    text.left = room.left + p->style->left + p->left;
    text.measure = (struct measure){
        .width = room.left + room.width - p->style->right - text.left,
        .indent = p->style->indent,
        .align = p->style->align,
    };
    if (text.measure.width - text.measure.indent <= p->style->size) {
        setter_fail(setter, &block->origin, "there is no room left for text in %.1f mm",
                    room.width / 72 * 25.4);
        return;
    }
    text.words = words_of(setter, &p->runs, text.measure.width - text.measure.indent);
    choose_style(&text);
    put_lines(&text, flow);
}

/* Moves the ink from FIRST on before all other: it is read first. */
static void bring_forward(struct inks *inks, size_t first)
{
    size_t count = inks->count - first;
    struct ink *moved = ARENA_ARRAY(inks->arena, count, struct ink);
    memcpy(moved, inks->items + first, count * sizeof *moved);
    memmove(inks->items + count, inks->items, first * sizeof *moved);
    memcpy(inks->items, moved, count * sizeof *moved);
}

void set_list(struct setter *setter, const struct block *block, struct room room, struct flow *flow)
{
    const struct list *list = &block->list;
    uint32_t element = setter_element(setter, ROLE_LIST, room.element, NULL);
    for (size_t i = 0; i < list->count; i++) {
        const struct item *item = &list->items[i];
        uint32_t own = setter_element(setter, ROLE_ITEM, element, NULL);
        uint32_t label = setter_element(setter, ROLE_LABEL, own, NULL);
        const struct room body = {room.left + list->indent, room.width - list->indent,
                                  setter_element(setter, ROLE_BODY, own, NULL)};
        size_t first = flow->count;
        set_blocks(setter, &item->blocks, body, flow);
        if (flow->count == first || setter->error)
            continue;
        struct slab *slab = &flow->items[first];
        size_t body_inks = slab->inks.count;
        if (set_label(setter, &item->label, label, slab, room.left) > list->indent)
            setter_fail(setter, &block->origin, "the label \"%s\" is wider than the list's indent",
                        runs_text(setter, &item->label));
        bring_forward(&slab->inks, body_inks);
        slab->opening = arena_printf(setter->arena, "%s %s", runs_text(setter, &item->label),
                                     slab->opening ? slab->opening : "");
    }
}

double natural_width(struct setter *setter, const struct blocks *blocks)
{
    double widest = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        if (block->kind != BLOCK_PARAGRAPH)
            continue;
        const struct words words = words_of(setter, &block->paragraph.runs, 0);
        double width = words_width(&words, 0, words.count) + block->paragraph.left;
        widest = MAX(widest, width);
    }
    return widest;
}
