/* Charts keep inside their size, and their words apart, whatever they show. */
#include "chart_bench.h"

/* All that is written, with a space between the pieces. */
static GString *all_text(const struct bench *bench)
{
    GString *all = g_string_new(" ");
    for (size_t i = 0; i < bench->inks.count; i++)
        if (bench->inks.items[i].kind == INK_TEXT)
            g_string_append_printf(all, "%s ", bench->inks.items[i].text->words);
    return all;
}

static void names_are_whole(void **state)
{
    struct bench *bench = *state;
    static const char *const naming[] = {"bars", "radar", "trend"};
    for (size_t k = 0; k < G_N_ELEMENTS(naming); k++) {
        draw(bench, naming[k]);
        g_autoptr(GString) all = all_text(bench);
        for (size_t i = 0; i < bench->chart.category_count; i++) {
            g_autofree char *name = g_strdup_printf(" %s ", bench->categories[i]);
            assert_non_null(strstr(all->str, name));
        }
        check_inside(bench);
        check_texts_apart(bench);
    }
}

static double width_of(const struct bench *bench, const char *words)
{
    for (size_t i = 0; i < bench->inks.count; i++)
        if (bench->inks.items[i].kind == INK_TEXT &&
            strcmp(bench->inks.items[i].text->words, words) == 0)
            return bench->inks.items[i].text->width;
    return 0;
}

static double font_size(const PangoFont *which)
{
    PangoFontDescription *font = pango_font_describe_with_absolute_size((PangoFont *)which);
    double size = pango_units_to_double(pango_font_description_get_size(font));
    pango_font_description_free(font);
    return size;
}

static double size_of(const struct bench *bench, const char *words)
{
    for (size_t i = 0; i < bench->inks.count; i++)
        if (bench->inks.items[i].kind == INK_TEXT &&
            strcmp(bench->inks.items[i].text->words, words) == 0)
            return font_size(bench->inks.items[i].text->font);
    return 0;
}

static void the_names_of_a_list_have_one_size(void **state)
{
    struct bench *bench = *state;
    bench->chart.category_count = 7;
    bench->chart.height = 150;
    for (size_t turn = 0; turn < 2; turn++) {
        bench->categories[0] = "TIK";
        bench->categories[6] = turn ? "Kementerian Perencanaan Pembangunan Nasional dan Badan "
                                      "Perencanaan Pembangunan Nasional Contoh Raya"
                                    : "Pendek";
        draw(bench, "bars");
        assert_true(size_of(bench, "TIK") >= 0.6 * bench->style.size - 0.01);
        for (size_t i = 0; i < bench->inks.count; i++)
            if (bench->inks.items[i].kind == INK_TEXT && bench->inks.items[i].x < 50)
                assert_float_equal(font_size(bench->inks.items[i].text->font),
                                   size_of(bench, "TIK"), 0.01);
    }
}

/* Where there is as much room as it asks for, every row says what it is and how much. */
static void all_rows_have_names_and_numbers(void **state)
{
    struct bench *bench = *state;
    static const char *const kinds[] = {"bars", "dumbbell", "stacked", "heat", "pareto", "slope"};
    bench->chart.category_count = MOST_CATEGORIES;
    for (size_t i = 0; i < MOST_CATEGORIES; i++) {
        bench->categories[i] = arena_printf(bench->arena, "Aspek%zu", i);
        bench->values[0][i] = 1 + (double)i / 8;
    }
    for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
        bench->chart.kind = kinds[k];
        bench->chart.height = chart_least(&bench->chart, bench->fonts, &bench->inks);
        draw(bench, kinds[k]);
        check_inside(bench);
        check_texts_apart(bench);
        for (size_t i = 0; i < MOST_CATEGORIES; i++)
            assert_int_equal(count_text(bench, bench->categories[i]), 1);
    }
}

static void rows_that_have_no_room_stand_in_columns(void **state)
{
    struct bench *bench = *state;
    bench->chart.category_count = MOST_CATEGORIES;
    bench->chart.width = 500;
    for (size_t i = 0; i < MOST_CATEGORIES; i++)
        bench->categories[i] = arena_printf(bench->arena, "Aspek%zu", i);
    bench->chart.kind = "dumbbell";
    bench->chart.height = 0.7 * chart_least(&bench->chart, bench->fonts, &bench->inks);
    draw(bench, "dumbbell");
    check_inside(bench);
    check_texts_apart(bench);
    for (size_t i = 0; i < MOST_CATEGORIES; i++)
        assert_int_equal(count_text(bench, bench->categories[i]), 1);
}

