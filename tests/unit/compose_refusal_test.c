/* Every kind of mistake that is refused: each case has one, at the mark §. */
#include "refusals.h"
#include "try_layout.h"

#include "rapor/base/markup.h"

#include <libxml/relaxng.h>

static const char blocks_before[] =
    TRY_HEAD "<color name='gold' value='#B8870A'/><part name='sign' params='who'><p>{$who}</p>"
             "</part><section page='f4'>\n";
static const char blocks_after[] = "\n</section></layout>";
static const char layout_before[] = TRY_HEAD "\n";
static const char layout_after[] = "\n<section page='f4'><p>x</p></section></layout>";

static char *whole(const char *before, const char *text, const char *after)
{
    g_autofree char *all = g_strconcat(before, text, after, NULL);
    char **parts = g_strsplit(all, "§", 2);
    char *plain = g_strconcat(parts[0], parts[1], NULL);
    g_strfreev(parts);
    return plain;
}

/* Returns where the mark stands, in characters from 1. */
static unsigned marked_column(const char *text)
{
    const char *mark = strstr(text, "§");
    assert_non_null(mark);
    return (unsigned)g_utf8_strlen(text, mark - text) + 1;
}

static bool right(const struct diagnostic *found, const struct refusal *refusal)
{
    return strcmp(found->id, refusal->id) == 0 && strstr(found->text, refusal->says) &&
           (!refusal->hint || g_strcmp0(found->hint, refusal->hint) == 0) && found->line == 2 &&
           found->column == marked_column(refusal->text);
}

static void refused(const struct refusal *refusal, const char *before, const char *after)
{
    struct try *try = try_create("tests/unit/data/schema");
    g_autofree char *text = whole(before, refusal->text, after);
    try_open(try, text);
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(try->diagnostics, &count);
    if (try->layout || count == 0 || !right(&kept[0], refusal)) {
        print_message("%s\n", refusal->text);
        try_print(try->diagnostics);
        fail();
    }
    assert_string_equal(kept[0].file, try->path);
    assert_int_equal(count, 1);
    try_free(try);
}

static void blocks_are_checked(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(in_blocks); i++)
        refused(&in_blocks[i], blocks_before, blocks_after);
}

static void definitions_are_checked(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(in_layout); i++)
        refused(&in_layout[i], layout_before, layout_after);
}

static void quiet(void *data, xmlErrorPtr error)
{
    (void)data, (void)error;
}

static bool schema_accepts(xmlRelaxNG *schema, const char *text)
{
    xmlRelaxNGValidCtxt *valid = xmlRelaxNGNewValidCtxt(schema);
    xmlRelaxNGSetValidStructuredErrors(valid, quiet, NULL);
    xmlDoc *tree = xmlReadMemory(text, (int)strlen(text), "x", NULL, XML_PARSE_NOERROR);
    int result = xmlRelaxNGValidateDoc(valid, tree);
    xmlFreeDoc(tree);
    xmlRelaxNGFreeValidCtxt(valid);
    return result == 0;
}

static void compare_with(xmlRelaxNG *schema, const struct refusal *refusal, const char *before,
                         const char *after)
{
    g_autofree char *text = whole(before, refusal->text, after);
    if (schema_accepts(schema, text) == refusal->grammar) {
        print_message("layout.rng %s: %s\n", refusal->grammar ? "accepts" : "refuses",
                      refusal->text);
        fail();
    }
}

static void the_grammar_agrees(void **state)
{
    (void)state;
    g_autoptr(xmlDoc) tree = markup_open("layouts/schema/layout.rng", NULL);
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewDocParserCtxt(tree);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    assert_non_null(schema);
    for (size_t i = 0; i < G_N_ELEMENTS(in_blocks); i++)
        compare_with(schema, &in_blocks[i], blocks_before, blocks_after);
    for (size_t i = 0; i < G_N_ELEMENTS(in_layout); i++)
        compare_with(schema, &in_layout[i], layout_before, layout_after);
    xmlRelaxNGFree(schema);
    xmlRelaxNGFreeParserCtxt(parser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_checked),
        cmocka_unit_test(definitions_are_checked),
        cmocka_unit_test(the_grammar_agrees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
