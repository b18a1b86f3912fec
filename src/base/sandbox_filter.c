/* A list of what is refused, not of what is allowed: what the libraries and the C library of
 * a distribution call changes from one release to the next, and what is left out here cannot
 * open a file, for that is Landlock's. */
#include "sandbox_filter.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#else
#define MACHINE 0
#endif

#define OTHER_NUMBERS 0x40000000U /* x32: the same calls by other numbers */
#define COUNT(array)  (sizeof(array) / sizeof *(array))

static const int refused[] = {
    /* the network, and talking to other programs */
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_accept,
    SYS_accept4,
    SYS_io_uring_setup,
    SYS_io_uring_enter,
    SYS_io_uring_register,
    /* other programs, and looking into them */
    SYS_execve,
    SYS_execveat,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kcmp,
    SYS_pidfd_getfd,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_personality,
    /* files by another way than their path */
    SYS_name_to_handle_at,
    SYS_open_by_handle_at,
    SYS_mknodat,
    SYS_fanotify_init,
    /* mounts and namespaces */
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_unshare,
    SYS_setns,
    SYS_open_tree,
    SYS_move_mount,
    SYS_fsopen,
    SYS_fsconfig,
    SYS_fsmount,
    SYS_fspick,
    SYS_mount_setattr,
    /* keys, and the machine */
    SYS_keyctl,
    SYS_add_key,
    SYS_request_key,
    SYS_bpf,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_kexec_load,
    SYS_reboot,
    SYS_swapon,
    SYS_swapoff,
    SYS_acct,
    SYS_syslog,
    SYS_quotactl,
    SYS_settimeofday,
    SYS_clock_settime,
    SYS_clock_adjtime,
    SYS_adjtimex,
    SYS_sethostname,
    SYS_setdomainname,
    SYS_vhangup,
#ifdef __x86_64__
    SYS_mknod,
    SYS_iopl,
    SYS_ioperm,
    SYS_modify_ldt,
    SYS_kexec_file_load,
#endif
};

/* Requests that put words into a terminal as if they were typed. */
static const uint32_t typing[] = {TIOCSTI, TIOCLINUX};

#define FIELD(name) (uint32_t) offsetof(struct seccomp_data, name)
#define LOAD(at)    ((struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (at)))
#define RETURN(how) ((struct sock_filter)BPF_STMT(BPF_RET | BPF_K, (how)))
#define JUMP(how, value, then, otherwise)                                                          \
    ((struct sock_filter)BPF_JUMP(BPF_JMP | (how) | BPF_K, (value), (then), (otherwise)))
#define REFUSE(reason) RETURN(SECCOMP_RET_ERRNO | (reason))

/* A program that the kernel runs at each call, as it grows. */
struct filter {
    struct sock_filter steps[16 + 2 * COUNT(refused)];
    unsigned short count;
};

static void add(struct filter *filter, struct sock_filter step)
{
    filter->steps[filter->count++] = step;
}

/* Answers REASON to what was loaded last, where it is VALUE. */
static void refuse(struct filter *filter, uint32_t value, uint32_t reason)
{
    add(filter, JUMP(BPF_JEQ, value, 0, 1));
    add(filter, REFUSE(reason));
}

/* What both begin with: calls of another kind of processor are refused whatever they are. */
static void begin(struct filter *filter)
{
    add(filter, LOAD(FIELD(arch)));
    add(filter, JUMP(BPF_JEQ, MACHINE, 1, 0));
    add(filter, REFUSE(EPERM));
    add(filter, LOAD(FIELD(nr)));
    add(filter, JUMP(BPF_JGE, OTHER_NUMBERS, 0, 1));
    add(filter, REFUSE(EPERM));
}

static bool install(struct filter *filter)
{
    add(filter, RETURN(SECCOMP_RET_ALLOW));
    const struct sock_fprog whole = {filter->count, filter->steps};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole, 0, 0) == 0;
}

bool filter_can(void)
{
    const uint32_t action = SECCOMP_RET_ERRNO;
    return MACHINE != 0 && syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

bool filter_enter(void)
{
    struct filter filter = {.count = 0};
    begin(&filter);
    for (size_t i = 0; i < COUNT(refused); i++)
        refuse(&filter, (uint32_t)refused[i], EPERM);
    add(&filter, JUMP(BPF_JEQ, SYS_ioctl, 1, 0));
    add(&filter, RETURN(SECCOMP_RET_ALLOW));
    add(&filter, LOAD(FIELD(args[1])));
    for (size_t i = 0; i < COUNT(typing); i++)
        refuse(&filter, typing[i], EPERM);
    return install(&filter);
}

/* Of clone3() a filter sees nothing: told that there is none, the C library asks clone(). */
bool filter_alone(void)
{
    struct filter filter = {.count = 0};
    begin(&filter);
    refuse(&filter, SYS_clone3, ENOSYS);
#ifdef __x86_64__
    refuse(&filter, SYS_fork, EPERM);
    refuse(&filter, SYS_vfork, EPERM);
#endif
    add(&filter, JUMP(BPF_JEQ, SYS_clone, 1, 0));
    add(&filter, RETURN(SECCOMP_RET_ALLOW));
    add(&filter, LOAD(FIELD(args[0])));
    add(&filter, JUMP(BPF_JSET, CLONE_THREAD, 1, 0));
    add(&filter, REFUSE(EPERM));
    return install(&filter);
}
