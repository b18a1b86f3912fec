/* Dots side by side: never one on another, each as near to the middle as those before it allow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/chart/lanes.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>

#define FEW    400
#define MANY   200000
#define RADIUS 3.0
#define APART  (2.1 * RADIUS)
#define PITCH  (RADIUS / 2)

struct dot {
    double x, shift;
};

static bool is_free(const struct dot *dots, size_t count, double x, double shift)
{
    for (size_t i = 0; i < count; i++)
        if (hypot(x - dots[i].x, shift - dots[i].shift) < APART - 1e-6)
            return false;
    return true;
}

static double nearest(const struct dot *dots, size_t count, double x)
{
    for (size_t away = 0;; away++)
        for (int side = 1; side >= -1; side -= 2)
            if (is_free(dots, count, x, side * PITCH * (double)away))
                return PITCH * (double)away;
}

static void each_dot_is_as_near_as_can_be(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(3);
    for (int turn = 0; turn < 20; turn++) {
        struct dot dots[FEW];
        struct lanes *lanes = lanes_new(FEW, PITCH, APART);
        double x = 0;
        for (size_t i = 0; i < FEW; i++) {
            x += g_rand_boolean(random) ? 0 : g_rand_double_range(random, 0, turn % 5 + 0.1);
            dots[i] = (struct dot){x, lanes_take(lanes, x)};
            assert_true(is_free(dots, i, x, dots[i].shift));
            assert_true(fabs(fabs(dots[i].shift) - nearest(dots, i, x)) < 1e-6);
        }
        lanes_free(lanes);
    }
    g_rand_free(random);
}

/* One after another that would be hours. */
static void many_equal_ones_are_quick(void **state)
{
    (void)state;
    struct lanes *lanes = lanes_new(MANY, PITCH, APART);
    double farthest = 0;
    for (size_t i = 0; i < MANY; i++)
        farthest = fmax(farthest, fabs(lanes_take(lanes, 1)));
    assert_true(farthest >= MANY / 2 * APART && farthest <= MANY / 2 * (APART + PITCH) + PITCH);
    lanes_free(lanes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_dot_is_as_near_as_can_be),
        cmocka_unit_test(many_equal_ones_are_quick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
