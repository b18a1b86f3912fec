#include "walk.h"

#include "rapor/base/failure.h"
#include "rapor/base/own.h"

#include <libxml/xpathInternals.h>
#include <string.h>

static const char *message_of(int code)
{
    switch (code) {
    case XML_XPATH_INVALID_TYPE:
        return "a value where elements are needed";
    case XML_XPATH_INVALID_OPERAND:
        return "an operand that cannot be used here";
    case XPATH_UNDEF_VARIABLE_ERROR + XML_XPATH_EXPRESSION_OK:
        return "a variable without value";
    default:
        return "cannot be evaluated";
    }
}

static bool evaluation_failed(struct walk *walk, const struct expression *expression,
                              const char *message)
{
    return fail(walk->error, FAILURE_DATA, "%s: %s:%u: {%s}: %s", walk->subject->name,
                expression->file, expression->line, expression->text, message);
}

bool walk_failed(struct walk *walk, const struct node *node, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    return fail(walk->error, FAILURE_DATA, "%s: %s:%u: %s", walk->subject->name, node->file,
                node->line, message);
}

static xmlXPathContext *focused(struct walk *walk)
{
    xmlXPathContext *xpath = walk->layout->xpath;
    xpath->node = walk->focus.node;
    xpath->proximityPosition = walk->focus.position;
    xpath->contextSize = walk->focus.size;
    xmlResetError(&xpath->lastError);
    return xpath;
}

static xmlXPathObject *compute(struct walk *walk, const struct expression *expression)
{
    xmlXPathContext *xpath = focused(walk);
    xmlXPathObject *object = xmlXPathCompiledEval(expression->compiled, xpath);
    if (!object)
        evaluation_failed(walk, expression, message_of(xpath->lastError.code));
    return object;
}

/* Asks libxml2 where what is wanted is not KNOWN. */
static bool chosen(struct walk *walk, const struct expression *expression, struct entries *entries,
                   bool *known)
{
    *known = false;
    return expression->form != FORM_FILTER ||
           evaluate_filter(walk, expression->filter, entries, known);
}

static xmlXPathObject *object_of(const struct entries *entries)
{
    xmlXPathObject *object = xmlXPathNewNodeSet(NULL);
    for (size_t i = 0; i < entries->count; i++)
        xmlXPathNodeSetAddUnique(object->nodesetval, entries->items[i].node);
    return object;
}

static xmlXPathObject *fresh(struct walk *walk, const struct expression *expression)
{
    struct entries entries;
    bool known;
    if (expression->form == FORM_COUNT)
        return evaluate_nodes(walk, expression->call.arguments[0], &entries)
                   ? xmlXPathNewFloat((double)entries.count)
                   : NULL;
    if (!chosen(walk, expression, &entries, &known))
        return NULL;
    return known ? object_of(&entries) : compute(walk, expression);
}

/* Computed once for all documents, and the layout owns it; or once for this one. */
static xmlXPathObject *remembered(struct walk *walk, const struct expression *expression)
{
    struct memo *memo = expression->memo;
    if (memo->object)
        return memo->object;
    memo->object = fresh(walk, expression);
    if (memo->object && !memo->brief)
        g_ptr_array_add(walk->layout->kept, memo->object);
    if (!memo->object || !memo->brief)
        return memo->object;
    memo->next = walk->brief;
    walk->brief = memo;
    return memo->object;
}

struct outcome evaluate(struct walk *walk, const struct expression *expression)
{
    const struct variable *variable;
    if (expression->memo)
        return (struct outcome){remembered(walk, expression), false};
    if (expression->form == FORM_VARIABLE && (variable = variable_named(walk, expression->name)))
        return (struct outcome){variable->outcome.object, false};
    return (struct outcome){fresh(walk, expression), true};
}

/* The children that an expression names, in the order of the document. */
static void find_children(struct walk *walk, const char *name, struct entries *entries)
{
    const xmlNode *parent = walk->focus.node;
    for (xmlNode *at = child_named(parent, name); at; at = next_named(at, name))
        entries->count++;
    entries->items = ARENA_ARRAY(walk->arena, entries->count, struct entry);
    size_t i = 0;
    for (xmlNode *at = child_named(parent, name); at; at = next_named(at, name))
        entries->items[i++].node = at;
}

bool evaluate_entries(struct walk *walk, const struct expression *expression,
                      struct entries *entries, bool *known)
{
    *known = true;
    *entries = (struct entries){0};
    if (expression->form == FORM_CHILDREN) {
        find_children(walk, expression->name, entries);
        return true;
    }
    if (!expression->memo && !chosen(walk, expression, entries, known))
        return false;
    if (!expression->memo && *known)
        return true;
    struct outcome outcome = evaluate(walk, expression);
    if (!outcome.object)
        return false;
    *known = outcome.object->type == XPATH_NODESET;
    const xmlNodeSet *set = *known ? outcome.object->nodesetval : NULL; /* sorted by libxml2 */
    entries->count = set ? (size_t)set->nodeNr : 0;
    entries->items = ARENA_ARRAY(walk->arena, entries->count, struct entry);
    for (size_t i = 0; i < entries->count; i++)
        entries->items[i].node = set->nodeTab[i];
    outcome_drop(outcome);
    return true;
}

