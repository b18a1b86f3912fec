/* The numbers that a chart shows, as the sheets that go with it. */
#include "chart_bench.h"

#include "rapor/pack/table_format.h"

static void check_sheet(struct bench *bench, const struct table_format *format,
                        const char *expected)
{
    g_autoptr(GByteArray) out = g_byte_array_new();
    assert_true(format->write(chart_table(&bench->chart, bench->arena), 0, out, NULL));
    g_byte_array_append(out, (const guint8 *)"", 1);
    assert_string_equal((const char *)out->data, expected);
}

static void every_number_stands_in_the_table(void **state)
{
    struct bench *bench = *state;
    bench->chart.category_count = 2;
    bench->values[1][1] = NAN;
    check_sheet(bench, &table_csv,
                "Kategori,Kabupaten Pesisir Selatan,Rata-rata kabupaten,\"Target 2,6\"\r\n"
                "Kebijakan Internal Tata Kelola SPBE,3.10,2.30,2.60\r\n"
                "Perencanaan Strategis SPBE,2.50,,2.60\r\n");
    check_sheet(bench, &table_csv_id,
                "\xEF\xBB\xBFKategori;Kabupaten Pesisir Selatan;Rata-rata kabupaten;"
                "\"Target 2,6\"\r\n"
                "Kebijakan Internal Tata Kelola SPBE;3,10;2,30;2,60\r\n"
                "Perencanaan Strategis SPBE;2,50;;2,60\r\n");
}

static void counts_have_no_decimals_and_losses_a_sign(void **state)
{
    struct bench *bench = *state;
    bench->chart.category_count = 2;
    bench->chart.target = NAN;
    bench->values[0][0] = -0.01;
    bench->values[0][1] = -12.5;
    bench->values[1][0] = 24;
    bench->values[1][1] = -1;
    check_sheet(bench, &table_csv,
                "Kategori,Kabupaten Pesisir Selatan,Rata-rata kabupaten\r\n"
                "Kebijakan Internal Tata Kelola SPBE,-0.01,24\r\n"
                "Perencanaan Strategis SPBE,-12.50,-1\r\n");
    check_sheet(bench, &table_text,
                "Kategori                             Kabupaten Pesisir Selatan"
                "  Rata-rata kabupaten\n"
                "Kebijakan Internal Tata Kelola SPBE                      -0,01"
                "                   24\n"
                "Perencanaan Strategis SPBE                              -12,50"
                "                   -1\n");
}

/* Its columns, not the values that they count. */
static void a_histogram_tells_its_columns(void **state)
{
    struct bench *bench = *state;
    static const struct class classes[] = {{"Kurang", 1}, {"Baik", 3}};
    bench->chart.kind = "histogram";
    bench->chart.category_count = 2;
    bench->chart.low = 1;
    bench->chart.high = 5;
    bench->chart.classes = classes;
    bench->chart.class_count = 2;
    bench->values[0][0] = 1.20;
    bench->values[0][1] = 3.10;
    struct ranking *table = chart_table(&bench->chart, bench->arena);
    assert_int_equal(table->column_count, 4);
    int64_t all = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        const struct ranking_cell *row = &table->cells[4 * i];
        assert_string_equal(row[2].text, row[0].number < 300 ? "Kurang" : "Baik");
        bool one = (row[0].number <= 120 && 120 < row[1].number) ||
                   (row[0].number <= 310 && 310 < row[1].number);
        assert_int_equal(row[3].number, one);
        all += row[3].number;
    }
    assert_int_equal(all, 2);
}

static void what_they_are_measured_by_stands_beside(void **state)
{
    struct bench *bench = *state;
    const char *breaks[] = {"Permen 5/2018", "Permen 59/2020"};
    bench->chart.category_count = 2;
    bench->chart.series_count = 1;
    bench->chart.target = NAN;
    bench->chart.breaks = breaks;
    check_sheet(bench, &table_csv,
                "Kategori,Ukuran,Kabupaten Pesisir Selatan\r\n"
                "Kebijakan Internal Tata Kelola SPBE,Permen 5/2018,3.10\r\n"
                "Perencanaan Strategis SPBE,Permen 59/2020,2.50\r\n");
}

static void charts_are_found_wherever_they_stand(void **state)
{
    struct bench *bench = *state;
    const struct block chart = {.kind = BLOCK_CHART, .chart = bench->chart};
    struct block one = chart, two = chart, three = chart, four = chart;
    struct cell cell = {.blocks = {&two, 1, 1}, .span = 1};
    struct row row = {.cells = &cell, .cell_count = 1};
    struct item item = {.blocks = {&three, 1, 1}};
    struct block blocks[] = {
        {.kind = BLOCK_KEEP, .keep = {.blocks = {&one, 1, 1}}},
        {.kind = BLOCK_TABLE, .table = {.rows = &row, .row_count = 1}},
        {.kind = BLOCK_LIST, .list = {.items = &item, .count = 1}},
        {.kind = BLOCK_BOX, .box = {.blocks = {&four, 1, 1}}},
        {.kind = BLOCK_SPACE},
        chart,
    };
    struct section section = {.blocks = {blocks, G_N_ELEMENTS(blocks), 0}};
    const struct doc doc = {.sections = &section, .section_count = 1};
    g_autoptr(GPtrArray) charts = doc_charts(&doc);
    const struct chart *expected[] = {&one.chart, &two.chart, &three.chart, &four.chart,
                                      &blocks[5].chart};
    assert_int_equal(charts->len, G_N_ELEMENTS(expected));
    for (size_t i = 0; i < charts->len; i++)
        assert_ptr_equal(charts->pdata[i], expected[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_number_stands_in_the_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(counts_have_no_decimals_and_losses_a_sign, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_histogram_tells_its_columns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_they_are_measured_by_stands_beside, set_up, tear_down),
        cmocka_unit_test_setup_teardown(charts_are_found_wherever_they_stand, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
