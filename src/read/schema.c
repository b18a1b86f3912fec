/* The table of what a file may hold, as a schema in RelaxNG.  Elements may stand in any order,
 * so that a file can be validated while it streams. */
#include "grammar.h"

#include <string.h>

/* No letter that cannot be seen or that turns the direction. */
#define UNSEEN "\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&#x2066;-&#x2069;"

static const char *const patterns[] = {
    [VALUE_TEXT] = "<ref name=\"text\"/>",       [VALUE_CODE] = "<ref name=\"code\"/>",
    [VALUE_DATE] = "<ref name=\"date\"/>",       [VALUE_YEAR] = "<ref name=\"year\"/>",
    [VALUE_DECIMAL] = "<ref name=\"decimal\"/>", [VALUE_URL] = "<ref name=\"url\"/>",
};

static const char types[] =
    "\n"
    "  <!-- Something that can be seen, in one line. -->\n"
    "  <define name=\"text\">\n"
    "    <data type=\"string\"><param name=\"pattern\">[^" UNSEEN "]*[^\\s" UNSEEN "][^" UNSEEN
    "]*</param></data>\n"
    "  </define>\n\n"
    "  <!-- The same in many lines, or nothing. -->\n"
    "  <define name=\"prose\">\n"
    "    <data type=\"string\"><param name=\"pattern\">([^" UNSEEN
    "]|[\\t\\n\\r])*</param></data>\n"
    "  </define>\n\n"
    "  <!-- Part of a file name. -->\n"
    "  <define name=\"code\">\n"
    "    <data type=\"string\"><param name=\"pattern\">[A-Za-z0-9][A-Za-z0-9.\\-]{0,39}</param>"
    "</data>\n"
    "  </define>\n\n"
    "  <define name=\"year\">\n"
    "    <data type=\"string\"><param name=\"pattern\">[1-9][0-9]{3}</param></data>\n"
    "  </define>\n\n"
    "  <define name=\"date\">\n"
    "    <data type=\"date\"><param name=\"pattern\">[0-9]{4}-[0-9]{2}-[0-9]{2}</param></data>\n"
    "  </define>\n\n"
    "  <define name=\"decimal\">\n"
    "    <data type=\"string\"><param name=\"pattern\">[0-9]{1,13}(\\.[0-9]{1,2})?</param></data>\n"
    "  </define>\n\n"
    "  <define name=\"url\">\n"
    "    <data type=\"string\"><param name=\"pattern\">https?://[^" UNSEEN "]*</param></data>\n"
    "  </define>\n";

static void write_words(GString *out, const char *const *words)
{
    g_string_append(out, words[1] ? "<choice>" : "");
    for (size_t i = 0; words[i]; i++)
        g_string_append_printf(out, "<value>%s</value>", words[i]);
    g_string_append(out, words[1] ? "</choice>" : "");
}

static void write_attribute(GString *out, const struct xml_attribute_rule *rule)
{
    g_string_append_printf(out, "      %s<attribute name=\"%s\">",
                           rule->required ? "" : "<optional>", rule->name);
    if (rule->value == VALUE_WORD)
        write_words(out, rule->words);
    else
        g_string_append(out, patterns[rule->value]);
    g_string_append_printf(out, "</attribute>%s\n", rule->required ? "" : "</optional>");
}

static bool is_in(const char *names, const char *name)
{
    g_auto(GStrv) each = g_strsplit(names ? names : "", " ", -1);
    return g_strv_contains((const char *const *)each, name);
}

static void write_attributes(GString *out, const struct xml_element_rule *rule)
{
    for (const struct xml_attribute_rule *at = rule->attributes; at && at->name; at++)
        if (!is_in(rule->together, at->name))
            write_attribute(out, at);
    if (rule->together)
        g_string_append_printf(out, "      %s\n", rule->pattern);
}

/* The children that may stand there in any order and number, in a choice. */
static void write_any(GString *out, const struct xml_element_rule *rule, bool needed)
{
    g_autoptr(GString) refs = g_string_new(NULL);
    for (size_t i = 0; rule->children[i]; i++)
        if (needed || !rule->children[i]->needed)
            g_string_append_printf(refs, "          <ref name=\"%s\"/>\n", rule->children[i]->name);
    if (refs->len > 0)
        g_string_append_printf(
            out, "      <zeroOrMore>\n        <choice>\n%s        </choice>\n      </zeroOrMore>\n",
            refs->str);
}

/* At least one of those that are needed: all before the first of them, and all after it. */
static void write_children(GString *out, const struct xml_element_rule *rule)
{
    for (size_t i = 0; rule->children[i]; i++) {
        if (!rule->children[i]->needed)
            continue;
        write_any(out, rule, false);
        g_string_append_printf(out, "      <ref name=\"%s\"/>\n", rule->children[i]->name);
    }
    write_any(out, rule, true);
}

static void write_rule(GString *out, const struct xml_element_rule *rule)
{
    g_string_append_printf(out, "\n  <define name=\"%s\">\n    <element name=\"%s\">\n", rule->name,
                           rule->name);
    write_attributes(out, rule);
    if (rule->children)
        write_children(out, rule);
    else
        g_string_append(out, rule->text ? "      <ref name=\"prose\"/>\n" : "      <empty/>\n");
    g_string_append(out, "    </element>\n  </define>\n");
}

/* Writes a rule and all below it, each once. */
static void write_all(GString *out, const struct xml_element_rule *rule, GHashTable *known)
{
    if (!g_hash_table_add(known, (gpointer)(uintptr_t)rule))
        return;
    write_rule(out, rule);
    for (size_t i = 0; rule->children && rule->children[i]; i++)
        write_all(out, rule->children[i], known);
}

void grammar_schema(const struct xml_element_rule *root, const char *space, const char *about,
                    GString *out)
{
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    g_string_append_printf(out,
                           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                           "<!-- %s -->\n"
                           "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"%s\"\n"
                           "         datatypeLibrary=\"http://www.w3.org/2001/"
                           "XMLSchema-datatypes\">\n"
                           "  <start>\n    <ref name=\"%s\"/>\n  </start>\n",
                           about, space, root->name);
    write_all(out, root, known);
    g_string_append_printf(out, "%s</grammar>\n", types);
}
