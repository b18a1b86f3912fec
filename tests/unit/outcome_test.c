/* What was made is compared with what was planned. */
#include "../../src/jobs/outcome.h"

#include "rapor/base/failure.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static struct entry entries[] = {{.name = "a/surat.pdf"},
                                 {.name = "pers/kartu.svg", .beside = true},
                                 {.name = "pers/kartu.png", .beside = true, .alone = true}};
static struct archive archive = {.path = "nasional", .entries = entries, .count = 3};
static const struct plan plan = {.archives = &archive, .count = 1};

/* What the workers would have told of; and the folder with the three files. */
static struct record told[] = {
    {.file = "nasional.zip", .entry = "a/surat.pdf", .size = 9, .digest = DIGEST},
    {.file = "nasional.zip", .entry = "pers/kartu.svg", .size = 5, .digest = DIGEST},
    {.file = "nasional.zip", .size = 7, .digest = DIGEST},
    {.file = "pers/kartu.svg", .size = 5, .digest = DIGEST},
    {.file = "pers/kartu.png", .size = 3, .digest = DIGEST},
};

static char *make_folder(void)
{
    char *folder = g_dir_make_tmp("rapor-XXXXXX", NULL);
    g_autofree char *zip = g_build_filename(folder, "nasional.zip", NULL);
    g_autofree char *beside = g_build_filename(folder, "pers", NULL);
    g_autofree char *card = g_build_filename(beside, "kartu.svg", NULL);
    g_autofree char *picture = g_build_filename(beside, "kartu.png", NULL);
    assert_true(g_file_set_contents(zip, "archive", 7, NULL));
    assert_int_equal(g_mkdir(beside, 0777), 0);
    assert_true(g_file_set_contents(card, "<svg>", 5, NULL));
    assert_true(g_file_set_contents(picture, "PNG", 3, NULL));
    return folder;
}

static void remove_folder(const char *folder)
{
    static const char *const names[] = {"nasional.zip", "pers/kartu.svg", "pers/kartu.png", "pers",
                                        ""};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);
        g_remove(path);
    }
}

/* Checks all but the record LEFT_OUT; MESSAGE: what is said, or NULL where nothing is. */
static void judge(const char *folder, size_t left_out, const char *message)
{
    const struct build build = {.loose = false};
    g_autoptr(GPtrArray) records = g_ptr_array_new();
    g_autoptr(GPtrArray) failed = g_ptr_array_new();
    g_autoptr(GError) error = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        if (i != left_out)
            g_ptr_array_add(records, &told[i]);
    const struct build_run run = {
        .plan = &plan, .build = &build, .folder = folder, .records = records, .failed = failed};
    assert_int_equal(outcome_check(&run, &error), message == NULL);
    if (message)
        assert_string_equal(error->message, message);
}

static void all_that_was_planned(void **state)
{
    (void)state;
    g_autofree char *folder = make_folder();
    judge(folder, SIZE_MAX, NULL);
    judge(folder, 0, "nasional.zip: a/surat.pdf: was planned, but not made");
    judge(folder, 2, "nasional.zip: was planned, but not made");
    judge(folder, 3, "pers/kartu.svg: was planned, but not made");
    judge(folder, 4, "pers/kartu.png: was planned, but not made");
    told[1].digest = "";
    judge(folder, SIZE_MAX, "nasional.zip: pers/kartu.svg: was planned, but not made");
    told[1].digest = DIGEST;
    remove_folder(folder);
}

static void all_that_was_made(void **state)
{
    (void)state;
    g_autofree char *folder = make_folder();
    g_autofree char *zip = g_build_filename(folder, "nasional.zip", NULL);
    assert_true(g_file_set_contents(zip, "arch", 4, NULL));
    judge(folder, SIZE_MAX, "nasional.zip: is not as it was written");
    g_remove(zip);
    judge(folder, SIZE_MAX,
          "nasional.zip: was made, and cannot be found: No such file or directory");
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_that_was_planned),
        cmocka_unit_test(all_that_was_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
