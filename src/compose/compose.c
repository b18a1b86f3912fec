#include "blocks.h"
#include "places.h"
#include "turn.h"
#include "values.h"
#include "walk.h"

#include "rapor/base/digest.h"
#include "rapor/base/numeral.h"

/* Sections as they come. */
struct sectioning {
    struct section *items;
    size_t count, room;
};

static struct master make_master(const struct node *page)
{
    const struct value *values = page->values;
    bool turned = values[PAGE_ORIENTATION].count > 0;
    double width = values[PAGE_SIZE].pair.first, height = values[PAGE_SIZE].pair.second;
    return (struct master){
        .width = turned ? height : width,
        .height = turned ? width : height,
        .top = values[PAGE_TOP].length,
        .bottom = values[PAGE_BOTTOM].length,
        .left = values[PAGE_LEFT].length,
        .right = values[PAGE_RIGHT].length,
        .first_top = values[values[PAGE_FIRST_TOP].given ? PAGE_FIRST_TOP : PAGE_TOP].length,
        .filled = values[PAGE_FILL].given,
        .fill = values[PAGE_FILL].color,
    };
}

/* Where no head is meant for first pages, they have the one of every page. */
static bool walk_heads(struct walk *walk, const struct node *page, struct master *master)
{
    bool own_first = false;
    for (size_t i = 0; i < page->children.count; i++) {
        const struct node *head = &page->children.items[i];
        bool first = head->values[HEAD_ON].count > 0;
        own_first |= first;
        if (!walk_blocks(walk, &head->children, first ? &master->first : &master->head))
            return false;
    }
    if (!own_first)
        master->first = master->head;
    return true;
}

/* A section may lie otherwise than its page. */
static bool turn_page(struct walk *walk, const struct node *node, struct master *master)
{
    const struct value *way = &node->values[SECTION_ORIENTATION];
    if (!way->given || (way->count > 0) == (master->width > master->height))
        return true;
    turn_master(master);
    const bool room = master->left + master->right < master->width &&
                      MAX(master->top, master->first_top) + master->bottom < master->height;
    return room || walk_failed(walk, node, "the margins leave no room on the turned page");
}

static bool put_section(struct walk *walk, const struct node *node, void *target)
{
    struct sectioning *sectioning = target;
    const struct node *page = node->values[SECTION_PAGE].page;
    struct section section = {
        .master = make_master(page),
        .catchword = node->values[SECTION_CATCHWORD].style,
    };
    if (!walk_heads(walk, page, &section.master) || !turn_page(walk, node, &section.master) ||
        !walk_blocks(walk, &node->children, &section.blocks))
        return false;
    sectioning->items = arena_grow(walk->arena, sectioning->items, sectioning->count,
                                   &sectioning->room, sizeof *sectioning->items);
    sectioning->items[sectioning->count++] = section;
    return true;
}

static bool walk_properties(struct walk *walk)
{
    const struct node *root = walk->layout->root;
    struct doc *doc = walk->doc;
    if (!walk_text(walk, root, LAYOUT_LANGUAGE, &doc->language))
        return false;
    walk->evaluator.english = doc->language && g_str_has_prefix(doc->language, "en");
    if (!walk_filled(walk, root, LAYOUT_TITLE, &doc->title) ||
        !walk_text(walk, root, LAYOUT_SUBJECT, &doc->subject) ||
        !walk_text(walk, root, LAYOUT_AUTHOR, &doc->author) ||
        !walk_text(walk, root, LAYOUT_DATE, &doc->date))
        return false;
    if (doc->date && *doc->date == '\0')
        doc->date = NULL;
    if (doc->date && !numeral_is_date(doc->date))
        return walk_failed(walk, root, "the date \"%s\" is no day such as 2021-12-31", doc->date);
    return true;
}

static bool walk_layout(struct walk *walk)
{
    struct sectioning sectioning = {0};
    const struct node_sink sink = {.put = put_section, .target = &sectioning};
    const struct node *root = walk->layout->root;
    if (!walk_properties(walk) || !walk_nodes(walk, &root->children, &sink))
        return false;
    if (sectioning.count == 0)
        return walk_failed(walk, root, "no section of this layout is for this subject");
    walk->doc->sections = sectioning.items;
    walk->doc->section_count = sectioning.count;
    return true;
}

static struct walk walk_of(const struct layout *layout, const struct subject *subject,
                           struct arena *arena, GError **error)
{
    const struct view_node own = {subject->element, NULL};
    struct arena *scratch = arena_create();
    struct walk walk = {
        .layout = layout,
        .subject = subject,
        .arena = arena,
        .scratch = scratch,
        .error = error,
        .evaluator = {.arena = scratch,
                      .lasting = layout->arena,
                      .own = own,
                      .focus = {own, 1, 1},
                      .clock = layout->clock},
        .style = layout->body,
    };
    evaluator_begin(&walk.evaluator);
    return walk;
}

static void walk_end(struct walk *walk)
{
    if (walk->words)
        g_string_free(walk->words, TRUE);
    arena_destroy(walk->scratch);
}

static bool write_doc(struct walk *walk)
{
    walk->doc = ARENA_NEW(walk->arena, struct doc);
    *walk->doc = (struct doc){
        .arena = walk->arena,
        .name = arena_strdup(walk->arena, walk->subject->name),
        .bindings = walk->layout->bindings,
        .binding_count = walk->layout->binding_count,
    };
    walk->names = g_hash_table_new(g_str_hash, g_str_equal);
    bool done = walk_layout(walk) && settle_names(walk);
    if (done)
        fill_contents(walk);
    g_hash_table_destroy(walk->names);
    return done;
}

struct doc *compose(const struct layout *layout, const struct subject *subject, struct arena *arena,
                    GError **error)
{
    struct walk walk = walk_of(layout, subject, arena, error);
    bool done = write_doc(&walk);
    walk_end(&walk);
    return done ? walk.doc : NULL;
}

char *compose_digest(const struct layout *layout, const struct subject *subject, GError **error)
{
    struct arena *arena = arena_create();
    struct walk walk = walk_of(layout, subject, arena, error);
    walk.heard = digest_create();
    char *digest = write_doc(&walk) ? digest_end(walk.heard) : NULL;
    digest_destroy(walk.heard);
    walk_end(&walk);
    arena_destroy(arena);
    return digest;
}

bool layout_chooses(const struct layout *layout)
{
    return layout->root->values[LAYOUT_WHEN].given;
}

bool layout_wants(const struct layout *layout, const struct subject *subject, bool *wanted,
                  GError **error)
{
    *wanted = true;
    if (!layout_chooses(layout))
        return true;
    struct walk walk = walk_of(layout, subject, NULL, error); /* nothing is made */
    bool done = evaluate_test(&walk, layout->root->values[LAYOUT_WHEN].expression, wanted);
    walk_end(&walk);
    return done;
}
