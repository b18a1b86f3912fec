/* Definitions, read once for all layouts.
 *
 * Layouts import the same files, but a name in them may stand for what only one of them defines,
 * or what a theme does.  So what a definition says is kept with what its names stood for (a memo
 * with a trace of what was asked: A. Mokhov et al., "Build systems a la carte"), and holds for the
 * next layout where they stand for the same there.  Such a thing keeps no values and no blocks: a
 * layout that uses a part reads it for itself (use.c), and a page as well. */
#include "meaning.h"
#include "contents.h"
#include "definition.h"
#include "diagnose.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/layout/attributes.h"

#include <string.h>

const struct meaning meaning_unread;

static void check_page(struct layout_reader *reader, const struct definition *definition,
                       const struct node *page)
{
    const struct value *values = page->values;
    bool turned = values[PAGE_ORIENTATION].count > 0;
    double width = values[PAGE_SIZE].pair.first, height = values[PAGE_SIZE].pair.second;
    double across = values[PAGE_LEFT].length + values[PAGE_RIGHT].length;
    double top = MAX(values[PAGE_TOP].length, values[PAGE_FIRST_TOP].length);
    double down = top + values[PAGE_BOTTOM].length;
    const struct layout_spot spot = {definition->file, definition->xml, NULL};
    if (width > 0 && (across >= (turned ? height : width) || down >= (turned ? width : height)))
        diagnose_layout(reader, &spot,
                        &(struct diagnostic){.id = "page-room",
                                             .text = _("the margins leave no room on the page")});

    bool seen[2] = {false, false};
    for (size_t i = 0; i < page->children.count; i++) {
        const struct node *head = &page->children.items[i];
        bool *before = &seen[head->values[HEAD_ON].count > 0];
        if (*before)
            diagnose_layout(
                reader, &spot,
                &(struct diagnostic){.id = "twice",
                                     .text = _("this page has two heads for the same pages"),
                                     .hint = _("put all boxes into one")});
        *before = true;
    }
}

static void make(struct layout_reader *reader, const struct definition *definition,
                 struct meaning *meaning)
{
    const struct value *values = meaning->node.values;
    switch ((unsigned)definition->kind) {
    case NODE_COLOR:
        meaning->color = values[COLOR_VALUE].color;
        break;
    case NODE_STYLE:
        style_make(reader, definition, values, &meaning->style);
        break;
    case NODE_PAGE:
        check_page(reader, definition, &meaning->node);
        break;
    case NODE_PART:
        meaning->part.params = values[PART_PARAMS].names;
        meaning->part.node = &meaning->node;
        break;
    }
}

/* Reads it for all layouts, but for a page, which this one reads for itself. */
static struct meaning *read_meaning(struct layout_reader *reader,
                                    const struct definition *definition)
{
    const struct layout_reader around = *reader;
    const bool own = definition->kind == NODE_PAGE;
    reader->arena = own ? reader->layout->arena : reader->store->arena;
    struct meaning *meaning = ARENA_NEW(reader->arena, struct meaning);
    meaning->part.name = arena_strdup(reader->arena, definition->name);
    reader->general = own ? NULL : meaning;
    reader->use = NULL;
    struct layout_scope scope = scope_anywhere(reader, CONTENT_LAYOUT);
    const struct layout_spot spot = {definition->file, definition->xml, NULL};
    const struct element_rule *rule = rule_find(chars(definition->xml->name), CONTENT_LAYOUT);
    read_element(reader, &spot, rule, &scope, &meaning->node);
    make(reader, definition, meaning);
    reader->arena = around.arena;
    reader->general = around.general;
    reader->use = around.use;
    reader->changing = around.changing; /* of what it is needed by */
    return meaning;
}

/* A style of its own name is the one that it replaces. */
static struct definition *definition_of(const struct layout_reader *reader,
                                        const struct definition *definition,
                                        const struct named *named)
{
    if (named->kind == definition->kind && strcmp(named->name, definition->name) == 0)
        return definition->before;
    return definition_find(reader, named->kind, named->name);
}

/* True where all names stand for what they stood for when it was read. */
static bool holds_here(struct layout_reader *reader, const struct definition *definition,
                       const struct meaning *meaning)
{
    for (size_t i = 0; i < meaning->name_count; i++) {
        const struct named *named = &meaning->names[i];
        struct definition *here = definition_of(reader, definition, named);
        if (!here)
            return false;
        definition_read(reader, here);
        if (here->meaning != named->meaning)
            return false;
    }
    return true;
}

/* Notes what the meaning says of places and files. */
static void take(struct layout_reader *reader, const struct meaning *meaning)
{
    struct place_note **next = &reader->places, *before = reader->places;
    for (const struct place_note *note = meaning->places; note; note = note->next) {
        *next = ARENA_NEW(reader->layout->arena, struct place_note);
        **next = *note;
        next = &(*next)->next;
    }
    *next = before;
    GPtrArray *files = reader->setting->files;
    for (size_t i = 0; files && i < meaning->files.count; i++)
        g_ptr_array_add(files, g_strdup(meaning->files.items[i]));
}

const struct meaning *meaning_of(struct layout_reader *reader, struct definition *definition)
{
    GHashTable *meanings = reader->store->meanings;
    struct meaning *first = g_hash_table_lookup(meanings, definition->xml), *meaning = first;
    while (meaning && !holds_here(reader, definition, meaning))
        meaning = meaning->next;
    if (!meaning) {
        const size_t errors = diagnostics_count(reader->diagnostics, SEVERITY_ERROR);
        meaning = read_meaning(reader, definition);
        meaning->next = first;
        if (definition->kind != NODE_PAGE &&
            diagnostics_count(reader->diagnostics, SEVERITY_ERROR) == errors)
            g_hash_table_insert(meanings, definition->xml, meaning);
    }
    take(reader, meaning);
    return meaning;
}

void meaning_names(struct layout_reader *reader, enum node_kind kind, const char *name,
                   const struct meaning *meaning)
{
    struct meaning *general = reader->general;
    for (size_t i = 0; general && i < general->name_count; i++)
        if (general->names[i].meaning == meaning && strcmp(general->names[i].name, name) == 0)
            return;
    if (!general)
        return;
    general->names = arena_grow(reader->arena, general->names, general->name_count,
                                &general->name_room, sizeof *general->names);
    general->names[general->name_count++] =
        (struct named){kind, arena_strdup(reader->arena, name), meaning};
}

void note_file(struct layout_reader *reader, const char *path)
{
    if (reader->general)
        names_add(&reader->general->files, arena_strdup(reader->arena, path), reader->arena);
    else if (reader->setting->files)
        g_ptr_array_add(reader->setting->files, g_strdup(path));
}
