/* Where on the pages the document's anchors came to stand. */
#include "references.h"
#include "text.h"

#include "rapor/base/arena.h"

#include <math.h>

/* Where an element has its first ink. */
struct anchor_place {
    bool found;
    size_t page;
    double y;
};

struct references *references_create(const struct doc *doc, unsigned digits)
{
    struct references *references = ARENA_NEW(doc->arena, struct references);
    references->spans = ARENA_ARRAY(doc->arena, doc->anchor_count, struct anchor_span);
    references->target_count = references->target_room = MAX(doc->target_count, 1);
    references->targets = ARENA_ARRAY(doc->arena, references->target_count, struct reference);
    references->digits = digits;
    return references;
}

bool references_outgrown(const struct typesetter *typesetter)
{
    size_t most = 1;
    for (unsigned i = 0; i < typesetter->references->digits; i++)
        most *= 10;
    return typesetter->references->forward_count > 0 && typesetter->pages->count >= most;
}

void typesetter_anchor(struct typesetter *typesetter, const struct anchor *anchor, size_t first)
{
    size_t end = typesetter->pages->element_count;
    if (anchor && end > first)
        typesetter->references->spans[anchor->number] =
            (struct anchor_span){.first = (uint32_t)first, .end = (uint32_t)end};
}

static uint32_t owner(const struct typesetter *typesetter, const struct ink *ink)
{
    return ink->element & FORWARD
               ? typesetter->references->forwards[ink->element & ~FORWARD].text->element
               : ink->element;
}

static void meet(struct anchor_place *place, size_t page, double y)
{
    if (!place->found)
        *place = (struct anchor_place){true, page, y};
    else if (place->page == page)
        place->y = fmin(place->y, y);
}

static void look_at_page(struct typesetter *typesetter, size_t number, struct anchor_place *places)
{
    const struct inks *inks = &typesetter->pages->items[number].inks;
    double *top = &typesetter->references->tops[number];
    *top = HUGE_VAL;
    for (size_t i = 0; i < inks->count; i++) {
        uint32_t element = owner(typesetter, &inks->items[i]);
        if (element == DECORATION)
            continue;
        meet(&places[element], number, inks->items[i].y);
        *top = fmin(*top, inks->items[i].y);
    }
}

/* The first of the elements that has ink. */
static void place_span(struct anchor_span *span, const struct anchor_place *places)
{
    for (uint32_t e = span->first; e < span->end; e++) {
        const struct anchor_place *one = &places[e];
        if (!one->found || (span->found && one->page > span->page))
            continue;
        bool same = span->found && one->page == span->page;
        span->y = same ? fmin(span->y, one->y) : one->y;
        span->page = one->page;
        span->found = true;
    }
}

/* Marks the elements of paragraphs that tell pages. */
static const bool *telling_elements(const struct typesetter *typesetter)
{
    bool *telling = ARENA_ARRAY(typesetter->scratch, typesetter->pages->element_count, bool);
    for (size_t i = 0; i < typesetter->references->forward_count; i++)
        telling[typesetter->references->forwards[i].text->element] = true;
    return telling;
}

/* Contents and index tell of pages, but say nothing of what stands there: what leads
 * on from them does not count. */
static void note_visits(struct typesetter *typesetter, const struct anchor_place *places)
{
    const struct doc *doc = typesetter->pages->doc;
    const struct references *references = typesetter->references;
    const bool *telling = telling_elements(typesetter);
    size_t pages = typesetter->pages->count;
    for (size_t i = 0; i < doc->anchor_count; i++)
        if (references->spans[i].found)
            references->visits[i * pages + references->spans[i].page] = true;
    for (size_t i = 1; i < doc->target_count; i++) {
        uint32_t element = references->targets[i].element;
        const struct anchor_place *place = &places[element];
        if (doc->targets[i]->anchor && place->found &&
            !telling[typesetter->pages->elements[element].parent])
            references->visits[doc->targets[i]->anchor->number * pages + place->page] = true;
    }
}

void find_places(struct typesetter *typesetter)
{
    const struct doc *doc = typesetter->pages->doc;
    struct references *references = typesetter->references;
    references->placed = true;
    if (doc->anchor_count == 0)
        return;
    struct anchor_place *places =
        ARENA_ARRAY(typesetter->scratch, typesetter->pages->element_count, struct anchor_place);
    references->tops = ARENA_ARRAY(typesetter->scratch, typesetter->pages->count, double);
    references->visits =
        ARENA_ARRAY(typesetter->scratch, typesetter->pages->count * doc->anchor_count, bool);
    for (size_t p = 0; p < typesetter->pages->count; p++)
        look_at_page(typesetter, p, places);
    for (size_t i = 0; i < doc->anchor_count; i++)
        place_span(&references->spans[i], places);
    note_visits(typesetter, places);
}

/* The chapter that a page begins in, or else the first that begins on it. */
static const char *chapter_words(struct typesetter *typesetter, const struct run *run)
{
    const struct doc *doc = typesetter->pages->doc;
    if (typesetter->page == 0)
        typesetter_fail(typesetter, &run->origin, "a chapter can stand only in a page's <head>");
    const char *words = "";
    size_t page = typesetter->page - 1;
    for (size_t i = 0; i < doc->heading_count && typesetter->page > 0; i++) {
        const struct heading *heading = doc->headings[i];
        const struct anchor_span *span = &typesetter->references->spans[heading->anchor->number];
        if (heading->level > 1 || !heading->listed || !span->found || span->page > page)
            continue;
        bool begins = span->page < page || span->y <= typesetter->references->tops[page];
        if (begins || !*words)
            words = heading->text;
    }
    return words;
}

static const char *guess_words(struct typesetter *typesetter, size_t count)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (size_t i = 0; i < count; i++) {
        g_string_append(words, i > 0 ? ", " : "");
        for (unsigned digit = 0; digit < typesetter->references->digits; digit++)
            g_string_append_c(words, '8');
    }
    return arena_strdup(typesetter->arena, words->str);
}

static const char *page_words(struct typesetter *typesetter, const struct run *run)
{
    const struct anchor_span *span = &typesetter->references->spans[run->anchor->number];
    if (!typesetter->references->placed)
        return guess_words(typesetter, 1);
    if (!span->found)
        typesetter_fail(typesetter, &run->origin, "what is to be told the page of stands on none");
    return arena_printf(typesetter->arena, "%zu", span->page + 1);
}

static const char *pages_words(struct typesetter *typesetter, const struct run *run)
{
    const struct references *references = typesetter->references;
    size_t pages = typesetter->pages->count;
    if (!references->placed)
        return guess_words(typesetter, run->anchor->uses + 1);
    g_autoptr(GString) words = g_string_new(NULL);
    for (size_t p = 0; p < pages; p++)
        if (references->visits[run->anchor->number * pages + p])
            g_string_append_printf(words, "%s%zu", words->len > 0 ? ", " : "", p + 1);
    return arena_strdup(typesetter->arena, words->str);
}

const char *reference_words(struct typesetter *typesetter, const struct run *run)
{
    if (run->kind == RUN_CHAPTER)
        return chapter_words(typesetter, run);
    if (run->kind == RUN_PAGE_OF)
        return page_words(typesetter, run);
    return run->kind == RUN_PAGES_OF ? pages_words(typesetter, run) : run->anchor->label;
}
