#include "rapor/base/failure.h"
#include "reading.h"

#define SCHEMA "layouts/schema/evaluation.rng"
#define HEAD   "<evaluation xmlns='urn:rapor:evaluation:1' instrument='mini' year='2021'>"
#define KOTA   "<institution code='A' name='Kota A' group='kementerian'>"
#define TAIL   "</institution></evaluation>"

static size_t error_count(const struct reading *reading)
{
    return diagnostics_count(reading->diagnostics, SEVERITY_ERROR);
}

static void a_whole_evaluation_is_read(void **state)
{
    (void)state;
    struct reading reading = read_path("tests/unit/data/whole.xml");
    const struct evaluation *evaluation = reading.evaluation;
    assert_non_null(evaluation);
    assert_int_equal(error_count(&reading), 0);
    assert_ptr_equal(evaluation->instrument, reading.from.instrument);
    assert_string_equal(evaluation->year, "2021");
    assert_string_equal(evaluation->kind, "pemantauan");
    assert_string_equal(evaluation->issuer.name, "Kementerian Contoh & Uji");
    assert_null(evaluation->issuer.address);
    assert_string_equal(evaluation->decree.date, "2021-12-31");
    assert_string_equal(evaluation->letter.number, "B/{n}/PD.02/2021");
    assert_string_equal(evaluation->sample, "yes");
    assert_string_equal(evaluation->issuer.institution, "k2");
    assert_string_equal(evaluation->decree.title, "Hasil Uji");
    assert_string_equal(evaluation->decree.procedure, "telah diperiksa oleh tim");
    assert_int_equal(evaluation->citation_count, 1);
    assert_string_equal(evaluation->citations[0].gazette, "Lembaran Daerah Nomor 2");
    assert_int_equal(evaluation->signatory_count, 3);
    assert_string_equal(evaluation->signatories[1].beside, "yes");
    assert_string_equal(evaluation->signatories[2].groups, "kota opd");
    assert_string_equal(evaluation->signatories[0].document, "decree");
    assert_int_equal(evaluation->region_count, 1);
    assert_int_equal(evaluation->institution_count, 4);
    end(&reading);
}

static void institutions_keep_what_was_given(void **state)
{
    (void)state;
    struct reading reading = read_path("tests/unit/data/whole.xml");
    const struct institution *all = reading.evaluation->institutions;
    assert_string_equal(all[0].code, "13.71a");
    assert_string_equal(all[0].addressee, "Wali Kota Padang");
    assert_int_equal(all[0].group, 2);
    assert_int_equal(all[0].region, 0); /* it stands further down */
    assert_true(all[0].assessed);
    assert_int_equal(all[0].history_count, 2);
    assert_string_equal(all[0].history[0].year, "2019");
    assert_int_equal(all[0].history[1].index, 264);
    assert_int_equal(all[0].published->index, 310);
    assert_int_equal(all[0].published->domains[0], INDEX_NONE);
    assert_int_equal(all[0].published->domains[1], 200);

    assert_string_equal(all[1].parent, "13.71a"); /* written in another way */
    assert_int_equal(all[1].region, NONE);
    assert_null(all[1].levels);
    assert_int_equal(all[1].published->index, 200);
    assert_false(all[2].assessed);
    assert_string_equal(all[2].reason, "belum mengajukan");
    assert_null(all[2].published);
    end(&reading);
}

static void the_last_counting_stage_is_final(void **state)
{
    (void)state;
    struct reading reading = read_path("tests/unit/data/whole.xml");
    const struct institution *all = reading.evaluation->institutions;
    assert_int_equal(all[0].levels[0], 3); /* short form */
    assert_int_equal(all[0].levels[1], 2); /* an empty stage copies the one before */
    assert_int_equal(all[0].levels[2], 1); /* the review corrects */
    assert_int_equal(all[0].self[0], LEVEL_NONE);
    assert_int_equal(all[0].self[1], 4);
    assert_int_equal(all[0].self[2], LEVEL_NONE);

    assert_int_equal(all[3].levels[0], 4); /* stages in any order */
    assert_int_equal(all[3].levels[1], 5); /* valid: as before */
    assert_int_equal(all[3].levels[2], 1);
    assert_null(all[3].self);
    end(&reading);
}

static void the_digest_is_of_the_file(void **state)
{
    (void)state;
    g_autofree char *text = NULL;
    gsize size;
    assert_true(g_file_get_contents("tests/unit/data/whole.xml", &text, &size, NULL));
    g_autofree char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, size);
    struct reading reading = read_path("tests/unit/data/whole.xml");
    assert_string_equal(reading.evaluation->digest, digest);
    end(&reading);
}

static void standard_input_is_spooled(void **state)
{
    (void)state;
    static const char text[] = HEAD KOTA "<indicator no='1' level='9'/>" TAIL;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], text, sizeof text - 1), sizeof text - 1);
    close(ends[1]);
    int before = dup(STDIN_FILENO);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    struct reading reading = read_path("-");
    dup2(before, STDIN_FILENO);
    close(before);

    size_t count;
    const struct diagnostic *kept = diagnostics_kept(reading.diagnostics, &count);
    assert_null(reading.evaluation);
    assert_int_equal(count, 1);
    assert_string_equal(kept[0].file, "<stdin>");
    assert_int_equal(kept[0].column, strstr(text, "level='9'") - text + 1);
    end(&reading);
}

