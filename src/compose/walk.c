/* Control: each, if, choose and let work alike wherever they stand; and what attributes say. */
#include "walk.h"
#include "values.h"

#include "rapor/base/decimal.h"
#include "rapor/base/language.h"
#include "rapor/base/own.h"
#include "rapor/layout/number.h"

#include <string.h>

struct sort_key {
    const char *text; /* NULL: not sorted by it */
    bool decimal;     /* it is a number ... */
    bool exact;       /* ... that a double tells from all others with as many digits */
    double number;
};

/* A node that is gone to, with what it is sorted by. */
struct walk_entry {
    struct view_node node;
    struct sort_key keys[2];
};

struct sort_order {
    bool descending[2];
};

static struct sort_key key_of(const char *text)
{
    const size_t exact_digits = 15;
    struct sort_key key = {.text = text, .decimal = decimal_valid(text)};
    key.exact = key.decimal && strlen(text) <= exact_digits;
    if (key.exact)
        key.number = number_of(text);
    return key;
}

/* As numbers where both are, else byte by byte. */
static int compare_keys(const struct sort_key *left, const struct sort_key *right)
{
    if (left->exact && right->exact)
        return (left->number > right->number) - (left->number < right->number);
    if (left->decimal && right->decimal)
        return decimal_compare(left->text, right->text);
    return strcmp(left->text, right->text);
}

static int compare_entries(const void *left, const void *right, void *data)
{
    const struct walk_entry *a = left, *b = right;
    const struct sort_order *order = data;
    for (size_t i = 0; i < G_N_ELEMENTS(a->keys); i++) {
        if (!a->keys[i].text)
            continue;
        int result = compare_keys(&a->keys[i], &b->keys[i]);
        if (result != 0)
            return order->descending[i] ? -result : result;
    }
    return 0;
}

void focus_on(struct walk *walk, struct view_node node, size_t index, size_t count)
{
    walk->evaluator.focus = (struct focus){node, index + 1, count};
}

/* Evaluates the keys of all entries. */
static bool find_keys(struct walk *walk, const struct node *node, const struct arrangement *by,
                      struct walk_entry *entries, size_t count)
{
    for (size_t k = 0; k < G_N_ELEMENTS(by->keys); k++) {
        const struct expression *key = node->values[by->keys[k]].expression;
        for (size_t i = 0; key && i < count; i++) {
            focus_on(walk, entries[i].node, i, count);
            const char *text = evaluate_passing(walk, key);
            if (!text)
                return false;
            entries[i].keys[k] = key_of(text);
        }
    }
    return true;
}

/* Puts others in the place of NODES, in the order that is asked for. */
static bool sort_nodes(struct walk *walk, const struct node *node, const struct arrangement *by,
                       struct node_set *nodes)
{
    const struct value *values = node->values;
    if (!values[by->keys[0]].expression && !values[by->keys[1]].expression)
        return true;
    struct walk_entry *entries = ARENA_ARRAY(walk->scratch, nodes->count, struct walk_entry);
    for (size_t i = 0; i < nodes->count; i++)
        entries[i].node = nodes->items[i];
    if (!find_keys(walk, node, by, entries, nodes->count))
        return false;
    struct sort_order order = {{values[by->orders[0]].count > 0, values[by->orders[1]].count > 0}};
    g_qsort_with_data(entries, (gint)nodes->count, sizeof *entries, compare_entries,
                      &order); /* stable, unlike qsort */
    nodes->items = ARENA_ARRAY(walk->scratch, nodes->count, struct view_node);
    for (size_t i = 0; i < nodes->count; i++)
        nodes->items[i] = entries[i].node;
    return true;
}

/* How many: as many as there are where the attribute says nothing. */
static bool count_entries(struct walk *walk, const struct node *node,
                          const struct expression *expression, size_t *count)
{
    if (!expression)
        return true;
    double number;
    const char *text = evaluate_passing(walk, expression);
    if (!text)
        return false;
    if (!parse_number(text, &number) || !(number >= 0))
        return walk_failed(walk, node, "limit \"%s\" is no number from 0 on", text);
    if (number < (double)*count)
        *count = (size_t)number;
    return true;
}

/* Keeps the first ones, and of the others so many from the end. */
static bool limit_nodes(struct walk *walk, const struct node *node, const struct arrangement *by,
                        struct node_set *nodes)
{
    size_t first = nodes->count;
    if (!count_entries(walk, node, node->values[by->limit].expression, &first))
        return false;
    size_t rest = nodes->count - first, last = rest;
    const struct expression *tail = by->tail == NO_SLOT ? NULL : node->values[by->tail].expression;
    if (!tail)
        last = 0;
    else if (!count_entries(walk, node, tail, &last))
        return false;
    const struct view_node *all = nodes->items;
    if (last > 0 && last < rest) {
        nodes->items = ARENA_ARRAY(walk->scratch, first + last, struct view_node);
        for (size_t i = 0; i < first + last; i++)
            nodes->items[i] = all[i < first ? i : i + rest - last];
    }
    nodes->count = first + last;
    return true;
}

