#include "walk.h"

#include "rapor/failure.h"
#include "rapor/own.h"

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

/* Computed once for all documents; the layout owns it. */
static xmlXPathObject *remembered(struct walk *walk, const struct expression *expression)
{
    struct memo *memo = expression->memo;
    if (memo->object)
        return memo->object;
    memo->object = compute(walk, expression);
    if (memo->object)
        g_ptr_array_add(walk->layout->kept, memo->object);
    return memo->object;
}

xmlXPathObject *evaluate(struct walk *walk, const struct expression *expression)
{
    if (!expression->memo)
        return compute(walk, expression);
    xmlXPathObject *object = remembered(walk, expression);
    return object ? xmlXPathObjectCopy(object) : NULL;
}

xmlXPathObject *evaluate_nodes(struct walk *walk, const struct expression *expression)
{
    g_autoptr(xmlXPathObject) object = evaluate(walk, expression);
    if (!object)
        return NULL;
    if (object->type != XPATH_NODESET) {
        evaluation_failed(walk, expression, "gives a value where elements are needed");
        return NULL;
    }
    if (object->nodesetval)
        xmlXPathNodeSetSort(object->nodesetval);
    return g_steal_pointer(&object);
}

/* Most expressions are just "@name": no need to trouble libxml2 for them. */
static const char *attribute_text(struct walk *walk, const char *name)
{
    const xmlNode *node = walk->focus.node;
    const xmlAttr *at = node->type == XML_ELEMENT_NODE ? node->properties : NULL;
    while (at && strcmp((const char *)at->name, name) != 0)
        at = at->next;
    if (!at || !at->children)
        return "";
    if (!at->children->next && at->children->type == XML_TEXT_NODE)
        return arena_strdup(walk->arena, (const char *)at->children->content);
    g_auto(XmlText) value = xmlNodeGetContent((const xmlNode *)at);
    return arena_strdup(walk->arena, value ? (const char *)value : "");
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
        memo->text = text_of(object, walk->layout->arena);
    *text = memo->text;
    return true;
}

bool evaluate_text(struct walk *walk, const struct expression *expression, const char **text)
{
    if (expression->memo)
        return remembered_text(walk, expression, text);
    if (expression->attribute) {
        *text = attribute_text(walk, expression->attribute);
        return true;
    }
    g_autoptr(xmlXPathObject) object = compute(walk, expression);
    if (!object)
        return false;
    *text = text_of(object, walk->arena);
    return true;
}

bool evaluate_test(struct walk *walk, const struct expression *expression, bool *holds)
{
    if (expression->memo) {
        xmlXPathObject *object = remembered(walk, expression);
        *holds = object && xmlXPathCastToBoolean(object);
        return object != NULL;
    }
    xmlXPathContext *xpath = focused(walk);
    int result = xmlXPathCompiledEvalToBoolean(expression->compiled, xpath);
    if (result < 0 || xpath->lastError.code != 0)
        return evaluation_failed(walk, expression, message_of(xpath->lastError.code));
    *holds = result > 0;
    return true;
}

bool evaluate_words(struct walk *walk, const struct text *text, const char **words)
{
    if (text->count == 1 && text->pieces[0].text) {
        *words = text->pieces[0].text;
        return true;
    }
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t i = 0; i < text->count; i++) {
        const char *piece = text->pieces[i].text;
        if (!piece && !evaluate_text(walk, text->pieces[i].expression, &piece))
            return false;
        g_string_append(all, piece);
    }
    *words = arena_strndup(walk->arena, all->str, all->len);
    return true;
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

void variable_push(struct variable **variables, const char *name, xmlXPathObject *object)
{
    struct variable *variable = g_new(struct variable, 1);
    *variable = (struct variable){*variables, name, object};
    *variables = variable;
}

void variables_drop(struct variable **variables, const struct variable *mark)
{
    while (*variables != mark) {
        struct variable *first = *variables;
        *variables = first->next;
        xmlXPathFreeObject(first->object);
        g_free(first);
    }
}

xmlXPathObject *variable_find(void *walk, const xmlChar *name, const xmlChar *space)
{
    (void)space;
    for (const struct variable *at = ((struct walk *)walk)->variables; at; at = at->next)
        if (strcmp(at->name, (const char *)name) == 0)
            return xmlXPathObjectCopy(at->object);
    return NULL;
}
