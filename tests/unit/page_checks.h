/* page_checks.h - what must hold for the pages of any document: nothing is lost,
 * nothing stands over other text or outside, no river runs through the lines. */
#ifndef TEST_PAGE_CHECKS_H
#define TEST_PAGE_CHECKS_H

#include "doc_words.h"
#include "rapor/type/pages.h"

#include <math.h>
#include <pango/pango.h>
#include <string.h>

#define SPACE_MOST 6.0 /* normal ones */

/* What is wrong, a line each. */
struct unplaced {
    GString *text;
    const char *document;
};

static inline void diagnose(struct unplaced *unplaced, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static inline void diagnose(struct unplaced *unplaced, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_string_append_printf(unplaced->text, "%s: ", unplaced->document);
    g_string_append_vprintf(unplaced->text, format, args);
    g_string_append_c(unplaced->text, '\n');
    va_end(args);
}

struct frame {
    double left, top, right, bottom;
};

/* The letters themselves, without the room around them. */
static inline struct frame letters_frame(const struct ink *ink)
{
    struct frame frame = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    double x = ink->x;
    for (size_t i = 0; i < ink->text->count; i++) {
        const struct glyph *glyph = &ink->text->glyphs[i];
        PangoRectangle box;
        pango_font_get_glyph_extents(ink->text->font, glyph->id, &box, NULL);
        double left = x + glyph->dx + pango_units_to_double(box.x);
        double top = ink->y + glyph->dy + pango_units_to_double(box.y);
        x += glyph->advance;
        if (box.width == 0)
            continue;
        frame.left = fmin(frame.left, left);
        frame.top = fmin(frame.top, top);
        frame.right = fmax(frame.right, left + pango_units_to_double(box.width));
        frame.bottom = fmax(frame.bottom, top + pango_units_to_double(box.height));
    }
    return frame;
}

static inline void check_spaces(const struct ink *ink, struct unplaced *unplaced)
{
    const char *at = ink->text->words;
    for (size_t i = 0; i < ink->text->count; at += ink->text->glyphs[i++].bytes) {
        const struct glyph *glyph = &ink->text->glyphs[i];
        PangoRectangle box;
        if (glyph->bytes == 0 || *at != ' ')
            continue;
        pango_font_get_glyph_extents(ink->text->font, glyph->id, NULL, &box);
        double normal = pango_units_to_double(box.width);
        if (glyph->advance > SPACE_MOST * normal + 1)
            diagnose(unplaced, "a space of %.1f normal ones: %s", glyph->advance / normal,
                     ink->text->words);
    }
}

/* Letters may touch, as those of close lines do, but not stand over one another. */
static inline bool cross(const struct frame *a, const struct frame *b)
{
    static const double touch = 0.8;
    return a->left + touch < b->right && b->left + touch < a->right && a->top + touch < b->bottom &&
           b->top + touch < a->bottom;
}

static inline void check_frames(const struct page *page, struct unplaced *unplaced)
{
    g_autofree struct frame *frames = g_new(struct frame, page->inks.count + 1);
    for (size_t i = 0; i < page->inks.count; i++) {
        const struct ink *ink = &page->inks.items[i];
        frames[i] = (struct frame){0, 0, -1, -1};
        if (ink->kind != INK_TEXT || ink->text->count == 0)
            continue;
        frames[i] = letters_frame(ink);
        check_spaces(ink, unplaced);
        if (frames[i].left < -0.01 || frames[i].top < -0.01 ||
            frames[i].right > page->width + 0.01 || frames[i].bottom > page->height + 0.01)
            diagnose(unplaced, "outside the page: %s", ink->text->words);
        for (size_t k = 0; k < i; k++)
            if (cross(&frames[i], &frames[k]))
                diagnose(unplaced, "\"%s\" over \"%s\"", ink->text->words,
                         page->inks.items[k].text->words);
    }
}

/* Without spaces and hyphens of lines: what may differ between text and page. */
static inline void add_deflated(GString *out, const char *text)
{
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (!g_unichar_isspace(c) && c != 0xAD && c != 0x200B)
            g_string_append_unichar(out, c);
    }
}

/* The same, with a space where one or more were, and at the end. */
static inline void add_spaced(GString *out, const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " ", -1);
    for (char **word = words; *word; word++) {
        add_deflated(out, *word);
        g_string_append_c(out, ' ');
    }
}

/* True for ink that the words of the blocks do not say in their order. */
static inline bool stands_aside(const struct pages *pages, uint32_t element)
{
    for (; element != DECORATION; element = pages->elements[element].parent) {
        if (pages->elements[element].role == ROLE_FIGURE)
            return true;
        if (element == DOCUMENT_ELEMENT)
            return false;
    }
    return true;
}

/* The text of all pages: in order, a space between words and pieces, and what stands in
 * figures or decorates. */
struct said {
    GString *running, *aside;
};

