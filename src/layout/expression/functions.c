#include "rapor/layout/functions.h"

#include "evaluation.h"
#include "rapor/base/decimal.h"
#include "rapor/layout/number.h"

#include "rapor/base/arena.h"

#include <math.h>
#include <string.h>

static const char *call_string(struct evaluator *evaluator, const struct function_call *call)
{
    return term_text(evaluator, call->arguments[0]);
}

static const char *call_name(struct evaluator *evaluator, const struct function_call *call)
{
    struct view_node node;
    if (!term_first(evaluator, call->arguments[0], &node))
        return "";
    GQuark name = node.attribute ? node.attribute->name : node.element->name;
    return name ? g_quark_to_string(name) : "";
}

/* Finds the number that is greatest in the direction of SIGN. */
struct extreme {
    struct taker taker;
    struct evaluator *evaluator;
    const char *number;
    int sign;
};

static bool take_extreme(struct taker *taker, struct view_node node)
{
    struct extreme *extreme = (struct extreme *)taker;
    const char *number = view_node_text(node, extreme->evaluator);
    if (decimal_valid(number) &&
        (*extreme->number == '\0' || extreme->sign * decimal_compare(number, extreme->number) > 0))
        extreme->number = number;
    return true;
}

static const char *extreme_of(struct evaluator *evaluator, const struct term *term, int sign)
{
    struct extreme extreme = {{take_extreme}, evaluator, "", sign};
    term_nodes(evaluator, term, &extreme.taker);
    return extreme.number;
}

static const char *call_min(struct evaluator *evaluator, const struct function_call *call)
{
    return extreme_of(evaluator, call->arguments[0], -1);
}

static const char *call_max(struct evaluator *evaluator, const struct function_call *call)
{
    return extreme_of(evaluator, call->arguments[0], 1);
}

static double call_compare(struct evaluator *evaluator, const struct function_call *call)
{
    const char *left = term_text(evaluator, call->arguments[0]);
    const char *right = term_text(evaluator, call->arguments[1]);
    const bool valid = decimal_valid(left) && decimal_valid(right);
    return valid ? (double)decimal_compare(left, right) : (double)NAN;
}

static double call_position(struct evaluator *evaluator, const struct function_call *call)
{
    (void)call;
    return (double)evaluator->here->position;
}

static double call_last(struct evaluator *evaluator, const struct function_call *call)
{
    (void)call;
    return (double)evaluator->here->size;
}

static double call_count(struct evaluator *evaluator, const struct function_call *call)
{
    return (double)term_count(evaluator, call->arguments[0]);
}

static double call_length(struct evaluator *evaluator, const struct function_call *call)
{
    return (double)g_utf8_strlen(term_text(evaluator, call->arguments[0]), -1);
}

static double call_number_of(struct evaluator *evaluator, const struct function_call *call)
{
    return term_number(evaluator, call->arguments[0]);
}

struct adder {
    struct taker taker;
    struct evaluator *evaluator;
    double sum;
};

static bool add(struct taker *taker, struct view_node node)
{
    struct adder *adder = (struct adder *)taker;
    adder->sum += number_of(view_node_text(node, adder->evaluator));
    return true;
}

static double call_sum(struct evaluator *evaluator, const struct function_call *call)
{
    struct adder adder = {{add}, evaluator, 0};
    term_nodes(evaluator, call->arguments[0], &adder.taker);
    return adder.sum;
}

static double call_floor(struct evaluator *evaluator, const struct function_call *call)
{
    return floor(term_number(evaluator, call->arguments[0]));
}

static double call_ceiling(struct evaluator *evaluator, const struct function_call *call)
{
    return ceil(term_number(evaluator, call->arguments[0]));
}

static double call_round(struct evaluator *evaluator, const struct function_call *call)
{
    return number_rounded(term_number(evaluator, call->arguments[0]));
}

static bool call_starts_with(struct evaluator *evaluator, const struct function_call *call)
{
    const char *text = term_text(evaluator, call->arguments[0]);
    return g_str_has_prefix(text, term_text(evaluator, call->arguments[1]));
}

static bool call_contains(struct evaluator *evaluator, const struct function_call *call)
{
    const char *text = term_text(evaluator, call->arguments[0]);
    return strstr(text, term_text(evaluator, call->arguments[1]));
}

static bool call_boolean(struct evaluator *evaluator, const struct function_call *call)
{
    return term_truth(evaluator, call->arguments[0]);
}

static bool call_not(struct evaluator *evaluator, const struct function_call *call)
{
    return !term_truth(evaluator, call->arguments[0]);
}

static bool call_true(struct evaluator *evaluator, const struct function_call *call)
{
    (void)evaluator, (void)call;
    return true;
}

static bool call_false(struct evaluator *evaluator, const struct function_call *call)
{
    (void)evaluator, (void)call;
    return false;
}

static struct view_node call_current(const struct evaluator *evaluator)
{
    return evaluator->focus.node;
}

static struct view_node call_own(const struct evaluator *evaluator)
{
    return evaluator->own;
}

static const struct term *call_if(struct evaluator *evaluator, const struct function_call *call)
{
    return call->arguments[term_truth(evaluator, call->arguments[0]) ? 1 : 2];
}

/* Behind the value come pairs of what it may be and what is then given, and what else is given. */
static const struct term *call_case(struct evaluator *evaluator, const struct function_call *call)
{
    const char *value = term_text(evaluator, call->arguments[0]);
    for (size_t i = 1; i + 1 < call->count; i += 2)
        if (strcmp(value, term_text(evaluator, call->arguments[i])) == 0)
            return call->arguments[i + 1];
    return call->arguments[call->count - 1];
}

