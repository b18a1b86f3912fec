#include "rapor/layout/functions.h"

#include "rapor/base/arena.h"
#include "rapor/base/decimal.h"
#include "rapor/base/letters.h"
#include "rapor/base/numeral.h"

#include <glib.h>
#include <libxml/xpathInternals.h>
#include <string.h>

static size_t digits_of(const char *text)
{
    double digits = xmlXPathCastStringToNumber(BAD_CAST text);
    return digits > 0 && digits < 20 ? (size_t)digits : 0;
}

static const char *text_decimal(const char *const *arguments, size_t count, struct arena *arena)
{
    const char *number = arguments[0];
    if (count == 2 && decimal_valid(number))
        number = decimal_round(number, digits_of(arguments[1]), arena);
    return numeral_decimal(number, arena);
}

static const char *text_words(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return numeral_words(arguments[0], arena);
}

static const char *text_date(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return numeral_date(arguments[0], arena);
}

static const char *text_weekday(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return numeral_weekday(arguments[0], arena);
}

/* A count from 1 on written some other way; what is no such number stays empty. */
static const char *count_as(const char *number, const char *(*write)(int64_t, struct arena *),
                            struct arena *arena)
{
    size_t length = strlen(number);
    bool whole = length > 0 && length < 10 && strspn(number, "0123456789") == length;
    int64_t value = whole ? g_ascii_strtoll(number, NULL, 10) : 0;
    return value > 0 ? write(value, arena) : "";
}

static const char *text_roman(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return count_as(arguments[0], numeral_roman, arena);
}

static const char *text_letter(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return count_as(arguments[0], numeral_letter, arena);
}

static const char *text_dictum(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return count_as(arguments[0], numeral_dictum, arena);
}

static const char *text_upper(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return letters_upper(arguments[0], arena);
}

static const char *text_lower(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return letters_lower(arguments[0], arena);
}

static const char *text_capitalize(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    return letters_capitalize(arguments[0], arena);
}

static const char *text_replace(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    const char *text = arguments[0], *from = arguments[1];
    if (*from == '\0' || !strstr(text, from))
        return text;
    g_autoptr(GString) replaced = g_string_new(text);
    g_string_replace(replaced, from, arguments[2], 0);
    return arena_strndup(arena, replaced->str, replaced->len);
}

/* As a part of an address: "B/21 a" -> "B/21%20a". */
static const char *text_uri(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    g_autofree char *escaped = g_uri_escape_string(arguments[0], "/", FALSE);
    return arena_strdup(arena, escaped);
}

static const char *text_difference(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    bool valid = decimal_valid(arguments[0]) && decimal_valid(arguments[1]);
    return valid ? decimal_difference(arguments[0], arguments[1], arena) : "";
}

/* With two decimals and its sign, as a difference is written: "+0,35", "−0,12", "0,00". */
static const char *text_signed(const char *const *arguments, size_t count, struct arena *arena)
{
    (void)count;
    const char *number = arguments[0];
    if (!decimal_valid(number))
        return number;
    int sign = decimal_compare(number, "0");
    const char *size = sign < 0 ? decimal_difference("0", number, arena) : number;
    const char *written = numeral_decimal(decimal_round(size, 2, arena), arena);
    if (sign == 0)
        return written;
    return arena_printf(arena, "%s%s", sign < 0 ? "−" : "+", written);
}

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

