/* evaluate.h - what expressions give, where they are asked. */
#ifndef RAPOR_LAYOUT_EVALUATE_H
#define RAPOR_LAYOUT_EVALUATE_H

#include "rapor/view/tree.h"

#include "rapor/layout/expression.h"

struct arena;

/* An element, or one of its attributes. */
struct view_node {
    const struct view_element *element;
    const struct view_attribute *attribute; /* or NULL */
};

/* In the order of the document, each once. */
struct node_set {
    struct view_node *items;
    size_t count, room;
};

/* What an expression gave; the kind is neither atom nor any. */
struct outcome {
    enum type_kind kind;
    union {
        struct node_set nodes;
        double number;
        const char *text;
        bool truth;
    };
};

struct variable {
    const struct variable *next;
    GQuark name;
    struct outcome outcome;
};

/* Where an expression stands: at a node, which is one of SIZE. */
struct focus {
    struct view_node node;
    size_t position, size; /* from 1 */
};

/* What was found the last time, and when. */
struct memo {
    enum lifetime lifetime;
    uint64_t stamp;
    struct outcome outcome;
};

struct evaluator {
    struct arena *arena, *lasting; /* while a document is composed; of the layout, for what is kept
                                    * for a run */
    struct view_node own;          /* what the document is about */
    struct focus focus;            /* of the innermost each; what current() is */
    const struct variable *variables; /* innermost first */
    uint64_t *clock;                  /* of the layout; counts what is evaluated, from 2 on */
    uint64_t stamps[LIFETIME_COUNT];  /* a memo with another stamp is out of date */
    bool english;                     /* numbers and dates are written so */
    const char *failure;              /* why the last expression gives nothing; or NULL */
    size_t looked;                    /* elements that were looked at so far: against the limit */
    const struct focus *here;         /* while evaluating: of the condition around, or else focus */
};

/* What one document may take.  The decree of 100,000 institutions looks at 11 million elements and
 * holds 90 MiB. */
#define LOOKED_MOST   ((size_t)100000000)
#define DOCUMENT_MOST ((size_t)256 << 20) /* bytes of its arena, or of the evaluator's */

/* Begins a document: what was kept for another is out of date. */
void evaluator_begin(struct evaluator *evaluator);

/* What the expression gives, as that: with FAILURE set where it gives none.  Texts last as long as
 * the tree, the layout and the evaluator's arena. */
const char *expression_text(struct evaluator *evaluator, const struct expression *expression);
bool expression_holds(struct evaluator *evaluator, const struct expression *expression);
struct node_set expression_nodes(struct evaluator *evaluator, const struct expression *expression);
struct outcome expression_outcome(struct evaluator *evaluator, const struct expression *expression);

#endif
