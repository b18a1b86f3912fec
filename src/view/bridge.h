/* bridge.h - the tree of the view as one of libxml2's, for expressions that libxml2 evaluates. */
#ifndef VIEW_BRIDGE_H
#define VIEW_BRIDGE_H

#include "rapor/view/tree.h"

struct bridge {
    xmlDoc *doc;   /* NULL: nothing was copied yet */
    xmlNode *last; /* of what is never copied again */
    const struct view_element *element;
    xmlNode *node; /* its copy; NULL: the tree is not what it was */
};

/* Copies what stands in ROOT, or only what stands after LAST where that was copied before;
 * returns the copy of ELEMENT. */
xmlNode *bridge_copy(struct bridge *bridge, const struct view_element *root,
                     const struct view_element *last, const struct view_element *element);

/* The attributes of ELEMENT, the only one of its name in the root, are others than they were. */
void bridge_renew(struct bridge *bridge, const struct view_element *element);

#endif
