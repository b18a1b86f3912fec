/* Comparing (XPath 1.0, section 3.4): nodes are compared one by one, and it is enough that one of
 * them fits, so that both "=" and "!=" can hold. */
#include "evaluation.h"
#include "rapor/layout/number.h"
#include "wanted.h"

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
    seeker->evaluator->looked += seeker->nodes.count;
    for (size_t i = 0; i < seeker->nodes.count; i++) {
        const char *other = view_node_text(seeker->nodes.items[i], seeker->evaluator);
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
    const char *text = view_node_text(node, seeker->evaluator);
    seeker->found = texts_relate(text, seeker->text, seeker->relation);
    return !seeker->found;
}

static bool seek_number(struct taker *taker, struct view_node node)
{
    struct seeker *seeker = (struct seeker *)taker;
    double number = number_of(view_node_text(node, seeker->evaluator));
    seeker->found = relates(number, seeker->number, seeker->relation);
    return !seeker->found;
}

static bool seek_node(struct taker *taker, struct view_node node)
{
    struct seeker *seeker = (struct seeker *)taker;
    seeker->found = fits_one(seeker, view_node_text(node, seeker->evaluator));
    return !seeker->found && evaluation_may_go_on(seeker->evaluator);
}

/* A side of the comparison. */
struct side {
    const struct term *term;
    enum type_kind kind;
};

static struct side side_of(struct evaluator *evaluator, const struct term *term)
{
    if (type_is_known(term->type))
        return (struct side){term, term->type};
    term = term_settled(evaluator, term);
    return (struct side){term, term_kind_of(evaluator, term)};
}

static bool seek(struct evaluator *evaluator, const struct side *nodes, const struct side *other,
                 enum term_kind relation)
{
    const struct view_attribute *attribute = NULL;
    if (nodes->term->kind == TERM_ATTRIBUTE &&
        !(attribute = term_attribute(evaluator, nodes->term)))
        return false;
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
    if (attribute)
        seeker.taker.take(&seeker.taker,
                          (struct view_node){evaluator->here->node.element, attribute});
    else
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

/* True for what is the same for all nodes that a condition is asked of. */
static bool is_same_for_all(const struct term *term)
{
    return term->kind == TERM_TEXT || term->kind == TERM_NUMBER || term->kind == TERM_KEPT ||
           term->kind == TERM_VARIABLE;
}

static struct wanted wanted_text(const char *text, struct wanted wanted)
{
    wanted.kind = is_order(wanted.relation) ? WANTED_NUMBER : WANTED_TEXT;
    wanted.text = text;
    wanted.number = is_order(wanted.relation) ? number_of(text) : 0;
    return wanted;
}

/* The attribute must relate to SIDE. */
static struct wanted wanted_of(struct evaluator *evaluator, const struct side *side,
                               struct wanted wanted)
{
    struct node_set set;
    switch ((unsigned)side->kind) {
    case TYPE_TEXT:
        return wanted_text(term_text(evaluator, side->term), wanted);
    case TYPE_NUMBER:
        wanted.kind = WANTED_NUMBER;
        wanted.number = term_number(evaluator, side->term);
        return wanted;
    case TYPE_NODES:
        set = term_set(evaluator, side->term);
        if (set.count == 1)
            return wanted_text(view_node_text(set.items[0], evaluator), wanted);
        wanted.kind = set.count == 0 ? WANTED_NOTHING : WANTED_OTHERWISE;
        return wanted;
    }
    return wanted;
}

struct wanted wanted_by(struct evaluator *evaluator, const struct term *condition)
{
    if (condition->kind == TERM_ATTRIBUTE)
        return (struct wanted){.kind = WANTED_ANY, .name = condition->name};
    const bool compares = condition->kind >= TERM_EQUAL && condition->kind <= TERM_GREATER_EQUAL;
    if (!compares || condition->operands[0]->kind != TERM_ATTRIBUTE ||
        !is_same_for_all(condition->operands[1]))
        return (struct wanted){.kind = WANTED_OTHERWISE};
    const struct side side = side_of(evaluator, condition->operands[1]);
    return wanted_of(
        evaluator, &side,
        (struct wanted){.relation = condition->kind, .name = condition->operands[0]->name});
}

bool number_fits(const struct wanted *wanted, const char *text)
{
    return relates(number_of(text), wanted->number, wanted->relation);
}
