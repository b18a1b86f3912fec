#include "rapor/assess/peers.h"

#include "../../src/assess/value.h"
#include "spbe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#define MANY   120
#define ASPECT 5 /* audit: indicators 29 to 31 */

static void set_aspect(struct evaluation *evaluation, size_t institution, int32_t level)
{
    const struct instrument *instrument = evaluation->instrument;
    for (size_t i = 0; i < instrument->indicator_count; i++)
        if (instrument->indicators[i].aspect == ASPECT)
            evaluation->institutions[institution].levels[i] = level;
}

static const struct institution_row rows[] = {
    {"13.01", "Kab. A", KABUPATEN, 0, 2, NULL},    {"13.02", "Kab. B", KABUPATEN, 0, 3, NULL},
    {"51.01", "Kab. C", KABUPATEN, 1, 2, NULL},    {"51.02", "Kab. D", KABUPATEN, 1, 3, NULL},
    {"13.71", "Kota E", KOTA, 0, 3, NULL},         {"51.71", "Kota F", KOTA, 1, 2, NULL},
    {"K01", "Kem. G", KEMENTERIAN, NONE, 2, NULL}, {"13.71.1", "Dinas H", OPD, NONE, 2, "13.71"},
    {"13.71.2", "Dinas I", OPD, NONE, 2, "13.71"}, {"51.71.1", "Dinas J", OPD, NONE, 2, "51.71"},
    {"13.03", "Kab. K", KABUPATEN, 0, -1, NULL},
};
enum { A, B, C, D, E, F, G, H, I, J, K, COUNT };

struct circle {
    struct arena *arena;
    struct evaluation *evaluation;
    struct peers *peers;
};

/* All those in TEACHERS, ended by COUNT, are at 4 in the aspect. */
static struct circle circle_of(const size_t *teachers)
{
    struct circle circle = {.arena = arena_create()};
    struct instrument *spbe = make_spbe_2020(circle.arena);
    circle.evaluation = make_evaluation(spbe, rows, COUNT, circle.arena);
    for (; *teachers != COUNT; teachers++)
        set_aspect(circle.evaluation, *teachers, 4);
    circle.peers = peers_prepare(standings_of(circle.evaluation, circle.arena), circle.arena);
    return circle;
}

static void nearest_of_the_same_kind_come_first(void **state)
{
    struct circle circle = circle_of((size_t[]){B, C, D, E, F, G, H, COUNT});
    size_t found[PEERS_MOST];
    (void)state;
    assert_true(peers_needed(circle.peers, A, ASPECT));
    assert_int_equal(peers_find(circle.peers, A, ASPECT, found), 3);
    assert_int_equal(found[0], B); /* own group and region */
    assert_int_equal(found[1], D); /* own group, in turn */
    assert_int_equal(found[2], C);
    arena_destroy(circle.arena);
}

static void others_fill_up(void **state)
{
    struct circle circle = circle_of((size_t[]){E, F, G, H, COUNT});
    size_t found[PEERS_MOST];
    (void)state;
    assert_int_equal(peers_find(circle.peers, A, ASPECT, found), 2);
    assert_int_equal(found[0], E); /* own region */
    assert_int_equal(found[1], F); /* another regional government, and no ministry */
    arena_destroy(circle.arena);
}

static void units_learn_from_units(void **state)
{
    struct circle circle = circle_of((size_t[]){A, G, H, J, COUNT});
    size_t found[PEERS_MOST];
    (void)state;
    assert_int_equal(peers_find(circle.peers, I, ASPECT, found), 2);
    assert_int_equal(found[0], H); /* the same parent */
    assert_int_equal(found[1], J);
    assert_int_equal(peers_in_parent(circle.peers, E, ASPECT, found), 1);
    assert_int_equal(found[0], H);
    assert_int_equal(peers_in_parent(circle.peers, F, ASPECT, found), 0); /* nobody asks */
    arena_destroy(circle.arena);
}

static void a_region_knows_its_best(void **state)
{
    struct circle circle = circle_of((size_t[]){B, E, COUNT});
    size_t found[PEERS_MOST];
    (void)state;
    set_aspect(circle.evaluation, E, 5);
    circle.peers = peers_prepare(standings_of(circle.evaluation, circle.arena), circle.arena);
    assert_int_equal(peers_in_region(circle.peers, 0, ASPECT, found), 2);
    assert_int_equal(found[0], E); /* 5 before 4 */
    assert_int_equal(found[1], B);
    assert_int_equal(peers_in_region(circle.peers, 1, ASPECT, found), 0);
    arena_destroy(circle.arena);
}

