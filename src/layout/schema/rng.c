/* The tables of the layout language (schema.h) as a schema in RelaxNG, for editors. */
#include "rapor/layout/attributes.h"
#include "rapor/layout/schema.h"

#include <glib.h>
#include <string.h>

static const char width[] = "<choice><value>fit</value><ref name=\"share.value\"/>"
                            "<ref name=\"length.value\"/></choice>";

/* What may stand in an attribute; NULL: any text. */
static const char *const patterns[] = {
    [VALUE_NUMBER] = "<ref name=\"number.value\"/>",
    [VALUE_NAME] = "<ref name=\"name.value\"/>",
    [VALUE_NAMES] = "<ref name=\"names.value\"/>",
    [VALUE_WORDS] = "<ref name=\"words.value\"/>",
    [VALUE_LENGTH] = "<ref name=\"length.value\"/>",
    [VALUE_OFFSET] = "<ref name=\"offset.value\"/>",
    [VALUE_PAIR] = "<choice><ref name=\"length.value\"/><ref name=\"pair.value\"/></choice>",
    [VALUE_PAPER] = "<choice><value>F4</value><value>A4</value><ref name=\"pair.value\"/></choice>",
    [VALUE_WIDTH] = width,
    [VALUE_COUNT] = "<ref name=\"count.value\"/>",
    [VALUE_COLOR] = "<ref name=\"color.value\"/>",
    [VALUE_STYLE] = "<ref name=\"name.value\"/>",
    [VALUE_STYLES] = "<ref name=\"names.value\"/>",
    [VALUE_BASE] = "<ref name=\"name.value\"/>",
    [VALUE_PAGE] = "<ref name=\"name.value\"/>",
    [VALUE_PART] = "<ref name=\"name.value\"/>",
    [VALUE_LANGUAGE] = "<choice><value>no</value><value>id</value></choice>",
    [VALUE_NODES] = NULL,
};

static const char *const contents[] = {
    [CONTENT_LAYOUT] = "in-layout",  [CONTENT_PARTS] = "definitions",
    [CONTENT_THEME] = "replaceable", [CONTENT_SECTIONS] = "sections",
    [CONTENT_PAGE] = "heads",        [CONTENT_BOXES] = "boxes",
    [CONTENT_BLOCKS] = "blocks",     [CONTENT_PARAGRAPH] = "paragraph",
    [CONTENT_INLINE] = "inline",     [CONTENT_ITEMS] = "items",
    [CONTENT_TABLE] = "in-table",    [CONTENT_ROWS] = "rows",
    [CONTENT_CELLS] = "cells",       [CONTENT_CHART] = "in-chart",
    [CONTENT_MIXED] = "mixed",       [CONTENT_SAME] = NULL,
};

static const char types[] =
    "\n  <define name=\"name.value\">\n    <data type=\"NCName\"/>\n  </define>\n"
    "\n  <define name=\"names.value\">\n    <list><zeroOrMore><ref "
    "name=\"name.value\"/></zeroOrMore></list>\n"
    "  </define>\n"
    "\n  <define name=\"words.value\">\n    <list><oneOrMore><data "
    "type=\"string\"/></oneOrMore></list>\n"
    "  </define>\n"
    "\n  <define name=\"count.value\">\n    <data type=\"string\"><param name=\"pattern\">"
    "[1-9][0-9]{0,2}</param></data>\n  </define>\n"
    "\n  <define name=\"length.value\">\n    <data type=\"string\"><param name=\"pattern\">"
    "0|[0-9]*\\.?[0-9]+(mm|cm|pt)</param></data>\n  </define>\n"
    "\n  <define name=\"offset.value\">\n    <data type=\"string\"><param name=\"pattern\">"
    "0|-?[0-9]*\\.?[0-9]+(mm|cm|pt)</param></data>\n  </define>\n"
    "\n  <define name=\"pair.value\">\n    <data type=\"string\"><param name=\"pattern\">"
    "(0|[0-9]*\\.?[0-9]+(mm|cm|pt)) (0|[0-9]*\\.?[0-9]+(mm|cm|pt))</param></data>\n  </define>\n"
    "\n  <define name=\"share.value\">\n    <data type=\"string\"><param name=\"pattern\">"
    "[0-9]*\\.?[0-9]+\\*</param></data>\n  </define>\n"
    "\n  <!-- The name of a color, or its red, green and blue. -->\n"
    "  <define name=\"color.value\">\n    <choice>\n      <ref name=\"name.value\"/>\n"
    "      <data type=\"string\"><param name=\"pattern\">#[0-9A-Fa-f]{6}</param></data>\n"
    "    </choice>\n  </define>\n"
    "\n  <define name=\"number.value\">\n    <data type=\"string\"><param name=\"pattern\">"
    "-?[0-9]*\\.?[0-9]+|.*\\{.*\\}.*</param></data>\n  </define>\n";

