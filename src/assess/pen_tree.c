#include "pen.h"

#include "grove.h"

static void start(struct pen *pen, const char *element)
{
    struct tree_pen *tree = (struct tree_pen *)pen;
    tree->node = grove_element(tree->grove, tree->node, element);
}

static void say(struct pen *pen, const struct phrase *phrase)
{
    struct tree_pen *tree = (struct tree_pen *)pen;
    if (phrase)
        grove_phrase(tree->grove, tree->node, phrase);
}

static void attribute(struct pen *pen, const char *name, const char *value)
{
    struct tree_pen *tree = (struct tree_pen *)pen;
    if (value)
        grove_attribute(tree->grove, tree->node, name, value);
}

static void text(struct pen *pen, const char *text)
{
    struct tree_pen *tree = (struct tree_pen *)pen;
    grove_text(tree->grove, tree->node, text);
}

static void end(struct pen *pen)
{
    struct tree_pen *tree = (struct tree_pen *)pen;
    tree->node = tree->node->parent;
}

struct tree_pen tree_pen_at(xmlNode *node, struct grove *grove)
{
    return (struct tree_pen){
        .pen = {start, say, attribute, text, end, grove_arena(grove), false},
        .grove = grove,
        .node = node,
    };
}
