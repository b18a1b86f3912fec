#include "rapor/assess/plan.h"

#include "rapor/base/arena.h"
#include "spbe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define MOST 5 /* indicators of the small instruments */

static struct grade few_grades[] = {{"A", 350}, {"B", 280}, {"C", 210}, {"D", 150}, {"E", 0}};

/* How far each indicator is raised, and what makes a list better than another. */
struct list {
    int raises[MOST]; /* in whole steps */
    int steps, effort;
    int64_t gain;
};

static int64_t top_of(const struct instrument *instrument, int32_t level, int steps)
{
    int64_t scale = instrument->level_scale;
    return steps == 0 ? level : (level / scale + steps) * scale;
}

static struct list list_of(const struct instrument *instrument, const int32_t *levels,
                           const int *raises)
{
    struct list list = {0};
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        list.raises[i] = raises[i];
        list.steps += raises[i];
        list.gain += instrument->indicators[i].weight *
                     (top_of(instrument, levels[i], raises[i]) - levels[i]);
        for (int s = 1; s <= raises[i]; s++)
            list.effort += (int)(top_of(instrument, levels[i], s) / instrument->level_scale);
    }
    return list;
}

/* The order of rule and of the numbers: which of two indicators comes last. */
static bool comes_after(const struct instrument *instrument, const int32_t *levels, size_t a,
                        size_t b)
{
    const struct indicator *indicators = instrument->indicators;
    bool whole_a = levels[a] % instrument->level_scale == 0;
    bool whole_b = levels[b] % instrument->level_scale == 0;
    if (indicators[a].weight != indicators[b].weight)
        return indicators[a].weight < indicators[b].weight;
    return whole_a == whole_b ? a > b : whole_b;
}

/* True if A leaves alone more than B of what comes last. */
static bool spares_more(const struct instrument *instrument, const int32_t *levels,
                        const struct list *a, const struct list *b)
{
    size_t last = NONE;
    for (size_t i = 0; i < instrument->indicator_count; i++)
        if (a->raises[i] != b->raises[i] &&
            (last == NONE || comes_after(instrument, levels, i, last)))
            last = i;
    return last != NONE && a->raises[last] < b->raises[last];
}

static bool is_better(const struct instrument *instrument, const int32_t *levels,
                      const struct list *a, const struct list *b)
{
    if (a->steps != b->steps)
        return a->steps < b->steps;
    if (a->effort != b->effort)
        return a->effort < b->effort;
    if (a->gain != b->gain)
        return a->gain > b->gain;
    return spares_more(instrument, levels, a, b);
}

static int64_t sum_of(const struct instrument *instrument, const int32_t *levels)
{
    int64_t sum = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++)
        sum += instrument->indicators[i].weight * levels[i];
    return sum;
}

/* The place of the grade that a sum earns, by long division and nothing shared. */
static size_t grade_at(const struct instrument *instrument, int64_t sum)
{
    int64_t whole = instrument->weight_total * instrument->level_scale;
    size_t g = 0;
    for (; g + 1 < instrument->grade_count; g++) {
        int64_t from = instrument->grades[g].from;
        int64_t half = instrument->grade_by_exact ? 0 : whole;
        if (sum * 200 + half >= from * whole * 2)
            break;
    }
    return g;
}

/* Counts RAISES up like a number; false behind the last. */
static bool count_up(const struct instrument *instrument, const int32_t *levels, int *raises)
{
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (top_of(instrument, levels[i], raises[i] + 1) <= instrument->level_max) {
            raises[i]++;
            return true;
        }
        raises[i] = 0;
    }
    return false;
}