static bool stands_in(const struct element_rule *rule, enum content content)
{
    return rule->stands & (1U << content);
}

/* Two elements may have one name, where they do not stand together. */
static const char *definition_of(const struct element_rule *rule)
{
    return rule->kind == NODE_TABLE_HEAD ? "table-head" : rule->name;
}

static void write_words(GString *out, const char *const *words)
{
    g_string_append(out, "<choice>");
    for (size_t i = 0; words[i]; i++)
        g_string_append_printf(out, "<value>%s</value>", words[i]);
    g_string_append(out, "</choice>");
}

static void write_attribute(GString *out, const struct attribute_rule *rule)
{
    g_string_append_printf(out, "      %s<attribute name=\"%s\">",
                           rule->required ? "" : "<optional>", rule->name);
    if (rule->kind == VALUE_CHOICE)
        write_words(out, rule->words);
    else
        g_string_append(out, patterns[rule->kind] ? patterns[rule->kind] : "<text/>");
    g_string_append_printf(out, "</attribute>%s\n", rule->required ? "" : "</optional>");
}

static bool is_in(const char *names, const char *name)
{
    g_auto(GStrv) each = g_strsplit(names ? names : "", " ", -1);
    return g_strv_contains((const char *const *)each, name);
}

/* WITHIN: where the element stands. */
static void write_attributes(GString *out, const struct element_rule *rule, enum content within)
{
    for (size_t i = 0; i < rule->attribute_count; i++) {
        const bool inline_only = rule->kind == NODE_EACH && (i == EACH_SEPARATOR || i == EACH_LAST);
        const bool possible = within == CONTENT_INLINE || within == CONTENT_MIXED;
        if ((!inline_only || possible) && !is_in(rule->together, rule->attributes[i].name))
            write_attribute(out, &rule->attributes[i]);
    }
    if (rule->together || rule->pattern)
        g_string_append_printf(out, "      %s\n", rule->pattern);
}

static void write_rule(GString *out, const struct element_rule *rule)
{
    g_string_append_printf(out, "\n  <define name=\"%s\">\n    <element name=\"%s\">\n",
                           definition_of(rule), rule->name);
    write_attributes(out, rule, CONTENT_NONE);
    if (rule->holds == CONTENT_NONE)
        g_string_append(out, "      <empty/>\n");
    else
        g_string_append_printf(out, "      <ref name=\"%s\"/>\n", contents[rule->holds]);
    g_string_append(out, "    </element>\n  </define>\n");
}

/* The elements that hold what stands around them: in each content others. */
static void write_control(GString *out, enum content content)
{
    const char *name = contents[content];
    g_string_append_printf(out, "\n  <define name=\"%s.control\">\n    <choice>\n", name);
    for (size_t i = 0; i < element_rule_count; i++) {
        const struct element_rule *rule = &element_rules[i];
        if (rule->kind != NODE_EACH && rule->kind != NODE_IF)
            continue;
        g_string_append_printf(out, "      <element name=\"%s\">\n", rule->name);
        write_attributes(out, rule, content);
        g_string_append_printf(out, "      <ref name=\"%s.rest\"/></element>\n", name);
    }
    g_string_append_printf(
        out,
        "      <element name=\"choose\">\n        <oneOrMore><element name=\"when\">"
        "<attribute name=\"test\"/><ref name=\"%s.rest\"/></element></oneOrMore>\n"
        "        <optional><element name=\"otherwise\"><ref name=\"%s.rest\"/></element></optional>"
        "\n      </element>\n      <ref name=\"let\"/>\n    </choice>\n  </define>\n",
        name, name);
}

static bool has_control(enum content content)
{
    return rule_find("each", content) != NULL;
}

static bool has_text(enum content content)
{
    return content == CONTENT_INLINE || content == CONTENT_PARAGRAPH;
}

/* What has no place of its own among its siblings, but NEEDED. */
static void write_free(GString *out, enum content content, const char *needed)
{
    for (size_t i = 0; i < element_rule_count; i++) {
        const struct element_rule *rule = &element_rules[i];
        if (stands_in(rule, content) && rule->order == 0 && !rule->once &&
            !(is_control(rule->kind)) && g_strcmp0(rule->name, needed) != 0)
            g_string_append_printf(out, "        <ref name=\"%s\"/>\n", definition_of(rule));
    }
    if (has_text(content))
        g_string_append(out, "        <text/>\n");
}

/* NAME.plain: any of it; NAME.rest: any number, in any order, with control among it. */
static void write_rest(GString *out, enum content content)
{
    const char *name = contents[content];
    g_string_append_printf(out, "\n  <define name=\"%s.plain\">\n      <choice>\n", name);
    write_free(out, content, NULL);
    g_string_append_printf(out,
                           "      </choice>\n  </define>\n\n  <define name=\"%s.rest\">\n"
                           "    <zeroOrMore>\n      <choice>\n        <ref name=\"%s.plain\"/>\n",
                           name, name);
    if (has_control(content))
        g_string_append_printf(out, "        <ref name=\"%s.control\"/>\n",
                               contents[content_inside(content)]);
    g_string_append(out, "      </choice>\n    </zeroOrMore>\n  </define>\n");
}

