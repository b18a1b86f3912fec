/* Maps of all provinces and of some: each has its name and number, and no line crosses one. */
#include "../../src/layout/contents.h"
#include "../../src/layout/reader.h"
#include "chart_bench.h"

#define PROVINCES 38
#define TURNS     40

struct sheet {
    double width, height, size;
};

/* What is left of the sheets for a map. */
static const struct sheet sheets[] = {{828, 330, 13}, {722, 420, 15}, {738, 880, 27}};

struct provinces {
    const struct map *map;
    const char *keys[PROVINCES], *names[PROVINCES];
    double values[PROVINCES];
    struct series series;
    struct style style;
    struct chart chart;
};

static void some_provinces(struct provinces *provinces, GRand *random, bool all)
{
    const struct map *map = provinces->map;
    size_t count = 0;
    for (size_t i = 0; i < map->area_count; i++)
        if (all || g_rand_boolean(random)) {
            provinces->keys[count] = map->areas[i].key;
            provinces->names[count] = map->areas[i].name;
            provinces->values[count++] = g_rand_int_range(random, 100, 501) / 100.0;
        }
    provinces->series = (struct series){"Indeks", provinces->values, own};
    provinces->chart = (struct chart){.kind = "choropleth",
                                      .categories = provinces->names,
                                      .keys = provinces->keys,
                                      .category_count = count,
                                      .series = &provinces->series,
                                      .series_count = 1,
                                      .low = 1,
                                      .high = 5,
                                      .target = NAN,
                                      .map = map,
                                      .palette = &palette,
                                      .style = &provinces->style};
}

/* Whether the line goes through the words, not only up to them. */
static bool goes_through(const struct ink *line, const struct ink *words)
{
    const struct frame frame = frame_of(words);
    for (size_t i = 0; i <= 200; i++) {
        double part = (double)i / 200, x = line->x + part * line->line.dx,
               y = line->y + part * line->line.dy;
        if (x > frame.left + 0.3 && x < frame.right - 0.3 && y > frame.top + 0.3 &&
            y < frame.bottom - 0.3)
            return true;
    }
    return false;
}

static void check_lines(const struct bench *bench)
{
    const struct inks *inks = &bench->inks;
    for (size_t i = 0; i < inks->count; i++)
        for (size_t j = 0; inks->items[i].kind == INK_LINE && j < inks->count; j++)
            if (inks->items[j].kind == INK_TEXT && goes_through(&inks->items[i], &inks->items[j]))
                fail_msg("a line goes through \"%s\"", inks->items[j].text->words);
}

static void check_names(const struct bench *bench, const struct provinces *provinces)
{
    for (size_t i = 0; i < provinces->chart.category_count; i++) {
        long hundredths = lround(provinces->values[i] * 100);
        const char *words = arena_printf(bench->arena, "%s %ld,%02ld", provinces->names[i],
                                         hundredths / 100, hundredths % 100);
        if (count_text(bench, words) != 1)
            fail_msg("%s: not on the map", words);
    }
}

static void every_province_has_its_name_and_no_line_crosses_one(void **state)
{
    struct bench *bench = *state;
    struct layout_reader reader = {.arena = bench->arena};
    struct provinces provinces = {.map = read_map(&reader, NULL, "layouts/common/provinces.xml")};
    g_autoptr(GRand) random = g_rand_new_with_seed(38);
    assert_int_equal(provinces.map->area_count, PROVINCES);
    for (size_t turn = 0; turn < TURNS; turn++)
        for (size_t s = 0; s < G_N_ELEMENTS(sheets); s++) {
            some_provinces(&provinces, random, turn == 0);
            provinces.style = (struct style){
                .family = "Noto Sans", .size = sheets[s].size, .leading = 1.4 * sheets[s].size};
            provinces.chart.width = sheets[s].width;
            provinces.chart.height = sheets[s].height;
            bench->chart = provinces.chart;
            draw(bench, "choropleth");
            check_inside(bench);
            check_texts_apart(bench);
            check_names(bench, &provinces);
            check_lines(bench);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(every_province_has_its_name_and_no_line_crosses_one),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
