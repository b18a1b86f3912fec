/* Runs every example of doc/layouts.md, and looks that none is missing. */
#include "try_layout.h"

#include "rapor/layout/functions.h"
#include "rapor/layout/schema.h"

#include <libxml/relaxng.h>
#include <libxml/xpathInternals.h>

/* A fence of the text: its first line without the marks, and what is in it. */
struct fence {
    char *info, *body;
};

static void fence_clear(void *data)
{
    struct fence *fence = data;
    g_free(fence->info);
    g_free(fence->body);
}

static GArray *read_fences(const char *path)
{
    GArray *fences = g_array_new(FALSE, TRUE, sizeof(struct fence));
    g_array_set_clear_func(fences, fence_clear);
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    const char *at = text;
    while ((at = strstr(at, "\n```"))) {
        const char *line = strchr(at + 4, '\n'), *end = strstr(line, "\n```");
        assert_non_null(end);
        struct fence fence = {g_strndup(at + 4, (gsize)(line - at - 4)),
                              g_strndup(line + 1, (gsize)(end - line))};
        g_array_append_val(fences, fence);
        at = end + 4;
    }
    return fences;
}

/* Blocks need a section, definitions a section after them. */
static char *whole(const char *example)
{
    static const char head[] = "<layout xmlns='urn:rapor:layout:1' title='Contoh'>"
                               "<import href='../common/style.xml'/>\n";
    static const char *const definitions[] = {"<style", "<color", "<page ", "<part", "<theme"};
    bool defines = false;
    for (size_t i = 0; i < G_N_ELEMENTS(definitions); i++)
        defines |= g_str_has_prefix(example, definitions[i]);
    if (g_str_has_prefix(example, "<layout"))
        return g_strdup(example);
    if (strstr(example, "<section"))
        return g_strconcat(head, example, "</layout>", NULL);
    if (defines)
        return g_strconcat(head, example, "<section page='f4'/></layout>", NULL);
    return g_strconcat(head, "<section page='f4'>", example, "</section></layout>", NULL);
}

static char *single_spaced(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \n", -1);
    g_autoptr(GString) line = g_string_new(NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", *word);
    g_autoptr(GString) plain = g_string_new(line->str);
    g_string_replace(plain, "\u00a0", " ", 0);
    return g_strdup(plain->str);
}

/* The files that examples import. */
static void write_parts(const struct try *try, const GArray *fences)
{
    static const char mark[] = "xml parts ";
    for (guint i = 0; i < fences->len; i++) {
        const struct fence *fence = &g_array_index(fences, struct fence, i);
        if (g_str_has_prefix(fence->info, mark))
            try_file(try, fence->info + strlen(mark), fence->body);
    }
}

static void check_words(const struct doc *doc, const char *expected)
{
    g_autofree char *given = single_spaced(doc_words(doc)), *wanted = single_spaced(expected);
    assert_string_equal(given, wanted);
}

static struct try *try_examples(void)
{
    struct try *try = try_create("layouts/schema");
    try_drop_view(try);
    try_view(try, "tests/unit/data/example.xml");
    return try;
}

static void examples_give_their_words(void **state)
{
    (void)state;
    struct try *try = try_examples();
    GArray *fences = read_fences("doc/layouts.md");
    write_parts(try, fences);
    size_t composed = 0, compared = 0;
    for (guint i = 0; i < fences->len; i++) {
        const struct fence *fence = &g_array_index(fences, struct fence, i);
        if (strcmp(fence->info, "xml layout") != 0)
            continue;
        g_autofree char *text = whole(fence->body);
        const struct doc *doc = try_compose(try, text);
        assert_non_null(doc);
        composed++;
        if (i + 1 == fences->len)
            break;
        const struct fence *next = &g_array_index(fences, struct fence, i + 1);
        if (strcmp(next->info, "text") != 0)
            continue;
        check_words(doc, next->body);
        compared++;
    }
    assert_true(composed > 30 && compared > 30);
    g_array_free(fences, TRUE);
    try_free(try);
}

/* An independent judge of both the grammar and the examples. */
static void examples_follow_the_grammar(void **state)
{
    (void)state;
    struct try *try = try_examples();
    GArray *fences = read_fences("doc/layouts.md");
    g_autoptr(GString) command = g_string_new("jing layouts/schema/layout.rng");
    for (guint i = 0; i < fences->len; i++) {
        const struct fence *fence = &g_array_index(fences, struct fence, i);
        if (!g_str_has_prefix(fence->info, "xml "))
            continue;
        bool parts = g_str_has_prefix(fence->info, "xml parts ");
        g_autofree char *text = parts ? g_strdup(fence->body) : whole(fence->body);
        g_autofree char *name = g_strdup_printf("try/%u.xml", i);
        try_file(try, name, text);
        g_string_append_printf(command, " %s/%s", try->folder, name);
    }
    g_autofree char *out = NULL, *messages = NULL;
    int status = 1;
    assert_true(g_spawn_command_line_sync(command->str, &out, &messages, &status, NULL));
    if (status != 0)
        print_message("%s", out);
    assert_int_equal(status, 0);
    g_array_free(fences, TRUE);
    try_free(try);
}

static bool shown(const GArray *fences, const char *before, const char *name, const char *after)
{
    g_autofree char *pattern = g_strdup_printf("%s%s%s", before, name, after);
    for (guint i = 0; i < fences->len; i++) {
        const struct fence *fence = &g_array_index(fences, struct fence, i);
        if (g_str_has_prefix(fence->info, "xml ") &&
            g_regex_match_simple(pattern, fence->body, 0, 0))
            return true;
    }
    print_message("no example shows %s\n", name);
    return false;
}

static void nothing_lacks_an_example(void **state)
{
    (void)state;
    GArray *fences = read_fences("doc/layouts.md");
    bool all = true;
    for (size_t i = 0; i < element_rule_count; i++) {
        const struct element_rule *rule = &element_rules[i];
        all &= shown(fences, "<", rule->name, "[ />]");
        for (size_t k = 0; k < rule->attribute_count; k++)
            all &= shown(fences, "[ ]", rule->attributes[k].name, "=");
    }
    xmlXPathContext *xpath = xmlXPathNewContext(NULL); /* knows those of XPath */
    for (size_t i = 0; i < function_rule_count; i++)
        all &= xmlXPathFunctionLookup(xpath, BAD_CAST function_rules[i].name) ||
               shown(fences, "[^-a-z]", function_rules[i].name, "\\(");
    xmlXPathFreeContext(xpath);
    g_array_free(fences, TRUE);
    assert_true(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_give_their_words),
        cmocka_unit_test(examples_follow_the_grammar),
        cmocka_unit_test(nothing_lacks_an_example),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