static const char *needed_in(enum content content)
{
    for (size_t i = 0; i < element_rule_count; i++)
        if (element_rules[i].holds == content && element_rules[i].needs)
            return element_rules[i].needs;
    return NULL;
}

/* Those that stand before all others, the first first. */
static void write_first(GString *out, enum content content, const char *needed)
{
    for (int order = -2; order < 0; order++)
        for (size_t i = 0; i < element_rule_count; i++) {
            const struct element_rule *rule = &element_rules[i];
            if (!stands_in(rule, content) || rule->order != order)
                continue;
            const char *times = g_strcmp0(rule->name, needed) == 0 ? "oneOrMore"
                                : rule->once                       ? "optional"
                                                                   : "zeroOrMore";
            g_string_append_printf(out, "    <%s><ref name=\"%s\"/></%s>\n", times,
                                   definition_of(rule), times);
        }
}

/* One that is needed, or control that may hold it, behind others. */
static void write_needed(GString *out, enum content content, const char *needed)
{
    const struct element_rule *rule = needed ? rule_find(needed, content) : NULL;
    if (!rule || rule->order != 0)
        return;
    g_autoptr(GString) others = g_string_new(NULL);
    write_free(others, content, needed);
    if (others->len > 0)
        g_string_append_printf(out,
                               "    <zeroOrMore>\n      <choice>\n%s      </choice>\n"
                               "    </zeroOrMore>\n",
                               others->str);
    g_string_append_printf(out,
                           "    <choice><ref name=\"%s\"/><ref name=\"%s.control\"/></choice>\n",
                           needed, contents[content_inside(content)]);
}

/* Those that stand anywhere, once. */
static void write_once(GString *out, enum content content)
{
    for (size_t i = 0; i < element_rule_count; i++) {
        const struct element_rule *rule = &element_rules[i];
        if (stands_in(rule, content) && rule->once && rule->order == 0)
            g_string_append_printf(out,
                                   "    <optional><ref name=\"%s\"/><ref name=\"%s.rest\"/>"
                                   "</optional>\n",
                                   rule->name, contents[content]);
    }
}

static void write_content(GString *out, enum content content)
{
    const char *needed = needed_in(content);
    write_rest(out, content);
    g_string_append_printf(out, "\n  <define name=\"%s\">\n", contents[content]);
    write_first(out, content, needed);
    write_needed(out, content, needed);
    g_string_append_printf(out, "    <ref name=\"%s.rest\"/>\n", contents[content]);
    write_once(out, content);
    g_string_append(out, "  </define>\n");
    if (has_control(content) && content_inside(content) == content)
        write_control(out, content);
}

/* Running text, or blocks.  What is in the control elements here is the same for both, as XML
 * Schema wants it; the program looks closer. */
static void write_mixed(GString *out)
{
    g_string_append(out, "\n  <define name=\"mixed\">\n    <choice>\n");
    for (size_t i = 0; i < 2; i++)
        g_string_append_printf(out,
                               "      <zeroOrMore>\n        <choice><ref name=\"%s.plain\"/>"
                               "<ref name=\"mixed.control\"/></choice>\n      </zeroOrMore>\n",
                               contents[i == 0 ? CONTENT_INLINE : CONTENT_BLOCKS]);
    g_string_append(out, "    </choice>\n  </define>\n\n  <define name=\"mixed.rest\">\n"
                         "    <ref name=\"mixed\"/>\n  </define>\n");
    write_control(out, CONTENT_MIXED);
}

void layout_schema(GString *out)
{
    g_string_append(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!-- The layout language, for editors to complete from: printed by rapor schema layout;\n"
        "     doc/layouts.md tells what each of it means.  The program checks more than a grammar\n"
        "     can say: names of styles, colors, pages and parts, files, fonts, and expressions. "
        "-->\n"
        "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"urn:rapor:layout:1\"\n"
        "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
        "  <start>\n    <choice>\n      <ref name=\"layout\"/>\n      <ref name=\"parts\"/>\n"
        "    </choice>\n  </start>\n");
    for (size_t i = 0; i < element_rule_count; i++)
        if (element_rules[i].holds != CONTENT_SAME && element_rules[i].holds != CONTENT_CHOOSE)
            write_rule(out, &element_rules[i]);
    for (enum content content = CONTENT_LAYOUT; content < CONTENT_CHOOSE; content++)
        write_content(out, content);
    write_mixed(out);
    g_string_append_printf(out, "%s</grammar>\n", types);
}
