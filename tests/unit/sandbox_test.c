/* What a process can still do in the sandbox; on a kernel without a part, that part is told
 * of and not tried. */
#include "rapor/base/failure.h"
#include "rapor/base/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* in/letter, out/ and outside/: what is named, and what is not. */
struct room {
    char *folder, *in, *out, *outside;
};

static void make_room(struct room *room)
{
    room->folder = g_dir_make_tmp("rapor-XXXXXX", NULL);
    assert_non_null(room->folder);
    room->in = g_build_filename(room->folder, "in", NULL);
    room->out = g_build_filename(room->folder, "out", NULL);
    room->outside = g_build_filename(room->folder, "outside", NULL);
    assert_int_equal(g_mkdir_with_parents(room->out, 0700), 0);
    assert_true(g_file_set_contents(room->in, "in", -1, NULL));
    assert_true(g_file_set_contents(room->outside, "outside", -1, NULL));
}

static void clear_room(struct room *room)
{
    g_autofree char *made = g_build_filename(room->out, "made", NULL);
    (void)unlink(made);
    (void)unlink(room->in);
    (void)unlink(room->outside);
    (void)rmdir(room->out);
    assert_int_equal(rmdir(room->folder), 0);
    g_free(room->folder);
    g_free(room->in);
    g_free(room->out);
    g_free(room->outside);
}

/* Returns 0, or the number of the error. */
static int opened(const char *path, int how)
{
    const int file = open(path, how | O_CLOEXEC, 0600);
    const int cause = errno;
    if (file < 0)
        return cause;
    close(file);
    return 0;
}

static int opened_in(const char *folder, const char *name, int how)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    return opened(path, how);
}

static int sockets(int family)
{
    const int file = socket(family, SOCK_STREAM, 0);
    return file < 0 ? errno : (close(file), 0);
}

static int forked(void)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    return child < 0 ? errno : (waitpid(child, NULL, 0), 0);
}

static int shell(void)
{
    execl("/bin/sh", "sh", "-c", "exit 0", (char *)NULL);
    return errno;
}

static int traced(void)
{
    return ptrace(PTRACE_SEIZE, getppid(), NULL, NULL) != 0 ? errno : 0;
}

#define EXPECT(number, what)                                                                       \
    do {                                                                                           \
        if (!(what))                                                                               \
            return (number);                                                                       \
    } while (0)

static bool refused(int cause)
{
    return cause == EACCES || cause == EPERM;
}

/* Returns 0, or which expectation failed. */
static int files_are_shut(const struct room *room)
{
    EXPECT(1, opened(room->in, O_RDONLY) == 0);
    EXPECT(2, refused(opened(room->in, O_WRONLY)));
    EXPECT(3, opened_in(room->out, "made", O_WRONLY | O_CREAT | O_TRUNC) == 0);
    EXPECT(4, refused(opened(room->outside, O_RDONLY)));
    EXPECT(5, refused(opened(room->outside, O_WRONLY)));
    EXPECT(6, refused(opened_in(room->folder, "made", O_WRONLY | O_CREAT)));
    EXPECT(7, refused(opened("/etc/passwd", O_RDONLY)));
    EXPECT(8, refused(rename(room->outside, room->in) ? errno : 0));
    EXPECT(9, refused(unlink(room->outside) ? errno : 0));
    return 0;
}

static int calls_are_shut(void)
{
    EXPECT(11, sockets(AF_INET) == EPERM);
    EXPECT(12, sockets(AF_UNIX) == EPERM);
    EXPECT(13, traced() == EPERM);
    EXPECT(14, refused(shell()));
    EXPECT(15, forked() == 0);
    return 0;
}

static int a_worker_is_shut(const struct room *room)
{
    const char *const nowhere[] = {NULL};
    EXPECT(20, sandbox_narrow(nowhere, NULL));
    EXPECT(21, forked() == EPERM);
    EXPECT(22, sandbox_landlock() == 0 || opened(room->in, O_RDONLY) == 0);
    EXPECT(23, sandbox_landlock() == 0 ||
                   refused(opened_in(room->out, "made", O_WRONLY | O_CREAT | O_TRUNC)));
    return 0;
}

