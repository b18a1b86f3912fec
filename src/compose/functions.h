/* functions.h - what layouts can call: XPath's own functions and ours. */
#ifndef COMPOSE_FUNCTIONS_H
#define COMPOSE_FUNCTIONS_H

#include <libxml/xpath.h>
#include <stdbool.h>
#include <stddef.h>

#define ANY_NUMBER 1000 /* of arguments */

enum gives { GIVES_ATOM, GIVES_CURRENT, GIVES_SUBJECT, GIVES_ANY_NODES };

struct function_rule {
    const char *name;
    size_t least, most; /* number of arguments */
    bool takes_nodes;   /* the first argument must be nodes */
    enum gives gives;
    xmlXPathFunction call; /* NULL: XPath has it */
};

extern const struct function_rule *const function_rules;
extern const size_t function_rule_count;

const struct function_rule *function_find(const char *name); /* or NULL */

/* What ours need to know; the user data of the XPath context. */
struct function_data {
    struct arena *arena;
    xmlNode *current, *own;
};

void functions_register(xmlXPathContext *xpath);

#endif
