/* functions.h - what layouts can call: XPath's own functions and ours. */
#ifndef RAPOR_LAYOUT_FUNCTIONS_H
#define RAPOR_LAYOUT_FUNCTIONS_H

#include <libxml/xpath.h>
#include <stdbool.h>
#include <stddef.h>

#define ANY_NUMBER 1000 /* of arguments */
#define CALL_MOST  3    /* that one of ours takes */

struct arena;

/* What a function makes of text. */
typedef const char *text_function(const char *const *arguments, size_t count, struct arena *arena);

enum gives { GIVES_ATOM, GIVES_CURRENT, GIVES_SUBJECT, GIVES_ANY_NODES };

struct function_rule {
    const char *name;
    size_t least, most; /* number of arguments */
    bool takes_nodes;   /* the first argument must be nodes */
    enum gives gives;
    text_function *text;   /* or */
    xmlXPathFunction call; /* neither: XPath has it */
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
