/* Every expression of every layout and of the list of charts, where it is asked for in the papers
 * of every sample, must give what libxml2's XPath gives there.  The linker puts the functions
 * below around those of the evaluator (--wrap in the Makefile). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rapor/assess/standing.h"
#include "rapor/base/diagnostic.h"
#include "rapor/compose/compose.h"
#include "rapor/press/chart_catalogue.h"
#include "rapor/read/instrument.h"
#include "rapor/session/session.h"
#include "rapor/view/view.h"

#include "../../src/layout/expression/evaluation.h"
#include "xpath.h"

/* So many papers of a kind are looked at, spread over all. */
#define PAPERS_MOST 2

/* The tree as it is now, for the document that is being composed. */
static struct watch {
    uint64_t document;
    struct mirror mirror;
    struct xpath xpath;
    size_t compared, different;
    GHashTable *texts; /* all that have been compared */
} watch;

static void forget_mirror(void)
{
    if (watch.document == 0)
        return;
    xpath_end(&watch.xpath);
    mirror_destroy(&watch.mirror);
    watch.document = 0;
}

static void see(struct evaluator *evaluator)
{
    const struct view_element *top = evaluator->own.element;
    while (top->parent)
        top = top->parent;
    forget_mirror();
    watch.document = evaluator->stamps[LIFETIME_DOCUMENT];
    watch.mirror = mirror_create(top);
    xpath_begin(&watch.xpath, &watch.mirror, evaluator);
}

static void compare(struct evaluator *evaluator, const struct expression *expression,
                    const struct outcome *outcome)
{
    if (watch.document != evaluator->stamps[LIFETIME_DOCUMENT] ||
        watch.xpath.evaluator != evaluator)
        see(evaluator);
    watch.compared++;
    g_hash_table_add(watch.texts, g_strdup(expression->text));
    g_autofree char *theirs = xpath_difference(&watch.xpath, expression->text, outcome);
    if (theirs && ++watch.different <= 20)
        print_message(
            "%s:%u: %s\n  gives \"%s\", libxml2 gives %s\n",
            expression->file ? expression->file : "condition", expression->line, expression->text,
            evaluator->failure ? evaluator->failure : outcome_text(evaluator, outcome), theirs);
}

const char *__real_expression_text(struct evaluator *evaluator,
                                   const struct expression *expression);
const char *__wrap_expression_text(struct evaluator *evaluator,
                                   const struct expression *expression);
bool __real_expression_holds(struct evaluator *evaluator, const struct expression *expression);
bool __wrap_expression_holds(struct evaluator *evaluator, const struct expression *expression);
struct node_set __real_expression_nodes(struct evaluator *evaluator,
                                        const struct expression *expression);
struct node_set __wrap_expression_nodes(struct evaluator *evaluator,
                                        const struct expression *expression);

struct outcome __real_expression_outcome(struct evaluator *evaluator,
                                         const struct expression *expression);
struct outcome __wrap_expression_outcome(struct evaluator *evaluator,
                                         const struct expression *expression);

/* What an expression gives as a text is what its outcome gives, and so on. */
struct outcome __wrap_expression_outcome(struct evaluator *evaluator,
                                         const struct expression *expression)
{
    const struct outcome outcome = __real_expression_outcome(evaluator, expression);
    compare(evaluator, expression, &outcome);
    return outcome;
}

const char *__wrap_expression_text(struct evaluator *evaluator, const struct expression *expression)
{
    const struct outcome outcome = __wrap_expression_outcome(evaluator, expression);
    const char *text = __real_expression_text(evaluator, expression);
    assert_string_equal(text, outcome_text(evaluator, &outcome));
    return text;
}

bool __wrap_expression_holds(struct evaluator *evaluator, const struct expression *expression)
{
    const struct outcome outcome = __wrap_expression_outcome(evaluator, expression);
    bool holds = __real_expression_holds(evaluator, expression);
    assert_int_equal(holds, outcome_truth(&outcome));
    return holds;
}

struct node_set __wrap_expression_nodes(struct evaluator *evaluator,
                                        const struct expression *expression)
{
    __wrap_expression_outcome(evaluator, expression);
    return __real_expression_nodes(evaluator, expression);
}

