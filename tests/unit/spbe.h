/* spbe.h - the instruments and evaluations that unit tests compute with. */
#ifndef TEST_SPBE_H
#define TEST_SPBE_H

#include "rapor/base/arena.h"
#include "rapor/read/evaluation.h"

enum { KEMENTERIAN, LPNK, LEMBAGA, PROVINSI, KABUPATEN, KOTA, OPD, GROUP_COUNT };
enum { OF_GROUP, OF_KABUPATEN_KOTA, OF_PEMDA, OF_NATION, OF_REGION, OF_PARENT, SCOPE_COUNT };

#define BIT(group) ((uint64_t)1 << (group))
#define PEMDA      (BIT(PROVINSI) | BIT(KABUPATEN) | BIT(KOTA))

static struct grade spbe_grades[] = {
    {"Memuaskan", 420}, {"Sangat Baik", 350}, {"Baik", 260}, {"Cukup", 180}, {"Kurang", 100}};

static struct group spbe_groups[] = {
    {"kementerian", "Kementerian", SEAT_CENTER, NULL, 260},
    {"lpnk", "Lembaga Pemerintah Nonkementerian", SEAT_CENTER, NULL, 260},
    {"lembaga", "Lembaga Lainnya", SEAT_CENTER, NULL, 260},
    {"provinsi", "Pemerintah Provinsi", SEAT_REGION, NULL, 260},
    {"kabupaten", "Pemerintah Kabupaten", SEAT_REGION, NULL, 260},
    {"kota", "Pemerintah Kota", SEAT_REGION, NULL, 260},
    {"opd", "Perangkat Daerah", SEAT_PARENT, NULL, 260},
};

static struct scope spbe_scopes[] = {
    {"group", "kelompoknya", "kelompok", WITHIN_GROUP, UINT64_MAX},
    {"kabupaten-kota", "pemerintah kabupaten dan kota", "kabupaten dan kota", WITHIN_ALL,
     BIT(KABUPATEN) | BIT(KOTA)},
    {"pemda", "pemerintah daerah", "pemerintah daerah", WITHIN_ALL, PEMDA},
    {"national", "instansi pusat dan pemerintah daerah", "nasional", WITHIN_ALL,
     PEMDA | BIT(KEMENTERIAN) | BIT(LPNK) | BIT(LEMBAGA)},
    {"region", "provinsinya", "provinsi", WITHIN_REGION, PEMDA},
    {"parent", "perangkat daerah", "perangkat daerah", WITHIN_PARENT, BIT(OPD)},
};

/* How an instrument is made: a row for each aspect. */
struct aspect_row {
    size_t domain, indicators;
    int64_t weight; /* of each indicator */
};

static inline struct instrument *make_instrument(const struct aspect_row *rows, size_t count,
                                                 size_t domain_count, struct arena *arena)
{
    struct instrument *made = ARENA_NEW(arena, struct instrument);
    *made = (struct instrument){
        .id = "spbe-2020",
        .level_min = 1,
        .level_max = 5,
        .level_scale = 1,
        .target = 260,
        .target_level = 3,
        .grades = spbe_grades,
        .grade_count = G_N_ELEMENTS(spbe_grades),
        .groups = spbe_groups,
        .group_count = GROUP_COUNT,
        .scopes = spbe_scopes,
        .scope_count = SCOPE_COUNT,
        .domain_count = domain_count,
        .aspect_count = count,
        .domains = ARENA_ARRAY(arena, domain_count, struct domain),
        .aspects = ARENA_ARRAY(arena, count, struct aspect),
    };
    for (size_t a = 0; a < count; a++)
        made->indicator_count += rows[a].indicators;
    made->indicators = ARENA_ARRAY(arena, made->indicator_count, struct indicator);

    for (size_t a = 0, i = 0; a < count; a++) {
        int64_t weight = rows[a].weight * (int64_t)rows[a].indicators;
        made->aspects[a] = (struct aspect){.no = arena_printf(arena, "%zu", a + 1),
                                           .name = "Aspek",
                                           .weight = weight,
                                           .domain = rows[a].domain};
        made->weight_total += weight;
        if (rows[a].domain != NONE)
            made->domains[rows[a].domain].weight += weight;
        for (size_t end = i + rows[a].indicators; i < end; i++)
            made->indicators[i] = (struct indicator){.no = arena_printf(arena, "%zu", i + 1),
                                                     .name = "Indikator",
                                                     .short_name = "indikator",
                                                     .weight = rows[a].weight,
                                                     .aspect = a};
    }
    for (size_t d = 0; d < domain_count; d++) {
        made->domains[d].no = arena_printf(arena, "%zu", d + 1);
        made->domains[d].name = "Domain";
    }
    return made;
}

/* PermenPANRB 59/2020: 4 domains, 8 aspects, 47 indicators, 10,000 parts. */
static inline struct instrument *make_spbe_2020(struct arena *arena)
{
    static const struct aspect_row rows[] = {{0, 10, 130}, {1, 4, 250}, {1, 4, 250},  {1, 2, 250},
                                             {2, 8, 150},  {2, 3, 150}, {3, 10, 275}, {3, 6, 300}};
    return make_instrument(rows, G_N_ELEMENTS(rows), 4, arena);
}

/* An institution of the test: levels that are all LEVEL, or none where it is negative. */
struct institution_row {
    const char *code, *name;
    size_t group, region;
    int32_t level;
    const char *parent;
};

static inline struct evaluation *make_evaluation(const struct instrument *instrument,
                                                 const struct institution_row *rows, size_t count,
                                                 struct arena *arena)
{
    struct evaluation *made = ARENA_NEW(arena, struct evaluation);
    *made = (struct evaluation){
        .instrument = instrument,
        .year = "2021",
        .kind = "evaluasi",
        .digest = "00ff",
        .institution_count = count,
        .institutions = ARENA_ARRAY(arena, count, struct institution),
        .regions = ARENA_ARRAY(arena, 2, struct region),
        .region_count = 2,
    };
    made->regions[0] = (struct region){"13", "Sumatera Barat"};
    made->regions[1] = (struct region){"51", "Bali"};
    for (size_t i = 0; i < count; i++) {
        struct institution *one = &made->institutions[i];
        *one = (struct institution){.code = rows[i].code,
                                    .name = rows[i].name,
                                    .group = rows[i].group,
                                    .region = rows[i].region,
                                    .parent = rows[i].parent,
                                    .assessed = rows[i].level >= 0};
        if (!one->assessed)
            continue;
        one->levels = ARENA_ARRAY(arena, instrument->indicator_count, int32_t);
        for (size_t k = 0; k < instrument->indicator_count; k++)
            one->levels[k] = rows[i].level;
    }
    return made;
}

/* Six levels of 5 and three of 2 among ones: exactly 1.7950. */
static const int32_t spbe_tie[47] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1,
                                     1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                     1, 1, 1, 1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5};

#endif