/* Tries every list there is. */
static bool brute(const struct instrument *instrument, const int32_t *levels, struct list *best)
{
    int raises[MOST] = {0};
    int64_t sum = sum_of(instrument, levels);
    size_t grade = grade_at(instrument, sum);
    bool found = false;
    while (count_up(instrument, levels, raises)) {
        struct list list = list_of(instrument, levels, raises);
        if (grade_at(instrument, sum + list.gain) >= grade)
            continue;
        if (!found || is_better(instrument, levels, &list, best))
            *best = list;
        found = true;
    }
    return found;
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

static struct instrument random_instrument(uint32_t *random, struct arena *arena)
{
    static const int64_t scales[] = {1, 1, 10, 100}, weights[] = {6, 6, 10, 15, 20};
    struct instrument made = {
        .level_min = 0,
        .level_scale = scales[next_random(random) % 4],
        .grade_by_exact = next_random(random) % 2,
        .grades = few_grades,
        .grade_count = G_N_ELEMENTS(few_grades),
        .indicator_count = 1 + next_random(random) % MOST,
    };
    made.level_max = 4 * made.level_scale;
    made.indicators = ARENA_ARRAY(arena, made.indicator_count, struct indicator);
    for (size_t i = 0; i < made.indicator_count; i++) {
        made.indicators[i].weight = next_random(random) % 3 ? weights[next_random(random) % 5]
                                                            : 1 + next_random(random) % 40;
        made.weight_total += made.indicators[i].weight;
    }
    return made;
}

static void assert_same(const struct instrument *instrument, const int32_t *levels,
                        const struct improvement_plan *plan, const struct list *best)
{
    int raises[MOST] = {0};
    int64_t sum = sum_of(instrument, levels), gain = 0;
    for (size_t s = 0; s < plan->count; s++) {
        const struct plan_step *step = &plan->steps[s];
        size_t i = step->indicator;
        assert_int_equal(step->from, top_of(instrument, levels[i], raises[i]));
        assert_int_equal(step->to, top_of(instrument, levels[i], ++raises[i]));
        gain += step->gain;
    }
    assert_memory_equal(raises, best->raises, sizeof raises);
    assert_int_equal(gain, best->gain);
    assert_int_equal(plan->gain, gain);
    assert_int_equal(plan->index.sum, sum + gain);
    assert_ptr_equal(plan->grade, &instrument->grades[grade_at(instrument, sum + gain)]);
}

static void the_shortest_list_is_that_of_trying_all(void **state)
{
    uint32_t random = 2021;
    size_t found = 0, decimal = 0;
    (void)state;
    for (int round = 0; round < 6000; round++) {
        struct arena *arena = arena_create();
        const struct instrument instrument = random_instrument(&random, arena);
        int32_t levels[MOST];
        for (size_t i = 0; i < instrument.indicator_count; i++)
            levels[i] = (int32_t)(next_random(&random) % (uint32_t)(instrument.level_max + 1));
        struct list best;
        struct improvement_plan *plan = plan_of(&instrument, levels, NULL, arena);
        bool any = brute(&instrument, levels, &best);
        assert_int_equal(plan != NULL, any);
        if (any)
            assert_same(&instrument, levels, plan, &best);
        found += any;
        decimal += any && instrument.level_scale > 1;
        arena_destroy(arena);
    }
    assert_true(found > 3000);
    assert_true(decimal > 1000);
}

/* Weights 4 4 and 10: the heavy one needs a small step first, so whoever always
 * takes the largest step takes three. */
static void the_largest_step_first_would_be_longer(void **state)
{
    static struct indicator indicators[] = {{.weight = 4}, {.weight = 4}, {.weight = 10}};
    static struct grade grades[] = {{"B", 250}, {"C", 0}};
    const struct instrument instrument = {.level_max = 40,
                                          .level_scale = 10,
                                          .weight_total = 18,
                                          .grade_by_exact = true,
                                          .indicators = indicators,
                                          .indicator_count = 3,
                                          .grades = grades,
                                          .grade_count = 2};
    const int32_t levels[] = {20, 20, 19}; /* 350 parts; 450 make 2.50 */
    struct arena *arena = arena_create();
    const struct improvement_plan *plan = plan_of(&instrument, levels, NULL, arena);
    (void)state;
    assert_int_equal(plan->count, 2);
    assert_int_equal(plan->steps[0].indicator, 2);
    assert_int_equal(plan->steps[0].from, 19);
    assert_int_equal(plan->steps[0].to, 20);
    assert_int_equal(plan->steps[0].gain, 10);
    assert_int_equal(plan->steps[1].to, 30);
    assert_int_equal(plan->index.printed, 256);
    assert_string_equal(plan->grade->name, "B");
    arena_destroy(arena);
}

static void who_is_at_the_top_has_no_plan(void **state)
{
    struct arena *arena = arena_create();
    const struct instrument *spbe = make_spbe_2020(arena);
    int32_t levels[47];
    (void)state;
    for (size_t i = 0; i < 47; i++)
        levels[i] = 5;
    assert_null(plan_of(spbe, levels, NULL, arena));
    struct plan_step step = step_from(spbe, 3, 5);
    assert_int_equal(step.from, step.to);
    assert_int_equal(step.gain, 0);
    arena_destroy(arena);
}

/* The printed index decides: 1.795 is 1.80 and earns Cukup. */
static void the_printed_index_is_what_is_to_be_reached(void **state)
{
    struct arena *arena = arena_create();
    struct instrument *spbe = make_spbe_2020(arena);
    int32_t levels[47];
    (void)state;
    memcpy(levels, spbe_tie, sizeof levels);
    levels[10] = 1; /* 1.7700 */
    const struct improvement_plan *printed = plan_of(spbe, levels, NULL, arena);
    assert_int_equal(printed->count, 1);
    assert_int_equal(printed->steps[0].to, 2);
    assert_int_equal(printed->steps[0].indicator, 31); /* of the services, the next weight */
    spbe->grade_by_exact = true;
    const struct improvement_plan *exact = plan_of(spbe, levels, NULL, arena);
    assert_int_equal(exact->count, 2);
    arena_destroy(arena);
}

/* How long a plan takes, over levels of all kinds and over low ones. */
static double microseconds_each(const struct instrument *instrument, uint32_t seed, int rounds)
{
    uint32_t random = seed;
    int32_t levels[47];
    clock_t begin = clock();
    for (int round = 0; round < rounds; round++) {
        struct arena *arena = arena_create();
        for (size_t i = 0; i < instrument->indicator_count; i++)
            levels[i] =
                (int32_t)(instrument->level_min +
                          next_random(&random) % (uint32_t)(round % 2 ? 2 * instrument->level_scale
                                                                      : 1 + instrument->level_max -
                                                                            instrument->level_min));
        plan_of(instrument, levels, NULL, arena);
        arena_destroy(arena);
    }
    return (double)(clock() - begin) * 1e6 / CLOCKS_PER_SEC / rounds;
}

static void it_takes_no_time(void **state)
{
    struct arena *arena = arena_create();
    struct instrument *spbe = make_spbe_2020(arena);
    (void)state;
    double whole = microseconds_each(spbe, 7, 2000);
    spbe->level_scale = 100;
    spbe->level_min = 100;
    spbe->level_max = 500;
    double decimal = microseconds_each(spbe, 7, 500);
    print_message("# %.0f and %.0f microseconds each\n", whole, decimal);
    assert_true(whole < 5000 && decimal < 20000); /* a hundred times as long as it should */
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shortest_list_is_that_of_trying_all),
        cmocka_unit_test(the_largest_step_first_would_be_longer),
        cmocka_unit_test(who_is_at_the_top_has_no_plan),
        cmocka_unit_test(the_printed_index_is_what_is_to_be_reached),
        cmocka_unit_test(it_takes_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
