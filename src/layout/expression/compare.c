/* Comparing (XPath 1.0, section 3.4): nodes are compared one by one, and it is enough that one of
 * them fits, so that both "=" and "!=" can hold. */
#include "evaluation.h"
#include "number.h"

#include <string.h>

static bool relates(double left, double right, enum term_kind relation)
{
    switch ((unsigned)relation) {
    case TERM_EQUAL:
        return left == right;
    case TERM_UNEQUAL:
        return left != right;
    case TERM_LESS:
        return left < right;
    case TERM_LESS_EQUAL:
        return left <= right;
    case TERM_GREATER:
        return left > right;
    }
    return left >= right;
}

/* The same with both sides exchanged. */
static enum term_kind mirrored(enum term_kind relation)
{
    switch ((unsigned)relation) {
    case TERM_LESS:
        return TERM_GREATER;
    case TERM_LESS_EQUAL:
        return TERM_GREATER_EQUAL;
    case TERM_GREATER:
        return TERM_LESS;
    case TERM_GREATER_EQUAL:
        return TERM_LESS_EQUAL;
    }
    return relation;
}

static bool is_order(enum term_kind relation)
{
    return relation != TERM_EQUAL && relation != TERM_UNEQUAL;
}

static bool texts_relate(const char *left, const char *right, enum term_kind relation)
{
    return (strcmp(left, right) == 0) == (relation == TERM_EQUAL);
}

/* Looks for a node that fits. */
struct seeker {
    struct taker taker;
    struct evaluator *evaluator;
    enum term_kind relation;
    const char *text;      /* what it is held against; NULL: a number, or nodes */
    struct node_set nodes; /* of these one must fit */
    double number;
    bool found;
};

static bool fits_one(const struct seeker *seeker, const char *text)
{
    struct arena *arena = seeker->evaluator->arena;
    for (size_t i = 0; i < seeker->nodes.count; i++) {
        const char *other = view_node_text(seeker->nodes.items[i], arena);
        if (is_order(seeker->relation)
                ? relates(number_of(text), number_of(other), seeker->relation)
                : texts_relate(text, other, seeker->relation))
            return true;
    }
    return false;
}

static bool seek_text(struct taker *taker, struct view_node node)
{
    struct seeker *seeker = (struct seeker *)taker;
    const char *text = view_node_text(node, seeker->evaluator->arena);
    seeker->found = texts_relate(text, seeker->text, seeker->relation);
    return !seeker->found;
}

static bool seek_number(struct taker *taker, struct view_node node)
{
    struct seeker *seeker = (struct seeker *)taker;
    double number = number_of(view_node_text(node, seeker->evaluator->arena));
    seeker->found = relates(number, seeker->number, seeker->relation);
    return !seeker->found;
}

static bool seek_node(struct taker *taker, struct view_node node)
{
    struct seeker *seeker = (struct seeker *)taker;
    seeker->found = fits_one(seeker, view_node_text(node, seeker->evaluator->arena));
    return !seeker->found;
}

/* A side of the comparison. */
struct side {
    const struct term *term;
    enum type_kind kind;
};

static struct side side_of(struct evaluator *evaluator, const struct term *term)
{
    term = term_settled(evaluator, term);
    return (struct side){term, term_kind_of(evaluator, term)};
}

static bool seek(struct evaluator *evaluator, const struct side *nodes, const struct side *other,
                 enum term_kind relation)
{
    struct seeker seeker = {.evaluator = evaluator, .relation = relation};
    if (other->kind == TYPE_NODES) {
        seeker.taker.take = seek_node;
        seeker.nodes = term_set(evaluator, other->term);
    } else if (other->kind == TYPE_NUMBER || is_order(relation)) {
        seeker.taker.take = seek_number;
        seeker.number = term_number(evaluator, other->term);
    } else {
        seeker.taker.take = seek_text;
        seeker.text = term_text(evaluator, other->term);
    }
    term_nodes(evaluator, nodes->term, &seeker.taker);
    return seeker.found;
}

static bool atoms_relate(struct evaluator *evaluator, const struct side *left,
                         const struct side *right, enum term_kind relation)
{
    const bool truths = left->kind == TYPE_TRUTH || right->kind == TYPE_TRUTH;
    if (truths && (!is_order(relation) || left->kind == TYPE_NODES || right->kind == TYPE_NODES))
        return relates(term_truth(evaluator, left->term), term_truth(evaluator, right->term),
                       relation);
    if (left->kind == TYPE_TEXT && right->kind == TYPE_TEXT && !is_order(relation))
        return texts_relate(term_text(evaluator, left->term), term_text(evaluator, right->term),
                            relation);
    return relates(term_number(evaluator, left->term), term_number(evaluator, right->term),
                   relation);
}

bool term_compare(struct evaluator *evaluator, const struct term *term)
{
    const struct side left = side_of(evaluator, term->operands[0]);
    const struct side right = side_of(evaluator, term->operands[1]);
    if (left.kind == TYPE_NODES && right.kind != TYPE_TRUTH)
        return seek(evaluator, &left, &right, term->kind);
    if (right.kind == TYPE_NODES && left.kind != TYPE_TRUTH)
        return seek(evaluator, &right, &left, mirrored(term->kind));
    return atoms_relate(evaluator, &left, &right, term->kind);
}
