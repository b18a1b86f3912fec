#include "chart_bench.h"

static bool same_color(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Marks are small paths in the colour of the series. */
static bool is_mark(const struct ink *ink, struct color color)
{
    struct frame frame = frame_of(ink);
    return ink->kind == INK_PATH && same_color(ink->color, color) &&
           frame.right - frame.left < 11 && frame.bottom - frame.top < 11;
}

static size_t count_marks(const struct bench *bench, struct color color)
{
    size_t count = 0;
    for (size_t i = 0; i < bench->inks.count; i++)
        count += is_mark(&bench->inks.items[i], color);
    return count;
}

static size_t count_kind(const struct bench *bench, enum ink_kind kind, struct color color)
{
    size_t count = 0;
    for (size_t i = 0; i < bench->inks.count; i++)
        count += bench->inks.items[i].kind == kind && same_color(bench->inks.items[i].color, color);
    return count;
}

static void kinds_are_found_by_name(void **state)
{
    (void)state;
    for (size_t i = 0; chart_kinds[i]; i++)
        assert_ptr_equal(chart_kind_find(chart_kinds[i]->name), chart_kinds[i]);
    assert_null(chart_kind_find("pie"));
}

static void a_missing_value_leaves_a_gap(void **state)
{
    struct bench *bench = *state;
    draw(bench, "radar");
    assert_int_equal(count_marks(bench, own), 8 + 1); /* one in the legend */
    assert_int_equal(count_kind(bench, INK_LINE, own), 1);

    bench->values[0][2] = NAN;
    draw(bench, "radar");
    check_inside(bench);
    assert_int_equal(count_marks(bench, own), 7 + 1);
    assert_int_equal(count_kind(bench, INK_LINE, own), 6 + 1); /* two of eight sides are open */

    draw(bench, "bars");
    check_inside(bench);
    assert_int_equal(count_kind(bench, INK_FILL, own), 7);
    assert_int_equal(count_text(bench, "–"), 1);
}

static void nothing_but_missing_values_is_drawn(void **state)
{
    struct bench *bench = *state;
    for (size_t i = 0; i < 8; i++)
        bench->values[0][i] = bench->values[1][i] = NAN;
    for (size_t k = 0; chart_kinds[k]; k++) {
        draw(bench, chart_kinds[k]->name);
        check_inside(bench);
    }
    assert_int_equal(count_kind(bench, INK_FILL, own), 0);
}

/* Where the first mark of a colour is in the order of drawing, and its size. */
static size_t first_mark(const struct bench *bench, struct color color, double *size)
{
    for (size_t i = 0; i < bench->inks.count; i++) {
        const struct ink *ink = &bench->inks.items[i];
        *size = frame_of(ink).bottom - frame_of(ink).top;
        if (is_mark(ink, color))
            return i;
    }
    fail_msg("there is no such mark");
    return 0;
}

static void a_mark_hides_no_mark_of_the_same_value(void **state)
{
    struct bench *bench = *state;
    double own_size, peers_size, before_size;
    bench->chart.series_count = 3;
    for (size_t s = 0; s < 3; s++)
        for (size_t i = 0; i < 8; i++)
            bench->values[s][i] = 3;
    draw(bench, "radar");
    check_inside(bench);
    size_t last = first_mark(bench, own, &own_size);
    assert_true(last > first_mark(bench, peers, &peers_size));
    assert_true(last > first_mark(bench, before, &before_size));
    assert_true(own_size < 0.7 * before_size && own_size < 0.7 * peers_size);
}

static void numbers_have_a_comma(void **state)
{
    struct bench *bench = *state;
    bench->chart.step = 0.5;
    draw(bench, "bars");
    assert_int_equal(count_text(bench, "3,10"), 1);
    assert_int_equal(count_text(bench, "1,0"), 1);
    assert_int_equal(count_text(bench, "4,5"), 1);
    draw(bench, "radar");
    assert_int_equal(count_text(bench, "1,5"), 1);
}

static void gridlines_are_ten_at_most(void **state)
{
    struct bench *bench = *state;
    const struct color grid = palette.grid;
    bench->chart.low = 0;
    bench->chart.high = 100;
    const double steps[] = {0.3, 1, 2, 5, 7, 10, 12, 25, 50, 100, 120, 0};
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        bench->chart.step = steps[i];
        draw(bench, "bars");
        size_t lines = count_kind(bench, INK_LINE, grid);
        assert_true(lines >= 2 && lines <= 10);
        draw(bench, "radar");
        size_t rings = count_kind(bench, INK_PATH, grid);
        assert_true(rings >= 1 && rings <= 10);
    }
}

