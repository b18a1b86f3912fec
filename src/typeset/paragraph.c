/* Paragraphs and lists: one strip for each line. */
#include "block.h"
#include "references.h"
#include "text.h"

#include "rapor/base/arena.h"

#include <math.h>

/* Puts the one line of RUNS at x, as the next ink; returns its width. */
static double set_label(struct typesetter *typesetter, const struct runs *runs, uint32_t element,
                        double x)
{
    if (runs->count == 0)
        return 0;
    const struct script script = {typesetter, runs};
    struct shaped_text *shaped_text = shaped_text_of(typesetter, runs);
    put_text_line(&script, shaped_text_line(&script, shaped_text),
                  (struct line_spot){x, runs->items[0].style, element});
    return shaped_text->width;
}

static const char *runs_text(struct typesetter *typesetter, const struct runs *runs)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < runs->count; i++)
        if (runs->items[i].kind == RUN_TEXT)
            g_string_append(text, runs->items[i].text);
    return arena_strdup(typesetter->scratch, text->str);
}

/* The words that a catchword repeats: the label; the first word; both. */
static const char *opening_of(const struct set_text *text, size_t line)
{
    struct typesetter *typesetter = text->typesetter;
    const struct paragraph *p = &text->block->paragraph;
    const char *word = text->broken_text.text_lines[line].opening;
    if (line > 0 || p->label_count == 0 || !typesetter->catches)
        return word;
    const char *label = runs_text(typesetter, &p->labels[0].runs);
    return p->label_count > 1 ? label : arena_printf(typesetter->scratch, "%s %s", label, word);
}

static void put_labels(const struct set_text *text)
{
    const struct paragraph *p = &text->block->paragraph;
    for (size_t i = 0; i < p->label_count; i++) {
        double x = text->column.left + p->labels[i].x;
        double end = x + set_label(text->typesetter, &p->labels[i].runs, text->element, x);
        double limit = i + 1 < p->label_count ? text->column.left + p->labels[i + 1].x : text->left;
        if (end <= limit + 0.01)
            continue;
        const char *words = runs_text(text->typesetter, &p->labels[i].runs);
        typesetter_fail(text->typesetter, &text->block->origin,
                        "the label \"%s\" runs into what stands right of it", words);
        typesetter_blame(text->typesetter, words, fmax(limit - x, 0) / (end - x));
    }
}

/* Two lines at least stay together at the foot and at the head of a page, and no
 * word is divided between pages. */
static bool stays(const struct set_text *text, size_t line)
{
    const struct broken_text *broken_text = &text->broken_text;
    if (line + 1 == broken_text->count)
        return text->style->keep_next;
    return text->style->keep_lines || broken_text->text_lines[line].divided || line == 0 ||
           line + 2 == broken_text->count;
}

static void mark_line(const struct set_text *text, struct strip *strip)
{
    const struct style *style = text->style;
    strip_mark(text->typesetter, strip,
               (struct mark){text->left, 0, text->measure.width, style->leading,
                             look_of(text->typesetter, style)->baseline, style->name,
                             &text->block->origin});
}

/* Text that stands in nothing but a section is a paragraph, whatever it looks like. */
static enum role role_of(const struct set_text *text)
{
    const enum role role = text->block->paragraph.role;
    const enum role around = text->typesetter->pages->elements[text->column.element].role;
    return role == ROLE_NONE && (around == ROLE_SECTION || around == ROLE_NONE) ? ROLE_P : role;
}

/* The same runs in a smaller style; runs in a style of their own keep it. */
static struct runs restyled(struct typesetter *typesetter, const struct paragraph *p,
                            const struct style *style)
{
    struct runs runs = p->runs;
    runs.items = ARENA_ARRAY(typesetter->scratch, runs.count, struct run);
    for (size_t i = 0; i < runs.count; i++) {
        runs.items[i] = p->runs.items[i];
        if (runs.items[i].style == p->style)
            runs.items[i].style = style;
    }
    return runs;
}

static void wear(struct set_text *text, const struct style *style)
{
    text->style = style;
    text->measure.align = style->align;
    text->measure.optical = style->optical;
    text->measure.divides = style->hyphenate != NULL;
}

