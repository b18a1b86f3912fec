#include "rapor/typeset/typeset.h"

#include "keep.h"
#include "lead.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"

static void set_section(struct setter *setter, const struct section *section)
{
    const struct master *master = &section->master;
    struct flow flow = {0};
    const struct room room = {
        .width = master->width - master->left - master->right,
        .element = setter_element(setter, ROLE_SECTION, DOCUMENT_ELEMENT, NULL),
    };
    setter->open = (struct open_chart){0};
    setter->ink.count = 0;
    setter->catches = section->catchword != NULL;
    set_blocks(setter, &section->blocks, room, &flow);
    if (!setter->error)
        set_open_chart(setter, &flow, master->height - master->top - master->bottom);
    if (!setter->error)
        build_pages(setter, section, &flow);
}

/* The last guard: text that would leave the page is cut off unseen by painters. */
static void check_page(struct setter *setter, size_t number)
{
    const struct page *page = &setter->pages->items[number];
    for (size_t i = 0; i < page->inks.count && !setter->error; i++) {
        const struct ink *ink = &page->inks.items[i];
        if (ink->kind == INK_TEXT &&
            (ink->x < 0 || ink->y < 0 || ink->x + ink->text->width > page->width + 0.5 ||
             ink->y > page->height))
            fail(&setter->error, FAILURE_DATA, "%s: page %zu: \"%s\" stands outside the page",
                 setter->pages->doc->name, number + 1, ink->text->words);
    }
}

static void set_pages(struct setter *setter)
{
    const struct doc *doc = setter->pages->doc;
    size_t *starts = ARENA_ARRAY(setter->arena, doc->section_count + 1, size_t);
    for (size_t i = 0; i < doc->section_count && !setter->error; i++) {
        set_section(setter, &doc->sections[i]);
        starts[i + 1] = setter->pages->count;
    }
    if (setter->error || leads_outgrown(setter))
        return;
    find_places(setter);
    fill_late(setter);
    add_links(setter);
    setter->page_count = (unsigned)setter->pages->count;
    for (size_t i = 0; i < doc->section_count && !setter->error; i++)
        build_heads(setter, &doc->sections[i], starts[i], starts[i + 1]);
    for (size_t i = 0; i < setter->pages->count && !setter->error; i++) {
        gather_signatures(setter->pages, i);
        check_page(setter, i);
    }
}

static void begin(struct setter *setter, const struct doc *doc, unsigned digits)
{
    struct pages *pages = ARENA_NEW(doc->arena, struct pages);
    *pages = (struct pages){.arena = doc->arena, .doc = doc};
    pages->elements =
        arena_grow(doc->arena, NULL, 0, &pages->element_room, sizeof *pages->elements);
    pages->elements[DECORATION] = (struct element){.role = ROLE_DECORATION};
    pages->elements[DOCUMENT_ELEMENT] = (struct element){.role = ROLE_NONE};
    pages->element_count = 2;
    setter->pages = pages;
    setter->leads = leads_create(doc, digits);
    setter->kept = kept_of(setter);
    setter->manner = manner_of(setter, doc);
    setter->ink = setter->kept->ink;
    setter->ink.arena = setter->arena;
}

/* Begins anew in the rare case that there are more pages than their numbers were
 * given room for. */
static struct pages *set_doc(const struct doc *doc, struct fonts *fonts, bool marked,
                             GError **error)
{
    struct setter setter = {
        .fonts = fonts, .arena = doc->arena, .scratch = arena_create(), .marked = marked};
    unsigned digits = 2;
    do {
        begin(&setter, doc, digits++);
        set_pages(&setter);
    } while (!setter.error && leads_outgrown(&setter));
    arena_destroy(setter.scratch);
    if (!setter.error)
        return setter.pages;
    g_propagate_error(error, setter.error);
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
