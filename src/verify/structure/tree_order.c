/* Content and tree: each mark is met once, and in the order of the pages. */
#include "../content/marks.h"
#include "tree.h"

/* The last mark met on the way through the tree. */
struct order_walk {
    struct pdf *pdf;
    const struct content_mark *last;
};

static void meet(struct order_walk *walk, const struct structure_element *element,
                 const struct kid *kid)
{
    struct pdf *pdf = walk->pdf;
    struct content_mark *mark = marks_find(pdf->marks, kid->owner, kid->number);
    if (!mark) {
        blame(pdf, RULE_MARK, element->object, "%s refers to content that is not there (/MCID %u)",
              element->written, kid->number);
        return;
    }
    pdf->page = mark->page;
    if (++mark->uses == 2)
        blame(pdf, RULE_MARK, element->object, "/MCID %u stands in the tree twice", kid->number);
    if (walk->last && mark->page < walk->last->page)
        blame(pdf, RULE_ORDER, element->object,
              "%s goes back from page %u to page %u in the order of reading", element->written,
              walk->last->page, mark->page);
    else if (walk->last && mark->page == walk->last->page && mark->order < walk->last->order)
        blame(pdf, RULE_ORDER, element->object,
              "%s (/MCID %u) is painted before what is read before it", element->written,
              kid->number);
    walk->last = mark;
    pdf->page = 0;
}

static void walk_element(struct order_walk *walk, const struct structure_element *element)
{
    for (size_t i = 0; i < element->kid_count; i++) {
        const struct kid *kid = &element->kids[i];
        if (kid->kind == KID_MARK)
            meet(walk, element, kid);
        else if (kid->kind == KID_ELEMENT)
            walk_element(walk, kid->element); /* as deep as tree_read() went */
    }
}

static void check_met(struct pdf *pdf)
{
    size_t count;
    struct content_mark *const *marks = marks_all(pdf->marks, &count);
    for (size_t i = 0; i < count; i++) {
        pdf->page = marks[i]->page;
        if (marks[i]->uses == 0)
            blame(pdf, RULE_MARK, marks[i]->owner, "tagged content is not in the tree (/MCID %u)",
                  marks[i]->number);
    }
    pdf->page = 0;
}

void tree_check_order(struct pdf *pdf, const struct tree *tree)
{
    struct order_walk walk = {pdf, NULL};
    walk_element(&walk, tree->root);
    check_met(pdf);
}
