/* checks.h - set-up and comparisons that several tests of standings use. */
#ifndef TEST_CHECKS_H
#define TEST_CHECKS_H

#include "rapor/assess/standing.h"
#include "spbe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static inline int make_arena(void **state)
{
    *state = arena_create();
    return 0;
}

static inline int free_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

static inline void assert_printed(const struct exact_value *values, const int64_t *printed,
                                  size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_int_equal(values[i].printed, printed[i]);
}

#endif
