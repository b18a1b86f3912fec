/* value.h - what an attribute of a layout says. */
#ifndef RAPOR_LAYOUT_VALUE_H
#define RAPOR_LAYOUT_VALUE_H

#include "rapor/doc/doc.h"
#include "rapor/layout/expression.h"
#include "rapor/layout/vocabulary.h"

struct text_piece {
    const char *text;                    /* words as they are, or NULL */
    const char *spaced;                  /* the same with single spaces */
    const struct expression *expression; /* or what to put there */
};

/* Text with {expressions} in it. */
struct text {
    const struct text_piece *pieces;
    size_t count;
    const char *file;
    unsigned line;
};

struct styles {
    const struct style **items;
    size_t count;
};

struct part {
    const char *name;
    struct names params;
    const struct node *node; /* whose children are the blocks; NULL until it is read */
};

/* What an attribute says; the rule tells which member holds. */
struct value {
    bool given; /* written there; false: the standard, or nothing */
    union {
        const struct text *text;
        const struct expression *expression;
        const char *name; /* name, family, chart, path of a file */
        struct names names;
        double length;
        struct {
            double first, second;
        } pair; /* of pad and paper */
        struct {
            enum unit unit;
            double width;
        } width;
        size_t count; /* number, or index of a choice */
        struct color color;
        const struct map *map;
        const struct style *style;
        struct styles styles;
        const struct node *page;
        const struct part *part;
    };
};

#endif
