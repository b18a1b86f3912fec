#include "blocks.h"
#include "inline.h"
#include "places.h"
#include "values.h"
#include "walk.h"

#include <string.h>

struct origin origin_of(const struct node *node)
{
    return (struct origin){node->file, node->line, NULL};
}

struct block *blocks_add(struct walk *walk, struct blocks *blocks, const struct node *node,
                         enum block_kind kind)
{
    struct arena *arena = blocks == &walk->pending ? walk->scratch : walk->arena;
    if (!blocks->items) { /* most cells and items hold just one */
        blocks->items = ARENA_NEW(arena, struct block);
        blocks->room = 1;
    }
    blocks->items =
        arena_grow(arena, blocks->items, blocks->count, &blocks->room, sizeof *blocks->items);
    struct block *block = &blocks->items[blocks->count++];
    block->kind = kind; /* what it holds is for the caller to set */
    block->shared = walk->sharing;
    block->origin = origin_of(node);
    return block;
}

static void add_rule(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    const struct value *values = node->values;
    blocks_add(walk, blocks, node, BLOCK_RULE)->rule = (struct rule){
        .thickness = values[RULE_THICKNESS].length,
        .gap = values[RULE_GAP].length,
        .width = values[RULE_WIDTH].length,
        .align = (enum align)values[RULE_ALIGN].count,
        .color = values[RULE_COLOR].color,
    };
}

static bool walk_keep(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    struct keep keep = {.lines_before = node->values[KEEP_LINES_BEFORE].count,
                        .signed_only = node->values[KEEP_SIGNED].count > 0};
    struct anchor *anchor, *outer = walk->unlabelled;
    if (!anchor_of(walk, node, KEEP_ID, &anchor))
        return false;
    keep.anchor = walk->unlabelled = anchor;
    bool done = walk_blocks(walk, &node->children, &keep.blocks);
    walk->unlabelled = outer;
    if (!done)
        return false;
    blocks_add(walk, blocks, node, BLOCK_KEEP)->keep = keep;
    return true;
}

static bool walk_box(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    const struct value *values = node->values;
    struct box box = {
        .x = values[BOX_X].length,
        .y = values[BOX_Y].length,
        .width = values[BOX_WIDTH].length,
        .height = values[BOX_HEIGHT].length,
        .valign = (enum valign)values[BOX_VALIGN].count,
        .filled = values[BOX_FILL].given,
        .framed = values[BOX_FRAME].given,
        .fill = values[BOX_FILL].color,
        .frame = values[BOX_FRAME].color,
        .frame_width = values[BOX_FRAME_WIDTH].length,
        .decoration = values[BOX_DECORATION].count > 0,
        .once = values[BOX_ONCE].count > 0,
    };
    if (!walk_blocks(walk, &node->children, &box.blocks))
        return false;
    blocks_add(walk, blocks, node, BLOCK_BOX)->box = box;
    return true;
}

/* A parameter that is nothing but one expression keeps what that gives. */
static bool argument_value(struct walk *walk, const struct text *text, struct outcome *outcome)
{
    if (text_is_expression(text))
        return evaluate_outcome(walk, text->pieces[0].expression, outcome);
    outcome->kind = TYPE_TEXT;
    return evaluate_words(walk, text, &outcome->text);
}

/* Puts down what was added to the pending blocks since there were BEFORE. */
static void put_down(struct walk *walk, size_t before, struct blocks *blocks)
{
    struct blocks *pending = &walk->pending;
    const size_t count = pending->count - before;
    pending->count = before;
    if (count == 0)
        return;
    *blocks = (struct blocks){
        arena_copy(walk->arena, &pending->items[before], count, sizeof *blocks->items), count,
        count};
}

bool walk_use(struct walk *walk, const struct node *node, const struct node_sink *sink)
{
    const struct variable *arguments = NULL, *outer = walk->evaluator.variables;
    for (size_t i = 0; i < node->argument_count; i++) {
        struct outcome outcome;
        if (!argument_value(walk, node->arguments[i].text, &outcome))
            return false;
        variable_push(walk, &arguments, node->arguments[i].variable, outcome);
    }
    walk->evaluator.variables = arguments;
    bool done = walk_nodes(walk, &node->children, sink);
    walk->evaluator.variables = outer;
    return done;
}

static bool put_block(struct walk *walk, const struct node *node, void *target);

static bool walk_paragraph(struct walk *walk, const struct node *node, struct blocks *blocks);

static bool make_blocks(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    switch ((unsigned)node->kind) {
    case NODE_P:
    case NODE_HEADING:
        return walk_paragraph(walk, node, blocks);
    case NODE_CAPTION:
        return walk_caption(walk, node, blocks);
    case NODE_CONTENTS:
        return walk_contents(walk, node, blocks);
    case NODE_LIST:
        return walk_list(walk, node, blocks);
    case NODE_TABLE:
        return walk_table(walk, node, blocks);
    case NODE_IMAGE:
        return walk_image(walk, node, blocks);
    case NODE_QR:
        return walk_qr(walk, node, blocks);
    case NODE_SIGNATURE:
        return walk_signature(walk, node, blocks);
    case NODE_CHART:
        return walk_chart(walk, node, blocks);
    case NODE_KEEP:
        return walk_keep(walk, node, blocks);
    case NODE_BOX:
        return walk_box(walk, node, blocks);
    case NODE_USE:
        return walk_use(walk, node, &(struct node_sink){.put = put_block, .target = blocks});
    case NODE_SPACE:
        blocks_add(walk, blocks, node, BLOCK_SPACE)->space = node->values[SPACE_HEIGHT].length;
        break;
    case NODE_RULE:
        add_rule(walk, node, blocks);
        break;
    case NODE_PAGE_BREAK:
        blocks_add(walk, blocks, node, BLOCK_PAGE_BREAK);
        break;
    default: /* a kind that nothing here makes */
        g_assert_not_reached();
    }
    return true;
}