static bool is_within(const struct frame *inner, const struct frame *outer)
{
    return inner->left > outer->left && inner->right < outer->right && inner->bottom > outer->top &&
           inner->top < outer->bottom;
}

/* Whose mark is further on: the value would stand behind it, and seem to be its own. */
static void a_value_is_not_told_behind_the_mark_of_another(void **state)
{
    struct bench *bench = *state;
    bench->chart.category_count = 6;
    bench->chart.width = 380;
    for (size_t i = 0; i < 6; i++) {
        bench->values[0][i] = 2.29;
        bench->values[1][i] = 2.94;
    }
    draw(bench, "bars");
    size_t inside = 0;
    for (size_t i = 0; i < bench->inks.count; i++)
        for (size_t j = 0; j < bench->inks.count; j++) {
            const struct ink *value = &bench->inks.items[i], *bar = &bench->inks.items[j];
            const struct frame of_value = frame_of(value), of_bar = frame_of(bar);
            inside += value->kind == INK_TEXT && strcmp(value->text->words, "2,29") == 0 &&
                      bar->kind == INK_FILL && same_color(bar->color, own) &&
                      is_within(&of_value, &of_bar);
        }
    assert_int_equal(inside, 6);
}

/* A bar that is too short for its value: it stands at the end of the row, as far as can be. */
static void nor_where_the_bar_has_no_room(void **state)
{
    struct bench *bench = *state;
    bench->chart.category_count = 6;
    for (size_t i = 0; i < 6; i++) {
        bench->values[0][i] = 1;
        bench->values[1][i] = 1.26;
    }
    draw(bench, "bars");
    size_t far = 0;
    for (size_t i = 0; i < bench->inks.count; i++) {
        const struct ink *value = &bench->inks.items[i];
        far += value->kind == INK_TEXT && strcmp(value->text->words, "1,00") == 0 &&
               value->x > bench->chart.width * 0.8;
    }
    assert_int_equal(far, 6);
}

static void bars_of_one_series_need_no_legend(void **state)
{
    struct bench *bench = *state;
    draw(bench, "bars");
    assert_int_equal(count_text(bench, "Kabupaten Pesisir Selatan"), 1);
    bench->chart.series_count = 1;
    draw(bench, "bars");
    assert_int_equal(count_text(bench, "Kabupaten Pesisir Selatan"), 0);
    assert_int_equal(count_text(bench, "Target 2,6"), 1);
}

static const struct color white = {1, 1, 1};

static double linear(double value)
{
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* WCAG 2.1, relative luminance and contrast ratio. */
static double luminance(struct color color)
{
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

static double contrast(struct color a, struct color b)
{
    double light = fmax(luminance(a), luminance(b)), dark = fmin(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

/* What lies below the first series' line in a radar. */
static struct color area_color(const struct bench *bench)
{
    assert_int_equal(bench->inks.items[0].kind, INK_PATH);
    assert_true(bench->inks.items[0].path.thick == 0);
    return bench->inks.items[0].color;
}

static void neighbouring_colours_differ_enough(void **state)
{
    struct bench *bench = *state;
    const struct color others[] = {peers, before};
    draw(bench, "radar");
    struct color area = area_color(bench);
    assert_true(fabs(contrast(white, (struct color){0, 0, 0}) - 21) < 1e-9);
    assert_true(contrast(own, white) >= 3 && contrast(own, area) >= 3);
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        assert_true(contrast(others[i], white) >= 3);
        assert_true(contrast(others[i], area) >= 3);
        assert_true(contrast(others[i], own) >= 3);
    }
}

static void nothing_is_drawn_of_nothing(void **state)
{
    struct bench *bench = *state;
    bench->chart.category_count = 0;
    for (size_t k = 0; chart_kinds[k]; k++) {
        draw(bench, chart_kinds[k]->name);
        assert_int_equal(bench->inks.count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(kinds_are_found_by_name),
        CASE(a_missing_value_leaves_a_gap),
        CASE(nothing_but_missing_values_is_drawn),
        CASE(a_mark_hides_no_mark_of_the_same_value),
        CASE(numbers_have_a_comma),
        CASE(gridlines_are_ten_at_most),
        CASE(a_value_is_not_told_behind_the_mark_of_another),
        CASE(nor_where_the_bar_has_no_room),
        CASE(bars_of_one_series_need_no_legend),
        CASE(neighbouring_colours_differ_enough),
        CASE(nothing_is_drawn_of_nothing),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
