#include "rapor/base/arena.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bool is_zero(const unsigned char *bytes, size_t count)
{
    size_t zeros = 0;
    while (zeros < count && bytes[zeros] == 0)
        zeros++;
    return zeros == count;
}

/* Memory that was used before comes back from the allocator as it was left. */
static void dirty_the_heap(void)
{
    struct arena *arena = arena_create();
    for (size_t size = 1; size < 40000; size = size * 3 / 2 + 1)
        memset(arena_alloc(arena, size, 1), 0xff, size);
    arena_destroy(arena);
}

static void pieces_are_zeroed_and_aligned_whatever_stands_before(void **state)
{
    (void)state;
    dirty_the_heap();
    struct arena *arena = arena_create();
    for (size_t size = 0; size < 5000; size += 7) {
        unsigned char *piece = arena_alloc(arena, size, 1);
        assert_int_equal((uintptr_t)piece % alignof(max_align_t), 0);
        assert_true(is_zero(piece, size));
        memset(piece, 0xff, size);
        arena_strndup(arena, "letters", size % 8);
    }
    arena_destroy(arena);
}

static void texts_stay_as_they_were_written(void **state)
{
    enum { COUNT = 3000 };
    const char *texts[COUNT];
    (void)state;
    dirty_the_heap();
    struct arena *arena = arena_create();
    for (size_t i = 0; i < COUNT; i++) {
        texts[i] = i % 2 ? arena_printf(arena, "%0*zu", (int)(i % 200), i)
                         : arena_strndup(arena, "0123456789", i % 11);
        memset(arena_alloc(arena, i % 50, 1), 0xff, i % 50);
    }
    for (size_t i = 0; i < COUNT; i++) {
        const char *again = i % 2 ? arena_printf(arena, "%0*zu", (int)(i % 200), i)
                                  : arena_strndup(arena, "0123456789", i % 11);
        assert_string_equal(texts[i], again);
    }
    arena_destroy(arena);
}

static void what_grows_keeps_what_it_held(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    size_t *numbers = NULL, room = 0;
    for (size_t i = 0; i < 10000; i++) {
        numbers = arena_grow(arena, numbers, i, &room, sizeof *numbers);
        numbers[i] = i;
    }
    assert_true(room >= 10000);
    for (size_t i = 0; i < 10000; i++)
        assert_int_equal(numbers[i], i);
    arena_destroy(arena);
    arena_destroy(NULL);
}

/* What has a chunk of its own grows where it is, whatever came since; one thing as well. */
static void large_things_grow_one_by_one(void **state)
{
    (void)state;
    struct thing {
        size_t number;
        unsigned char rest[70000];
    } *things = NULL;
    struct arena *arena = arena_create();
    const struct arena_mark mark = arena_mark(arena);
    const size_t held = arena_held(arena);
    size_t room = 0;
    for (size_t i = 0; i < 20; i++) {
        things = arena_grow(arena, things, i, &room, sizeof *things);
        assert_true(room > i);
        assert_true(is_zero(things[room - 1].rest, sizeof things->rest));
        const char *between = arena_strdup(arena, "between");
        memset(&things[i], 0xff, sizeof *things);
        things[i].number = i;
        assert_string_equal(between, "between");
    }
    for (size_t i = 0; i < 20; i++)
        assert_int_equal(things[i].number, i);
    assert_true(arena_held(arena) >= held + 20 * sizeof *things);
    arena_rewind(arena, mark);
    assert_int_equal(arena_held(arena), held);
    arena_destroy(arena);
}

/* What stood before stays; what comes after is zeroed, also where the chunk was written. */
static void what_came_since_a_mark_can_be_taken_back(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    const char *before = arena_strdup(arena, "before");
    const struct arena_mark mark = arena_mark(arena);
    for (size_t size = 0; size < 200000; size = size * 2 + 1) {
        memset(arena_alloc(arena, size, 1), 0xff, size);
        arena_strdup(arena, "lost");
        arena_rewind(arena, mark);
        unsigned char *piece = arena_alloc(arena, size, 1);
        assert_true(is_zero(piece, size));
        assert_string_equal(before, "before");
    }
    arena_destroy(arena);
}

static void what_is_held_is_known(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    const struct arena_mark mark = arena_mark(arena);
    const size_t held = arena_held(arena), large = 300000;
    arena_alloc(arena, large, 1);
    assert_true(arena_held(arena) >= held + large);
    arena_rewind(arena, mark);
    assert_int_equal(arena_held(arena), held);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_and_aligned_whatever_stands_before),
        cmocka_unit_test(texts_stay_as_they_were_written),
        cmocka_unit_test(what_grows_keeps_what_it_held),
        cmocka_unit_test(large_things_grow_one_by_one),
        cmocka_unit_test(what_came_since_a_mark_can_be_taken_back),
        cmocka_unit_test(what_is_held_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
