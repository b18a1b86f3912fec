/* Readers and damaged files: a few of those that make fuzz tries for minutes.  The same ones each
 * time; FUZZ_RUNS tries more of them. */
#include "../fuzz/readers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define RUNS    40  /* of each reader */
#define LONGEST 300 /* seconds of one reader */

static const char *const tokens[] = {
    "<",  ">", "&",  "\"",  "'",     "/>",   "{",          "}", "0",  "-1", "()",   "[[",  ";",
    "\n", "=", "<!", "]]>", "&#x0;", "1e99", "9999999999", "/", "..", "@",  "\xc3", "<a>", " "};

static void damage(GByteArray *bytes, GRand *chance)
{
    const guint size = bytes->len;
    const guint at = size ? (guint)g_rand_int_range(chance, 0, (gint32)size) : 0;
    const guint few = (guint)g_rand_int_range(chance, 1, 64), span = MIN(size - at, few);
    const char *token = tokens[g_rand_int_range(chance, 0, G_N_ELEMENTS(tokens))];
    const guint length = (guint)strlen(token);
    switch (g_rand_int_range(chance, 0, 5)) {
    case 0:
        if (size)
            bytes->data[at] ^= (guint8)(1 << g_rand_int_range(chance, 0, 8));
        break;
    case 1:
        if (size)
            g_byte_array_remove_range(bytes, at, span);
        break;
    case 2:
        g_byte_array_set_size(bytes, size + span);
        memmove(bytes->data + at + span, bytes->data + at, size - at);
        break;
    case 3:
        g_byte_array_set_size(bytes, size + length);
        memmove(bytes->data + at + length, bytes->data + at, size - at);
        memcpy(bytes->data + at, token, length);
        break;
    case 4:
        if (g_rand_int_range(chance, 0, 8) == 0)
            g_byte_array_set_size(bytes, at);
        break;
    }
}

static void try_seed(const struct fuzz_reader *reader, const char *seed, GRand *chance, int runs)
{
    g_autofree char *text = NULL;
    gsize size;
    assert_true(g_file_get_contents(seed, &text, &size, NULL));
    for (int run = 0; run < runs; run++) {
        g_autoptr(GByteArray) bytes = g_byte_array_new();
        g_byte_array_append(bytes, (const guint8 *)text, (guint)size);
        for (int i = g_rand_int_range(chance, 0, 8); i > 0; i--)
            damage(bytes, chance);
        reader->read(bytes->data, bytes->len);
    }
}

static void test_reader(void **state)
{
    const struct fuzz_reader *reader = *state;
    const char *more = g_getenv("FUZZ_RUNS");
    GRand *chance = g_rand_new_with_seed(17);
    const int runs = more ? atoi(more) : RUNS;
    if (!more)
        alarm(LONGEST);
    for (const char *const *seed = reader->seeds; *seed; seed++)
        try_seed(reader, *seed, chance, runs);
    alarm(0);
    g_rand_free(chance);
}

int main(void)
{
    struct CMUnitTest tests[32] = {0};
    size_t count = 0;
    for (const struct fuzz_reader *reader = fuzz_readers; reader->name; reader++)
        tests[count++] = (struct CMUnitTest){reader->name, test_reader, NULL, NULL, (void *)reader};
    return _cmocka_run_group_tests("readers", tests, count, NULL, NULL);
}
