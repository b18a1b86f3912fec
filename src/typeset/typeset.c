#include "rapor/typeset/typeset.h"

#include "block.h"
#include "keep.h"
#include "references.h"
#include "table/batch.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"

static void set_section(struct typesetter *typesetter, const struct section *section)
{
    const struct master *master = &section->master;
    struct flow flow = {0};
    const struct text_column column = {
        .width = master->width - master->left - master->right,
        .element = typesetter_element(typesetter, ROLE_SECTION, DOCUMENT_ELEMENT, NULL),
    };
    note_told(typesetter, &master->first, column.element);
    typesetter->open = (struct open_chart){0};
    typesetter->ink.count = 0;
    typesetter->catches = section->catchword != NULL;
    struct row_batches batches = {.builder = pages_begin(typesetter, section, &flow)};
    typesetter->batches = &batches;
    set_blocks(typesetter, &section->blocks, column, &flow);
    typesetter->batches = NULL;
    if (!typesetter->error)
        set_open_chart(typesetter, &flow, master->height - master->top - master->bottom);
    if (!typesetter->error)
        pages_end(batches.builder);
    batches_free(&batches);
}

/* The last guard: text that would leave the page is cut off unseen by painters. */
static void check_page(struct typesetter *typesetter, size_t number)
{
    const struct page *page = &typesetter->pages->items[number];
    for (size_t i = 0; i < page->inks.count && !typesetter->error; i++) {
        const struct ink *ink = &page->inks.items[i];
        if (ink->kind == INK_TEXT &&
            (ink->x < 0 || ink->y < 0 || ink->x + ink->text->width > page->width + 0.5 ||
             ink->y > page->height))
            fail(&typesetter->error, FAILURE_DATA, "%s: page %zu: \"%s\" stands outside the page",
                 typesetter->pages->doc->name, number + 1, ink->text->words);
    }
}

static void set_pages(struct typesetter *typesetter)
{
    const struct doc *doc = typesetter->pages->doc;
    size_t *starts = ARENA_ARRAY(typesetter->arena, doc->section_count + 1, size_t);
    for (size_t i = 0; i < doc->section_count && !typesetter->error; i++) {
        set_section(typesetter, &doc->sections[i]);
        starts[i + 1] = typesetter->pages->count;
    }
    if (typesetter->error || references_outgrown(typesetter))
        return;
    find_places(typesetter);
    fill_forward(typesetter);
    add_links(typesetter);
    typesetter->page_count = (unsigned)typesetter->pages->count;
    for (size_t i = 0; i < doc->section_count && !typesetter->error; i++)
        build_heads(typesetter, &doc->sections[i], starts[i], starts[i + 1]);
    for (size_t i = 0; i < typesetter->pages->count && !typesetter->error; i++) {
        gather_signatures(typesetter->pages, i);
        check_page(typesetter, i);
    }
}

static void begin(struct typesetter *typesetter, const struct doc *doc, unsigned digits)
{
    struct pages *pages = ARENA_NEW(doc->arena, struct pages);
    *pages = (struct pages){.arena = doc->arena, .doc = doc};
    pages->elements =
        arena_grow(doc->arena, NULL, 0, &pages->element_room, sizeof *pages->elements);
    pages->elements[DECORATION] = (struct element){.role = ROLE_DECORATION};
    pages->elements[SIGNED_ONLY] = (struct element){.role = ROLE_DECORATION};
    pages->elements[DOCUMENT_ELEMENT] = (struct element){.role = ROLE_NONE};
    pages->element_count = 3;
    typesetter->pages = pages;
    typesetter->told_count = typesetter->told_room = 0;
    typesetter->told = NULL;
    typesetter->references = references_create(doc, digits);
    typesetter->kept = kept_of(typesetter);
    typesetter->manner = manner_of(typesetter, doc);
    typesetter->ink = typesetter->kept->ink;
    typesetter->ink.arena = typesetter->arena;
}

/* Begins anew in the rare case that there are more pages than their numbers were
 * given room for. */
static struct pages *set_doc(const struct doc *doc, struct fonts *fonts, bool marked,
                             GError **error)
{
    struct typesetter typesetter = {
        .fonts = fonts, .arena = doc->arena, .scratch = arena_create(), .marked = marked};
    unsigned digits = 2;
    do {
        begin(&typesetter, doc, digits++);
        set_pages(&typesetter);
    } while (!typesetter.error && references_outgrown(&typesetter));
    arena_destroy(typesetter.scratch);
    if (!typesetter.error)
        return typesetter.pages;
    g_propagate_error(error, typesetter.error);
    return NULL;
}

struct pages *typeset(const struct doc *doc, struct fonts *fonts, GError **error)
{
    return set_doc(doc, fonts, false, error);
}

struct pages *typeset_marked(const struct doc *doc, struct fonts *fonts, GError **error)
{
    struct pages *pages = set_doc(doc, fonts, true, error);
    if (pages)
        draw_marks(pages, fonts);
    return pages;
}