static void compose_paper(struct session *session, size_t document, size_t subject)
{
    const struct document *what = &session->evaluation->instrument->documents[document];
    struct arena *arena = arena_create();
    GError *error = NULL;
    bool earned;
    assert_true(session_earns(session, document, subject, &earned, &error));
    const struct subject whom = {view_turn(session->view, what->per, subject), what->file};
    if (earned && !compose(session->layouts[document], &whom, arena, &error))
        fail_msg("%s", error->message);
    forget_mirror();
    arena_destroy(arena);
}

static size_t subject_count(const struct session *session, enum per per)
{
    switch (per) {
    case PER_NATION:
        return 1;
    case PER_REGION:
        return session->evaluation->region_count;
    case PER_PARENT:
        return session->standings->parent_count;
    case PER_INSTITUTION:
        return session->evaluation->institution_count;
    }
    return 0;
}

static void compose_kind(struct session *session, size_t document)
{
    const enum per per = session->evaluation->instrument->documents[document].per;
    const size_t count = subject_count(session, per);
    const size_t step = count > PAPERS_MOST ? count / PAPERS_MOST : 1;
    for (size_t i = 0; i < count; i += step)
        compose_paper(session, document,
                      per == PER_PARENT ? session->standings->parents[i].institution : i);
}

static void compose_charts(struct chart_catalogue *catalogue, enum chart_of of, const char *code)
{
    const struct chart_subject subject = {of, code};
    for (size_t i = 0; i < catalogue->count; i++) {
        struct arena *arena = arena_create();
        GError *error = NULL;
        if (catalogue_offers(catalogue, i, &subject) &&
            !catalogue_pages(catalogue, i, &subject, arena, &error))
            fail_msg("%s", error->message);
        forget_mirror();
        arena_destroy(arena);
    }
}

static void compose_all_charts(struct session *session)
{
    GError *error = NULL;
    struct chart_catalogue *catalogue = catalogue_open(session, NULL, &error);
    assert_non_null(catalogue);
    const struct evaluation *evaluation = session->evaluation;
    compose_charts(catalogue, OF_NATION, NULL);
    for (size_t i = 0; i < evaluation->instrument->group_count; i++)
        compose_charts(catalogue, OF_GROUP, evaluation->instrument->groups[i].id);
    if (evaluation->region_count > 0)
        compose_charts(catalogue, OF_REGION, evaluation->regions[0].code);
    compose_charts(catalogue, OF_INSTITUTION, evaluation->institutions[0].code);
    catalogue_close(catalogue);
}

static void compose_file(const char *path, const char *earlier)
{
    const char *const history[] = {earlier, NULL};
    struct diagnostics *diagnostics = diagnostics_create();
    GError *error = NULL;
    struct session *session = session_open_years(
        path, earlier ? history : NULL,
        (struct places){.layouts = "layouts", .fonts = "fonts/fonts.xml"}, diagnostics, &error);
    assert_null(error);
    assert_true(session_open_layouts(session, NULL, &error));
    for (size_t i = 0; i < session->evaluation->instrument->document_count; i++)
        compose_kind(session, i);
    compose_all_charts(session);
    session_close(session);
    diagnostics_destroy(diagnostics);
}

static void layouts_give_what_libxml2_gives(void **state)
{
    (void)state;
    g_autoptr(GDir) folder = g_dir_open("samples", 0, NULL);
    const char *name;
    watch.texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    while ((name = g_dir_read_name(folder))) {
        g_autofree char *path = g_build_filename("samples", name, NULL);
        if (g_str_has_suffix(name, ".xml"))
            compose_file(path, NULL);
    }
    compose_file("samples/dua-tahun/2021.xml", "samples/dua-tahun/2020.xml");
    print_message("%zu evaluations of %u expressions\n", watch.compared,
                  g_hash_table_size(watch.texts));
    assert_int_equal(watch.different, 0);
    assert_true(g_hash_table_size(watch.texts) > 500);
    g_hash_table_destroy(watch.texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layouts_give_what_libxml2_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
