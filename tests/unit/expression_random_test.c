/* Random expressions on random trees must give what libxml2's XPath gives, whatever is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random_tree.h"
#include "xpath.h"

#define SEED  20211231
#define TREES 300
#define EACH  40 /* expressions on a tree */

/* Asks for the expression at some nodes. */
static unsigned ask(const struct place *place, const struct xpath *xpath,
                    const struct expression *expression)
{
    struct evaluator *evaluator = xpath->evaluator;
    unsigned asked = 0;
    for (unsigned i = 0; i < 4; i++, asked++) {
        const size_t size = 1 + roll(5);
        evaluator->focus = (struct focus){any_node(place), 1 + roll((unsigned)size), size};
        const struct outcome outcome = expression_outcome(evaluator, expression);
        g_autofree char *theirs = xpath_difference(xpath, expression->text, &outcome);
        if (!theirs)
            continue;
        const char *ours =
            evaluator->failure ? evaluator->failure : outcome_text(evaluator, &outcome);
        print_message("%s\n  gives kind %d \"%s\", libxml2 gives %s\n", expression->text,
                      (int)outcome.kind, ours, theirs);
        fail();
    }
    return asked;
}

static unsigned try_tree(void)
{
    struct arena *arena = arena_create();
    struct view_piece *piece = view_piece_create(0);
    struct view_element *document = view_piece_document(piece);
    struct place place = {.count = 0};
    const struct vocabulary *vocabulary = make_vocabulary(arena);
    grow(piece, document, 0);
    for (struct view_element *at = document; at; at = view_next(at, document))
        place.elements[place.count++] = at;
    struct mirror mirror = mirror_create(document);
    uint64_t clock = 1;
    struct evaluator evaluator = {.arena = arena, .lasting = arena, .clock = &clock};
    struct xpath xpath;
    xpath_begin(&xpath, &mirror, &evaluator);
    evaluator_begin(&evaluator);
    evaluator.own = any_node(&place);
    evaluator.variables = make_variables(&place, arena);
    const struct type any = {.kind = TYPE_NODES, .set = set_all(vocabulary)};
    const struct standpoint standpoint = {any, any, ON_SUBJECT, make_types(vocabulary, true)};
    const struct language language = {vocabulary, arena, false};
    unsigned asked = 0;
    for (unsigned i = 0; i < EACH; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        struct expression expression;
        struct refusal refusal;
        write_any(text, 0);
        if (expression_read(&language, text->str, &standpoint, &expression, &refusal))
            asked += ask(&place, &xpath, &expression);
        else if (strcmp(refusal.id, "expression-type") != 0) { /* /.. and @x/a cannot be */
            if (g_str_has_prefix(refusal.id, "unknown-"))
                continue;
            print_message("%s\n  is refused at %zu: %s\n", text->str, refusal.at, refusal.text);
            fail();
        }
    }
    xpath_end(&xpath);
    mirror_destroy(&mirror);
    view_piece_destroy(piece);
    arena_destroy(arena);
    return asked;
}

static void random_expressions_give_what_libxml2_gives(void **state)
{
    (void)state;
    unsigned asked = 0;
    dice = g_rand_new_with_seed(SEED);
    for (unsigned i = 0; i < TREES; i++)
        asked += try_tree();
    g_rand_free(dice);
    print_message("%u evaluations\n", asked);
    assert_true(asked > 30000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_expressions_give_what_libxml2_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
