/* The table (results.h) as a schema in RelaxNG.  What is for layouts alone is defined there
 * too, but stands in nothing. */
#include "rapor/view/results.h"

static const char *const patterns[VIEW_TYPES] = {
    [VIEW_YEAR] = "<data type=\"gYear\"/>",
    [VIEW_DATE] = "<data type=\"date\"/>",
    [VIEW_COUNT] = "<data type=\"nonNegativeInteger\"/>",
    [VIEW_PLACE] = "<data type=\"positiveInteger\"/>",
    [VIEW_WHOLE] = "<data type=\"integer\"/>",
    [VIEW_HUNDREDTHS] = "<ref name=\"hundredths\"/>",
    [VIEW_SIGNED] = "<ref name=\"signed\"/>",
    [VIEW_EXACT] = "<ref name=\"exact\"/>",
    [VIEW_WEIGHT] = "<ref name=\"weight\"/>",
    [VIEW_LEVEL] = "<ref name=\"level\"/>",
    [VIEW_STEPS] = "<ref name=\"steps\"/>",
    [VIEW_DIGEST] = "<data type=\"hexBinary\"/>",
    [VIEW_SEAL] = "<ref name=\"seal\"/>",
};

static const struct {
    const char *name, *pattern, *about;
} types[] = {
    {"hundredths", "[0-9]+\\.[0-9]{2}", "Rounded half up for print."},
    {"signed", "-?[0-9]+\\.[0-9]{2}", "A difference of such figures."},
    {"exact", "[0-9]+(\\.[0-9]+)?|[0-9]+/[0-9]+",
     "All digits, or a fraction in lowest terms where they do not end."},
    {"weight", "[0-9]+(\\.[0-9]{1,4})?", "In percent."},
    {"level", "[0-9]+(\\.[0-9]+)?", "Whole, but where the instrument's levels are decimal."},
    {"steps", "-?[0-9]+(\\.[0-9]+)?", "Levels up or, with a sign, down."},
    {"seal", "[0-9A-F]{8}", "A short mark."},
};

/* The rules in the order of their definitions, and what these are called. */
struct definitions {
    GPtrArray *rules, *names; /* of struct view_rule; of texts, owned */
};

static bool is_taken(const struct definitions *definitions, const char *name)
{
    for (guint i = 0; i < definitions->names->len; i++)
        if (g_str_equal(definitions->names->pdata[i], name))
            return true;
    return false;
}

/* Elements of one name that are not the same are called by what they stand in. */
static void define(const struct definitions *definitions, const struct view_rule *rule,
                   const char *parent)
{
    if (g_ptr_array_find(definitions->rules, rule, NULL))
        return;
    char *name = is_taken(definitions, rule->name) ? g_strdup_printf("%s-%s", parent, rule->name)
                                                   : g_strdup(rule->name);
    g_ptr_array_add(definitions->rules, (gpointer)(uintptr_t)rule);
    g_ptr_array_add(definitions->names, name);
}

static void write_about(GString *out, const char *about)
{
    if (*about == '\0')
        return;
    g_autofree char *escaped = g_markup_escape_text(about, -1);
    g_string_append_printf(out, "<a:documentation>%s</a:documentation>", escaped);
}

static void write_words(GString *out, const char *words)
{
    g_auto(GStrv) each = g_strsplit(words, " ", -1);
    g_string_append(out, each[1] ? "<choice>" : "");
    for (size_t i = 0; each[i]; i++)
        g_string_append_printf(out, "<value>%s</value>", each[i]);
    g_string_append(out, each[1] ? "</choice>" : "");
}

static void write_field(GString *out, const struct view_field *field)
{
    const bool maybe = field->flags & (VIEW_MAYBE | VIEW_WHOLE_ONLY);
    g_string_append_printf(out, "      %s<attribute name=\"%s\">", maybe ? "<optional>" : "",
                           field->name);
    write_about(out, field->about);
    if (field->type == VIEW_WORDS)
        write_words(out, field->words);
    else
        g_string_append(out, patterns[field->type] ? patterns[field->type] : "<text/>");
    g_string_append_printf(out, "</attribute>%s\n", maybe ? "</optional>" : "");
}

/* NULL: exactly once. */
static const char *times_of(const struct view_child *child)
{
    if (child->flags & VIEW_ONE)
        return child->flags & VIEW_NEEDED ? NULL : "optional";
    return child->flags & VIEW_NEEDED ? "oneOrMore" : "zeroOrMore";
}

static void write_child(GString *out, const struct definitions *definitions,
                        const struct view_child *child)
{
    guint number = 0;
    g_ptr_array_find(definitions->rules, child->rule, &number);
    const char *name = definitions->names->pdata[number], *times = times_of(child);
    if (times)
        g_string_append_printf(out, "      <%s><ref name=\"%s\"/></%s>\n", times, name, times);
    else
        g_string_append_printf(out, "      <ref name=\"%s\"/>\n", name);
}

static void write_rule(GString *out, const struct definitions *definitions, guint number)
{
    const struct view_rule *rule = definitions->rules->pdata[number];
    g_string_append_printf(out, "\n  <define name=\"%s\">\n    <element name=\"%s\">\n      ",
                           (const char *)definitions->names->pdata[number], rule->name);
    write_about(out, rule->about);
    g_string_append_c(out, '\n');
    for (size_t i = 0; i < rule->field_count; i++)
        if (!(rule->fields[i].flags & VIEW_LAYOUTS))
            write_field(out, &rule->fields[i]);
    for (size_t i = 0; i < rule->child_count; i++)
        if (!(rule->children[i].flags & VIEW_LAYOUTS))
            write_child(out, definitions, &rule->children[i]);
    if (rule->text)
        g_string_append(out, "      <text/>\n");
    g_string_append(out, "    </element>\n  </define>\n");
}

static void write_types(GString *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
        g_string_append_printf(out,
                               "\n  <!-- %s -->\n  <define name=\"%s\">\n    <data type=\"string\">"
                               "<param name=\"pattern\">%s</param></data>\n  </define>\n",
                               types[i].about, types[i].name, types[i].pattern);
}

void results_schema(GString *out)
{
    const struct definitions definitions = {g_ptr_array_new(),
                                            g_ptr_array_new_with_free_func(g_free)};
    g_string_append(out,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<!-- The results, as rapor score writes them: printed by rapor schema "
                    "results. -->\n"
                    "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" "
                    "ns=\"" RESULTS_NAMESPACE "\"\n"
                    "         xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\"\n"
                    "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
                    "  <start>\n    <ref name=\"results\"/>\n  </start>\n");
    define(&definitions, &results_rule, "");
    for (guint i = 0; i < definitions.rules->len; i++) {
        const struct view_rule *rule = definitions.rules->pdata[i];
        for (size_t k = 0; k < rule->child_count; k++)
            define(&definitions, rule->children[k].rule, rule->name);
    }
    for (guint i = 0; i < definitions.rules->len; i++)
        write_rule(out, &definitions, i);
    write_types(out);
    g_string_append(out, "</grammar>\n");
    g_ptr_array_free(definitions.rules, TRUE);
    g_ptr_array_free(definitions.names, TRUE);
}
