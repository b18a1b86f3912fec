/* Random expressions must give the same where the tree lacks what they do not reach. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random_tree.h"

#define SEED  20211231
#define TREES 300
#define EACH  40 /* expressions on a tree */

struct tree {
    struct view_piece *piece;
    struct view_element *document;
    struct view_element *all[PLACES_MOST], whole[PLACES_MOST]; /* whole: as they were */
    size_t count;
    struct place left; /* what is not cut off */
};

static struct tree *make_tree(void)
{
    struct tree *tree = g_new0(struct tree, 1);
    tree->piece = view_piece_create(0);
    tree->document = view_piece_document(tree->piece);
    grow(tree->piece, tree->document, 0);
    for (struct view_element *at = tree->document; at; at = view_next(at, tree->document)) {
        tree->whole[tree->count] = *at;
        tree->all[tree->count++] = at;
    }
    return tree;
}

static void restore(struct tree *tree)
{
    for (size_t i = 0; i < tree->count; i++)
        *tree->all[i] = tree->whole[i];
}

static bool is_kept(const struct vocabulary *vocabulary, GQuark name, uint64_t parts)
{
    for (size_t i = 1; i < vocabulary->count; i++)
        if (g_quark_from_string(vocabulary->declarations[i].name) == name)
            return parts & vocabulary->declarations[i].part;
    return false;
}

/* Leaves PARTS of an institution, nothing else. */
static void cut_one(struct view_element *element, const struct vocabulary *vocabulary,
                    uint64_t parts)
{
    struct view_element *next = element->children;
    element->children = element->last = NULL;
    while (next) {
        struct view_element *at = next;
        next = at->next;
        at->next = NULL;
        if (is_kept(vocabulary, at->name, parts))
            view_append(element, at);
    }
}

static void cut(struct tree *tree, const struct vocabulary *vocabulary, struct asked asked,
                const struct view_element *own)
{
    const GQuark institution = g_quark_from_static_string(names[0]);
    for (size_t i = 0; i < tree->count; i++)
        if (tree->all[i]->name == institution)
            cut_one(tree->all[i], vocabulary, asked.others | (tree->all[i] == own ? asked.own : 0));
    tree->left.count = 0;
    for (struct view_element *at = tree->document; at; at = view_next(at, tree->document))
        tree->left.elements[tree->left.count++] = at;
}

static bool is_left(const struct tree *tree, const struct view_element *element)
{
    for (size_t i = 0; i < tree->left.count; i++)
        if (tree->left.elements[i] == element)
            return true;
    return false;
}

/* What it gives in words: of nodes how many, and the text of the first. */
static char *given(struct evaluator *evaluator, const struct expression *expression)
{
    const struct outcome outcome = expression_outcome(evaluator, expression);
    const size_t count = outcome.kind == TYPE_NODES ? outcome.nodes.count : 0;
    return g_strdup_printf("%d %zu %s %s", (int)outcome.kind, count,
                           outcome_text(evaluator, &outcome),
                           evaluator->failure ? evaluator->failure : "");
}

/* Asks for it at some nodes of the cut tree, and of the whole one. */
static void ask(struct tree *tree, const struct vocabulary *vocabulary,
                const struct expression *expression, struct evaluator *evaluator)
{
    struct asked asked = expression->asked;
    asked_add(&asked, asked_of_text(vocabulary, &expression->type));
    cut(tree, vocabulary, asked, evaluator->own.element);
    if (!is_left(tree, evaluator->own.element))
        return restore(tree);
    for (unsigned i = 0; i < 4; i++) {
        evaluator->focus = (struct focus){any_node(&tree->left), 1 + roll(5), 5};
        evaluator->variables = make_variables(&tree->left, evaluator->arena);
        g_autofree char *less = given(evaluator, expression);
        restore(tree);
        g_autofree char *all = given(evaluator, expression);
        cut(tree, vocabulary, asked, evaluator->own.element);
        if (strcmp(less, all) != 0)
            fail_msg("%s\n  gives %s, of less %s", expression->text, all, less);
    }
    restore(tree);
}

/* Returns how many expressions reached less than all. */
static unsigned try_tree(void)
{
    struct arena *arena = arena_create();
    struct tree *tree = make_tree();
    const struct vocabulary *vocabulary = make_vocabulary(arena);
    uint64_t clock = 1;
    struct evaluator evaluator = {.arena = arena, .lasting = arena, .clock = &clock};
    evaluator_begin(&evaluator);
    evaluator.own.element = tree->all[roll((unsigned)tree->count)];
    const struct type any = {.kind = TYPE_NODES, .set = set_all(vocabulary)};
    const struct standpoint standpoint = {any, any, ON_SUBJECT, make_types(vocabulary, false)};
    const struct language language = {vocabulary, arena, true};
    unsigned less = 0;
    for (unsigned i = 0; i < EACH; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        struct expression expression;
        struct refusal refusal;
        write_any(text, 0);
        if (!expression_read(&language, text->str, &standpoint, &expression, &refusal))
            continue;
        less += (expression.asked.others & asked_all.others) != asked_all.others;
        ask(tree, vocabulary, &expression, &evaluator);
    }
    view_piece_destroy(tree->piece);
    g_free(tree);
    arena_destroy(arena);
    return less;
}

static void random_expressions_do_without_what_they_do_not_reach(void **state)
{
    (void)state;
    unsigned less = 0;
    dice = g_rand_new_with_seed(SEED);
    for (unsigned i = 0; i < TREES; i++)
        less += try_tree();
    g_rand_free(dice);
    print_message("%u expressions\n", less);
    assert_true(less > 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_expressions_do_without_what_they_do_not_reach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
