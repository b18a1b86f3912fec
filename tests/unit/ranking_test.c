#include "rapor/assess/ranking.h"

#include "rapor/pack/table_format.h"
#include "spbe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct institution_row rows[] = {
    {"13.02", "Solok, \"Kota\" Beras", KABUPATEN, 0, 3, NULL},
    {"13.71", "Padang", KOTA, 0, 4, NULL},
    {"13.01", "=cmd|'/C calc'!A0", KABUPATEN, 0, 3, NULL},
    {"51.71", "Kota Dé\\npasar", KOTA, 1, 2, NULL},
    {"K.01", "Agama", KEMENTERIAN, NONE, 5, NULL},
    {"51.01", "Jembrana", KABUPATEN, 1, -1, NULL},
    {"13.71.1", "Dinas A", OPD, NONE, 2, "13.71"},
};
#define COUNT G_N_ELEMENTS(rows)

static int set_up(void **state)
{
    *state = arena_create();
    return 0;
}

static int tear_down(void **state)
{
    arena_destroy(*state);
    return 0;
}

static struct ranking *rank(struct arena *arena, size_t scope, size_t group)
{
    const struct evaluation *evaluation =
        make_evaluation(make_spbe_2020(arena), rows, COUNT, arena);
    const struct ranking_choice choice = {.scope = scope, .group = group};
    return ranking_of(standings_of(evaluation, arena), &choice, arena);
}

/* Returns what the form writes, as text. */
static const char *written(const struct table_format *format, const struct ranking *ranking,
                           struct arena *arena)
{
    g_autoptr(GByteArray) out = g_byte_array_new();
    assert_true(format->write(ranking, 0, out, NULL));
    return arena_strndup(arena, (const char *)out->data, out->len);
}

/* Compares the names of the ranking, one after the other. */
static void assert_names(const struct ranking *ranking, const char *const *names, size_t count)
{
    assert_int_equal(ranking->row_count, count);
    size_t name = 0;
    while (strcmp(ranking->columns[name].key, "name") != 0)
        name++;
    for (size_t i = 0; i < count; i++)
        assert_string_equal(ranking->cells[i * ranking->column_count + name].text, names[i]);
}

static void by_position_then_name(void **state)
{
    const struct ranking *ranking = rank(*state, OF_NATION, NONE);
    const char *names[] = {"Agama", "Padang", rows[2].name, rows[0].name, rows[3].name};
    assert_names(ranking, names, 5);
    const int64_t positions[] = {1, 2, 3, 3, 5};
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(ranking->cells[i * ranking->column_count].number, positions[i]);
}

static void peers_stay_together(void **state)
{
    const struct ranking *ranking = rank(*state, OF_GROUP, NONE);
    const char *names[] = {"Agama", rows[2].name, rows[0].name, "Padang", rows[3].name, "Dinas A"};
    assert_names(ranking, names, 6);
}

static void one_group_keeps_its_positions(void **state)
{
    const struct ranking *ranking = rank(*state, OF_NATION, KOTA);
    const char *names[] = {"Padang", rows[3].name};
    assert_names(ranking, names, 2);
    assert_int_equal(ranking->cells[0].number, 2);
    assert_int_equal(ranking->cells[ranking->column_count].number, 5);
}

static void text_is_aligned(void **state)
{
    struct arena *arena = *state;
    assert_string_equal(
        written(&table_text, rank(arena, OF_NATION, KOTA), arena),
        "Peringkat  Kode   Instansi        Kelompok         Provinsi        Indeks  Predikat     "
        "Dari  Sama\n"
        "        2  13.71  Padang          Pemerintah Kota  Sumatera Barat    4,00  Sangat Baik  "
        "   5     1\n"
        "        5  51.71  Kota Dé\\npasar  Pemerintah Kota  Bali              2,00  Cukup        "
        "   5     1\n");
}

static void csv_is_quoted_and_harmless(void **state)
{
    struct arena *arena = *state;
    assert_string_equal(
        written(&table_csv, rank(arena, OF_NATION, KABUPATEN), arena),
        "position,code,name,group,region,parent,index,grade,of,tied\r\n"
        "3,13.01,'=cmd|'/C calc'!A0,Pemerintah Kabupaten,Sumatera Barat,,3.00,Baik,5,2\r\n"
        "3,13.02,\"Solok, \"\"Kota\"\" Beras\",Pemerintah Kabupaten,Sumatera Barat,,3.00,Baik,5,2"
        "\r\n");
}

