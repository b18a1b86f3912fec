#include "functions.h"

#include "decimal.h"
#include "letters.h"

#include "rapor/arena.h"
#include "rapor/numeral.h"

#include <glib.h>
#include <libxml/xpathInternals.h>
#include <string.h>

/* Arguments come from the top of libxml2's stack, the last one first. */
static const char *pop_text(xmlXPathParserContext *call)
{
    struct function_data *data = call->context->userData;
    xmlChar *text = xmlXPathPopString(call);
    const char *copy = arena_strdup(data->arena, text ? (const char *)text : "");
    xmlFree(text);
    return copy;
}

static void give_text(xmlXPathParserContext *call, const char *text)
{
    valuePush(call, xmlXPathNewCString(text));
}

static struct arena *arena_of(const xmlXPathParserContext *call)
{
    return ((const struct function_data *)call->context->userData)->arena;
}

static bool arguments_are(xmlXPathParserContext *call, int count, int least, int most)
{
    if (count >= least && count <= most)
        return true;
    xmlXPathErr(call, XPATH_INVALID_ARITY);
    return false;
}

static size_t pop_digits(xmlXPathParserContext *call)
{
    double digits = xmlXPathPopNumber(call);
    return digits > 0 && digits < 20 ? (size_t)digits : 0;
}

static void call_decimal(xmlXPathParserContext *call, int count)
{
    if (!arguments_are(call, count, 1, 2))
        return;
    size_t digits = count == 2 ? pop_digits(call) : 0;
    const char *number = pop_text(call);
    if (count == 2 && decimal_valid(number))
        number = decimal_round(number, digits, arena_of(call));
    give_text(call, numeral_decimal(number, arena_of(call)));
}

static void call_words(xmlXPathParserContext *call, int count)
{
    if (arguments_are(call, count, 1, 1))
        give_text(call, numeral_words(pop_text(call), arena_of(call)));
}

static void call_date(xmlXPathParserContext *call, int count)
{
    if (arguments_are(call, count, 1, 1))
        give_text(call, numeral_date(pop_text(call), arena_of(call)));
}

static void call_weekday(xmlXPathParserContext *call, int count)
{
    if (arguments_are(call, count, 1, 1))
        give_text(call, numeral_weekday(pop_text(call), arena_of(call)));
}

/* A count from 1 on written some other way; what is no such number stays empty. */
static void count_as(xmlXPathParserContext *call, int count,
                     const char *(*write)(int64_t, struct arena *))
{
    if (!arguments_are(call, count, 1, 1))
        return;
    const char *number = pop_text(call);
    size_t length = strlen(number);
    bool whole = length > 0 && length < 10 && strspn(number, "0123456789") == length;
    int64_t value = whole ? g_ascii_strtoll(number, NULL, 10) : 0;
    give_text(call, value > 0 ? write(value, arena_of(call)) : "");
}

static void call_roman(xmlXPathParserContext *call, int count)
{
    count_as(call, count, numeral_roman);
}

static void call_letter(xmlXPathParserContext *call, int count)
{
    count_as(call, count, numeral_letter);
}

static void call_dictum(xmlXPathParserContext *call, int count)
{
    count_as(call, count, numeral_dictum);
}

static void call_upper(xmlXPathParserContext *call, int count)
{
    if (arguments_are(call, count, 1, 1))
        give_text(call, letters_upper(pop_text(call), arena_of(call)));
}

static void call_lower(xmlXPathParserContext *call, int count)
{
    if (arguments_are(call, count, 1, 1))
        give_text(call, letters_lower(pop_text(call), arena_of(call)));
}

static void call_capitalize(xmlXPathParserContext *call, int count)
{
    if (arguments_are(call, count, 1, 1))
        give_text(call, letters_capitalize(pop_text(call), arena_of(call)));
}

static void call_replace(xmlXPathParserContext *call, int count)
{
    if (!arguments_are(call, count, 3, 3))
        return;
    const char *to = pop_text(call), *from = pop_text(call), *text = pop_text(call);
    if (*from == '\0') {
        give_text(call, text);
        return;
    }
    g_autoptr(GString) replaced = g_string_new(text);
    g_string_replace(replaced, from, to, 0);
    give_text(call, replaced->str);
}

/* As a part of an address: "B/21 a" -> "B/21%20a". */
static void call_uri(xmlXPathParserContext *call, int count)
{
    if (!arguments_are(call, count, 1, 1))
        return;
    g_autofree char *escaped = g_uri_escape_string(pop_text(call), "/", FALSE);
    give_text(call, escaped);
}

static void give_node(xmlXPathParserContext *call, int count, xmlNode *node)
{
    if (arguments_are(call, count, 0, 0))
        valuePush(call, xmlXPathNewNodeSet(node));
}

static void call_current(xmlXPathParserContext *call, int count)
{
    const struct function_data *data = call->context->userData;
    give_node(call, count, data->current);
}

static void call_own(xmlXPathParserContext *call, int count)
{
    const struct function_data *data = call->context->userData;
    give_node(call, count, data->own);
}

/* Gives whichever number among the nodes is greatest in the direction of SIGN. */
static void give_extreme(xmlXPathParserContext *call, int count, int sign)
{
    if (!arguments_are(call, count, 1, 1))
        return;
    if (!call->value || call->value->type != XPATH_NODESET) {
        xmlXPathErr(call, XPATH_INVALID_TYPE);
        return;
    }
    xmlNodeSet *nodes = xmlXPathPopNodeSet(call);
    const char *extreme = "";
    for (int i = 0; nodes && i < nodes->nodeNr; i++) {
        xmlChar *text = xmlXPathCastNodeToString(nodes->nodeTab[i]);
        const char *number = (const char *)text;
        if (decimal_valid(number) &&
            (*extreme == '\0' || sign * decimal_compare(number, extreme) > 0))
            extreme = arena_strdup(arena_of(call), number);
        xmlFree(text);
    }
    xmlXPathFreeNodeSet(nodes);
    give_text(call, extreme);
}

