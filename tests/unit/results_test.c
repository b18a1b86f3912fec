/* The table of the results keeps its own rules. */
#include "rapor/view/results.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Calls CHECK with each rule, once, and the child that it is of its parent. */
static void each_rule(const struct view_rule *rule, const struct view_child *as, GHashTable *seen,
                      void (*check)(const struct view_rule *rule, const struct view_child *as))
{
    if (!g_hash_table_add(seen, (gpointer)(uintptr_t)rule))
        return;
    check(rule, as);
    for (size_t i = 0; i < rule->child_count; i++)
        each_rule(rule->children[i].rule, &rule->children[i], seen, check);
}

static void check_all(void (*check)(const struct view_rule *rule, const struct view_child *as))
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    each_rule(&results_rule, NULL, seen, check);
    assert_true(g_hash_table_size(seen) > 40);
}

static bool is_name(const char *name)
{
    const size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz-");
    return length > 0 && length < 50 && name[length] == '\0';
}

static void is_well_named(const struct view_rule *rule, const struct view_child *as)
{
    (void)as;
    assert_true(is_name(rule->name));
    assert_true(*rule->about != '\0');
    for (size_t i = 0; i < rule->field_count; i++) {
        assert_true(is_name(rule->fields[i].name));
        assert_int_equal(rule->fields[i].type == VIEW_WORDS, rule->fields[i].words != NULL);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(rule->fields[i].name, rule->fields[k].name);
    }
}

static void names_are_names_and_stand_once(void **state)
{
    (void)state;
    check_all(is_well_named);
}

/* The digest of a view, and so the keys of papers, look for it nowhere else. */
static void hides_nothing_else(const struct view_rule *rule, const struct view_child *as)
{
    for (size_t i = 0; i < rule->field_count; i++)
        assert_true(!(rule->fields[i].flags & VIEW_LAYOUTS) || (as && as->flags & VIEW_ALWAYS));
}

static void what_no_file_tells_is_always_there(void **state)
{
    (void)state;
    check_all(hides_nothing_else);
}

/* Elements hold either text or others. */
static void is_not_mixed(const struct view_rule *rule, const struct view_child *as)
{
    (void)as;
    assert_true(!rule->text || rule->child_count == 0);
    assert_true(rule->constant <= rule->field_count);
    assert_int_equal(rule->constant > 0, rule->parts > 0);
}

static void content_is_text_or_elements(void **state)
{
    (void)state;
    check_all(is_not_mixed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_names_and_stand_once),
        cmocka_unit_test(what_no_file_tells_is_always_there),
        cmocka_unit_test(content_is_text_or_elements),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
