#include "grammar.h"

#include "rapor/base/language.h"
#include "rapor/read/instrument.h"

#include <glib.h>
#include <string.h>

struct read_spot grammar_spot(const struct grammar *grammar, const char *attribute)
{
    return (struct read_spot){
        .element = grammar->frames[grammar->depth - 1].element,
        .attribute = attribute,
    };
}

static void unknown_attribute(struct grammar *grammar, const struct xml_element_rule *rule,
                              const char *name)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const struct xml_attribute_rule *at = rule->attributes; at && at->name; at++)
        g_ptr_array_add(names, (gpointer)at->name);
    g_ptr_array_add(names, NULL);
    g_autofree char *hint =
        names->len > 1 ? value_suggestion(name, (const char *const *)names->pdata) : NULL;
    diagnose(grammar->unplaced, grammar_spot(grammar, name), "attribute-unknown", hint,
             "<%s> has no attribute %s", rule->name, name);
}

/* Returns the rule below RULE that may hold an element NAME, or NULL.  The table
 * is no deeper than GRAMMAR_DEPTH. */
static const struct xml_element_rule *owner_of(const struct xml_element_rule *rule,
                                               const char *name)
{
    for (const struct xml_element_rule *const *at = rule->children; at && *at; at++) {
        if (strcmp((*at)->name, name) == 0)
            return rule;
        const struct xml_element_rule *owner = owner_of(*at, name);
        if (owner)
            return owner;
    }
    return NULL;
}

/* Where the element belongs, what it may be meant for, or what may stand there. */
static char *element_hint(const struct grammar *grammar, const struct xml_element_rule *parent,
                          const char *name)
{
    const struct xml_element_rule *owner = owner_of(grammar->root, name);
    if (owner)
        return g_strdup_printf(_("it belongs in <%s>"), owner->name);

    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const struct xml_element_rule *const *at = parent->children; at && *at; at++)
        g_ptr_array_add(names, (gpointer)(*at)->name);
    const char *const *words = (const char *const *)names->pdata;
    const char *closest = closest_word(name, words, names->len);
    if (closest)
        return g_strdup_printf(_("did you mean <%s>?"), closest);
    if (names->len == 0)
        return g_strdup_printf(_("<%s> holds no elements"), parent->name);
    g_ptr_array_add(names, NULL);
    g_autofree char *list = g_strjoinv("> <", (gchar **)names->pdata);
    return g_strdup_printf(_("<%s> may hold <%s>"), parent->name, list);
}

static void unknown_element(struct grammar *grammar, const struct element_frame *parent,
                            const char *name)
{
    g_autofree char *hint = element_hint(grammar, parent->rule, name);
    diagnose(grammar->unplaced, (struct read_spot){.element = grammar->elements}, "element-unknown",
             hint, N_("<%s> does not belong in <%s>"), name, parent->rule->name);
}

/* Mostly attributes are written in the order of the table: DUE is looked at first. */
static const struct xml_attribute_rule *attribute_rule(const struct xml_element_rule *rule,
                                                       const struct xml_attribute_rule *due,
                                                       const char *name)
{
    if (due && due->name && same_name(due->name, name))
        return due;
    for (const struct xml_attribute_rule *at = rule->attributes; at && at->name; at++)
        if (same_name(at->name, name))
            return at;
    return NULL;
}

static void missing_attribute(struct grammar *grammar, const struct xml_element_rule *rule,
                              const char *name)
{
    g_autofree char *hint = g_strdup_printf(_("write <%s %s=\"...\">"), rule->name, name);
    diagnose(grammar->unplaced, grammar_spot(grammar, NULL), "attribute-missing", hint,
             "<%s> needs the attribute %s", rule->name, name);
}

static void check_attributes(struct grammar *grammar, const struct xml_element_rule *rule,
                             const struct tag *tag)
{
    uint32_t seen = 0; /* bit i: rule i */
    const struct xml_attribute_rule *due = rule->attributes;
    for (size_t i = 0; i < tag->attribute_count; i++) {
        const struct attribute *attribute = &tag->attributes[i];
        const struct xml_attribute_rule *known = attribute_rule(rule, due, attribute->name);
        if (!known) {
            unknown_attribute(grammar, rule, attribute->name);
            continue;
        }
        due = known + 1;
        seen |= 1u << (known - rule->attributes);
        value_check(grammar->unplaced, grammar_spot(grammar, known->name), known, attribute->value);
    }
    for (size_t i = 0; rule->attributes && rule->attributes[i].name; i++)
        if (rule->attributes[i].required && (seen & (1u << i)) == 0)
            missing_attribute(grammar, rule, rule->attributes[i].name);
}