static int try_all(const struct room *room)
{
    const char *const read[] = {room->in, "/no-such-file", NULL};
    const char *const write[] = {room->out, NULL};
    const struct sandbox sandbox = {read, write, 1ULL << 30, 60, false};
    const char *missing = sandbox_missing();
    struct rlimit limit;
    GError *error = NULL;
    if (missing) {
        EXPECT(31, !sandbox_enter(&sandbox, true, &error) && error->code == FAILURE_UNAVAILABLE);
        EXPECT(32, opened(room->outside, O_RDONLY) == 0);
        return sandbox_enter(&sandbox, false, NULL) ? 0 : 33;
    }
    EXPECT(34, sandbox_enter(&sandbox, true, NULL));
    EXPECT(35, getrlimit(RLIMIT_DATA, &limit) == 0 && limit.rlim_cur <= 1U << 30);
    EXPECT(36, getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0);
    const int files = files_are_shut(room), calls = files ? 0 : calls_are_shut();
    return files ? files : calls ? calls : a_worker_is_shut(room);
}

/* Nobody gets out again, so a child is shut in. */
static int in_a_child(int (*work)(const struct room *room), const struct room *room)
{
    int status = 0;
    const pid_t child = fork();
    if (child == 0)
        _exit(work(room));
    assert_true(child > 0 && waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void nothing_but_what_was_named_stays_open(void **state)
{
    (void)state;
    struct room room;
    make_room(&room);
    assert_int_equal(in_a_child(try_all, &room), 0);
    clear_room(&room);
}

static int narrow_outside(const struct room *room)
{
    const char *const nowhere[] = {NULL};
    EXPECT(2, sandbox_narrow(nowhere, NULL));
    EXPECT(1, forked() == 0);
    return opened(room->outside, O_WRONLY);
}

static void a_worker_outside_is_not_narrowed(void **state)
{
    (void)state;
    struct room room;
    make_room(&room);
    assert_int_equal(in_a_child(narrow_outside, &room), 0);
    clear_room(&room);
}

/* The parent stays as it is; what narrows is in it. */
static int workers_alone(const struct room *room)
{
    const char *const read[] = {room->in, NULL}, *const none[] = {NULL};
    const struct sandbox sandbox = {read, none, 0, 0, true};
    EXPECT(1, sandbox_enter(&sandbox, true, NULL));
    EXPECT(2, sockets(AF_INET) != EPERM && opened(room->outside, O_RDONLY) == 0);
    EXPECT(4, sandbox_narrow(none, NULL));
    EXPECT(3, sockets(AF_INET) == EPERM && refused(opened(room->outside, O_RDONLY)));
    return opened(room->in, O_RDONLY);
}

static void a_parent_that_signs_stays_outside(void **state)
{
    (void)state;
    struct room room;
    make_room(&room);
    if (!sandbox_missing())
        assert_int_equal(in_a_child(workers_alone, &room), 0);
    clear_room(&room);
}

static int hold_much(const struct room *room)
{
    const char *const none[] = {NULL};
    const struct sandbox sandbox = {none, none, 256ULL << 20, 0, false};
    (void)room;
    EXPECT(1, sandbox_enter(&sandbox, false, NULL));
    void *block = malloc(512UL << 20);
    const bool held = block != NULL;
    free(block);
    return held ? 2 : 0;
}

static void memory_is_bounded(void **state)
{
    (void)state;
    struct room room;
    make_room(&room);
    if (!sandbox_missing())
        assert_int_equal(in_a_child(hold_much, &room), 0);
    clear_room(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_but_what_was_named_stays_open),
        cmocka_unit_test(a_worker_outside_is_not_narrowed),
        cmocka_unit_test(a_parent_that_signs_stays_outside),
        cmocka_unit_test(memory_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