/* The first style in which one line is enough, or else two. */
static struct shaped_text *choose_style(struct set_text *text)
{
    struct typesetter *typesetter = text->typesetter;
    const struct paragraph *p = &text->block->paragraph;
    struct shaped_text *shaped_text = shaped_text_of(typesetter, &text->runs);
    double room = text->measure.width - text->measure.indent;
    for (size_t i = 0; i < p->fallback_count + p->beyond_count; i++) {
        const struct script script = {typesetter, &text->runs};
        bool beyond = i >= p->fallback_count;
        if (beyond ? break_text(&script, shaped_text, &text->measure).plain_count <= 2
                   : shaped_text->width <= room)
            break;
        wear(text, beyond ? p->beyond[i - p->fallback_count] : p->fallbacks[i]);
        text->runs = restyled(typesetter, p, text->style);
        shaped_text = shaped_text_of(typesetter, &text->runs);
    }
    return shaped_text;
}

static void put_lines(struct set_text *text, struct flow *flow)
{
    struct typesetter *typesetter = text->typesetter;
    const struct paragraph *p = &text->block->paragraph;
    struct shaped_text *shaped_text = choose_style(text);
    text->broken_text =
        break_text(&(struct script){typesetter, &text->runs}, shaped_text, &text->measure);
    text->element = typesetter_element(typesetter, role_of(text), text->column.element, NULL);
    if (p->role == ROLE_ENTRY) /* holds no link itself (ISO 32000-1, 14.8.4.3) */
        text->element = typesetter_element(typesetter, ROLE_P, text->element, NULL);
    flow->pending += text->style->before;
    for (size_t i = 0; i < text->broken_text.count; i++) {
        struct strip *strip = flow_add(typesetter, flow, text->style->leading);
        strip->origin = &text->block->origin;
        strip->keep_next = stays(text, i);
        strip->opening = opening_of(text, i);
        if (i == 0) {
            strip->room = p->room;
            put_labels(text);
        }
        put_when_known(text, i);
        strip_end(typesetter, strip);
        if (typesetter->marked)
            mark_line(text, strip);
    }
    flow->pending += text->style->after;
}

/* Of the tail and the dotted line before it. */
static double tail_room(struct typesetter *typesetter, const struct paragraph *p)
{
    return p->tail.count == 0 ? 0 : shaped_text_of(typesetter, &p->tail)->width + p->style->leading;
}

void set_paragraph(struct typesetter *typesetter, const struct block *block,
                   struct text_column column, struct flow *flow)
{
    const struct paragraph *p = &block->paragraph;
    struct set_text text = {
        .typesetter = typesetter, .block = block, .column = column, .runs = p->runs};
    text.left = column.left + p->style->left + p->left;
    text.measure = (struct measure){
        .width =
            column.left + column.width - p->style->right - text.left - tail_room(typesetter, p),
        .indent = p->style->indent,
        .even = p->role == ROLE_H1 || p->role == ROLE_H2 || p->role == ROLE_H3,
    };
    wear(&text, p->style);
    if (text.measure.width - fmax(text.measure.indent, 0) <= p->style->size) {
        typesetter_fail(typesetter, &block->origin, "there is no room left for text in %.1f mm",
                        column.width / 72 * 25.4);
        return;
    }
    put_lines(&text, flow);
}

/* The label belongs to the first strip of the item, and is read first. */
static void set_item(struct typesetter *typesetter, const struct block *block,
                     const struct item *item, struct text_column column, struct flow *flow)
{
    const double indent = block->list.indent;
    uint32_t label = typesetter_element(typesetter, ROLE_LABEL, column.element, NULL);
    const struct text_column body = {
        column.left + indent, column.width - indent,
        typesetter_element(typesetter, ROLE_BODY, column.element, NULL)};
    size_t first = flow->count, ink = typesetter->ink.count;
    double wide = set_label(typesetter, &item->label, label, column.left);
    set_blocks(typesetter, &item->blocks, body, flow);
    if (flow->count == first || typesetter->error) {
        typesetter->ink.count = ink;
        return;
    }
    struct strip *strip = &flow->items[first];
    strip->count += strip->first - ink;
    strip->first = ink;
    if (wide > indent)
        typesetter_fail(typesetter, &block->origin,
                        "the label \"%s\" is wider than the list's indent",
                        runs_text(typesetter, &item->label));
    if (typesetter->catches)
        strip->opening =
            arena_printf(typesetter->scratch, "%s %s", runs_text(typesetter, &item->label),
                         strip->opening ? strip->opening : "");
}

void set_list(struct typesetter *typesetter, const struct block *block, struct text_column column,
              struct flow *flow)
{
    uint32_t element = typesetter_element(typesetter, ROLE_LIST, column.element, NULL);
    for (size_t i = 0; i < block->list.count; i++) {
        struct text_column own = column;
        own.element = typesetter_element(typesetter, ROLE_ITEM, element, NULL);
        set_item(typesetter, block, &block->list.items[i], own, flow);
    }
}
