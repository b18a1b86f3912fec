#include "rapor/base/sandbox.h"

#include "sandbox_filter.h"

#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Version 1 forbids to link and rename from one folder into another, whatever is allowed. */
#define VERSION_LEAST 2

/* Younger than the headers of Debian 12; with the version that brought them. */
#define FS_TRUNCATE  (1ULL << 14) /* 3 */
#define NET_TCP      3ULL         /* 4: to bind and to connect */
#define FS_IOCTL_DEV (1ULL << 15) /* 5 */
#define SCOPE_ALL    3ULL         /* 6: abstract sockets of others, signals to them */

#define FS_OLD  ((1ULL << 13) - 1) /* all of version 1 */
#define FS_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define FS_WRITE                                                                                   \
    (LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |                               \
     LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |  \
     LANDLOCK_ACCESS_FS_REFER | FS_TRUNCATE)
/* What a file can have, where that is no folder. */
#define FS_OF_FILE                                                                                 \
    (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |   \
     FS_TRUNCATE | FS_IOCTL_DEV)

/* struct landlock_ruleset_attr of version 6; older kernels take it while the rest is 0. */
struct rules {
    uint64_t files, network, scope;
};

/* Sanitizers and coverage trace, fork and write on their own. */
#ifdef RAPOR_INSTRUMENTED
#define INSTRUMENTED true
#else
#define INSTRUMENTED false
#endif

#define GRACE 60 /* seconds between the signal that tells of the limit and the one that kills */

/* Where it is entered; narrowing needs it.  Or what is to be entered then. */
static bool inside, waits;
static struct sandbox waiting;

int sandbox_landlock(void)
{
    const long version =
        syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return version < VERSION_LEAST ? 0 : (int)version;
}

const char *sandbox_missing(void)
{
    const bool files = sandbox_landlock() > 0, calls = filter_can();
    if (INSTRUMENTED)
        return N_("the program was built to be examined");
    if (!files && !calls)
        return N_("no Landlock of version 2, no filter of system calls");
    if (!files)
        return N_("no Landlock of version 2");
    return calls ? NULL : N_("no filter of system calls");
}

static uint64_t known(uint64_t rights, int version)
{
    rights &= version < 3 ? ~FS_TRUNCATE : ~0ULL;
    return rights & (version < 5 ? ~FS_IOCTL_DEV : ~0ULL);
}

/* Returns 0, or an errno. */
static int add_rule(int rules, int file, uint64_t rights)
{
    struct stat about;
    if (fstat(file, &about) != 0)
        return errno;
    const struct landlock_path_beneath_attr beneath = {
        .allowed_access = S_ISDIR(about.st_mode) ? rights : rights & FS_OF_FILE,
        .parent_fd = file,
    };
    if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0)
        return 0;
    /* Pipes and the like are in no folder, and stay open to whoever holds them. */
    return errno == EBADFD ? 0 : errno;
}

static bool allow(int rules, const char *path, uint64_t rights, GError **error)
{
    g_autoptr(GError) cause = NULL;
    const int file = open(path, O_PATH | O_CLOEXEC);
    const int number = file < 0 ? errno : add_rule(rules, file, rights);
    if (file >= 0)
        close(file);
    if (number == 0 || disk_fail(&cause, number, path, FAILURE_INPUT) || !disk_broke_off(cause))
        return true;
    g_propagate_error(error, g_steal_pointer(&cause));
    return false;
}

static bool allow_all(int rules, const char *const *paths, uint64_t rights, GError **error)
{
    for (size_t i = 0; paths && paths[i]; i++)
        if (!allow(rules, paths[i], rights, error))
            return false;
    return true;
}

static int create_rules(const struct rules *rules)
{
    return (int)syscall(SYS_landlock_create_ruleset, rules, sizeof *rules, 0);
}

static bool restrict_self(int rules)
{
    const bool done = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return done;
}

static bool enter_files(const struct sandbox *sandbox, GError **error)
{
    const int version = sandbox_landlock();
    const struct rules all = {
        .files = known(FS_OLD | LANDLOCK_ACCESS_FS_REFER | FS_TRUNCATE | FS_IOCTL_DEV, version),
        .network = version < 4 ? 0 : NET_TCP,
        .scope = version < 6 ? 0 : SCOPE_ALL,
    };
    const int rules = version == 0 ? -1 : create_rules(&all);
    if (rules < 0)
        return false;
    const bool all_allowed =
        allow_all(rules, sandbox->read, FS_READ, error) &&
        allow_all(rules, sandbox->write, known(FS_READ | FS_WRITE, version), error);
    return restrict_self(rules) && all_allowed;
}

/* A limit that is lower already stays. */
static void limit(__rlimit_resource_t what, uint64_t most, uint64_t at_last)
{
    struct rlimit now;
    if (getrlimit(what, &now) != 0)
        return;
    now.rlim_cur = MIN(now.rlim_cur, most);
    now.rlim_max = MIN(now.rlim_max, at_last);
    (void)setrlimit(what, &now);
}

static void limit_all(const struct sandbox *sandbox)
{
    limit(RLIMIT_CORE, 0, 0);
    if (sandbox->memory > 0)
        limit(RLIMIT_DATA, sandbox->memory, sandbox->memory);
    if (sandbox->seconds > 0)
        limit(RLIMIT_CPU, sandbox->seconds, sandbox->seconds + GRACE);
}

/* False also, without ERROR, where it is not whole. */
static bool enter(const struct sandbox *sandbox, GError **error)
{
    limit_all(sandbox);
    inside = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    const bool files = inside && enter_files(sandbox, error);
    return inside && filter_can() && filter_enter() && files;
}

/* The paths are copied, for as long as the process lives. */
static bool keep(const struct sandbox *sandbox)
{
    waiting = *sandbox;
    waiting.read = (const char *const *)g_strdupv((char **)sandbox->read);
    waiting.write = (const char *const *)g_strdupv((char **)sandbox->write);
    return waits = true;
}

bool sandbox_enter(const struct sandbox *sandbox, bool strict, GError **error)
{
    const char *missing = sandbox_missing();
    const bool may = !INSTRUMENTED && !(strict && missing);
    g_autoptr(GError) cause = NULL;
    const bool whole = may && (sandbox->workers ? keep(sandbox) : enter(sandbox, &cause));
    if (cause) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return false;
    }
    if (whole || !strict)
        return true;
    return fail(error, FAILURE_UNAVAILABLE, "--strict-sandbox: %s\nhint: %s",
                missing ? _(missing) : _("the kernel refused the sandbox"),
                _("\"rapor doctor\" says what there is"));
}

bool sandbox_narrow(const char *const *write, GError **error)
{
    g_autoptr(GError) cause = NULL;
    if (waits)
        (void)enter(&waiting, &cause);
    const int version = inside && !cause ? sandbox_landlock() : 0;
    const struct rules writing = {.files = known(FS_WRITE, version)};
    const int rules = version == 0 ? -1 : create_rules(&writing);
    if (rules >= 0) {
        (void)allow_all(rules, write, known(FS_WRITE, version), &cause);
        (void)restrict_self(rules);
    }
    if (inside && filter_can())
        (void)filter_alone();
    if (!cause)
        return true;
    g_propagate_error(error, g_steal_pointer(&cause));
    return false;
}