bool evaluate_nodes(struct walk *walk, const struct expression *expression, struct entries *entries)
{
    bool known;
    return evaluate_entries(walk, expression, entries, &known) &&
           (known ||
            evaluation_failed(walk, expression, "gives a value where elements are needed"));
}

static const char *text_of(xmlXPathObject *object, struct arena *arena)
{
    if (object->type == XPATH_STRING && object->stringval)
        return arena_strdup(arena, (const char *)object->stringval);
    g_auto(XmlText) value = xmlXPathCastToString(object);
    return arena_strdup(arena, value ? (const char *)value : "");
}

static bool remembered_text(struct walk *walk, const struct expression *expression,
                            const char **text)
{
    struct memo *memo = expression->memo;
    xmlXPathObject *object = remembered(walk, expression);
    if (!object)
        return false;
    if (!memo->text)
        memo->text = text_of(object, memo->brief ? walk->arena : walk->layout->arena);
    *text = memo->text;
    return true;
}

static bool call_text(struct walk *walk, const struct call *call, const char **text)
{
    const char *arguments[CALL_MOST];
    for (size_t i = 0; i < call->count; i++)
        if (!evaluate_text(walk, call->arguments[i], &arguments[i]))
            return false;
    *text = call->function(arguments, call->count, walk->arena);
    return true;
}

bool evaluate_text(struct walk *walk, const struct expression *expression, const char **text)
{
    if (expression->memo)
        return remembered_text(walk, expression, text);
    if (expression->form == FORM_CALL)
        return call_text(walk, &expression->call, text);
    if (expression->form == FORM_ATTRIBUTE) {
        *text = attribute_text(walk->focus.node, expression->name, walk->arena);
        return true;
    }
    struct entries entries;
    bool known;
    if (!chosen(walk, expression, &entries, &known))
        return false;
    if (known) {
        *text = entries.count > 0 ? node_content(entries.items[0].node, walk->arena) : "";
        return true;
    }
    struct outcome outcome = evaluate(walk, expression);
    if (!outcome.object)
        return false;
    *text = text_of(outcome.object, walk->arena);
    outcome_drop(outcome);
    return true;
}

static bool computed_test(struct walk *walk, const struct expression *expression, bool *holds)
{
    struct entries entries;
    bool known;
    if (!chosen(walk, expression, &entries, &known))
        return false;
    if (known) {
        *holds = entries.count > 0;
        return true;
    }
    xmlXPathContext *xpath = focused(walk);
    int result = xmlXPathCompiledEvalToBoolean(expression->compiled, xpath);
    if (result < 0 || xpath->lastError.code != 0)
        return evaluation_failed(walk, expression, message_of(xpath->lastError.code));
    *holds = result > 0;
    return true;
}

bool evaluate_test(struct walk *walk, const struct expression *expression, bool *holds)
{
    const xmlNode *node = walk->focus.node;
    if (!expression->memo && expression->form == FORM_ATTRIBUTE)
        *holds = attribute_named(node, expression->name);
    else if (!expression->memo && expression->form == FORM_CHILDREN)
        *holds = child_named(node, expression->name);
    else if (!expression->memo && expression->form != FORM_VARIABLE)
        return computed_test(walk, expression, holds);
    else {
        xmlXPathObject *object = evaluate(walk, expression).object; /* not ours to free */
        *holds = object && xmlXPathCastToBoolean(object);
        return object;
    }
    return true;
}

/* Evaluates all pieces; returns how long they are together, or -1. */
static ssize_t evaluate_pieces(struct walk *walk, const struct text *text, const char **pieces)
{
    size_t length = 0;
    for (size_t i = 0; i < text->count; i++) {
        pieces[i] = text->pieces[i].text;
        if (!pieces[i] && !evaluate_text(walk, text->pieces[i].expression, &pieces[i]))
            return -1;
        length += strlen(pieces[i]);
    }
    return (ssize_t)length;
}

bool evaluate_words(struct walk *walk, const struct text *text, const char **words)
{
    if (text->count == 1)
        return evaluate_pieces(walk, text, words) >= 0;
    const char **pieces = ARENA_ARRAY(walk->arena, text->count, const char *);
    ssize_t length = evaluate_pieces(walk, text, pieces);
    if (length < 0)
        return false;
    char *end = arena_alloc(walk->arena, (size_t)length + 1, 1);
    *words = end;
    for (size_t i = 0; i < text->count; i++)
        end = g_stpcpy(end, pieces[i]);
    return true;
}