/* Kab. B is at 3 but for the aspect; a weak aspect is below the target and not above
 * the index. */
static void what_is_weak(void **state)
{
    struct circle circle = circle_of((size_t[]){A, COUNT});
    (void)state;
    set_aspect(circle.evaluation, B, 2);
    circle.evaluation->institutions[C].levels[0] = 1;
    circle.peers = peers_prepare(standings_of(circle.evaluation, circle.arena), circle.arena);
    assert_true(peers_needed(circle.peers, B, ASPECT));
    assert_false(peers_needed(circle.peers, B, 0)); /* the target is reached */
    assert_false(peers_needed(circle.peers, A, ASPECT));
    assert_true(peers_needed(circle.peers, C, 0));
    assert_false(peers_needed(circle.peers, C, 1)); /* 2.00 is above the index of 1.99 */
    assert_false(peers_needed(circle.peers, K, 0)); /* not assessed */
    arena_destroy(circle.arena);
}

static struct evaluation *crowd(struct arena *arena, uint32_t *random)
{
    static const size_t groups[] = {KABUPATEN, KABUPATEN, KOTA, PROVINSI, KEMENTERIAN, LPNK};
    struct institution_row *many = ARENA_ARRAY(arena, MANY, struct institution_row);
    for (size_t i = 0; i < MANY; i++) {
        *random = *random * 1664525 + 1013904223;
        size_t group = groups[(*random >> 8) % G_N_ELEMENTS(groups)];
        many[i] = (struct institution_row){
            .code = arena_printf(arena, "%03zu", i),
            .name = arena_printf(arena, "Instansi %u", *random >> 20),
            .group = group,
            .region = group == KEMENTERIAN || group == LPNK ? NONE : (*random >> 16) % 2,
            .level = (int32_t)(1 + (*random >> 12) % 4),
        };
    }
    struct evaluation *made = make_evaluation(make_spbe_2020(arena), many, MANY, arena);
    for (size_t i = 0; i < MANY; i++) {
        *random = *random * 1664525 + 1013904223;
        set_aspect(made, i, (*random >> 9) % 5 ? 2 : 4);
    }
    return made;
}

static bool same_seat(const struct evaluation *evaluation, size_t a, size_t b)
{
    const struct group *groups = evaluation->instrument->groups;
    return groups[evaluation->institutions[a].group].seat ==
           groups[evaluation->institutions[b].group].seat;
}

/* Nobody is sent to by all: in each circle (group and region, group, region, seat) so often
 * at most; nobody learns from another seat, from himself, or from one twice. */
static void nobody_is_named_too_often(void **state)
{
    uint32_t random = 59;
    size_t seekers = 0;
    (void)state;
    for (int round = 0; round < 20; round++) {
        struct arena *arena = arena_create();
        struct evaluation *evaluation = crowd(arena, &random);
        const struct peers *peers = peers_prepare(standings_of(evaluation, arena), arena);
        size_t named[MANY] = {0};
        for (size_t i = 0; i < MANY; i++) {
            size_t found[PEERS_MOST];
            if (!peers_needed(peers, i, ASPECT))
                continue;
            const size_t count = peers_find(peers, i, ASPECT, found);
            for (size_t k = 0; k < count; k++) {
                named[found[k]]++;
                assert_true(found[k] != i && same_seat(evaluation, i, found[k]));
                assert_true(k == 0 || found[k] != found[k - 1]);
            }
            seekers++;
        }
        for (size_t i = 0; i < MANY; i++)
            assert_true(named[i] <= 4 * 36); /* thirty in each circle, and a little by chance */
        arena_destroy(arena);
    }
    assert_true(seekers > 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nearest_of_the_same_kind_come_first),
        cmocka_unit_test(others_fill_up),
        cmocka_unit_test(units_learn_from_units),
        cmocka_unit_test(a_region_knows_its_best),
        cmocka_unit_test(what_is_weak),
        cmocka_unit_test(nobody_is_named_too_often),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
