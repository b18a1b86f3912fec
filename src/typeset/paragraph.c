/* Paragraphs and lists: one slab for each line. */
#include "lead.h"
#include "rapor/arena.h"
#include "text.h"

#include <math.h>

double set_label(struct setter *setter, const struct runs *runs, uint32_t element,
                 struct slab *slab, double x)
{
    if (runs->count == 0)
        return 0;
    const struct words words = words_of(setter, runs, 0);
    size_t first = slab->inks.count;
    const struct point at = {x, baseline_of(setter, runs->items[0].style)};
    put_words(&slab->inks, &words, 0, at);
    setter_own(setter, slab, first, element, runs->items[0].style);
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

/* The word that LINE begins with, as it reads: "dan/atau", "KESATU:". */
static const char *first_word(const struct text *text, const struct line *line)
{
    g_autoptr(GString) word = g_string_new(NULL);
    for (size_t i = line->first; i < line->end; i++) {
        const struct word *part = &text->words.items[i];
        if (part->kind == WORD_SPACE || part->kind == WORD_TIE)
            break;
        if (part->kind == WORD_TEXT)
            g_string_append_len(word, part->text, (gssize)part->length);
    }
    return arena_strdup(text->setter->arena, word->str);
}

/* The words that a catchword repeats: the label; the first word; both. */
static const char *opening_of(const struct text *text, const struct line *line)
{
    struct setter *setter = text->setter;
    const struct paragraph *p = &text->block->paragraph;
    const char *word = first_word(text, line);
    if (line->first > 0 || p->label_count == 0)
        return word;
    const char *label = runs_text(setter, &p->labels[0].runs);
    return p->label_count > 1 ? label : arena_printf(setter->arena, "%s %s", label, word);
}

static void put_labels(const struct text *text, struct slab *slab)
{
    const struct paragraph *p = &text->block->paragraph;
    for (size_t i = 0; i < p->label_count; i++) {
        double x = text->room.left + p->labels[i].x;
        double end = x + set_label(text->setter, &p->labels[i].runs, text->element, slab, x);
        double limit = i + 1 < p->label_count ? text->room.left + p->labels[i + 1].x : text->left;
        if (end > limit + 0.01)
            setter_fail(text->setter, &text->block->origin,
                        "the label \"%s\" runs into what stands right of it",
                        runs_text(text->setter, &p->labels[i].runs));
    }
}

/* Two lines at least stay together at the foot and at the head of a page, and no
 * word is divided between pages. */
static bool stays(const struct text *text, const struct line_list *lines, size_t line)
{
    const struct line *this = &lines->items[line];
    if (line + 1 == lines->count)
        return text->style->keep_next;
    bool divided = this->end > this->first && text->words.items[this->end - 1].kind == WORD_HYPHEN;
    return text->style->keep_lines || divided || line == 0 || line + 2 == lines->count;
}

struct line_list break_text(struct text *text)
{
    static const double loose = 0.7; /* a space grows by so much of itself */
    struct setter *setter = text->setter;
    struct line_list lines = lines_of(setter, &text->words, text->measure);
    if (lines.loosest < loose || !text->style->hyphenate)
        return lines;
    struct words divided = words_divided(setter, &text->words);
    struct line_list others = lines_of(setter, &divided, text->measure);
    if (others.cost >= lines.cost)
        return lines;
    text->words = divided;
    return others;
}

static void mark_line(const struct text *text, struct slab *slab)
{
    const struct style *style = text->style;
    inks_mark(&slab->inks,
              (struct mark){text->left, 0, text->measure.width, style->leading,
                            baseline_of(text->setter, style), style->name, &text->block->origin});
}

/* Text that stands in nothing but a section is a paragraph, whatever it looks like. */
static enum role role_of(const struct text *text)
{
    const enum role role = text->block->paragraph.role;
    const enum role around = text->setter->pages->elements[text->room.element].role;
    return role == ROLE_NONE && (around == ROLE_SECTION || around == ROLE_NONE) ? ROLE_P : role;
}

static void put_lines(struct text *text, struct flow *flow)
{
    struct setter *setter = text->setter;
    const struct paragraph *p = &text->block->paragraph;
    const struct line_list lines = break_text(text);
    text->line_count = lines.count;
    text->element = setter_element(setter, role_of(text), text->room.element, NULL);
    if (p->role == ROLE_ENTRY) /* holds no link itself (ISO 32000-1, 14.8.4.3) */
        text->element = setter_element(setter, ROLE_P, text->element, NULL);
    flow->pending += text->style->before;
    for (size_t i = 0; i < lines.count; i++) {
        struct slab *slab = flow_add(setter, flow, text->style->leading);
        slab->origin = &text->block->origin;
        slab->keep_next = stays(text, &lines, i);
        slab->opening = opening_of(text, &lines.items[i]);
        if (i == 0) {
            slab->room = p->room;
            put_labels(text, slab);
        }
        put_when_known(text, &lines, i, slab);
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

static void restyle(struct text *text, const struct style *style)
{
    const struct runs runs = restyled(text->setter, &text->block->paragraph, style);
    text->style = style;
    text->runs = runs;
    text->words = words_of(text->setter, &runs, text_room(text));
}

/* The first style in which one line is enough, or else two. */
static void choose_style(struct text *text)
{
    const struct paragraph *p = &text->block->paragraph;
    double room = text->measure.width - text->measure.indent;
    for (size_t i = 0; i < p->fallback_count; i++) {
        if (words_width(&text->words, 0, text->words.count) <= room)
            return;
        restyle(text, p->fallbacks[i]);
    }
    for (size_t i = 0; i < p->beyond_count; i++) {
        if (lines_of(text->setter, &text->words, text->measure).count <= 2)
            return;
        restyle(text, p->beyond[i]);
    }
}

/* Of the tail and the dotted line before it. */
static double tail_room(struct setter *setter, const struct paragraph *p)
{
    if (p->tail.count == 0)
        return 0;
    const struct words words = words_of(setter, &p->tail, 0);
    return words_width(&words, 0, words.count) + p->style->leading;
}

void set_paragraph(struct setter *setter, const struct block *block, struct room room,
                   struct flow *flow)
{
    const struct paragraph *p = &block->paragraph;
    struct text text = {
        .setter = setter, .block = block, .style = p->style, .room = room, .runs = p->runs};
    text.left = room.left + p->style->left + p->left;
    text.measure = (struct measure){
        .width = room.left + room.width - p->style->right - text.left - tail_room(setter, p),
        .indent = p->style->indent,
        .align = p->style->align,
    };
    if (text_room(&text) <= p->style->size) {
        setter_fail(setter, &block->origin, "there is no room left for text in %.1f mm",
                    room.width / 72 * 25.4);
        return;
    }
    text.words = words_of(setter, &p->runs, text_room(&text));
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
        double wide = set_label(setter, &item->label, label, slab, room.left);
        if (wide > list->indent)
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
