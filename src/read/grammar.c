#include "grammar.h"

#include "rapor/arena.h"
#include "rapor/own.h"

#include <glib.h>
#include <string.h>

static const char *attribute_text(const xmlAttr *attribute, struct arena *arena)
{
    const xmlNode *first = attribute->children;
    if (!first)
        return "";
    if (first->type == XML_TEXT_NODE && !first->next)
        return (const char *)first->content;
    g_auto(XmlText) text = xmlNodeListGetString(attribute->doc, attribute->children, 1);
    return arena_strdup(arena, text ? (const char *)text : "");
}

const char *node_text(const xmlNode *node, const char *attribute, struct arena *arena)
{
    for (const xmlAttr *at = node->properties; at; at = at->next)
        if (!at->ns && strcmp((const char *)at->name, attribute) == 0)
            return attribute_text(at, arena);
    return NULL;
}

struct spot grammar_spot(const struct grammar *grammar, const char *attribute)
{
    return (struct spot){
        .element = grammar->frames[grammar->depth - 1].element,
        .attribute = attribute,
    };
}

static void unknown_attribute(struct grammar *grammar, const struct element_rule *rule,
                              const xmlAttr *attribute)
{
    bool prefixed = attribute->ns && attribute->ns->prefix;
    g_autofree char *name =
        g_strdup_printf("%s%s%s", prefixed ? (const char *)attribute->ns->prefix : "",
                        prefixed ? ":" : "", (const char *)attribute->name);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const struct attribute_rule *at = rule->attributes; at && at->name; at++)
        g_ptr_array_add(names, (gpointer)at->name);
    g_ptr_array_add(names, NULL);
    g_autofree char *hint =
        names->len > 1 ? value_suggestion(name, (const char *const *)names->pdata) : NULL;
    fault(grammar->faults, grammar_spot(grammar, name), "attribute-unknown", hint,
          "<%s> has no attribute %s", rule->name, name);
}

/* Returns the rule below RULE that may hold an element NAME, or NULL.  The table
 * is no deeper than GRAMMAR_DEPTH. */
static const struct element_rule *owner_of(const struct element_rule *rule, const char *name)
{
    for (const struct element_rule *const *at = rule->children; at && *at; at++) {
        if (strcmp((*at)->name, name) == 0)
            return rule;
        const struct element_rule *owner = owner_of(*at, name);
        if (owner)
            return owner;
    }
    return NULL;
}

/* Where the element belongs, what it may be meant for, or what may stand there. */
static char *element_hint(const struct grammar *grammar, const struct element_rule *parent,
                          const char *name)
{
    const struct element_rule *owner = owner_of(grammar->root, name);
    if (owner)
        return g_strdup_printf("it belongs in <%s>", owner->name);

    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const struct element_rule *const *at = parent->children; at && *at; at++)
        g_ptr_array_add(names, (gpointer)(*at)->name);
    const char *const *words = (const char *const *)names->pdata;
    const char *closest = closest_word(name, words, names->len);
    if (closest)
        return g_strdup_printf("did you mean <%s>?", closest);
    if (names->len == 0)
        return g_strdup_printf("<%s> holds no elements", parent->name);
    g_ptr_array_add(names, NULL);
    g_autofree char *list = g_strjoinv("> <", (gchar **)names->pdata);
    return g_strdup_printf("<%s> may hold <%s>", parent->name, list);
}

static void unknown_element(struct grammar *grammar, const struct frame *parent, const char *name)
{
    g_autofree char *hint = element_hint(grammar, parent->rule, name);
    fault(grammar->faults, (struct spot){.element = grammar->elements}, "element-unknown", hint,
          "<%s> does not belong in <%s>", name, parent->rule->name);
}

static const struct attribute_rule *attribute_rule(const struct element_rule *rule,
                                                   const char *name)
{
    for (const struct attribute_rule *at = rule->attributes; at && at->name; at++)
        if (strcmp(at->name, name) == 0)
            return at;
    return NULL;
}

static void missing_attribute(struct grammar *grammar, const struct element_rule *rule,
                              const char *name)
{
    g_autofree char *hint = g_strdup_printf("write <%s %s=\"...\">", rule->name, name);
    fault(grammar->faults, grammar_spot(grammar, NULL), "attribute-missing", hint,
          "<%s> needs the attribute %s", rule->name, name);
}

