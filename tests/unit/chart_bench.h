/* chart_bench.h - a chart to draw in tests, and where its ink is. */
#ifndef TEST_CHART_BENCH_H
#define TEST_CHART_BENCH_H

#include "chart_frame.h"
#include "rapor/base/arena.h"
#include "rapor/chart/chart.h"
#include "rapor/type/fonts.h"

#include <glib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define MOST_CATEGORIES 15
#define MOST_SERIES     4

/* The colours that the layouts give to series: the institution, its peers, and
 * the year before. */
static const struct color own = {0x14 / 255.0F, 0x28 / 255.0F, 0x4B / 255.0F};
static const struct color peers = {0xB8 / 255.0F, 0x65 / 255.0F, 0x0A / 255.0F};
static const struct color before = {0x00 / 255.0F, 0x87 / 255.0F, 0x6C / 255.0F};

/* As in layouts/common/style.xml. */
#define HEX(r, g, b)                                                                               \
    {                                                                                              \
        (r) / 255.0F, (g) / 255.0F, (b) / 255.0F                                                   \
    }
static const struct palette palette = {
    .ground = HEX(255, 255, 255),
    .quiet = HEX(0x59, 0x59, 0x59),
    .grid = HEX(0xBF, 0xBF, 0xBF),
    .goal = HEX(0x40, 0x40, 0x40),
    .missing = HEX(0xE6, 0xE6, 0xE6),
    .own = HEX(0x14, 0x28, 0x4B),
    .peers = HEX(0xB8, 0x65, 0x0A),
    .others = HEX(0x87, 0x92, 0x9E),
    .classes = {HEX(0xFF, 0xFB, 0xD1), HEX(0xA6, 0xDB, 0xB5), HEX(0x45, 0xAE, 0xC2),
                HEX(0x23, 0x70, 0xA8), HEX(0x1D, 0x2A, 0x75)},
};

struct bench {
    struct fonts *fonts; /* owned by the group of tests */
    struct arena *arena;
    struct style style;
    const char *categories[MOST_CATEGORIES];
    double values[MOST_SERIES][MOST_CATEGORIES];
    struct series series[MOST_SERIES];
    const char *groups[MOST_CATEGORIES], *keys[MOST_CATEGORIES];
    bool marked[MOST_CATEGORIES];
    struct chart chart;
    struct inks inks;
};

static inline int open_fonts(void **state)
{
    g_autoptr(GError) error = NULL;
    *state = fonts_open("fonts/fonts.xml", &error);
    return error ? -1 : 0;
}

static inline int close_fonts(void **state)
{
    fonts_close(*state);
    return 0;
}

/* A chart as the report has it: eight aspects, own and peers, a target. */
static inline int set_up(void **state)
{
    static const double own_values[] = {3.1, 2.5, 3.25, 3.5, 1.36, 1, 3.8, 4.17};
    static const double peer_values[] = {2.3, 2.5, 2.25, 2, 1.2, 1.1, 3, 3.1};
    static const char *const names[] = {"Kabupaten Pesisir Selatan", "Rata-rata kabupaten",
                                        "Tahun 2020", "Rata-rata nasional"};
    const struct color colors[] = {own, peers, before, peers};
    static const char *const aspects[] = {
        "Kebijakan Internal Tata Kelola SPBE",
        "Perencanaan Strategis SPBE",
        "Teknologi Informasi dan Komunikasi",
        "Penyelenggara SPBE",
        "Penerapan Manajemen SPBE",
        "Audit TIK",
        "Layanan Administrasi Pemerintahan Berbasis Elektronik",
        "Layanan Publik Berbasis Elektronik",
    };
    struct bench *bench = g_new0(struct bench, 1);
    bench->fonts = *state;
    bench->arena = arena_create();
    bench->style = (struct style){.family = "Liberation Sans", .size = 8, .leading = 9.6};
    for (size_t i = 0; i < MOST_CATEGORIES; i++) {
        bench->categories[i] = aspects[i % 8];
        bench->values[0][i] = own_values[i % 8];
        bench->values[1][i] = peer_values[i % 8];
        bench->values[2][i] = bench->values[3][i] = 2;
    }
    for (size_t i = 0; i < MOST_SERIES; i++)
        bench->series[i] = (struct series){names[i], bench->values[i], colors[i]};
    bench->chart = (struct chart){.kind = "radar",
                                  .categories = bench->categories,
                                  .category_count = 8,
                                  .series = bench->series,
                                  .series_count = 2,
                                  .low = 1,
                                  .high = 5,
                                  .step = 1,
                                  .target = 2.6,
                                  .target_name = "Target 2,6",
                                  .width = 454,
                                  .height = 260,
                                  .palette = &palette,
                                  .style = &bench->style};
    bench->inks.arena = bench->arena;
    *state = bench;
    return 0;
}

static inline int tear_down(void **state)
{
    struct bench *bench = *state;
    arena_destroy(bench->arena);
    g_free(bench);
    return 0;
}

static inline void draw(struct bench *bench, const char *kind)
{
    bench->inks.count = 0;
    bench->chart.kind = kind;
    chart_draw(&bench->chart, bench->fonts, &bench->inks);
}

static inline void check_inside(const struct bench *bench)
{
    const double hair = 0.01;
    for (size_t i = 0; i < bench->inks.count; i++) {
        const struct ink *ink = &bench->inks.items[i];
        struct frame frame = frame_of(ink);
        bool inside = frame.left >= -hair && frame.top >= -hair && /* false for NAN, too */
                      frame.right <= bench->chart.width + hair &&
                      frame.bottom <= bench->chart.height + hair;
        if (!inside)
            fail_msg("%s: ink %zu of kind %d \"%s\" at %g %g %g %g is outside", bench->chart.kind,
                     i, (int)ink->kind, ink->kind == INK_TEXT ? ink->text->words : "", frame.left,
                     frame.top, frame.right, frame.bottom);
    }
}

static inline void check_texts_apart(const struct bench *bench)
{
    for (size_t i = 0; i < bench->inks.count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct ink *a = &bench->inks.items[i], *b = &bench->inks.items[j];
            if (a->kind == INK_TEXT && b->kind == INK_TEXT && meet(frame_of(a), frame_of(b)))
                fail_msg("%s: \"%s\" meets \"%s\"", bench->chart.kind, a->text->words,
                         b->text->words);
        }
}

static inline size_t count_text(const struct bench *bench, const char *words)
{
    size_t count = 0;
    for (size_t i = 0; i < bench->inks.count; i++) {
        const struct ink *ink = &bench->inks.items[i];
        count += ink->kind == INK_TEXT && strcmp(ink->text->words, words) == 0;
    }
    return count;
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
