#include "../xml.h"
#include "parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/disk.h"
#include "rapor/base/language.h"
#include "rapor/base/own.h"
#include "rapor/base/search_path.h"

#include <libxml/parser.h>
#include <string.h>

static const size_t largest_instrument = (size_t)16 << 20;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlParserCtxt, xmlFreeParserCtxt)

/* An instrument and the arena it lies in. */
struct opened_instrument {
    struct instrument instrument;
    struct arena *arena;
};

void instrument_close(struct instrument *instrument)
{
    if (!instrument)
        return;
    struct opened_instrument *opened = (struct opened_instrument *)instrument;
    xmlFreeDoc(instrument->tree);
    arena_destroy(opened->arena);
    g_free(opened);
}

static void on_error(void *data, xmlError *error)
{
    const xmlParserCtxt *context = data;
    xml_note_error(context->_private, error);
}

static xmlDoc *parse(struct input *input, struct unplaced *unplaced)
{
    if (!xml_check_prolog(input, unplaced))
        return NULL;
    struct xml_errors errors = {.unplaced = unplaced, .input = input};
    g_autoptr(xmlParserCtxt) context = xmlNewParserCtxt();
    context->_private = &errors;
    context->sax->serror = on_error;
    return xmlCtxtReadIO(context, input_read, NULL, input, NULL, NULL, MARKUP_OPTIONS);
}

static void enter_element(struct grammar *grammar, const xmlNode *node)
{
    struct arena *arena = arena_create();
    const struct tag tag = tag_of_node(node, arena);
    grammar_enter(grammar, &tag);
    arena_destroy(arena);
}

/* Holds what begins at NODE against the table. */
static void enter(struct grammar *grammar, const xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE)
        enter_element(grammar, node);
    else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        grammar_text(grammar, (const char *)node->content);
}

/* Ends NODE and all that ends with it; returns what follows, or NULL. */
static const xmlNode *leave(struct grammar *grammar, const xmlNode *node)
{
    while (node->type != XML_DOCUMENT_NODE) {
        if (node->type == XML_ELEMENT_NODE)
            grammar_leave(grammar);
        if (node->next)
            return node->next;
        node = node->parent;
    }
    return NULL;
}

/* Holds the whole tree against the table. */
static void check_grammar(const xmlDoc *tree, struct unplaced *unplaced)
{
    struct grammar grammar = {
        .space = "urn:rapor:instrument:1",
        .root = &instrument_grammar,
        .unplaced = unplaced,
    };
    const xmlNode *at = xmlDocGetRootElement(tree);
    while (at) {
        enter(&grammar, at);
        bool inner = at->type == XML_ELEMENT_NODE && at->children;
        at = inner ? at->children : leave(&grammar, at);
    }
}

static bool is_faultless(const struct unplaced *unplaced)
{
    return unplaced_count(unplaced, SEVERITY_ERROR) == 0;
}

/* Fills the instrument from its tree. */
static void draft_all(struct draft *draft)
{
    struct instrument *instrument = draft->instrument;
    const xmlNode *root = xmlDocGetRootElement(instrument->tree);
    g_autofree char *folder_name = g_path_get_basename(instrument->folder);
    instrument->id = draft_text(draft, root, "id");
    if (strcmp(instrument->id, folder_name) != 0)
        diagnose(draft->unplaced, node_spot(root, "id"), "instrument-id",
                 N_("evaluations name the folder; give both the same name"),
                 "id \"%s\" is not the name of the folder %s", instrument->id, folder_name);

    draft_regulations(draft, root);
    draft_lists(draft, root);
    draft_parts(draft, root);
    draft_weights(draft, root);
    draft_items(draft, root);
    if (draft_levels(draft, root)) {
        draft_awards(draft, root);
        draft_crosswalks(draft, root);
    }
}

char *instrument_folder(const char *layouts, const char *id)
{
    g_autofree char *name = g_build_filename(id, "instrument.xml", NULL);
    g_autofree char *path = search_path_find(layouts, name);
    return disk_has(path) ? g_path_get_dirname(path) : NULL;
}

GPtrArray *instrument_ids(const char *layouts, GError **error)
{
    GPtrArray *ids = search_path_names(layouts, "", error);
    for (guint i = ids ? ids->len : 0; i > 0; i--) {
        g_autofree char *folder = instrument_folder(layouts, ids->pdata[i - 1]);
        if (!folder)
            g_ptr_array_remove_index(ids, i - 1);
    }
    return ids;
}

struct instrument *instrument_open(const char *folder, struct diagnostics *diagnostics,
                                   GError **error)
{
    g_autofree char *path = g_build_filename(folder, "instrument.xml", NULL);
    struct input *input = input_open(path, largest_instrument, error);
    if (!input)
        return NULL;

    struct opened_instrument *opened = g_new0(struct opened_instrument, 1);
    struct instrument *instrument = &opened->instrument;
    opened->arena = arena_create();
    instrument->folder = arena_strdup(opened->arena, folder);

    struct unplaced *unplaced = unplaced_create();
    instrument->tree = parse(input, unplaced);
    if (instrument->tree && is_faultless(unplaced))
        check_grammar(instrument->tree, unplaced);
    if (instrument->tree && is_faultless(unplaced))
        draft_all(&(struct draft){instrument, opened->arena, unplaced});

    bool good = input_whole(input, error) && instrument->tree && is_faultless(unplaced);
    input_report(input, unplaced, diagnostics);
    unplaced_destroy(unplaced);
    input_close(input);
    if (!good)
        g_clear_pointer(&instrument, instrument_close);
    return instrument;
}

size_t instrument_indicator(const struct instrument *instrument, const char *no)
{
    for (size_t i = 0; i < instrument->indicator_count; i++)
        if (strcmp(instrument->indicators[i].no, no) == 0)
            return i;
    return NONE;
}

size_t instrument_group(const struct instrument *instrument, const char *id)
{
    for (size_t i = 0; i < instrument->group_count; i++)
        if (strcmp(instrument->groups[i].id, id) == 0)
            return i;
    return NONE;
}

size_t instrument_scope(const struct instrument *instrument, const char *id)
{
    for (size_t i = 0; i < instrument->scope_count; i++)
        if (strcmp(instrument->scopes[i].id, id) == 0)
            return i;
    return NONE;
}

size_t instrument_item(const struct instrument *instrument, const char *code)
{
    for (size_t i = 0; i < instrument->item_count; i++)
        if (strcmp(instrument->items[i].code, code) == 0)
            return i;
    return NONE;
}

int64_t instrument_next_level(const struct instrument *instrument, int64_t level)
{
    const int64_t scale = instrument->level_scale, whole = (level / scale + 1) * scale;
    if (instrument->rung_count == 0)
        return whole <= instrument->level_max ? whole : level;
    for (size_t i = 0; i < instrument->rung_count; i++)
        if (instrument->rungs[i] > level)
            return instrument->rungs[i];
    return level;
}

int64_t instrument_hundredths(const struct instrument *instrument, int64_t level)
{
    return (level * 200 + instrument->level_scale) / (instrument->level_scale * 2);
}

size_t instrument_stage(const struct instrument *instrument, const char *id)
{
    for (size_t i = 0; i < instrument->stage_count; i++)
        if (strcmp(instrument->stages[i].id, id) == 0)
            return i;
    return NONE;
}
