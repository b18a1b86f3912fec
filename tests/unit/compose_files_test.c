/* Layouts that cannot be read: no layout, no XML, too deep, or what they import. */
#include "try_layout.h"

#include "rapor/layout/syntax.h"

/* Reads TEXT and returns the only diagnostic. */
static const struct diagnostic *only(struct try *try, const char *text)
{
    try_open(try, text);
    assert_null(try->layout);
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(try->diagnostics, &count);
    if (count != 1)
        try_print(try->diagnostics);
    assert_int_equal(count, 1);
    return kept;
}

static void at(const struct diagnostic *found, const char *id, unsigned line, unsigned column)
{
    assert_string_equal(found->id, id);
    assert_int_equal(found->line, line);
    assert_int_equal(found->column, column);
}

static void body_is_needed(void **state)
{
    at(only(*state, "<layout xmlns='urn:rapor:layout:1' title='t'>" TRY_PAGE
                    "<section page='f4'><p>x</p></section></layout>"),
       "unknown-style", 1, 1);
}

static void sections_are_needed(void **state)
{
    at(only(*state, TRY_HEAD "</layout>"), "missing-element", 1, 1);
}

static void doctype_is_refused(void **state)
{
    at(only(*state, "<?xml version='1.0'?>\n <!DOCTYPE layout [<!ENTITY a 'b'>]>\n" TRY_HEAD
                    "<section page='f4'><p>&a;</p></section></layout>"),
       "doctype", 2, 2);
}

static void xml_must_be_well_formed(void **state)
{
    at(only(*state, "<layout>\n  <p>&nope;</p></layout>"), "xml", 2, 12);
}

static void only_utf8_is_read(void **state)
{
    at(only(*state, "<layout>\n<p>\xe9</p></layout>"), "encoding", 2, 4);
}

static void the_root_is_checked(void **state)
{
    at(only(*state, "<!-- c -->\n<layout title='t'/>"), "root", 2, 1);
}

static void a_missing_layout_is_an_error(void **state)
{
    struct try *try = *state;
    try->store = layout_store_create(&try->setting);
    assert_null(layout_open(try->store, "/nowhere/x.xml", NULL, try->diagnostics, &try->error));
    assert_int_equal(try->error->code, 66);
}

static void nesting_is_bounded(void **state)
{
    g_autoptr(GString) text = g_string_new(TRY_HEAD "<section page='f4'>\n");
    for (int i = 0; i < 100; i++)
        g_string_append(text, "<keep>");
    for (int i = 0; i < 100; i++)
        g_string_append(text, "</keep>");
    g_string_append(text, "</section></layout>");
    assert_string_equal(only(*state, text->str)->id, "nesting");
}

static void expressions_are_bounded(void **state)
{
    g_autoptr(GString) text = g_string_new(TRY_HEAD "<section page='f4'><p>{");
    for (int i = 0; i < 100; i++)
        g_string_append_c(text, '(');
    g_string_append_c(text, '1');
    for (int i = 0; i < 100; i++)
        g_string_append_c(text, ')');
    g_string_append(text, "}</p></section></layout>");
    assert_string_equal(only(*state, text->str)->id, "expression-syntax");
}

static void places_reckon_with_everything(void **state)
{
    struct try *try = *state;
    at(only(try, TRY_HEAD "\r\n<!-- <p> --><section\r\n  page='f4'><?x <y> ?>\r\n"
                          "<p>\r\n  é &#x20AC; <!-- c --> <![CDATA[a{'&'}]]> {@nmae}</p>"
                          "</section></layout>"),
       "unknown-attribute-name", 5, 46);
}

static void imported_files_are_named(void **state)
{
    struct try *try = *state;
    try_file(try, "common/style.xml",
             "<parts xmlns='urn:rapor:layout:1'>\n<style nam='x'/></parts>");
    try_open(try, TRY_HEAD "<import href='../common/style.xml'/>"
                           "<section page='f4'><p>x</p></section></layout>");
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(try->diagnostics, &count);
    assert_true(count >= 1);
    g_autofree char *path = g_build_filename(try->folder, "common", "style.xml", NULL);
    assert_string_equal(kept[0].file, path);
    assert_int_equal(kept[0].line, 2);
    assert_string_equal(kept[0].source, "<style nam='x'/></parts>");
}