static inline struct said said_of(const struct pages *pages)
{
    struct said said = {g_string_new(NULL), g_string_new(NULL)};
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->items[p].inks.count; i++) {
            const struct ink *ink = &pages->items[p].inks.items[i];
            if (ink->kind != INK_TEXT)
                continue;
            if (stands_aside(pages, ink->element))
                add_deflated(said.aside, ink->text->words);
            else
                add_spaced(said.running, ink->text->words);
        }
    return said;
}

/* Returns what stands behind the numbers that TEXT begins with: "3", "3, 5, 8". */
static inline const char *past_numbers(const char *text)
{
    text += strspn(text, "0123456789");
    while (g_str_has_prefix(text, ", ") && g_ascii_isdigit(text[2]))
        text += 2 + strspn(text + 2, "0123456789");
    return text;
}

/* Where TEXT goes on behind WANTED, in which "#" is numbers of pages; NULL where it
 * says else. */
static inline const char *follow(const char *text, const char *wanted)
{
    for (; *wanted; wanted++) {
        text += strspn(text, " ");
        if (*wanted == '#' && g_ascii_isdigit(*text)) {
            text = past_numbers(text);
            continue;
        }
        if (*text++ != *wanted)
            return NULL;
    }
    return text + strspn(text, " ");
}

static inline bool said_aside(const char *line, const struct said *said)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    for (char **word = words; *word; word++) {
        g_autoptr(GString) deflated = g_string_new(NULL);
        add_deflated(deflated, *word);
        if (!strstr(said->aside->str, deflated->str))
            return false;
    }
    return true;
}

/* Those boxes of a head that are read, where no head before has them; to be freed. */
static inline struct blocks told_first(const struct blocks *head, GPtrArray *told)
{
    struct blocks first = {g_new(struct block, head->count), 0, head->count};
    for (size_t i = 0; i < head->count; i++) {
        const struct block *block = &head->items[i];
        g_autofree char *place = g_strdup_printf("%s:%d", block->origin.file, block->origin.line);
        if (block->kind != BLOCK_BOX || !block->box.once ||
            g_ptr_array_find_with_equal_func(told, place, g_str_equal, NULL))
            continue;
        g_ptr_array_add(told, g_steal_pointer(&place));
        first.items[first.count++] = *block;
    }
    return first;
}

/* The words of all blocks, and what heads say once; all else in heads is checked where it
 * stands aside. */
static inline char *block_words(const struct doc *doc)
{
    struct doc bare = *doc;
    g_autofree struct section *sections = g_new(struct section, doc->section_count);
    g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < doc->section_count; i++) {
        sections[i] = doc->sections[i];
        sections[i].master.head = (struct blocks){0};
        sections[i].master.first = told_first(&doc->sections[i].master.first, told);
    }
    bare.sections = sections;
    char *words = g_strdup(doc_words(&bare));
    for (size_t i = 0; i < doc->section_count; i++)
        g_free(sections[i].master.first.items);
    return words;
}

/* The same letters, in whatever order: rows cut at a page's end are read in parts.  What
 * stands aside as well, such as the head of a table, may be SAID or not; where there are
 * numbers of pages, SAID may have more digits and commas. */
static inline bool same_letters(const char *wanted, const char *aside, const char *said)
{
    ptrdiff_t more[256] = {0}, most[256] = {0};
    bool numbered = strchr(wanted, '#') != NULL;
    for (; *said; said++)
        more[(unsigned char)*said]++;
    for (; *wanted; wanted++)
        more[(unsigned char)*wanted]--;
    for (; *aside; aside++)
        most[(unsigned char)*aside]++;
    more[' '] = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(more); i++) {
        bool told = numbered && i < 128 && strchr("#,0123456789", (int)i);
        if (told ? i != '#' && more[i] < 0 : more[i] < 0 || more[i] > most[i])
            return false;
    }
    return true;
}

static inline void check_words(const struct pages *pages, struct unplaced *unplaced)
{
    struct said said = said_of(pages);
    g_autofree char *words = block_words(pages->doc);
    g_auto(GStrv) lines = g_strsplit(words, "\n", -1);
    g_autoptr(GString) whole = g_string_new(NULL), aside = g_string_new(NULL);
    const char *at = said.running->str, *lost = NULL;
    for (char **line = lines; *line; line++) {
        g_autoptr(GString) deflated = g_string_new(NULL);
        add_deflated(deflated, *line);
        const char *next = at ? follow(at, deflated->str) : NULL;
        if (!next && said_aside(*line, &said)) {
            g_string_append(aside, deflated->str);
            continue;
        }
        g_string_append(whole, deflated->str);
        if (at && !next)
            lost = *line;
        at = next;
    }
    if (!at && !same_letters(whole->str, aside->str, said.running->str))
        diagnose(unplaced, "not on the pages, or not in order: %s", lost);
    else if (at && *at)
        diagnose(unplaced, "on the pages, but not in the document: %.80s", at);
    g_string_free(said.running, TRUE);
    g_string_free(said.aside, TRUE);
}

static inline void check_pages(const struct pages *pages, struct unplaced *unplaced)
{
    for (size_t p = 0; p < pages->count; p++)
        check_frames(&pages->items[p], unplaced);
    check_words(pages, unplaced);
}

#endif
