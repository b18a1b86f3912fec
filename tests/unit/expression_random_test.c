/* Random expressions on random trees must give what libxml2's XPath gives, whatever is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "dice.h"
#include "xpath.h"

#include "../../src/layout/expression/evaluation.h"

#define SEED  20211231
#define TREES 300
#define EACH  40 /* expressions on a tree */

/* Trees. */

static void grow(struct view_piece *piece, struct view_element *parent, unsigned depth)
{
    GQuark name = g_quark_from_static_string(ONE_OF(names));
    struct view_element *element = view_piece_element(piece, parent, name);
    struct view_attribute *room = view_piece_room(piece, G_N_ELEMENTS(attributes));
    size_t count = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++)
        if (roll(2))
            room[count++] =
                view_attribute_of(g_quark_from_static_string(attributes[i]), ONE_OF(values));
    view_piece_attributes(piece, element, count);
    const unsigned children = depth < 4 ? roll(5) : 0;
    for (unsigned i = 0; i < children; i++)
        grow(piece, element, depth + 1);
    if (children == 0 && roll(2)) {
        element->text = ONE_OF(values);
        element->text_length = (uint32_t)strlen(element->text);
    }
}

/* Every name may stand in every other. */
static struct vocabulary *make_vocabulary(struct arena *arena)
{
    static struct declaration declarations[1 + G_N_ELEMENTS(names)];
    struct vocabulary *vocabulary = ARENA_NEW(arena, struct vocabulary);
    *vocabulary = (struct vocabulary){
        .arena = arena, .declarations = declarations, .count = G_N_ELEMENTS(declarations)};
    const struct set all = set_all(vocabulary);
    struct set below = all;
    below.bits[0] &= ~UINT64_C(1); /* but the document */
    for (size_t i = 0; i < G_N_ELEMENTS(declarations); i++) {
        declarations[i] = (struct declaration){.name = "", .on = ON_RUN};
        declarations[i].children = below;
        if (i == 0)
            continue;
        declarations[i].name = names[i - 1];
        declarations[i].on = ON_SUBJECT;
        declarations[i].parents = all;
        for (size_t k = 0; k < G_N_ELEMENTS(attributes); k++)
            names_add(&declarations[i].attributes, attributes[k], arena);
    }
    return vocabulary;
}

/* Where they are asked. */

struct place {
    struct view_element *elements[4096];
    size_t count;
};

static struct view_node any_node(const struct place *place)
{
    struct view_node node = {place->elements[roll((unsigned)place->count)], NULL};
    if (roll(4) == 0 && node.element->attribute_count > 0)
        node.attribute = &node.element->attributes[roll(node.element->attribute_count)];
    return node;
}

static struct variable *variable(struct arena *arena, const struct variable *next, const char *name,
                                 struct outcome outcome)
{
    struct variable *made = ARENA_NEW(arena, struct variable);
    *made = (struct variable){next, g_quark_from_static_string(name), outcome};
    return made;
}

static const struct variable *make_variables(const struct place *place, struct arena *arena)
{
    struct node_set set = {ARENA_ARRAY(arena, place->count, struct view_node), 0, 0};
    for (size_t i = 0; i < place->count; i++)
        if (roll(3) == 0)
            set.items[set.count++] = (struct view_node){place->elements[i], NULL};
    struct node_set one = {ARENA_NEW(arena, struct view_node), 1, 1};
    one.items[0] = any_node(place);
    const struct variable *first = NULL;
    first = variable(arena, first, "nodes", (struct outcome){TYPE_NODES, .nodes = set});
    first = variable(arena, first, "one", (struct outcome){TYPE_NODES, .nodes = one});
    first = variable(arena, first, "number", (struct outcome){TYPE_NUMBER, .number = roll(4)});
    return variable(arena, first, "text", (struct outcome){TYPE_TEXT, .text = ONE_OF(values)});
}

static const struct variable_type *make_types(const struct vocabulary *vocabulary)
{
    static struct variable_type types[] = {
        {.name = "nodes"}, {.name = "one"}, {.name = "number"}, {.name = "text"}};
    static const enum type_kind kinds[] = {TYPE_NODES, TYPE_ANY, TYPE_NUMBER, TYPE_TEXT};
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        types[i].type = (struct type){.kind = kinds[i], .set = set_all(vocabulary)};
        types[i].lifetime = i % 2 ? LIFETIME_EVALUATION : LIFETIME_DOCUMENT;
        types[i].next = i + 1 < G_N_ELEMENTS(types) ? &types[i + 1] : NULL;
    }
    return types;
}

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
    const struct standpoint standpoint = {any, any, ON_SUBJECT, make_types(vocabulary)};
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