bool walk_arranged(struct walk *walk, const struct node *node, const struct arrangement *by,
                   struct node_set *nodes)
{
    if (!evaluate_nodes(walk, node->values[by->select].expression, nodes))
        return false;
    const struct focus outer = walk->evaluator.focus;
    bool sorted = sort_nodes(walk, node, by, nodes);
    walk->evaluator.focus = outer;
    return sorted && limit_nodes(walk, node, by, nodes);
}

static bool separate(struct walk *walk, const struct node *each, size_t left,
                     const struct node_sink *sink)
{
    const struct text *text = each->values[EACH_SEPARATOR].text;
    if (left == 1 && each->values[EACH_LAST].text)
        text = each->values[EACH_LAST].text;
    return !text || !sink->separate || sink->separate(walk, text, sink->target);
}

static bool walk_all(struct walk *walk, const struct node *each, const struct node_set *nodes,
                     const struct node_sink *sink)
{
    const struct focus outer = walk->evaluator.focus;
    bool done = true;
    for (size_t i = 0; done && i < nodes->count; i++) {
        walk->evaluator.focus = outer;
        done = i == 0 || separate(walk, each, nodes->count - i, sink);
        focus_on(walk, nodes->items[i], i, nodes->count);
        done = done && walk_nodes(walk, &each->children, sink);
    }
    walk->evaluator.focus = outer;
    return done;
}

static bool walk_each(struct walk *walk, const struct node *each, const struct node_sink *sink)
{
    static const struct arrangement by = {
        EACH_SELECT, {EACH_SORT, EACH_THEN}, {EACH_ORDER, EACH_THEN_ORDER}, EACH_LIMIT, NO_SLOT};
    struct node_set nodes;
    return walk_arranged(walk, each, &by, &nodes) && walk_all(walk, each, &nodes, sink);
}

static bool walk_choose(struct walk *walk, const struct node *choose, const struct node_sink *sink)
{
    for (size_t i = 0; i < choose->children.count; i++) {
        const struct node *branch = &choose->children.items[i];
        bool holds = branch->kind == NODE_OTHERWISE;
        if (!holds && !evaluate_test(walk, branch->values[TEST_EXPRESSION].expression, &holds))
            return false;
        if (holds)
            return walk_nodes(walk, &branch->children, sink);
    }
    return true;
}

static bool walk_if(struct walk *walk, const struct node *node, const struct node_sink *sink)
{
    bool holds;
    if (!evaluate_test(walk, node->values[TEST_EXPRESSION].expression, &holds))
        return false;
    return !holds || walk_nodes(walk, &node->children, sink);
}

static bool walk_let(struct walk *walk, const struct node *let)
{
    struct outcome outcome;
    if (!evaluate_outcome(walk, let->values[LET_SELECT].expression, &outcome))
        return false;
    variable_push(walk, &walk->evaluator.variables, let->variable, outcome);
    return true;
}

/* The decree of 100,000 institutions takes 2 million steps. */
static bool may_go_on(struct walk *walk, const struct node *node)
{
    static const size_t steps_most = 50000000;
    if (++walk->steps > steps_most)
        return walk_failed(walk, node, "the layout takes more than %zu steps to here", steps_most);
    if (arena_held(walk->scratch) > DOCUMENT_MOST ||
        (walk->arena && arena_held(walk->arena) > DOCUMENT_MOST))
        return walk_failed(walk, node, "the layout takes more than %zu MiB to here",
                           DOCUMENT_MOST >> 20);
    return true;
}

static bool walk_node(struct walk *walk, const struct node *node, const struct node_sink *sink)
{
    if (!may_go_on(walk, node))
        return false;
    switch ((unsigned)node->kind) {
    case NODE_EACH:
        return walk_each(walk, node, sink);
    case NODE_IF:
        return walk_if(walk, node, sink);
    case NODE_CHOOSE:
        return walk_choose(walk, node, sink);
    case NODE_LET:
        return walk_let(walk, node);
    }
    return sink->put(walk, node, sink->target);
}

bool walk_nodes(struct walk *walk, const struct nodes *nodes, const struct node_sink *sink)
{
    const struct variable *outer = walk->evaluator.variables;
    bool done = true;
    for (size_t i = 0; done && i < nodes->count; i++)
        done = walk_node(walk, &nodes->items[i], sink);
    walk->evaluator.variables = outer;
    return done;
}

bool walk_text(struct walk *walk, const struct node *node, int slot, const char **text)
{
    *text = NULL;
    return !node->values[slot].text || evaluate_words(walk, node->values[slot].text, text);
}

bool walk_filled(struct walk *walk, const struct node *node, int slot, const char **text)
{
    if (!walk_text(walk, node, slot, text))
        return false;
    if (*text && (*text)[strspn(*text, " \t\r\n")] != '\0')
        return true;
    const struct element_rule *rule = &element_rules[0];
    while (rule->kind != node->kind)
        rule++;
    return walk_failed(walk, node, "%s of %s is empty", rule->attributes[slot].name, rule->name);
}

bool walk_number(struct walk *walk, const struct node *node, int slot, double *number)
{
    const char *text;
    if (!walk_text(walk, node, slot, &text))
        return false;
    if (parse_number(text ? text : "", number))
        return true;
    return walk_failed(walk, node, "\"%s\" is no number", text);
}