static void check_attributes(struct grammar *grammar, const struct element_rule *rule,
                             const xmlNode *node)
{
    struct arena *arena = arena_create();
    for (const xmlAttr *at = node->properties; at; at = at->next) {
        const char *name = (const char *)at->name;
        const struct attribute_rule *known = at->ns ? NULL : attribute_rule(rule, name);
        if (known)
            value_check(grammar->faults, grammar_spot(grammar, name), known,
                        attribute_text(at, arena));
        else
            unknown_attribute(grammar, rule, at);
    }
    for (const struct attribute_rule *at = rule->attributes; at && at->name; at++)
        if (at->required && !xmlHasNsProp((xmlNode *)node, (const xmlChar *)at->name, NULL))
            missing_attribute(grammar, rule, at->name);
    arena_destroy(arena);
}

static bool in_space(const struct grammar *grammar, const xmlNode *node)
{
    return node->ns && node->ns->href && strcmp((const char *)node->ns->href, grammar->space) == 0;
}

static const struct element_rule *find_root(struct grammar *grammar, const xmlNode *node)
{
    const char *name = (const char *)node->name;
    const struct spot spot = {.element = 1};
    g_autofree char *hint =
        g_strdup_printf("begin with <%s xmlns=\"%s\" ...>", grammar->root->name, grammar->space);
    if (strcmp(name, grammar->root->name) != 0)
        fault(grammar->faults, spot, "root", hint, "the root element is <%s>, not <%s>", name,
              grammar->root->name);
    else if (!in_space(grammar, node))
        fault(grammar->faults, spot, "namespace", hint, "<%s> is %s%s", name,
              node->ns ? "of the namespace " : "without a namespace",
              node->ns ? (const char *)node->ns->href : "");
    else
        return grammar->root;
    grammar->broken = true;
    return NULL;
}

static const struct element_rule *find_child(struct grammar *grammar, const xmlNode *node)
{
    struct frame *parent = &grammar->frames[grammar->depth - 1];
    const char *name = (const char *)node->name;
    const struct element_rule *const *children = parent->rule->children;
    for (size_t i = 0; children && children[i]; i++) {
        if (strcmp(children[i]->name, name) != 0 || !in_space(grammar, node))
            continue;
        if (children[i]->once && (parent->seen & (1u << i)) != 0)
            fault(grammar->faults, (struct spot){.element = grammar->elements}, "element-twice",
                  "keep one of them", "<%s> stands twice in <%s>", name, parent->rule->name);
        parent->seen |= 1u << i;
        return children[i];
    }
    parent->lost = true;
    unknown_element(grammar, parent, name);
    return NULL;
}

const struct element_rule *grammar_enter(struct grammar *grammar, const xmlNode *node)
{
    grammar->elements++;
    if (grammar->skipped > 0 || grammar->broken) {
        grammar->skipped++;
        return NULL;
    }
    const struct element_rule *rule =
        grammar->depth == 0 ? find_root(grammar, node) : find_child(grammar, node);
    if (!rule) {
        grammar->skipped++;
        return NULL;
    }
    g_assert(grammar->depth < GRAMMAR_DEPTH);
    grammar->frames[grammar->depth++] = (struct frame){.rule = rule, .element = grammar->elements};
    check_attributes(grammar, rule, node);
    return rule;
}

const struct element_rule *grammar_leave(struct grammar *grammar)
{
    if (grammar->skipped > 0) {
        grammar->skipped--;
        return NULL;
    }
    const struct frame *frame = &grammar->frames[grammar->depth - 1];
    const struct element_rule *const *children = frame->rule->children;
    for (size_t i = 0; children && !frame->lost && children[i]; i++)
        if (children[i]->needed && (frame->seen & (1u << i)) == 0)
            fault(grammar->faults, grammar_spot(grammar, NULL), "element-missing",
                  "add at least one", "<%s> holds no <%s>", frame->rule->name, children[i]->name);
    grammar->depth--;
    return frame->rule;
}

void grammar_text(struct grammar *grammar, const char *text)
{
    if (grammar->skipped > 0 || grammar->depth == 0)
        return;
    const struct element_rule *rule = grammar->frames[grammar->depth - 1].rule;
    const struct spot spot = grammar_spot(grammar, NULL);
    if (rule->text) {
        value_check_visible(grammar->faults, spot, rule->name, text, true);
        return;
    }
    const char *word = text + strspn(text, " \t\r\n");
    if (*word != '\0')
        fault(grammar->faults, spot, "text", "take it out or make it an attribute",
              "the text \"%.*s\" does not belong in <%s>", (int)strcspn(word, "\r\n"), word,
              rule->name);
}
