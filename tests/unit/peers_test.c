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
    assert_int_equal(found[1], C); /* own group, the nearest index above */
    assert_int_equal(found[2], D);
    arena_destroy(circle.arena);
}

static void others_fill_up(void **state)
{
    struct circle circle = circle_of((size_t[]){E, F, G, H, COUNT});
    size_t found[PEERS_MOST];
    (void)state;
    assert_int_equal(peers_find(circle.peers, A, ASPECT, found), 3);
    assert_int_equal(found[0], E); /* own region */
    assert_int_equal(found[1], F); /* another regional government before a ministry */
    assert_int_equal(found[2], G);
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

/* What the search in sorted lists must agree with: everybody is looked at. */
struct seeker {
    const struct standings *standings;
    size_t *places;
    size_t self;
};

static size_t tier_of(const struct seeker *seeker, size_t number)
{
    const struct institution *self = seeker->standings->all[seeker->self].institution;
    const struct institution *other = seeker->standings->all[number].institution;
    const struct group *groups = seeker->standings->evaluation->instrument->groups;
    bool near = self->region != NONE && self->region == other->region;
    if (self->group == other->group)
        return near ? 0 : 1;
    if (near)
        return 2;
    return groups[self->group].seat == groups[other->group].seat ? 3 : 4;
}

static int compare(const struct seeker *seeker, size_t a, size_t b)
{
    const struct standing *all = seeker->standings->all;
    const struct instrument *instrument = seeker->standings->evaluation->instrument;
    struct exact_value own = value_decisive(instrument, all[seeker->self].index);
    struct exact_value of_a = value_decisive(instrument, all[a].index);
    struct exact_value of_b = value_decisive(instrument, all[b].index);
    bool above_a = value_compare(of_a, own) >= 0, above_b = value_compare(of_b, own) >= 0;
    if (tier_of(seeker, a) != tier_of(seeker, b))
        return tier_of(seeker, a) < tier_of(seeker, b) ? -1 : 1;
    if (above_a != above_b)
        return above_a ? -1 : 1;
    int order = value_compare(of_a, of_b);
    if (order != 0)
        return above_a ? order : -order;
    return seeker->places[a] < seeker->places[b] ? -1 : 1;
}

static size_t look_at_everybody(const struct seeker *seeker, size_t *found)
{
    const struct standings *standings = seeker->standings;
    size_t count = 0;
    for (size_t i = 0; i < standings->evaluation->institution_count; i++) {
        if (value_compare(standings->all[i].aspects[ASPECT], value_of(4, 1)) < 0)
            continue;
        size_t at = count;
        while (at > 0 && compare(seeker, i, found[at - 1]) < 0)
            at--;
        for (size_t k = count; k > at; k--)
            found[k] = found[k - 1];
        found[at] = i;
        count++;
    }
    return MIN(count, PEERS_MOST);
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

static void sorted_lists_find_what_looking_at_all_finds(void **state)
{
    uint32_t random = 59;
    size_t seekers = 0;
    (void)state;
    for (int round = 0; round < 20; round++) {
        struct arena *arena = arena_create();
        const struct standings *standings = standings_of(crowd(arena, &random), arena);
        const struct peers *peers = peers_prepare(standings, arena);
        struct seeker seeker = {standings, ARENA_ARRAY(arena, MANY, size_t), 0};
        for (size_t i = 0; i < MANY; i++)
            seeker.places[standings->order[i]] = i;
        for (; seeker.self < MANY; seeker.self++) {
            size_t found[PEERS_MOST], all[MANY];
            if (!peers_needed(peers, seeker.self, ASPECT))
                continue;
            size_t count = peers_find(peers, seeker.self, ASPECT, found);
            assert_int_equal(count, look_at_everybody(&seeker, all));
            assert_memory_equal(found, all, count * sizeof *found);
            seekers++;
        }
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
        cmocka_unit_test(sorted_lists_find_what_looking_at_all_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
