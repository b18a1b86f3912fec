/* What terms give.
 *
 * A term is asked for what is wanted of it: a text, a number, a truth or nodes.  So nothing is
 * made that nobody reads: the text of a path is that of its first node, its truth whether there
 * is one, and "count()" stores none. */
#include "evaluation.h"
#include "rapor/layout/functions.h"
#include "rapor/layout/number.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <string.h>

const struct view_attribute *term_attribute(const struct evaluator *evaluator,
                                            const struct term *term)
{
    const struct view_node *here = &evaluator->here->node;
    return here->attribute ? NULL : view_attribute(here->element, term->name);
}

static const char *first_text(struct evaluator *evaluator, const struct term *term)
{
    struct view_node first;
    return term_first(evaluator, term, &first) ? view_node_text(first, evaluator) : "";
}

static const char *call_with_texts(struct evaluator *evaluator, const struct function_call *call)
{
    const char *texts[TEXTS_MOST];
    for (size_t i = 0; i < call->count; i++)
        texts[i] = term_text(evaluator, call->arguments[i]);
    text_function *english = evaluator->english ? call->function->english : NULL;
    return (english ? english : call->function->texts)(texts, call->count, evaluator->arena);
}

static const char *call_text(struct evaluator *evaluator, const struct function_call *call)
{
    const struct function_rule *function = call->function;
    switch (function->called) {
    case CALLED_WITH_TEXTS:
        return call_with_texts(evaluator, call);
    case CALLED_FOR_TEXT:
        return function->text(evaluator, call);
    case CALLED_FOR_NUMBER:
        return number_written(evaluator, function->number(evaluator, call));
    case CALLED_FOR_TRUTH:
        return truth_written(function->truth(evaluator, call));
    case CALLED_FOR_NODE:
        return view_node_text(function->node(evaluator), evaluator);
    case CALLED_TO_CHOOSE:
        break;
    }
    return term_text(evaluator, function->choose(evaluator, call));
}

const char *term_text(struct evaluator *evaluator, const struct term *term)
{
    const struct view_attribute *attribute;
    switch (term->kind) {
    case TERM_TEXT:
        return term->text;
    case TERM_ATTRIBUTE:
        attribute = term_attribute(evaluator, term);
        return attribute ? attribute->text : "";
    case TERM_CALL:
        return call_text(evaluator, &term->call);
    case TERM_VARIABLE:
    case TERM_KEPT:
        return outcome_text(evaluator, term_ready(evaluator, term));
    case TERM_UNION:
    case TERM_PATH:
    case TERM_CHOICE:
        return first_text(evaluator, term);
    case TERM_NUMBER:
    case TERM_ADD:
    case TERM_SUBTRACT:
    case TERM_MULTIPLY:
    case TERM_DIVIDE:
    case TERM_REMAINDER:
    case TERM_NEGATE:
        return number_written(evaluator, term_number(evaluator, term));
    case TERM_OR:
    case TERM_AND:
    case TERM_EQUAL:
    case TERM_UNEQUAL:
    case TERM_LESS:
    case TERM_LESS_EQUAL:
    case TERM_GREATER:
    case TERM_GREATER_EQUAL:
        break;
    }
    return truth_written(term_truth(evaluator, term));
}

static double call_number(struct evaluator *evaluator, const struct function_call *call)
{
    const struct function_rule *function = call->function;
    if (function->called == CALLED_FOR_NUMBER)
        return function->number(evaluator, call);
    if (function->called == CALLED_FOR_TRUTH)
        return function->truth(evaluator, call);
    if (function->called == CALLED_TO_CHOOSE)
        return term_number(evaluator, function->choose(evaluator, call));
    return number_of(call_text(evaluator, call));
}

static double calculated(struct evaluator *evaluator, const struct term *term)
{
    const double left = term_number(evaluator, term->operands[0]);
    const double right = term_number(evaluator, term->operands[1]);
    switch ((unsigned)term->kind) {
    case TERM_ADD:
        return left + right;
    case TERM_SUBTRACT:
        return left - right;
    case TERM_MULTIPLY:
        return left * right;
    case TERM_DIVIDE:
        return left / right;
    }
    return fmod(left, right);
}

double term_number(struct evaluator *evaluator, const struct term *term)
{
    switch (term->kind) {
    case TERM_NUMBER:
        return term->number;
    case TERM_CALL:
        return call_number(evaluator, &term->call);
    case TERM_VARIABLE:
    case TERM_KEPT:
        return outcome_number(evaluator, term_ready(evaluator, term));
    case TERM_NEGATE:
        return -term_number(evaluator, term->operands[0]);
    case TERM_ADD:
    case TERM_SUBTRACT:
    case TERM_MULTIPLY:
    case TERM_DIVIDE:
    case TERM_REMAINDER:
        return calculated(evaluator, term);
    case TERM_OR:
    case TERM_AND:
    case TERM_EQUAL:
    case TERM_UNEQUAL:
    case TERM_LESS:
    case TERM_LESS_EQUAL:
    case TERM_GREATER:
    case TERM_GREATER_EQUAL:
        return term_truth(evaluator, term);
    case TERM_TEXT:
    case TERM_ATTRIBUTE:
    case TERM_UNION:
    case TERM_PATH:
    case TERM_CHOICE:
        break;
    }
    return number_of(term_text(evaluator, term));
}

static bool call_truth(struct evaluator *evaluator, const struct function_call *call)
{
    const struct function_rule *function = call->function;
    if (function->called == CALLED_FOR_TRUTH)
        return function->truth(evaluator, call);
    if (function->called == CALLED_FOR_NUMBER)
        return number_holds(function->number(evaluator, call));
    if (function->called == CALLED_TO_CHOOSE)
        return term_truth(evaluator, function->choose(evaluator, call));
    return function->called == CALLED_FOR_NODE || *call_text(evaluator, call) != '\0';
}

bool term_truth(struct evaluator *evaluator, const struct term *term)
{
    struct view_node first;
    switch (term->kind) {
    case TERM_TEXT:
        return *term->text != '\0';
    case TERM_ATTRIBUTE:
        return term_attribute(evaluator, term);
    case TERM_CALL:
        return call_truth(evaluator, &term->call);
    case TERM_VARIABLE:
    case TERM_KEPT:
        return outcome_truth(term_ready(evaluator, term));
    case TERM_UNION:
    case TERM_PATH:
    case TERM_CHOICE:
        return term_first(evaluator, term, &first);
    case TERM_OR:
        return term_truth(evaluator, term->operands[0]) || term_truth(evaluator, term->operands[1]);
    case TERM_AND:
        return term_truth(evaluator, term->operands[0]) && term_truth(evaluator, term->operands[1]);
    case TERM_EQUAL:
    case TERM_UNEQUAL:
    case TERM_LESS:
    case TERM_LESS_EQUAL:
    case TERM_GREATER:
    case TERM_GREATER_EQUAL:
        return term_compare(evaluator, term);
    case TERM_NUMBER:
    case TERM_ADD:
    case TERM_SUBTRACT:
    case TERM_MULTIPLY:
    case TERM_DIVIDE:
    case TERM_REMAINDER:
    case TERM_NEGATE:
        break;
    }
    return number_holds(term_number(evaluator, term));
}
