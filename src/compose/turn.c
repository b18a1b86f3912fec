#include "turn.h"

/* How the page grew. */
struct growth {
    const struct master *from;
    double across, down;
};

static void turn_box(const struct growth *growth, struct box *box)
{
    const struct master *from = growth->from;
    const double middle = from->width / 2, end = box->x + box->width;
    if (box->x <= from->left && end >= from->width - from->right)
        box->width += growth->across;
    else if (box->x >= middle)
        box->x += growth->across;
    else if (end > middle)
        box->x += growth->across / 2;
    if (box->y + box->height / 2 > from->height / 2)
        box->y += growth->down;
}

/* The boxes are this document's own. */
static void turn_boxes(const struct growth *growth, struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++)
        if (blocks->items[i].kind == BLOCK_BOX)
            turn_box(growth, &blocks->items[i].box);
}

void turn_master(struct master *master)
{
    const struct master from = *master;
    const struct growth growth = {&from, from.height - from.width, from.width - from.height};
    master->width = from.height;
    master->height = from.width;
    turn_boxes(&growth, &master->head);
    if (master->first.items != master->head.items)
        turn_boxes(&growth, &master->first);
}
