#include "rapor/base/naming.h"

#include "rapor/base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct named_as calls[] = {
    {"aspek", "komponen"}, {"tingkat kematangan", "nilai"},
    {"tingkat", "taraf"},  {"predikat", "nilai"},
    {"indeks", "nilai"},
};
static const struct namings naming = {calls, sizeof calls / sizeof *calls};

static void words_are_called_as_the_instrument_says(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {"Nilai setiap aspek", "Nilai setiap komponen"},
        {"Aspek dan ASPEK", "Komponen dan KOMPONEN"},
        {"tingkat kematangan", "nilai"}, /* the longer one of two */
        {"tingkat\n      kematangan", "nilai"},
        {"tingkat yang lain", "taraf yang lain"},
        {"indeksnya, aspeknya", "nilainya, komponennya"},
        {"nilai predikat", "nilai"}, /* what has become the same is said once */
        {"Nilai indeks", "Nilai"},
        {"ternilai indeks", "ternilai nilai"},
        {"peningkatan, aspektual, setingkat", "peningkatan, aspektual, setingkat"},
        {"tabel-aspek", "tabel-aspek"}, /* the name of a place */
        {"éaspek", "éaspek"},
        {"", ""},
    };
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(naming_put(&naming, texts[i][0], arena), texts[i][1]);
    arena_destroy(arena);
}

static void nothing_changes_without_calls(void **state)
{
    (void)state;
    const struct namings none = {0};
    const char *text = "Nilai setiap aspek";
    assert_ptr_equal(naming_put(&none, text, NULL), text);
    assert_ptr_equal(naming_put(NULL, text, NULL), text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_called_as_the_instrument_says),
        cmocka_unit_test(nothing_changes_without_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
