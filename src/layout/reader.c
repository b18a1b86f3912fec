#include "reader.h"
#include "contents.h"
#include "definition.h"
#include "diagnose.h"
#include "meaning.h"
#include "places.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

static struct layout *layout_create(const char *path)
{
    struct arena *arena = arena_create();
    struct layout *layout = ARENA_NEW(arena, struct layout);
    layout->arena = arena;
    layout->path = arena_strdup(arena, path);
    layout->derived = ARENA_ARRAY(arena, STYLE_BUCKETS, struct derived *);
    layout->clock = ARENA_NEW(arena, uint64_t);
    *layout->clock = 1;
    return layout;
}

void layout_close(struct layout *layout)
{
    if (layout)
        arena_destroy(layout->arena);
}

uint64_t layout_parts(const struct layout *layout, bool own)
{
    return layout->asked.others | (own ? layout->asked.own : 0);
}

struct imported_file *reader_add_file(struct layout_reader *reader, struct layout_file *file)
{
    struct imported_file *imported = ARENA_NEW(reader->arena, struct imported_file);
    imported->next = reader->files;
    imported->file = file;
    reader->files = imported;
    return imported;
}

bool file_begin(struct layout_reader *reader, const struct layout_file *file, const char *root)
{
    if (!file->tree) {
        diagnose_file(reader, file);
        return false;
    }
    const xmlNode *xml = xmlDocGetRootElement(file->tree);
    if (strcmp(chars(xml->name), root) == 0 && xml->ns &&
        strcmp(chars(xml->ns->href), LAYOUT_NAMESPACE) == 0)
        return true;
    const struct layout_spot spot = {file, xml, NULL};
    diagnose_layout(
        reader, &spot,
        &(struct diagnostic){
            .id = "root",
            .text = arena_printf(reader->arena, _("the first element must be %s in %s"), root,
                                 LAYOUT_NAMESPACE),
            .hint = arena_printf(reader->arena, "<%s xmlns=\"%s\">", root, LAYOUT_NAMESPACE),
        });
    return false;
}

/* What no style is named for is set in the style body. */
static void need_body(struct layout_reader *reader, const struct layout_file *file)
{
    struct definition *body = definition_find(reader, NODE_STYLE, "body");
    if (body) {
        reader->layout->body = &body->meaning->style;
        return;
    }
    const struct layout_spot spot = {file, xmlDocGetRootElement(file->tree), NULL};
    diagnose_layout(reader, &spot,
                    &(struct diagnostic){.id = "unknown-style",
                                         .text = _("there is no style \"body\""),
                                         .hint = _("every layout needs it, or imports it")});
}

/* What stands in the root of an imported file is right there for all layouts, or for none. */
static void check_order(struct layout_reader *reader, struct layout_file *file)
{
    const size_t errors = diagnostics_count(reader->diagnostics, SEVERITY_ERROR);
    const struct layout_scope scope = scope_anywhere(reader, CONTENT_PARTS);
    if (!file->in_order)
        read_children(reader, file, xmlDocGetRootElement(file->tree), &scope);
    file->in_order = diagnostics_count(reader->diagnostics, SEVERITY_ERROR) == errors;
}

static void read_parts(struct layout_reader *reader, const struct layout_file *layout)
{
    for (struct imported_file *at = reader->files; at; at = at->next)
        if (at->file != layout && at->file->tree)
            check_order(reader, at->file);
    for (struct definition *at = reader->definitions; at; at = at->next)
        definition_read(reader, at);
}

/* What the colours of charts are called in the layouts. */
struct ink_name {
    const char *name;
    size_t offset;
};

#define INK(name, member)                                                                          \
    {                                                                                              \
        name, offsetof(struct palette, member)                                                     \
    }

static const struct ink_name ink_names[] = {
    INK("ground", ground),      INK("quiet", quiet),        INK("grid", grid),
    INK("goal", goal),          INK("missing", missing),    INK("own", own),
    INK("peers", peers),        INK("others", others),      INK("series-1", series[0]),
    INK("series-2", series[1]), INK("series-3", series[2]), INK("series-4", series[3]),
    INK("series-5", series[4]), INK("series-6", series[5]), INK("class-1", classes[0]),
    INK("class-2", classes[1]), INK("class-3", classes[2]), INK("class-4", classes[3]),
    INK("class-5", classes[4]),
};

/* A color that the layout does not name stays black; the ground stays white. */
static void read_palette(struct layout_reader *reader)
{
    struct palette *palette = &reader->layout->palette;
    palette->ground = (struct color){1, 1, 1};
    for (size_t i = 0; i < G_N_ELEMENTS(ink_names); i++) {
        const struct definition *found = definition_find(reader, NODE_COLOR, ink_names[i].name);
        if (found)
            *(struct color *)((char *)palette + ink_names[i].offset) = found->meaning->color;
    }
}

static void read_layout(struct layout_reader *reader, struct imported_file *imported)
{
    const struct layout_file *file = imported->file;
    collect_definitions(reader, imported);
    collect_themes(reader, file);
    read_parts(reader, file);
    read_palette(reader);
    struct layout_scope scope = scope_anywhere(reader, CONTENT_NONE);
    scope.at.context.kind = TYPE_NODES;
    scope.at.context.set = set_subject(reader->setting->vocabulary);
    scope.at.context.own = true;
    scope.at.current = scope.at.context;
    scope.single = true;
    struct node *root = ARENA_NEW(reader->arena, struct node);
    const struct layout_spot spot = {file, xmlDocGetRootElement(file->tree), NULL};
    read_element(reader, &spot, rule_named("layout"), &scope, root);
    reader->layout->root = root;
    need_body(reader, file);
    check_places(reader, root);
}

static bool read_whole(struct layout_reader *reader, const char *path, GError **error)
{
    size_t errors = diagnostics_count(reader->diagnostics, SEVERITY_ERROR);
    note_file(reader, path);
    struct layout_file *file = store_file(reader->store, path, error);
    if (!file)
        return false;
    struct imported_file *imported = reader_add_file(reader, file);
    if (file_begin(reader, file, "layout"))
        read_layout(reader, imported);
    if (reader->broken) {
        g_propagate_error(error, reader->broken);
        return false;
    }
    return diagnostics_count(reader->diagnostics, SEVERITY_ERROR) == errors;
}

struct layout *layout_open(struct layout_store *store, const char *path, const char *const *themes,
                           struct diagnostics *diagnostics, GError **error)
{
    struct layout *layout = layout_create(path);
    g_autoptr(GHashTable) named = definitions_by_name();
    struct layout_reader reader = {
        .layout = layout,
        .store = store,
        .arena = layout->arena,
        .setting = &store->setting,
        .themes = themes,
        .diagnostics = diagnostics,
        .named = named,
    };
    if (read_whole(&reader, path, error))
        return layout;
    layout_close(layout);
    return NULL;
}