#define TEXTS(function)             CALLED_WITH_TEXTS, {.texts = (function)}, .english = NULL
#define TEXTS_IN(indonesian, other) CALLED_WITH_TEXTS, {.texts = (indonesian)}, .english = (other)
#define TEXT(function)              CALLED_FOR_TEXT, {.text = (function)}, .english = NULL
#define NUMBER(function)            CALLED_FOR_NUMBER, {.number = (function)}, .english = NULL
#define TRUTH(function)             CALLED_FOR_TRUTH, {.truth = (function)}, .english = NULL
#define NODE(function)              CALLED_FOR_NODE, {.node = (function)}, .english = NULL
#define CHOOSE(function)            CALLED_TO_CHOOSE, {.choose = (function)}, .english = NULL

static const struct function_rule rules[] = {
    {"decimal", 1, 2, ABOUT_ARGUMENTS, TEXTS_IN(text_decimal, text_decimal_english)},
    {"words", 1, 1, ABOUT_ARGUMENTS, TEXTS_IN(text_words, text_words_english)},
    {"date", 1, 1, ABOUT_ARGUMENTS, TEXTS_IN(text_date, text_date_english)},
    {"weekday", 1, 1, ABOUT_ARGUMENTS, TEXTS_IN(text_weekday, text_weekday_english)},
    {"roman", 1, 1, ABOUT_ARGUMENTS, TEXTS(text_roman)},
    {"letter", 1, 1, ABOUT_ARGUMENTS, TEXTS(text_letter)},
    {"dictum", 1, 1, ABOUT_ARGUMENTS, TEXTS(text_dictum)},
    {"upper", 1, 1, ABOUT_ARGUMENTS, TEXTS(text_upper)},
    {"lower", 1, 1, ABOUT_ARGUMENTS, TEXTS(text_lower)},
    {"capitalize", 1, 1, ABOUT_ARGUMENTS, TEXTS(text_capitalize)},
    {"replace", 3, 3, ABOUT_ARGUMENTS, TEXTS(text_replace)},
    {"uri", 1, 1, ABOUT_ARGUMENTS, TEXTS(text_uri)},
    {"difference", 2, 2, ABOUT_ARGUMENTS, TEXTS(text_difference)},
    {"signed", 1, 1, ABOUT_ARGUMENTS, TEXTS(text_signed)},
    {"compare", 2, 2, ABOUT_ARGUMENTS, NUMBER(call_compare)},
    {"min", 1, 1, ABOUT_NODES, TEXT(call_min)},
    {"max", 1, 1, ABOUT_NODES, TEXT(call_max)},
    {"current", 0, 0, ABOUT_FOCUS, NODE(call_current)},
    {"own", 0, 0, ABOUT_SUBJECT, NODE(call_own)},
    {"if", 3, 3, ABOUT_ARGUMENTS, CHOOSE(call_if), .outside = true},
    {"case", 4, ANY_NUMBER, ABOUT_ARGUMENTS, CHOOSE(call_case)},
    {"last", 0, 0, ABOUT_PLACE, NUMBER(call_last)},
    {"position", 0, 0, ABOUT_PLACE, NUMBER(call_position)},
    {"count", 1, 1, ABOUT_NODES, NUMBER(call_count), .outside = true},
    {"sum", 1, 1, ABOUT_NODES, NUMBER(call_sum)},
    {"local-name", 0, 1, ABOUT_NODES, TEXT(call_name), .outside = true},
    {"name", 0, 1, ABOUT_NODES, TEXT(call_name), .outside = true},
    {"string", 0, 1, ABOUT_HERE, TEXT(call_string)},
    {"concat", 2, ANY_NUMBER, ABOUT_ARGUMENTS, TEXT(call_concat)},
    {"starts-with", 2, 2, ABOUT_ARGUMENTS, TRUTH(call_starts_with)},
    {"contains", 2, 2, ABOUT_ARGUMENTS, TRUTH(call_contains)},
    {"substring-before", 2, 2, ABOUT_ARGUMENTS, TEXTS(text_before)},
    {"substring-after", 2, 2, ABOUT_ARGUMENTS, TEXTS(text_after)},
    {"substring", 2, 3, ABOUT_ARGUMENTS, TEXT(call_substring)},
    {"string-length", 0, 1, ABOUT_HERE, NUMBER(call_length)},
    {"normalize-space", 0, 1, ABOUT_HERE, TEXTS(text_normal)},
    {"translate", 3, 3, ABOUT_ARGUMENTS, TEXTS(text_translate)},
    {"boolean", 1, 1, ABOUT_ARGUMENTS, TRUTH(call_boolean), .outside = true},
    {"not", 1, 1, ABOUT_ARGUMENTS, TRUTH(call_not), .outside = true},
    {"true", 0, 0, ABOUT_ARGUMENTS, TRUTH(call_true)},
    {"false", 0, 0, ABOUT_ARGUMENTS, TRUTH(call_false)},
    {"number", 0, 1, ABOUT_HERE, NUMBER(call_number_of)},
    {"floor", 1, 1, ABOUT_ARGUMENTS, NUMBER(call_floor)},
    {"ceiling", 1, 1, ABOUT_ARGUMENTS, NUMBER(call_ceiling)},
    {"round", 1, 1, ABOUT_ARGUMENTS, NUMBER(call_round)},
};

const struct function_rule *const function_rules = rules;
const size_t function_rule_count = G_N_ELEMENTS(rules);

const struct function_rule *function_find(const char *name)
{
    for (size_t i = 0; i < function_rule_count; i++)
        if (strcmp(rules[i].name, name) == 0)
            return &rules[i];
    return NULL;
}