static void call_min(xmlXPathParserContext *call, int count)
{
    give_extreme(call, count, -1);
}

static void call_max(xmlXPathParserContext *call, int count)
{
    give_extreme(call, count, 1);
}

static void call_difference(xmlXPathParserContext *call, int count)
{
    if (!arguments_are(call, count, 2, 2))
        return;
    const char *right = pop_text(call), *left = pop_text(call);
    bool valid = decimal_valid(left) && decimal_valid(right);
    give_text(call, valid ? decimal_difference(left, right, arena_of(call)) : "");
}

static void call_compare(xmlXPathParserContext *call, int count)
{
    if (!arguments_are(call, count, 2, 2))
        return;
    const char *right = pop_text(call), *left = pop_text(call);
    bool valid = decimal_valid(left) && decimal_valid(right);
    valuePush(call, xmlXPathNewFloat(valid ? decimal_compare(left, right) : xmlXPathNAN));
}

/* With two decimals and its sign, as a difference is written: "+0,35", "−0,12", "0,00". */
static void call_signed(xmlXPathParserContext *call, int count)
{
    if (!arguments_are(call, count, 1, 1))
        return;
    const char *number = pop_text(call);
    if (!decimal_valid(number)) {
        give_text(call, number);
        return;
    }
    struct arena *arena = arena_of(call);
    int sign = decimal_compare(number, "0");
    const char *size = sign < 0 ? decimal_difference("0", number, arena) : number;
    give_text(call, arena_printf(arena, "%s%s",
                                 sign < 0   ? "−"
                                 : sign > 0 ? "+"
                                            : "",
                                 numeral_decimal(decimal_round(size, 2, arena), arena)));
}

static const struct function_rule rules[] = {
    {"decimal", 1, 2, false, GIVES_ATOM, call_decimal},
    {"words", 1, 1, false, GIVES_ATOM, call_words},
    {"date", 1, 1, false, GIVES_ATOM, call_date},
    {"weekday", 1, 1, false, GIVES_ATOM, call_weekday},
    {"roman", 1, 1, false, GIVES_ATOM, call_roman},
    {"letter", 1, 1, false, GIVES_ATOM, call_letter},
    {"dictum", 1, 1, false, GIVES_ATOM, call_dictum},
    {"upper", 1, 1, false, GIVES_ATOM, call_upper},
    {"lower", 1, 1, false, GIVES_ATOM, call_lower},
    {"capitalize", 1, 1, false, GIVES_ATOM, call_capitalize},
    {"replace", 3, 3, false, GIVES_ATOM, call_replace},
    {"uri", 1, 1, false, GIVES_ATOM, call_uri},
    {"current", 0, 0, false, GIVES_CURRENT, call_current},
    {"own", 0, 0, false, GIVES_SUBJECT, call_own},
    {"min", 1, 1, true, GIVES_ATOM, call_min},
    {"max", 1, 1, true, GIVES_ATOM, call_max},
    {"difference", 2, 2, false, GIVES_ATOM, call_difference},
    {"signed", 1, 1, false, GIVES_ATOM, call_signed},
    {"compare", 2, 2, false, GIVES_ATOM, call_compare},
    {"last", 0, 0, false, GIVES_ATOM, NULL},
    {"position", 0, 0, false, GIVES_ATOM, NULL},
    {"count", 1, 1, true, GIVES_ATOM, NULL},
    {"id", 1, 1, false, GIVES_ANY_NODES, NULL},
    {"local-name", 0, 1, true, GIVES_ATOM, NULL},
    {"namespace-uri", 0, 1, true, GIVES_ATOM, NULL},
    {"name", 0, 1, true, GIVES_ATOM, NULL},
    {"string", 0, 1, false, GIVES_ATOM, NULL},
    {"concat", 2, ANY_NUMBER, false, GIVES_ATOM, NULL},
    {"starts-with", 2, 2, false, GIVES_ATOM, NULL},
    {"contains", 2, 2, false, GIVES_ATOM, NULL},
    {"substring-before", 2, 2, false, GIVES_ATOM, NULL},
    {"substring-after", 2, 2, false, GIVES_ATOM, NULL},
    {"substring", 2, 3, false, GIVES_ATOM, NULL},
    {"string-length", 0, 1, false, GIVES_ATOM, NULL},
    {"normalize-space", 0, 1, false, GIVES_ATOM, NULL},
    {"translate", 3, 3, false, GIVES_ATOM, NULL},
    {"boolean", 1, 1, false, GIVES_ATOM, NULL},
    {"not", 1, 1, false, GIVES_ATOM, NULL},
    {"true", 0, 0, false, GIVES_ATOM, NULL},
    {"false", 0, 0, false, GIVES_ATOM, NULL},
    {"lang", 1, 1, false, GIVES_ATOM, NULL},
    {"number", 0, 1, false, GIVES_ATOM, NULL},
    {"sum", 1, 1, true, GIVES_ATOM, NULL},
    {"floor", 1, 1, false, GIVES_ATOM, NULL},
    {"ceiling", 1, 1, false, GIVES_ATOM, NULL},
    {"round", 1, 1, false, GIVES_ATOM, NULL},
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

void functions_register(xmlXPathContext *xpath)
{
    for (size_t i = 0; i < function_rule_count; i++)
        if (rules[i].call)
            xmlXPathRegisterFunc(xpath, BAD_CAST rules[i].name, rules[i].call);
}