static void one_mistake_is_told_once(void **state)
{
    (void)state;
    static const char *const texts[] = {
        HEAD KOTA "<indikator no='1' level='3'/>" TAIL,
        HEAD KOTA "<published index='3,4'/>" TAIL,
        HEAD KOTA "<indicator no='9' level='9'><score stage='x'/></indicator>" TAIL,
        HEAD KOTA "<indicator no='1'><score stage='document' level='x'/></indicator>" TAIL,
        HEAD KOTA "<unknown><unknown><x/></unknown>text</unknown>" TAIL,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        struct reading reading = read_text(texts[i]);
        assert_null(reading.evaluation);
        assert_int_equal(error_count(&reading), 1);
        end(&reading);
    }
}

static void all_mistakes_are_counted_and_sorted(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(HEAD);
    for (int i = 0; i < 30; i++)
        g_string_append_printf(text,
                               "\n<institution code='%d' name='K' group='kota' region='1'>"
                               "<published index='%d'/></institution>",
                               i, i == 0 ? 9 : 1);
    g_string_append(text, "</evaluation>");
    struct reading reading = read_text(text->str);
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(reading.diagnostics, &count);
    assert_int_equal(error_count(&reading), 31);
    assert_int_equal(count, DIAGNOSTICS_KEPT);
    assert_string_equal(kept[0].id, "region-unknown"); /* though found at the end */
    assert_string_equal(kept[1].id, "index-range");
    for (size_t i = 1; i < count; i++)
        assert_true(kept[i - 1].line <= kept[i].line);
    end(&reading);
}

static void an_unlikely_signatory_is_a_warning(void **state)
{
    (void)state;
    struct reading reading =
        read_text(HEAD "<signatory document='decre' name='N'/>" KOTA "<published index='3'/>" TAIL);
    assert_non_null(reading.evaluation);
    assert_int_equal(diagnostics_count(reading.diagnostics, SEVERITY_WARNING), 1);
    end(&reading);
}

static void codes_differ_in_more_than_case(void **state)
{
    (void)state;
    struct reading reading =
        read_text(HEAD KOTA "<published index='3'/></institution>"
                            "<institution code='a' name='B' group='kementerian'>"
                            "<published index='3'/>" TAIL);
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(reading.diagnostics, &count);
    assert_int_equal(count, 1);
    assert_string_equal(kept[0].id, "code-twice");
    end(&reading);
}

static void what_cannot_be_read_is_a_failure(void **state)
{
    (void)state;
    static const char *const paths[] = {"tests/unit/data/none.xml", "tests/unit/data"};
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autoptr(GError) error = NULL;
        struct arena *arena = arena_create();
        struct diagnostics *diagnostics = diagnostics_create();
        struct instrument_source from = {.layouts = LAYOUTS};
        assert_null(evaluation_read(paths[i], &from, diagnostics, arena, &error));
        assert_true(g_error_matches(error, RAPOR_FAILURE, FAILURE_INPUT));
        diagnostics_destroy(diagnostics);
        arena_destroy(arena);
    }
}

static void the_schema_agrees(void **state)
{
    (void)state;
    struct diagnostics *diagnostics = diagnostics_create();
    assert_true(evaluation_validate("tests/unit/data/whole.xml", SCHEMA, diagnostics, NULL));
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), 0);
    assert_false(evaluation_validate("samples/bad/published-comma.xml", SCHEMA, diagnostics, NULL));
    size_t count;
    const struct diagnostic *kept = diagnostics_kept(diagnostics, &count);
    assert_int_equal(count, 1);
    assert_int_equal(kept[0].line, 5);
    assert_int_equal(kept[0].column, 16);
    diagnostics_destroy(diagnostics);
}

static void no_schema_is_a_failure(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    struct diagnostics *diagnostics = diagnostics_create();
    assert_false(evaluation_validate("tests/unit/data/whole.xml", "none.rng", diagnostics, &error));
    assert_true(g_error_matches(error, RAPOR_FAILURE, FAILURE_UNAVAILABLE));
    diagnostics_destroy(diagnostics);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_evaluation_is_read),
        cmocka_unit_test(institutions_keep_what_was_given),
        cmocka_unit_test(the_last_counting_stage_is_final),
        cmocka_unit_test(the_digest_is_of_the_file),
        cmocka_unit_test(standard_input_is_spooled),
        cmocka_unit_test(one_mistake_is_told_once),
        cmocka_unit_test(all_mistakes_are_counted_and_sorted),
        cmocka_unit_test(an_unlikely_signatory_is_a_warning),
        cmocka_unit_test(codes_differ_in_more_than_case),
        cmocka_unit_test(what_cannot_be_read_is_a_failure),
        cmocka_unit_test(the_schema_agrees),
        cmocka_unit_test(no_schema_is_a_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
