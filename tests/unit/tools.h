/* tools.h - other programs, child processes and folders for the tests. */
#ifndef TEST_TOOLS_H
#define TEST_TOOLS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <glib.h>
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs a shell command made from FORMAT; it must succeed.  Returns what it
 * prints, to be freed. */
static inline char *ask(const char *format, ...) __attribute__((format(printf, 1, 2)));
static inline char *ask(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *command = g_strdup_vprintf(format, args);
    va_end(args);
    const char *arguments[] = {"/bin/sh", "-c", command, NULL};
    char *answer = NULL;
    int status = -1;
    assert_true(g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer,
                             NULL, &status, NULL));
    if (status != 0)
        print_error("%s: %s\n", command, answer);
    assert_int_equal(status, 0);
    return answer;
}

static inline void assert_contains(const char *text, const char *words)
{
    if (!strstr(text, words))
        print_error("\"%s\"\ndoes not say: %s\n", text, words);
    assert_non_null(strstr(text, words));
}

static inline void assert_contents(const char *folder, const char *name, const char *expected)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_string_equal(text, expected);
}

/* A locale with a decimal comma is made for the test: a machine may have none. */
static inline void use_comma(void)
{
    g_autofree char *folder = g_dir_make_tmp("rapor-locale-XXXXXX", NULL);
    g_free(ask("localedef -c -i id_ID -f UTF-8 %s/id_ID.UTF-8", folder));
    g_setenv("LOCPATH", folder, TRUE);
    assert_non_null(setlocale(LC_ALL, "id_ID.UTF-8"));
    g_free(ask("rm -r %s", folder));
    g_autofree char *number = g_strdup_printf("%.1f", 0.5);
    assert_string_equal(number, "0,5");
}

/* Runs WORK in a child and returns what waitpid says of its end. */
static inline int in_child(int (*work)(const char *path), const char *path)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(work(path));
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

/* From now on, files cannot grow beyond LIMIT: a disk that is full. */
static inline void fill_disk(rlim_t limit)
{
    const struct rlimit size = {limit, limit};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &size);
}

/* From now on, permissions count, for root too. */
static inline void be_nobody(void)
{
    if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0)
        _exit(99);
}

#endif
