#include "blocks.h"
#include "inline.h"
#include "walk.h"

#include "rapor/base/numeral.h"

/* A list as its items come. */
struct listing {
    struct list list;
    size_t room;
    size_t marker; /* as in the rule of list */
};

static const char *marker_text(struct walk *walk, size_t marker, int64_t number)
{
    switch (marker) {
    case 0:
        return arena_printf(walk->arena, "%" G_GINT64_FORMAT ".", number);
    case 1:
        return arena_printf(walk->arena, "%s.", numeral_letter(number, walk->arena));
    case 2:
        return arena_printf(walk->arena, "%s.", numeral_roman(number, walk->arena));
    case 3:
        return "-";
    default:
        return "•";
    }
}

static bool put_item(struct walk *walk, const struct node *node, void *target)
{
    struct listing *listing = target;
    struct list *list = &listing->list;
    list->items =
        arena_grow(walk->arena, list->items, list->count, &listing->room, sizeof *list->items);
    struct item *item = &list->items[list->count++];
    *item = (struct item){0};

    const char *label;
    if (!walk_text(walk, node, ITEM_LABEL, &label))
        return false;
    if (!label)
        label = marker_text(walk, listing->marker, (int64_t)list->count);
    runs_words(walk, label, walk->style, node, &item->label);
    return walk_mixed(walk, node, &item->blocks);
}

bool walk_list(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    const struct value *values = node->values;
    struct listing listing = {
        .list.indent = values[LIST_INDENT].length,
        .marker = values[LIST_MARKER].count,
    };
    const struct style *outer = walk->style;
    if (values[LIST_STYLE].given)
        walk->style = values[LIST_STYLE].style;
    const struct node_sink sink = {.put = put_item, .target = &listing};
    bool done = walk_nodes(walk, &node->children, &sink);
    walk->style = outer;
    if (done && listing.list.count > 0)
        blocks_add(walk, blocks, node, BLOCK_LIST)->list = listing.list;
    return done;
}