/* Columns too narrow for their heads become rows. */
/* Of 24 columns in a room so high. */
static void draw_many_columns(struct bench *bench, double height)
{
    static struct series many[24];
    static double values[] = {1.25, 2.5, 3.75};
    for (size_t i = 0; i < G_N_ELEMENTS(many); i++)
        many[i] = (struct series){.name = arena_printf(bench->arena, "Penyelenggaraan %zu", i + 1),
                                  .values = values};
    bench->chart.series = many;
    bench->chart.series_count = G_N_ELEMENTS(many);
    bench->chart.category_count = G_N_ELEMENTS(values);
    bench->chart.width = 300;
    bench->chart.height = height;
    draw(bench, "heat");
    check_inside(bench);
    check_texts_apart(bench);
    assert_int_equal(count_text(bench, "2,50"), G_N_ELEMENTS(many));
}

static void a_table_with_too_many_columns_has_numbers_for_heads(void **state)
{
    struct bench *bench = *state;
    draw_many_columns(bench, 320);
    assert_int_equal(count_text(bench, "17"), 1);
    assert_int_equal(count_text(bench, "17 Penyelenggaraan 17"), 1);
}

static void a_low_one_is_turned(void **state)
{
    struct bench *bench = *state;
    draw_many_columns(bench, 250);
    assert_int_equal(count_text(bench, "17"), 0);
    assert_int_equal(count_text(bench, "Penyelenggaraan 17"), 1);
}

static void rows_lower_than_the_type_have_names(void **state)
{
    struct bench *bench = *state;
    bench->chart.category_count = 15;
    bench->chart.height = 15 * 8.5 + 24;
    for (size_t i = 0; i < 15; i++)
        bench->categories[i] = "TIK";
    draw(bench, "bars");
    assert_true(width_of(bench, "TIK") > 0);
}

static const char *random_name(GRand *random, struct arena *arena)
{
    static const char *const words[] = {"Layanan", "Penyelenggaraan", "TIK",  "dan",
                                        "Data",    "Pemerintahan",    "SPBE", "Keamanan"};
    int count = g_rand_int_range(random, 1, 9);
    const char *name = words[g_rand_int_range(random, 0, G_N_ELEMENTS(words))];
    while (--count > 0)
        name = arena_printf(arena, "%s %s", name,
                            words[g_rand_int_range(random, 0, G_N_ELEMENTS(words))]);
    return name;
}

/* Two areas on the mainland, one island, and one that was part of another. */
static const double outlines[] = {0,  0,  40, 0,  40, 50, 0,  50, 40, 0,  70, 10, 60, 60, 40,
                                  50, 80, 60, 90, 55, 95, 70, 41, 20, 60, 20, 60, 40, 41, 40};
static const size_t rings[] = {4, 4, 3, 4};
static struct area areas[] = {
    {"1", "Satu", NULL, 0, 0, outlines, &rings[0], 1, 0, 0, 40, 50},
    {"2", "Dua", NULL, 1, 0, outlines + 8, &rings[1], 1, 40, 0, 70, 60},
    {"3", "Pulau Tiga", NULL, 3, 2, outlines + 16, &rings[2], 1, 80, 55, 95, 70},
    {"4", "Empat", "2", 1, 1, outlines + 22, &rings[3], 1, 41, 20, 60, 41},
};
static const struct map map = {100, 80, areas, G_N_ELEMENTS(areas), 0};
static const struct class classes[] = {
    {"Kurang", 1}, {"Cukup", 1.8}, {"Baik", 2.6}, {"Sangat Baik", 3.5}, {"Memuaskan", 4.2}};

/* What only some kinds look at. */
static void shuffle_extras(struct bench *bench, GRand *random)
{
    static const char *const names[] = {"Kementerian", "Lembaga Pemerintah Nonkementerian", "Kota"};
    for (size_t i = 0; i < MOST_CATEGORIES; i++) {
        bench->groups[i] = names[g_rand_int_range(random, 0, G_N_ELEMENTS(names))];
        bench->keys[i] = arena_printf(bench->arena, "%d", g_rand_int_range(random, 1, 6));
        bench->marked[i] = g_rand_int_range(random, 0, 4) == 0;
    }
    bench->chart.groups = g_rand_boolean(random) ? bench->groups : NULL;
    bench->chart.keys = g_rand_boolean(random) ? bench->keys : NULL;
    bench->chart.marked = g_rand_boolean(random) ? bench->marked : NULL;
    bench->chart.map = &map;
    bench->chart.missing_name = g_rand_boolean(random) ? "Tanpa nilai" : NULL;
    bench->chart.classes = classes;
    bench->chart.class_count = (size_t)g_rand_int_range(random, 0, G_N_ELEMENTS(classes) + 1);
}