static void imports_must_be_parts(void **state)
{
    struct try *try = *state;
    try_file(try, "common/style.xml", TRY_HEAD "</layout>");
    at(only(try, TRY_HEAD "<import href='../common/style.xml'/>"
                          "<section page='f4'><p>x</p></section></layout>"),
       "root", 1, 1);
}

static void imports_do_not_go_round(void **state)
{
    struct try *try = *state;
    try_file(try, "common/a.xml",
             "<parts xmlns='urn:rapor:layout:1'>\n<import href='b.xml'/></parts>");
    try_file(try, "common/b.xml",
             "<parts xmlns='urn:rapor:layout:1'><import href='a.xml'/></parts>");
    at(only(try, TRY_HEAD "<import href='../common/a.xml'/>"
                          "<section page='f4'><p>x</p></section></layout>"),
       "cycle", 1, 43);
}

/* Pages use parts as sections do: what they give is held against what the part makes of it. */
static void pages_are_held_against_their_parts(void **state)
{
    at(only(*state,
            TRY_HEAD "<part name='p' params='x'><box x='0' y='0' width='9cm'><p>\n{$x/@name}</p>"
                     "</box></part><page name='h' size='A4' top='0' bottom='0' left='0' right='0'>"
                     "<head><use part='p' x='{1 + 1}'/></head></page>"
                     "<section page='h'><p>x</p></section></layout>"),
       "expression-type", 2, 2);
}

static const struct layout *open_beside(struct try *try, const char *style,
                                        const char *const *themes)
{
    g_autofree char *name = g_strdup_printf("%u.xml", g_str_hash(style));
    g_autofree char *file = g_strconcat("try/", name, NULL);
    g_autofree char *path = g_build_filename(try->folder, file, NULL);
    g_autofree char *text =
        g_strconcat("<layout xmlns='urn:rapor:layout:1' title='t'>"
                    "<import href='../common/style.xml'/>" TRY_PAGE,
                    style, "<section page='f4'><p>x</p></section></layout>", NULL);
    try_file(try, file, text);
    layout_close(try->layout);
    try->layout = layout_open(try->store, path, themes, try->diagnostics, &try->error);
    try_print(try->diagnostics);
    assert_non_null(try->layout);
    return try->layout;
}

/* What one layout or a theme replaces is not what others find in the file that all import. */
static void files_are_shared_where_names_are_the_same(void **state)
{
    static const char *const dark[] = {"dark", NULL};
    struct try *try = *state;
    try_file(try, "common/style.xml",
             "<parts xmlns='urn:rapor:layout:1'><color name='ink' value='#FF0000'/>"
             "<theme name='dark'><color name='ink' value='#0000FF'/></theme>"
             "<style name='base' family='URW Bookman' size='12pt' color='ink'/>"
             "<style name='body' base='base' after='3pt'/></parts>");
    try->store = layout_store_create(&try->setting);
    const struct style *first = open_beside(try, "", NULL)->body;
    assert_float_equal(first->color.red, 1, 0);
    assert_ptr_equal(open_beside(try, "<style name='other' base='body'/>", NULL)->body, first);

    const struct style *blue = open_beside(try, "", dark)->body;
    assert_float_equal(blue->color.blue, 1, 0);
    assert_float_equal(blue->color.red, 0, 0);
    const struct style *large =
        open_beside(try, "<style name='base' base='base' size='20pt'/>", NULL)->body;
    assert_float_equal(large->size, 20, 0);
    assert_float_equal(large->after, 3, 0);
    assert_float_equal(large->color.red, 1, 0);

    assert_ptr_equal(open_beside(try, "", NULL)->body, first);
    assert_ptr_equal(open_beside(try, "", dark)->body, blue);
    assert_float_equal(first->size, 12, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TRY(body_is_needed),
        TRY(sections_are_needed),
        TRY(doctype_is_refused),
        TRY(xml_must_be_well_formed),
        TRY(only_utf8_is_read),
        TRY(the_root_is_checked),
        TRY(a_missing_layout_is_an_error),
        TRY(nesting_is_bounded),
        TRY(expressions_are_bounded),
        TRY(places_reckon_with_everything),
        TRY(imported_files_are_named),
        TRY(imports_must_be_parts),
        TRY(imports_do_not_go_round),
        TRY(pages_are_held_against_their_parts),
        TRY(files_are_shared_where_names_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