typedef bool make_from(struct walk *walk, const struct node *node, struct blocks *blocks);

/* What MAKE makes of a node that is the same for every subject: made once, unless it is
 * wanted in another style than before.  NULL where that, or an expression, fails. */
static const struct blocks *shared_blocks(struct walk *walk, const struct node *node,
                                          make_from *make)
{
    struct share *share = node->share;
    struct arena *own = walk->arena;
    if (share->done)
        return &share->blocks;
    share->style = walk->style;
    walk->sharing = true;
    walk->arena = walk->layout->arena;
    share->done = make(walk, node, &share->blocks);
    walk->arena = own;
    walk->sharing = false;
    return share->done ? &share->blocks : NULL;
}

static bool may_share(const struct walk *walk, const struct node *node)
{
    return node->share && !walk->sharing && !walk->heard &&
           (!node->share->done || node->share->style == walk->style);
}

static bool put_block(struct walk *walk, const struct node *node, void *target)
{
    struct blocks *blocks = target;
    if (!may_share(walk, node))
        return make_blocks(walk, node, blocks);
    const struct blocks *shared = shared_blocks(walk, node, make_blocks);
    for (size_t i = 0; shared && i < shared->count; i++)
        *blocks_add(walk, blocks, node, shared->items[i].kind) = shared->items[i];
    return shared;
}

bool walk_blocks(struct walk *walk, const struct nodes *nodes, struct blocks *blocks)
{
    const struct node_sink sink = {.put = put_block, .target = &walk->pending};
    const size_t before = walk->pending.count;
    const bool done = walk_nodes(walk, nodes, &sink);
    put_down(walk, before, blocks);
    return done;
}

static bool make_mixed(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    const struct style *style = walk->style;
    struct runs runs = {0};
    if (node->blocks)
        return walk_blocks(walk, &node->children, blocks);
    if (!walk_inline(walk, &node->children, style, &runs))
        return false;
    if (runs.count > 0)
        blocks_add(walk, blocks, node, BLOCK_PARAGRAPH)->paragraph =
            (struct paragraph){.style = style, .runs = runs};
    return true;
}

bool walk_mixed(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    if (!may_share(walk, node))
        return make_mixed(walk, node, blocks);
    const struct blocks *shared = shared_blocks(walk, node, make_mixed);
    if (shared)
        *blocks = *shared;
    return shared;
}

static bool walk_labels(struct walk *walk, const struct node *node, struct paragraph *paragraph)
{
    const struct nodes *children = &node->children;
    while (paragraph->label_count < children->count &&
           children->items[paragraph->label_count].kind == NODE_LABEL)
        paragraph->label_count++;
    paragraph->labels = ARENA_ARRAY(walk->arena, paragraph->label_count, struct label);
    for (size_t i = 0; i < paragraph->label_count; i++) {
        struct label *label = &paragraph->labels[i];
        label->x = children->items[i].values[LABEL_X].length;
        if (!walk_inline(walk, &children->items[i].children, paragraph->style, &label->runs))
            return false;
    }
    return true;
}

/* One without any words is left out: what was not given leaves no gap. */
static bool walk_paragraph(struct walk *walk, const struct node *node, struct blocks *blocks)
{
    static const enum role heading_roles[] = {ROLE_H1, ROLE_H2, ROLE_H3};
    const struct value *values = node->values;
    struct paragraph paragraph = {.role = ROLE_P};
    struct anchor *anchor = NULL;
    if (node->kind == NODE_HEADING) {
        paragraph.role = heading_roles[values[HEADING_LEVEL].count];
        paragraph.style = values[HEADING_STYLE].style;
        paragraph.room = values[HEADING_ROOM].length;
    } else {
        paragraph.style = values[P_STYLE].given ? values[P_STYLE].style : walk->style;
        paragraph.left = values[P_LEFT].length;
        paragraph.fallbacks = values[P_FALLBACK].styles.items;
        paragraph.fallback_count = values[P_FALLBACK].styles.count;
        if (!anchor_of(walk, node, P_ID, &anchor))
            return false;
        paragraph.anchor = anchor;
        paragraph.beyond = values[P_BEYOND].styles.items;
        paragraph.beyond_count = values[P_BEYOND].styles.count;
    }
    if (!walk_labels(walk, node, &paragraph) || !walk_tailed(walk, &node->children, &paragraph))
        return false;
    if (paragraph.runs.count == 0 && paragraph.label_count == 0)
        return true;
    if (node->kind == NODE_HEADING && !note_heading(walk, node, &paragraph))
        return false;
    blocks_add(walk, blocks, node, BLOCK_PARAGRAPH)->paragraph = paragraph;
    return true;
}
