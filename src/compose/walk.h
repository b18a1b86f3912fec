/* walk.h - going through a layout's tree for one subject. */
#ifndef COMPOSE_WALK_H
#define COMPOSE_WALK_H

#include "rapor/base/arena.h"
#include "rapor/compose/compose.h"
#include "rapor/layout/attributes.h"
#include "rapor/layout/evaluate.h"
#include "rapor/layout/parse.h"
#include "rapor/layout/syntax.h"

struct walk {
    const struct layout *layout;
    const struct subject *subject;
    struct doc *doc;
    struct arena *arena;   /* the document's */
    struct arena *scratch; /* until it is composed */
    GError **error;
    struct evaluator evaluator;
    struct digest *heard;      /* gets what expressions give, or NULL */
    const struct style *style; /* of paragraphs that name none */
    size_t steps;              /* gone so far: against the limit */
    bool sharing;              /* what is composed is kept for all documents of the layout */
    struct runs runs;          /* of the text that is being written */
    struct blocks pending;     /* made, but not put down where they belong */
    GString *words;            /* of a row that takes the cells of another; NULL before the first */
    size_t anchor_room, target_room, heading_room;
    GHashTable *names;            /* of places, to struct naming */
    struct counter *counters;     /* of captions */
    struct anchor *unlabelled;    /* of the keep around, which the first caption in it labels */
    struct contents_of *contents; /* to be filled when all headings are known */
};

/* Where the nodes that are no control go, one after the other. */
struct node_sink {
    bool (*put)(struct walk *walk, const struct node *node, void *target);
    bool (*separate)(struct walk *walk, const struct text *text, void *target); /* or NULL */
    void *target;
};

#define NO_SLOT (-1)

/* The attributes of an element that goes through nodes, as numbers into its values. */
struct arrangement {
    int select, keys[2], orders[2], limit, tail; /* tail: NO_SLOT where it has none */
};

/* All of these return false with the walk's error set where an expression
 * fails or gives what cannot be used. */
bool walk_nodes(struct walk *walk, const struct nodes *nodes, const struct node_sink *sink);
/* Evaluates SELECT and puts what it gives in the order that the attributes of NODE say. */
bool walk_arranged(struct walk *walk, const struct node *node, const struct arrangement *by,
                   struct node_set *nodes);
void focus_on(struct walk *walk, struct view_node node, size_t index, size_t count);
bool walk_failed(struct walk *walk, const struct node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The attribute SLOT of NODE: as text, NULL where it is not there ... */
bool walk_text(struct walk *walk, const struct node *node, int slot, const char **text);
/* ... never empty ... */
bool walk_filled(struct walk *walk, const struct node *node, int slot, const char **text);
/* ... or as a number, NAN where it is not there or empty. */
bool walk_number(struct walk *walk, const struct node *node, int slot, double *number);
struct origin origin_of(const struct node *node);

/* Puts what a part holds, which sees its parameters, but no variables of where it is used. */
bool walk_use(struct walk *walk, const struct node *node, const struct node_sink *sink);

#endif