static bool in_space(const struct grammar *grammar, const struct tag *tag)
{
    return tag->space == grammar->space || (tag->space && strcmp(tag->space, grammar->space) == 0);
}

static const struct xml_element_rule *find_root(struct grammar *grammar, const struct tag *tag)
{
    const char *name = tag->name;
    const struct read_spot spot = {.element = 1};
    g_autofree char *hint =
        g_strdup_printf(_("begin with <%s xmlns=\"%s\" ...>"), grammar->root->name, grammar->space);
    if (strcmp(name, grammar->root->name) != 0)
        diagnose(grammar->unplaced, spot, "root", hint, "the root element is <%s>, not <%s>", name,
                 grammar->root->name);
    else if (!in_space(grammar, tag))
        diagnose(grammar->unplaced, spot, "namespace", hint, "<%s> is %s%s", name,
                 tag->space ? _("of the namespace ") : _("without a namespace"),
                 tag->space ? tag->space : "");
    else
        return grammar->root;
    grammar->broken = true;
    return NULL;
}

/* Returns the number of the rule among those below PARENT, or NONE.  Mostly it is that
 * of the element before. */
static size_t child_rule(const struct grammar *grammar, const struct element_frame *parent,
                         const struct tag *tag)
{
    const struct xml_element_rule *const *children = parent->rule->children;
    if (!children || !in_space(grammar, tag))
        return NONE;
    if (same_name(children[parent->last]->name, tag->name))
        return parent->last;
    for (size_t i = 0; children[i]; i++)
        if (same_name(children[i]->name, tag->name))
            return i;
    return NONE;
}

static const struct xml_element_rule *find_child(struct grammar *grammar, const struct tag *tag)
{
    struct element_frame *parent = &grammar->frames[grammar->depth - 1];
    const size_t i = child_rule(grammar, parent, tag);
    if (i == NONE) {
        parent->lost = true;
        unknown_element(grammar, parent, tag->name);
        return NULL;
    }
    const struct xml_element_rule *rule = parent->rule->children[i];
    if (rule->once && (parent->seen & (1u << i)) != 0)
        diagnose(grammar->unplaced, (struct read_spot){.element = grammar->elements},
                 "element-twice", N_("keep one of them"), N_("<%s> stands twice in <%s>"),
                 rule->name, parent->rule->name);
    parent->seen |= 1u << i;
    parent->last = i;
    return rule;
}

const struct xml_element_rule *grammar_enter(struct grammar *grammar, const struct tag *tag)
{
    grammar->elements++;
    if (grammar->skipped > 0 || grammar->broken) {
        grammar->skipped++;
        return NULL;
    }
    const struct xml_element_rule *rule =
        grammar->depth == 0 ? find_root(grammar, tag) : find_child(grammar, tag);
    if (!rule) {
        grammar->skipped++;
        return NULL;
    }
    g_assert(grammar->depth < GRAMMAR_DEPTH);
    grammar->frames[grammar->depth++] =
        (struct element_frame){.rule = rule, .element = grammar->elements};
    check_attributes(grammar, rule, tag);
    return rule;
}

const struct xml_element_rule *grammar_leave(struct grammar *grammar)
{
    if (grammar->skipped > 0) {
        grammar->skipped--;
        return NULL;
    }
    const struct element_frame *frame = &grammar->frames[grammar->depth - 1];
    const struct xml_element_rule *const *children = frame->rule->children;
    for (size_t i = 0; children && !frame->lost && children[i]; i++)
        if (children[i]->needed && (frame->seen & (1u << i)) == 0)
            diagnose(grammar->unplaced, grammar_spot(grammar, NULL), "element-missing",
                     N_("add at least one"), "<%s> holds no <%s>", frame->rule->name,
                     children[i]->name);
    grammar->depth--;
    return frame->rule;
}

void grammar_text(struct grammar *grammar, const char *text)
{
    if (grammar->skipped > 0 || grammar->depth == 0)
        return;
    const struct xml_element_rule *rule = grammar->frames[grammar->depth - 1].rule;
    const struct read_spot spot = grammar_spot(grammar, NULL);
    if (rule->text) {
        value_check_visible(grammar->unplaced, spot, rule->name, text, true);
        return;
    }
    const char *word = text + strspn(text, " \t\r\n");
    if (*word != '\0')
        diagnose(grammar->unplaced, spot, "text", N_("take it out or make it an attribute"),
                 "the text \"%.*s\" does not belong in <%s>", (int)strcspn(word, "\r\n"), word,
                 rule->name);
}