static void json_is_escaped(void **state)
{
    struct arena *arena = *state;
    assert_string_equal(written(&table_json, rank(arena, OF_NATION, KOTA), arena),
                        "[\n {\"position\": 2, \"code\": \"13.71\", \"name\": \"Padang\", "
                        "\"group\": \"Pemerintah Kota\", \"region\": \"Sumatera Barat\", "
                        "\"parent\": null, \"index\": 4.00, \"grade\": \"Sangat Baik\", "
                        "\"of\": 5, \"tied\": 1},\n"
                        " {\"position\": 5, \"code\": \"51.71\", \"name\": \"Kota Dé\\\\npasar\", "
                        "\"group\": \"Pemerintah Kota\", \"region\": \"Bali\", "
                        "\"parent\": null, \"index\": 2.00, \"grade\": \"Cukup\", "
                        "\"of\": 5, \"tied\": 1}\n]\n");
}

/* One cell of text, written in this form. */
static const char *written_cell(const struct table_format *format, const char *text,
                                struct arena *arena)
{
    const struct ranking_column column = {"name", "Instansi", FIGURE_TEXT};
    struct ranking_cell cell = {.text = text};
    const struct ranking one = {"", &column, 1, &cell, 1};
    return written(format, &one, arena);
}

static void awkward_texts(void **state)
{
    struct arena *arena = *state;
    assert_string_equal(written_cell(&table_csv, "@SUM(A1)", arena), "name\r\n'@SUM(A1)\r\n");
    assert_string_equal(written_cell(&table_csv, "-1", arena), "name\r\n'-1\r\n");
    assert_string_equal(written_cell(&table_csv, "\tx", arena), "name\r\n'\tx\r\n");
    assert_string_equal(written_cell(&table_csv, "+a,b", arena), "name\r\n\"'+a,b\"\r\n");
    assert_string_equal(written_cell(&table_csv, "a\nb", arena), "name\r\n\"a\nb\"\r\n");
    assert_string_equal(written_cell(&table_csv, "a-b", arena), "name\r\na-b\r\n");
    assert_string_equal(written_cell(&table_json, "\"\\\n\x01", arena),
                        "[\n {\"name\": \"\\\"\\\\\\u000a\\u0001\"}\n]\n");
    assert_string_equal(written_cell(&table_text, "abc", arena), "Instansi\nabc\n");
}

static void nobody_is_still_a_table(void **state)
{
    struct arena *arena = *state;
    const struct ranking *ranking = rank(arena, OF_NATION, LPNK);
    assert_int_equal(ranking->row_count, 0);
    assert_true(g_str_has_prefix(written(&table_text, ranking, arena), "Peringkat  Kode  "));
    assert_true(g_str_has_suffix(written(&table_csv, ranking, arena), "of,tied\r\n"));
    assert_string_equal(written(&table_json, ranking, arena), "[\n]\n");
}

static void workbooks_are_the_same_in_every_zone(void **state)
{
    const struct ranking *ranking = rank(*state, OF_NATION, NONE);
    g_autoptr(GByteArray) first = g_byte_array_new();
    g_autoptr(GByteArray) second = g_byte_array_new();
    g_setenv("TZ", "Asia/Jayapura", TRUE);
    assert_true(table_xlsx.write(ranking, 1640908800, first, NULL));
    g_setenv("TZ", "America/Lima", TRUE);
    assert_true(table_xlsx.write(ranking, 1640908800, second, NULL));
    g_unsetenv("TZ");
    assert_true(first->len > 1000);
    assert_memory_equal(first->data, "PK", 2);
    assert_int_equal(first->len, second->len);
    assert_memory_equal(first->data, second->data, first->len);
}

static void forms_by_name(void **state)
{
    (void)state;
    for (size_t i = 0; table_formats[i]; i++)
        assert_ptr_equal(table_format_find(table_formats[i]->name), table_formats[i]);
    assert_null(table_format_find("pdf"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(by_position_then_name),
        TEST(peers_stay_together),
        TEST(one_group_keeps_its_positions),
        TEST(text_is_aligned),
        TEST(csv_is_quoted_and_harmless),
        TEST(json_is_escaped),
        TEST(awkward_texts),
        TEST(nobody_is_still_a_table),
        TEST(workbooks_are_the_same_in_every_zone),
        TEST(forms_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
