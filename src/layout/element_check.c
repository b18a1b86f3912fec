/* What an element must be apart from what its rule says. */
#include "diagnose.h"
#include "element.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/layout/attributes.h"

#include <string.h>

struct layout_spot spot_of(const struct layout_element *element, const char *attribute)
{
    return (struct layout_spot){element->file, element->xml, attribute};
}

enum content content_around(const struct layout_scope *scope)
{
    return content_inside(scope->content == CONTENT_CHOOSE ? scope->around : scope->content);
}

static void check_needs(const struct layout_element *element)
{
    const struct element_rule *rule = element->rule;
    const struct nodes *children = &element->node->children;
    if (!rule->needs)
        return;
    for (size_t i = 0; i < children->count; i++)
        if (children->items[i].kind == rule_named(rule->needs)->kind ||
            (is_control(children->items[i].kind) && rule->kind != NODE_TABLE))
            return;
    struct layout_spot spot = spot_of(element, NULL);
    diagnose_layout(
        element->reader, &spot,
        &(struct diagnostic){.id = "missing-element",
                             .text = arena_printf(element->reader->arena, _("%s holds no %s"),
                                                  rule->name, rule->needs)});
}

/* Rows whose cells are all there to be counted must fill the columns. */
static void check_row(const struct layout_element *element, const struct layout_scope *scope)
{
    const struct nodes *cells = &element->node->children;
    size_t count = 0;
    for (size_t i = 0; i < cells->count; i++) {
        if (cells->items[i].kind != NODE_CELL)
            return;
        count += cells->items[i].values[CELL_SPAN].count;
    }
    if (count == scope->columns || scope->columns == COLUMNS_OPEN)
        return;
    struct layout_spot spot = spot_of(element, NULL);
    diagnose_layout(element->reader, &spot,
                    &(struct diagnostic){
                        .id = "cell-count",
                        .text = arena_printf(element->reader->arena,
                                             _("the cells of this row fill %zu of %zu columns"),
                                             count, scope->columns),
                        .hint = _("add cells, or let one of them span=\"2\" columns or more"),
                    });
}

static void check_each(const struct layout_element *element, const struct layout_scope *scope)
{
    static const int only_inline[] = {EACH_SEPARATOR, EACH_LAST};
    for (size_t i = 0; i < G_N_ELEMENTS(only_inline); i++) {
        const char *name = element->rule->attributes[only_inline[i]].name;
        struct layout_spot spot = spot_of(element, name);
        if (content_around(scope) != CONTENT_INLINE && element->values[only_inline[i]].given)
            diagnose_layout(element->reader, &spot,
                            &(struct diagnostic){
                                .id = "misplaced-attribute",
                                .text = arena_printf(element->reader->arena,
                                                     _("%s works in running text only"), name)});
    }
}

static void check_picture(const struct layout_element *element)
{
    const struct value *values = element->values;
    if (!values[IMAGE_ALT].given && values[IMAGE_DECORATION].count == 0) {
        struct layout_spot spot = spot_of(element, NULL);
        diagnose_layout(
            element->reader, &spot,
            &(struct diagnostic){.id = "missing-attribute",
                                 .text = _("image needs the attribute alt"),
                                 .hint = _("say what it shows, or write decoration=\"yes\"")});
    }
}

static void check_link(const struct layout_element *element)
{
    struct layout_spot spot = spot_of(element, NULL);
    if (element->values[LINK_HREF].given == element->values[LINK_TO].given)
        diagnose_layout(
            element->reader, &spot,
            &(struct diagnostic){.id = "link-target",
                                 .text = _("link needs one of the attributes href and to")});
}

