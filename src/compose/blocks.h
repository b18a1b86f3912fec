/* blocks.h - nodes become blocks, each kind in a file of its own. */
#ifndef COMPOSE_BLOCKS_H
#define COMPOSE_BLOCKS_H

#include "walk.h"

bool walk_blocks(struct walk *walk, const struct nodes *nodes, struct blocks *blocks);
/* Of an item or cell: blocks, or running text as one paragraph in the walk's style. */
bool walk_mixed(struct walk *walk, const struct node *node, struct blocks *blocks);
struct block *blocks_add(struct walk *walk, struct blocks *blocks, const struct node *node,
                         enum block_kind kind);

bool walk_list(struct walk *walk, const struct node *node, struct blocks *blocks);
bool walk_table(struct walk *walk, const struct node *node, struct blocks *blocks);
bool walk_image(struct walk *walk, const struct node *node, struct blocks *blocks);
bool walk_qr(struct walk *walk, const struct node *node, struct blocks *blocks);
bool walk_signature(struct walk *walk, const struct node *node, struct blocks *blocks);
bool walk_chart(struct walk *walk, const struct node *node, struct blocks *blocks);

#endif