static void shuffle(struct bench *bench, GRand *random)
{
    bench->chart.category_count = (size_t)g_rand_int_range(random, 3, MOST_CATEGORIES + 1);
    bench->chart.series_count = (size_t)g_rand_int_range(random, 1, MOST_SERIES + 1);
    bench->chart.width = g_rand_double_range(random, 220, 500);
    bench->chart.height = g_rand_double_range(random, 180, 400);
    bench->chart.target = g_rand_boolean(random) ? g_rand_double_range(random, 1, 5) : NAN;
    for (size_t i = 0; i < bench->chart.category_count; i++) {
        bench->categories[i] = random_name(random, bench->arena);
        for (size_t s = 0; s < MOST_SERIES; s++) {
            double value = floor(g_rand_double_range(random, 1, 5.01) * 100) / 100;
            bench->values[s][i] = g_rand_int_range(random, 0, 12) == 0 ? NAN : value;
        }
    }
}

static bool is_value(const struct ink *ink)
{
    PangoFontDescription *font = pango_font_describe(ink->text->font);
    bool bold = pango_font_description_get_weight(font) == PANGO_WEIGHT_BOLD;
    pango_font_description_free(font);
    return bold;
}

/* Only the values of bars are bold. */
static void check_values_clear_of_marks(const struct bench *bench)
{
    for (size_t i = 0; i < bench->inks.count; i++) {
        const struct ink *value = &bench->inks.items[i];
        if (value->kind != INK_TEXT || !is_value(value))
            continue;
        for (size_t j = 0; j < bench->inks.count; j++) {
            struct ink *mark = &bench->inks.items[j];
            double middle = (frame_of(value).top + frame_of(value).bottom) / 2;
            bool same_row = mark->kind == INK_PATH && frame_of(mark).top < middle &&
                            frame_of(mark).bottom > middle;
            assert_false(same_row && meet(frame_of(value), frame_of(mark)));
        }
    }
}

static void any_chart_stays_inside_with_texts_apart(void **state)
{
    struct bench *bench = *state;
    g_autoptr(GRand) random = g_rand_new_with_seed(59);
    for (size_t turn = 0; turn < 300; turn++) {
        shuffle(bench, random);
        draw(bench, "bars");
        check_values_clear_of_marks(bench);
        for (size_t extras = 0; extras < 2; extras++) {
            if (extras)
                shuffle_extras(bench, random);
            for (size_t k = 0; chart_kinds[k]; k++) {
                draw(bench, chart_kinds[k]->name);
                check_inside(bench);
                check_texts_apart(bench);
            }
        }
        bench->chart.groups = bench->chart.keys = NULL;
        bench->chart.marked = NULL;
    }
}

/* Smaller than any name: what does not fit is cut or left out. */
static void a_small_chart_stays_inside(void **state)
{
    struct bench *bench = *state;
    bench->chart.category_count = MOST_CATEGORIES;
    bench->chart.width = 110;
    bench->chart.height = 90;
    for (size_t k = 0; chart_kinds[k]; k++) {
        draw(bench, chart_kinds[k]->name);
        check_inside(bench);
        check_texts_apart(bench);
    }
}

static void values_at_and_beyond_the_ends_stay_on_the_scale(void **state)
{
    struct bench *bench = *state;
    const double ends[] = {1, 5, 0, 9};
    for (size_t e = 0; e < G_N_ELEMENTS(ends); e++) {
        for (size_t i = 0; i < 8; i++)
            bench->values[0][i] = bench->values[1][i] = ends[e];
        bench->chart.target = ends[e];
        for (size_t k = 0; chart_kinds[k]; k++) {
            draw(bench, chart_kinds[k]->name);
            check_inside(bench);
            check_texts_apart(bench);
        }
    }
    draw(bench, "bars");
    assert_int_equal(count_text(bench, "9,00"), 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(names_are_whole),
        CASE(the_names_of_a_list_have_one_size),
        CASE(all_rows_have_names_and_numbers),
        CASE(rows_that_have_no_room_stand_in_columns),
        CASE(a_table_with_too_many_columns_has_numbers_for_heads),
        CASE(a_low_one_is_turned),
        CASE(rows_lower_than_the_type_have_names),
        CASE(any_chart_stays_inside_with_texts_apart),
        CASE(a_small_chart_stays_inside),
        CASE(values_at_and_beyond_the_ends_stay_on_the_scale),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
