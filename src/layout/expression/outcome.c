/* Values as they are kept, and what becomes of one kind where another is wanted. */
#include "evaluation.h"
#include "rapor/layout/functions.h"
#include "rapor/layout/number.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <math.h>
#include <string.h>

void evaluation_fails(struct evaluator *evaluator, const char *why)
{
    if (!evaluator->failure)
        evaluator->failure = why;
}

bool evaluation_may_go_on(struct evaluator *evaluator)
{
    if (evaluator->looked > LOOKED_MOST)
        evaluation_fails(evaluator, arena_printf(evaluator->arena,
                                                 _("more than %zu elements are looked at to here"),
                                                 LOOKED_MOST));
    else if (arena_held(evaluator->arena) > DOCUMENT_MOST)
        evaluation_fails(evaluator,
                         arena_printf(evaluator->arena, _("more than %zu MiB are taken to here"),
                                      DOCUMENT_MOST >> 20));
    else
        return true;
    return false;
}

const char *number_written(struct evaluator *evaluator, double number)
{
    const char *text = number_text(number, evaluator->arena);
    if (text)
        return text;
    evaluation_fails(evaluator, _("a number beyond 9007199254740992 cannot be written exactly"));
    return "";
}

const char *truth_written(bool truth)
{
    return truth ? "true" : "false";
}

static const char *element_text(const struct view_element *element, struct evaluator *evaluator)
{
    if (!element->children)
        return element->text ? element->text : "";
    g_autoptr(GString) text = g_string_new(NULL);
    for (const struct view_element *at = element; at;
         at = view_next(at, element), evaluator->looked++)
        if (at->text)
            g_string_append_len(text, at->text, at->text_length);
    return arena_strndup(evaluator->arena, text->str, text->len);
}

const char *view_node_text(struct view_node node, struct evaluator *evaluator)
{
    return node.attribute ? node.attribute->text : element_text(node.element, evaluator);
}

const char *outcome_text(struct evaluator *evaluator, const struct outcome *outcome)
{
    switch ((unsigned)outcome->kind) {
    case TYPE_NODES:
        return outcome->nodes.count > 0 ? view_node_text(outcome->nodes.items[0], evaluator) : "";
    case TYPE_NUMBER:
        return number_written(evaluator, outcome->number);
    case TYPE_TRUTH:
        return truth_written(outcome->truth);
    }
    return outcome->text;
}

double outcome_number(struct evaluator *evaluator, const struct outcome *outcome)
{
    if (outcome->kind == TYPE_NUMBER)
        return outcome->number;
    if (outcome->kind == TYPE_TRUTH)
        return outcome->truth;
    return number_of(outcome_text(evaluator, outcome));
}

bool number_holds(double number)
{
    return number != 0 && !isnan(number);
}

bool outcome_truth(const struct outcome *outcome)
{
    switch ((unsigned)outcome->kind) {
    case TYPE_NODES:
        return outcome->nodes.count > 0;
    case TYPE_NUMBER:
        return number_holds(outcome->number);
    case TYPE_TRUTH:
        return outcome->truth;
    }
    return *outcome->text != '\0';
}

static const struct outcome *variable_outcome(struct evaluator *evaluator, GQuark name)
{
    static const struct outcome none = {.kind = TYPE_TEXT, .text = ""};
    for (const struct variable *at = evaluator->variables; at; at = at->next)
        if (at->name == name)
            return &at->outcome;
    evaluation_fails(evaluator, _("a variable without value"));
    return &none;
}

/* Copies what outlives the document. */
static struct outcome lasting(struct evaluator *evaluator, struct outcome outcome)
{
    if (outcome.kind == TYPE_TEXT)
        outcome.text = arena_strdup(evaluator->lasting, outcome.text);
    if (outcome.kind == TYPE_NODES) {
        struct node_set *set = &outcome.nodes;
        struct view_node *items = ARENA_ARRAY(evaluator->lasting, set->count, struct view_node);
        if (set->count > 0)
            memcpy(items, set->items, set->count * sizeof *items);
        *set = (struct node_set){items, set->count, set->count};
    }
    return outcome;
}

static struct outcome term_outcome(struct evaluator *evaluator, const struct term *term);

static const struct outcome *kept_outcome(struct evaluator *evaluator,
                                          const struct kept_value *kept)
{
    struct memo *memo = kept->memo;
    const uint64_t stamp = evaluator->stamps[memo->lifetime];
    if (memo->stamp == stamp)
        return &memo->outcome;
    memo->outcome = term_outcome(evaluator, kept->term);
    if (memo->lifetime == LIFETIME_RUN)
        memo->outcome = lasting(evaluator, memo->outcome);
    memo->stamp = evaluator->failure ? 0 : stamp;
    return &memo->outcome;
}

/* What is known already, where something is. */
const struct outcome *term_ready(struct evaluator *evaluator, const struct term *term)
{
    return term->kind == TERM_KEPT ? kept_outcome(evaluator, &term->kept)
                                   : variable_outcome(evaluator, term->name);
}

const struct term *term_settled(struct evaluator *evaluator, const struct term *term)
{
    while (term->kind == TERM_CALL && term->call.function->called == CALLED_TO_CHOOSE)
        term = term->call.function->choose(evaluator, &term->call);
    return term;
}

enum type_kind term_kind_of(struct evaluator *evaluator, const struct term *term)
{
    bool ready = term->kind == TERM_VARIABLE || term->kind == TERM_KEPT;
    return ready ? term_ready(evaluator, term)->kind : term->type;
}

static struct outcome nodes_outcome(struct evaluator *evaluator, const struct term *term)
{
    return (struct outcome){.kind = TYPE_NODES, .nodes = term_set(evaluator, term)};
}

static struct outcome term_outcome(struct evaluator *evaluator, const struct term *term)
{
    term = term_settled(evaluator, term);
    if (term->kind == TERM_VARIABLE || term->kind == TERM_KEPT)
        return *term_ready(evaluator, term);
    switch ((unsigned)term->type) {
    case TYPE_NODES:
        return nodes_outcome(evaluator, term);
    case TYPE_NUMBER:
        return (struct outcome){.kind = TYPE_NUMBER, .number = term_number(evaluator, term)};
    case TYPE_TRUTH:
        return (struct outcome){.kind = TYPE_TRUTH, .truth = term_truth(evaluator, term)};
    }
    return (struct outcome){.kind = TYPE_TEXT, .text = term_text(evaluator, term)};
}

void evaluator_begin(struct evaluator *evaluator)
{
    evaluator->stamps[LIFETIME_RUN] = 1;
    evaluator->stamps[LIFETIME_DOCUMENT] = ++*evaluator->clock;
}

static void begin(struct evaluator *evaluator)
{
    evaluator->stamps[LIFETIME_EVALUATION] = ++*evaluator->clock;
    evaluator->here = &evaluator->focus;
    evaluator->failure = NULL;
    (void)evaluation_may_go_on(evaluator);
}

const char *expression_text(struct evaluator *evaluator, const struct expression *expression)
{
    begin(evaluator);
    return term_text(evaluator, expression->term);
}

bool expression_holds(struct evaluator *evaluator, const struct expression *expression)
{
    begin(evaluator);
    return term_truth(evaluator, expression->term);
}

struct node_set expression_nodes(struct evaluator *evaluator, const struct expression *expression)
{
    begin(evaluator);
    return term_set(evaluator, expression->term);
}

struct outcome expression_outcome(struct evaluator *evaluator, const struct expression *expression)
{
    begin(evaluator);
    return term_outcome(evaluator, expression->term);
}