/* What reads a page aloud can follow one link only. */
static void check_links_around(const struct layout_element *element)
{
    for (const xmlNode *at = element->xml->parent; at; at = at->parent) {
        const struct element_rule *rule =
            at->type == XML_ELEMENT_NODE ? rule_find(chars(at->name), CONTENT_INLINE) : NULL;
        if (!rule || rule->kind != NODE_LINK)
            continue;
        struct layout_spot spot = spot_of(element, NULL);
        diagnose_layout(element->reader, &spot,
                        &(struct diagnostic){.id = "nested-link",
                                             .text = arena_printf(element->reader->arena,
                                                                  _("%s may not stand in a link"),
                                                                  element->rule->name)});
        return;
    }
}

/* A part may be meant for a head; what stands in a section is in no head. */
static void check_page_words(const struct layout_element *element)
{
    for (const xmlNode *at = element->xml->parent; at; at = at->parent) {
        if (at->type != XML_ELEMENT_NODE || strcmp(chars(at->name), "section") != 0)
            continue;
        struct layout_spot spot = spot_of(element, NULL);
        diagnose_layout(
            element->reader, &spot,
            &(struct diagnostic){.id = "misplaced-element",
                                 .text = arena_printf(element->reader->arena,
                                                      _("%s may stand in the head of a page only"),
                                                      element->rule->name),
                                 .hint = _("in text, write <ref to=\"...\" show=\"page\"/>")});
        return;
    }
}

static bool only_boxes(const struct nodes *nodes)
{
    for (size_t i = 0; i < nodes->count; i++) {
        const struct node *node = &nodes->items[i];
        bool wraps =
            is_control(node->kind) || node->kind == NODE_WHEN || node->kind == NODE_OTHERWISE;
        const struct part *part = node->kind == NODE_USE ? node->values[USE_PART].part : NULL;
        if (part && part->node && !only_boxes(&part->node->children))
            return false;
        if (!part && node->kind != NODE_BOX && !(wraps && only_boxes(&node->children)))
            return false;
    }
    return true;
}

/* The head of a page takes no room in the text: only boxes can stand there.  Running text
 * stands in paragraphs, and blocks between them. */
static void check_use(const struct layout_element *element, const struct layout_scope *scope)
{
    const struct part *part = element->values[USE_PART].part;
    struct arena *arena = element->reader->arena;
    const enum content around = content_around(scope);
    struct diagnostic diagnostic = {0};
    if (!part || !part->node)
        return;
    if (around == CONTENT_BOXES && !only_boxes(&part->node->children))
        diagnostic = (struct diagnostic){
            .id = "head-part",
            .text = arena_printf(arena, _("part \"%s\" holds more than boxes"), part->name)};
    else if (around == CONTENT_INLINE && part->node->blocks)
        diagnostic = (struct diagnostic){
            .id = "misplaced-part",
            .text =
                arena_printf(arena, _("part \"%s\" holds blocks, not running text"), part->name),
            .hint = _("use it between paragraphs")};
    else if (around == CONTENT_BLOCKS && !part->node->blocks && part->node->children.count > 0)
        diagnostic = (struct diagnostic){
            .id = "misplaced-part",
            .text = arena_printf(arena, _("part \"%s\" holds running text"), part->name),
            .hint = _("put the use of it between <p> and </p>")};
    struct layout_spot spot = spot_of(element, "part");
    if (diagnostic.id)
        diagnose_layout(element->reader, &spot, &diagnostic);
}

void element_check(const struct layout_element *element, const struct layout_scope *scope)
{
    check_needs(element);
    if (element->rule->kind == NODE_ROW)
        check_row(element, scope);
    if (element->rule->kind == NODE_EACH)
        check_each(element, scope);
    if (element->rule->kind == NODE_IMAGE)
        check_picture(element);
    if (element->rule->kind == NODE_LINK || element->rule->kind == NODE_REF)
        check_links_around(element);
    if (element->rule->kind == NODE_LINK)
        check_link(element);
    if (element->rule->kind == NODE_PAGE_NUMBER || element->rule->kind == NODE_PAGE_COUNT ||
        element->rule->kind == NODE_CHAPTER)
        check_page_words(element);
    if (element->rule->kind == NODE_USE)
        check_use(element, scope);
}