/* Any of those that make text of text, where libxml2 comes to it. */
static void call_text(xmlXPathParserContext *call, int count)
{
    const struct function_rule *rule = function_find((const char *)call->context->function);
    const char *arguments[CALL_MOST] = {NULL};
    if (!arguments_are(call, count, (int)rule->least, (int)rule->most))
        return;
    for (int i = count; i-- > 0;)
        arguments[i] = pop_text(call);
    give_text(call, rule->text(arguments, (size_t)count, arena_of(call)));
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

static void call_compare(xmlXPathParserContext *call, int count)
{
    if (!arguments_are(call, count, 2, 2))
        return;
    const char *right = pop_text(call), *left = pop_text(call);
    bool valid = decimal_valid(left) && decimal_valid(right);
    valuePush(call, xmlXPathNewFloat(valid ? decimal_compare(left, right) : xmlXPathNAN));
}

static const struct function_rule rules[] = {
    {"decimal", 1, 2, false, GIVES_ATOM, text_decimal, NULL},
    {"words", 1, 1, false, GIVES_ATOM, text_words, NULL},
    {"date", 1, 1, false, GIVES_ATOM, text_date, NULL},
    {"weekday", 1, 1, false, GIVES_ATOM, text_weekday, NULL},
    {"roman", 1, 1, false, GIVES_ATOM, text_roman, NULL},
    {"letter", 1, 1, false, GIVES_ATOM, text_letter, NULL},
    {"dictum", 1, 1, false, GIVES_ATOM, text_dictum, NULL},
    {"upper", 1, 1, false, GIVES_ATOM, text_upper, NULL},
    {"lower", 1, 1, false, GIVES_ATOM, text_lower, NULL},
    {"capitalize", 1, 1, false, GIVES_ATOM, text_capitalize, NULL},
    {"replace", 3, 3, false, GIVES_ATOM, text_replace, NULL},
    {"uri", 1, 1, false, GIVES_ATOM, text_uri, NULL},
    {"current", 0, 0, false, GIVES_CURRENT, NULL, call_current},
    {"own", 0, 0, false, GIVES_SUBJECT, NULL, call_own},
    {"min", 1, 1, true, GIVES_ATOM, NULL, call_min},
    {"max", 1, 1, true, GIVES_ATOM, NULL, call_max},
    {"difference", 2, 2, false, GIVES_ATOM, text_difference, NULL},
    {"signed", 1, 1, false, GIVES_ATOM, text_signed, NULL},
    {"compare", 2, 2, false, GIVES_ATOM, NULL, call_compare},
    {"last", 0, 0, false, GIVES_ATOM, NULL, NULL},
    {"position", 0, 0, false, GIVES_ATOM, NULL, NULL},
    {"count", 1, 1, true, GIVES_ATOM, NULL, NULL},
    {"id", 1, 1, false, GIVES_ANY_NODES, NULL, NULL},
    {"local-name", 0, 1, true, GIVES_ATOM, NULL, NULL},
    {"namespace-uri", 0, 1, true, GIVES_ATOM, NULL, NULL},
    {"name", 0, 1, true, GIVES_ATOM, NULL, NULL},
    {"string", 0, 1, false, GIVES_ATOM, NULL, NULL},
    {"concat", 2, ANY_NUMBER, false, GIVES_ATOM, NULL, NULL},
    {"starts-with", 2, 2, false, GIVES_ATOM, NULL, NULL},
    {"contains", 2, 2, false, GIVES_ATOM, NULL, NULL},
    {"substring-before", 2, 2, false, GIVES_ATOM, NULL, NULL},
    {"substring-after", 2, 2, false, GIVES_ATOM, NULL, NULL},
    {"substring", 2, 3, false, GIVES_ATOM, NULL, NULL},
    {"string-length", 0, 1, false, GIVES_ATOM, NULL, NULL},
    {"normalize-space", 0, 1, false, GIVES_ATOM, NULL, NULL},
    {"translate", 3, 3, false, GIVES_ATOM, NULL, NULL},
    {"boolean", 1, 1, false, GIVES_ATOM, NULL, NULL},
    {"not", 1, 1, false, GIVES_ATOM, NULL, NULL},
    {"true", 0, 0, false, GIVES_ATOM, NULL, NULL},
    {"false", 0, 0, false, GIVES_ATOM, NULL, NULL},
    {"lang", 1, 1, false, GIVES_ATOM, NULL, NULL},
    {"number", 0, 1, false, GIVES_ATOM, NULL, NULL},
    {"sum", 1, 1, true, GIVES_ATOM, NULL, NULL},
    {"floor", 1, 1, false, GIVES_ATOM, NULL, NULL},
    {"ceiling", 1, 1, false, GIVES_ATOM, NULL, NULL},
    {"round", 1, 1, false, GIVES_ATOM, NULL, NULL},
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
        if (rules[i].text || rules[i].call)
            xmlXPathRegisterFunc(xpath, BAD_CAST rules[i].name,
                                 rules[i].call ? rules[i].call : call_text);
}
