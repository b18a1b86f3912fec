/* What lies along the axes of XPath 1.0 (section 2.2). */
#include "evaluation.h"

static bool give_elements(const struct path_step *step, const struct view_element *at,
                          const struct view_element *(*next)(const struct view_element *),
                          struct taker *taker, size_t *looked)
{
    for (; at; at = next(at), ++*looked)
        if ((step->name == 0 || at->name == step->name) && (at->name != 0 || step->any) &&
            !taker->take(taker, (struct view_node){at, NULL}))
            return false;
    return true;
}

static const struct view_element *following(const struct view_element *at)
{
    return at->next;
}

static const struct view_element *preceding(const struct view_element *at)
{
    return at->previous;
}

static const struct view_element *around(const struct view_element *at)
{
    return at->parent;
}

static const struct view_element *nothing(const struct view_element *at)
{
    (void)at;
    return NULL;
}

/* Most steps lead to children with a name. */
static bool give_children(const struct path_step *step, const struct view_element *parent,
                          struct taker *taker, size_t *looked)
{
    if (step->name == 0)
        return give_elements(step, parent->children, following, taker, looked);
    for (const struct view_element *at = parent->children; at; at = at->next, ++*looked)
        if (at->name == step->name && !taker->take(taker, (struct view_node){at, NULL}))
            return false;
    return true;
}

static bool give_attributes(const struct path_step *step, const struct view_element *element,
                            struct taker *taker)
{
    const struct view_attribute *at = element->attributes;
    if (step->name != 0) {
        at = view_attribute(element, step->name);
        return !at || taker->take(taker, (struct view_node){element, at});
    }
    for (size_t i = 0; i < element->attribute_count; i++)
        if (!taker->take(taker, (struct view_node){element, &at[i]}))
            return false;
    return true;
}

static bool give_below(const struct path_step *step, const struct view_element *root,
                       struct taker *taker, size_t *looked)
{
    for (const struct view_element *at = view_next(root, root); at; at = view_next(at, root))
        if (!give_elements(step, at, nothing, taker, looked))
            return false;
    return true;
}

/* An attribute has nothing but the element it stands at. */
static bool give_along_attribute(const struct path_step *step, struct view_node from,
                                 struct taker *taker, size_t *looked)
{
    bool itself = step->axis == AXIS_SELF || step->axis == AXIS_DESCENDANT_OR_SELF ||
                  step->axis == AXIS_ANCESTOR_OR_SELF;
    if (itself && step->any && !taker->take(taker, from))
        return false;
    if (step->axis == AXIS_PARENT)
        return give_elements(step, from.element, nothing, taker, looked);
    bool up = step->axis == AXIS_ANCESTOR || step->axis == AXIS_ANCESTOR_OR_SELF;
    return !up || give_elements(step, from.element, around, taker, looked);
}

bool give_along(const struct path_step *step, struct view_node from, struct taker *taker,
                size_t *looked)
{
    const struct view_element *at = from.element;
    if (from.attribute)
        return give_along_attribute(step, from, taker, looked);
    switch (step->axis) {
    case AXIS_CHILD:
        return give_children(step, at, taker, looked);
    case AXIS_ATTRIBUTE:
        return give_attributes(step, at, taker);
    case AXIS_SELF:
        return give_elements(step, at, nothing, taker, looked);
    case AXIS_PARENT:
        return !at->parent || give_elements(step, at->parent, nothing, taker, looked);
    case AXIS_ANCESTOR:
        return give_elements(step, at->parent, around, taker, looked);
    case AXIS_ANCESTOR_OR_SELF:
        return give_elements(step, at, around, taker, looked);
    case AXIS_DESCENDANT_OR_SELF:
        return give_elements(step, at, nothing, taker, looked) &&
               give_below(step, at, taker, looked);
    case AXIS_DESCENDANT:
        return give_below(step, at, taker, looked);
    case AXIS_FOLLOWING_SIBLING:
        return give_elements(step, at->next, following, taker, looked);
    case AXIS_PRECEDING_SIBLING:
        return give_elements(step, at->previous, preceding, taker, looked);
    }
    return true;
}
