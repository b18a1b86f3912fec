/* trail.h - a path while it is read. */
#ifndef LAYOUT_EXPRESSION_TRAIL_H
#define LAYOUT_EXPRESSION_TRAIL_H

#include "parser.h"

/* How nodes come out of steps: a single one; in order, none inside another; in order; or not. */
enum document_order { ORDER_ONE, ORDER_FLAT, ORDER_SORTED, ORDER_NONE };

struct trail {
    struct parsed base; /* without a term: the document, or here */
    bool absolute;
    struct path_step *steps;
    struct dependences *depends; /* of each step, with those before it */
    size_t count, room;
    struct type type;          /* where the last step is */
    struct dependences so_far; /* what is known of the dependences */
};

void trail_add(const struct parser *parser, struct trail *trail, const struct path_step *step);
/* Makes one step of "descendant-or-self::node()/name", the step at AT and the next, where that is
 * the same: where no position is asked for. */
void trail_shorten(struct trail *trail, size_t at);
/* Puts them where they stay. */
void conditions_keep(const struct parser *parser, struct conditions *conditions);
/* What the trail comes to. */
struct parsed trail_end(const struct parser *parser, const struct trail *trail);

#endif
