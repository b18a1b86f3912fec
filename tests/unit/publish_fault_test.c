#include "desk.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/fs.h>
#include <linux/seccomp.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

/* From now on, the system call NUMBER, where its argument at INDEX is VALUE,
 * does what ACTION says instead of its work. */
static void forbid(long number, unsigned index, unsigned value, unsigned action)
{
    const unsigned at = (unsigned)offsetof(struct seccomp_data, args) + 8 * index;
    struct sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)number, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, at),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, action),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog filter = {G_N_ELEMENTS(steps), steps};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0)
        _exit(99);
}

static int publish_without_exchange(const char *path)
{
    forbid(SYS_renameat2, 4, RENAME_EXCHANGE, SECCOMP_RET_ERRNO | EINVAL);
    return publish_new(path);
}

static void names_need_no_exchange(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    assert_int_equal(publish_old(desk.out), 0);
    assert_int_equal(in_child(publish_without_exchange, desk.out), 0);
    assert_alone(&desk, "new");
    clear_desk(&desk);
}

static int die_while_writing(const char *path)
{
    struct publication *publication = publication_open(path, NULL);
    fill(publication, "new", NULL);
    kill(getpid(), SIGKILL);
    return 0;
}

static int die_before_exchange(const char *path)
{
    forbid(SYS_renameat2, 4, RENAME_EXCHANGE, SECCOMP_RET_KILL_PROCESS);
    return publish_new(path);
}

static int die_while_removing_the_old(const char *path)
{
    forbid(SYS_unlinkat, 2, 0, SECCOMP_RET_KILL_PROCESS);
    return publish_new(path);
}

static void a_killed_run_leaves_the_old(void **state)
{
    (void)state;
    int (*const deaths[])(const char *path) = {die_while_writing, die_before_exchange};
    for (size_t i = 0; i < G_N_ELEMENTS(deaths); i++) {
        struct desk desk;
        make_desk(&desk);
        assert_int_equal(publish_old(desk.out), 0);
        assert_true(WIFSIGNALED(in_child(deaths[i], desk.out)));
        assert_contents(desk.out, "wilayah/data", "old");
        g_autofree char *left = ask("ls -A %s | wc -l", desk.folder);
        assert_int_equal(atoi(left), 3); /* the old, the unfinished, the lock */

        publication_discard(publication_open(desk.out, NULL));
        assert_alone(&desk, "old");
        clear_desk(&desk);
    }
}

static void a_run_killed_late_leaves_the_new(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    assert_int_equal(publish_old(desk.out), 0);
    assert_true(WIFSIGNALED(in_child(die_while_removing_the_old, desk.out)));
    assert_contents(desk.out, "wilayah/data", "new");
    publication_discard(publication_open(desk.out, NULL));
    assert_alone(&desk, "new");
    clear_desk(&desk);
}

static void between_two_renames_nothing_is_lost(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    assert_int_equal(publish_old(desk.out), 0);
    g_free(ask("mv %s %s/.out.rapor-before && mkdir %s/.out.rapor-aB3xYz", desk.out, desk.folder,
               desk.folder));
    publication_discard(publication_open(desk.out, NULL));
    assert_alone(&desk, "old");
    clear_desk(&desk);
}

static int publish_on_full_disk(const char *path)
{
    fill_disk(100);
    return publish_new(path);
}

static int publish_as_nobody(const char *path)
{
    be_nobody();
    return publish_new(path);
}

static void failures_leave_the_old(void **state)
{
    (void)state;
    struct desk desk;
    make_desk(&desk);
    assert_int_equal(publish_old(desk.out), 0);
    assert_int_equal(WEXITSTATUS(in_child(publish_on_full_disk, desk.out)), FAILURE_IO);
    assert_alone(&desk, "old");
    g_free(ask("chmod 555 %s", desk.folder));
    assert_int_equal(WEXITSTATUS(in_child(publish_as_nobody, desk.out)), FAILURE_PERMISSION);
    g_free(ask("chmod 755 %s", desk.folder));
    assert_alone(&desk, "old");
    g_autofree char *name = g_strnfill(250, 'x');
    g_autofree char *longest = g_build_filename(desk.folder, name, NULL);
    assert_int_equal(publish_new(longest), FAILURE_CREATE);
    clear_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_need_no_exchange),
        cmocka_unit_test(a_killed_run_leaves_the_old),
        cmocka_unit_test(a_run_killed_late_leaves_the_new),
        cmocka_unit_test(between_two_renames_nothing_is_lost),
        cmocka_unit_test(failures_leave_the_old),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
