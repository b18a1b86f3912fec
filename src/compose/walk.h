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
    struct arena *arena; /* the document's */
    GError **error;
    struct evaluator evaluator;
    const struct style *style; /* of paragraphs that name none */
    bool sharing;              /* what is composed is kept for all documents of the layout */
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

/* A node that is gone to, with what it is sorted by. */
struct walk_entry {
    struct view_node node;
    const char *keys[2];
};

struct entries {
    struct walk_entry *items;
    size_t count;
};

/* All of these return false with the walk's error set where an expression
 * fails or gives what cannot be used. */
bool walk_nodes(struct walk *walk, const struct nodes *nodes, const struct node_sink *sink);
/* Evaluates SELECT and puts what it gives in the order that the attributes of NODE say. */
bool walk_arranged(struct walk *walk, const struct node *node, const struct arrangement *by,
                   struct entries *entries);
void focus_on(struct walk *walk, struct view_node node, size_t index, size_t count);
bool walk_failed(struct walk *walk, const struct node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts a variable before VARIABLES. */
void variable_push(struct walk *walk, const struct variable **variables, const char *name,
                   struct outcome outcome);

bool evaluate_outcome(struct walk *walk, const struct expression *expression,
                      struct outcome *outcome);
/* Gives nodes in document order, or fails. */
bool evaluate_nodes(struct walk *walk, const struct expression *expression,
                    struct entries *entries);
bool evaluate_text(struct walk *walk, const struct expression *expression, const char **text);
bool evaluate_test(struct walk *walk, const struct expression *expression, bool *holds);
bool evaluate_words(struct walk *walk, const struct text *text, const char **words);

/* The attribute SLOT of NODE: as text, NULL where it is not there ... */
bool walk_text(struct walk *walk, const struct node *node, int slot, const char **text);
/* ... never empty ... */
bool walk_filled(struct walk *walk, const struct node *node, int slot, const char **text);
/* ... or as a number, NAN where it is not there or empty. */
bool walk_number(struct walk *walk, const struct node *node, int slot, double *number);
struct origin origin_of(const struct node *node);

/* Returns STYLE in bold, or with that alignment; one for each wish. */
const struct style *style_bold(struct walk *walk, const struct style *style);
const struct style *style_aligned(struct walk *walk, const struct style *style, enum align align);

/* Running text into RUNS; TEXT as such into RUNS. */
bool walk_inline(struct walk *walk, const struct nodes *nodes, const struct style *style,
                 struct runs *runs);
/* The same; what stands behind a leader into TAIL. */
bool walk_tailed(struct walk *walk, const struct nodes *nodes, struct paragraph *paragraph);
void runs_words(struct walk *walk, const char *words, const struct style *style,
                const struct node *node, struct runs *runs);

/* What <link> leads to; NULL where its address is none that may be followed. */
bool target_of_link(struct walk *walk, const struct node *node, const struct target **target);
/* What <ref> is to print, and what it leads to. */
bool run_of_ref(struct walk *walk, const struct node *node, struct run *run);
const struct target *target_of_anchor(struct walk *walk, const struct anchor *anchor);
struct anchor *anchor_add(struct walk *walk, const char *name); /* NULL: it has none */
/* The place that the attribute SLOT names, NULL where it is not there. */
bool anchor_of(struct walk *walk, const struct node *node, int slot, struct anchor **anchor);
/* Notes the heading that PARAGRAPH is; one that skips a level is refused. */
bool note_heading(struct walk *walk, const struct node *node, struct paragraph *paragraph);
bool walk_caption(struct walk *walk, const struct node *node, struct blocks *blocks);
bool walk_contents(struct walk *walk, const struct node *node, struct blocks *blocks);
/* When all is walked: all places that are referred to must be there. */
bool settle_names(struct walk *walk);
void fill_contents(struct walk *walk);

/* Puts what a part holds, which sees its parameters, but no variables of where it is used. */
bool walk_use(struct walk *walk, const struct node *node, const struct node_sink *sink);

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
