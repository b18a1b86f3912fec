#include "rapor/base/times.h"

#include "rapor/base/failure.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>

#define NANOSECONDS 1000000000LL /* of a second */
#define MICROSECOND 1000LL       /* in nanoseconds */

static const char *const names[PHASE_COUNT] = {
    [PHASE_OTHER] = "other",     [PHASE_READ] = "read",         [PHASE_ASSESS] = "assess",
    [PHASE_OPEN] = "open",       [PHASE_PLAN] = "plan",         [PHASE_KEYS] = "keys",
    [PHASE_COMPOSE] = "compose", [PHASE_TYPESET] = "typeset",   [PHASE_ATTACH] = "attach",
    [PHASE_PAINT] = "paint",     [PHASE_PICTURES] = "pictures", [PHASE_TABLES] = "tables",
    [PHASE_SIGN] = "sign",       [PHASE_PACK] = "pack",
};

/* Of all processes. */
struct sums {
    _Atomic int64_t phases[PHASE_COUNT]; /* nanoseconds of processor time */
    _Atomic uint64_t papers, bytes;
};

/* Of this process; of another after a fork.  SUMS is NULL while nothing is counted. */
static struct {
    struct sums *sums;
    const char *path;
    enum phase phase;
    int64_t since; /* processor time of this process when PHASE was entered */
    int64_t begin; /* of the clock on the wall */
} times;

static int64_t clock_on_wall(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * NANOSECONDS + time.tv_nsec;
}

/* Not CLOCK_PROCESS_CPUTIME_ID: where processor time is limited, as the sandbox does, Linux answers
 * that with what it noted at the last tick or wait, so that all would be of the phase that waits.
 */
static int64_t processor_time(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * NANOSECONDS +
           (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * MICROSECOND;
}

void times_open(const char *path)
{
    if (!path || !*path)
        return;
    void *shared =
        mmap(NULL, sizeof *times.sums, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return;
    times.path = path;
    times.begin = clock_on_wall();
    times.sums = shared;
}

enum phase times_enter(enum phase phase)
{
    const enum phase before = times.phase;
    if (!times.sums || phase == before)
        return before;
    const int64_t time = processor_time();
    times.sums->phases[before] += time - times.since;
    times.since = time;
    times.phase = phase;
    return before;
}

void times_add_paper(size_t bytes)
{
    if (!times.sums)
        return;
    times.sums->papers++;
    times.sums->bytes += bytes;
}

void times_fork(void)
{
    times.since = 0;
    times.phase = PHASE_OTHER;
}

static void write_seconds(GString *out, const char *name, int64_t nanoseconds)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof number, "%.6f", (double)nanoseconds / (double)NANOSECONDS);
    g_string_append_printf(out, "\"%s\":%s,", name, number);
}

static long peak(int who)
{
    struct rusage usage;
    getrusage(who, &usage);
    return usage.ru_maxrss;
}

static void write_sums(GString *out)
{
    int64_t total = 0;
    g_string_append(out, "{\"phases\":{");
    for (size_t i = 0; i < PHASE_COUNT; i++) {
        write_seconds(out, names[i], times.sums->phases[i]);
        total += times.sums->phases[i];
    }
    g_string_truncate(out, out->len - 1);
    g_string_append(out, "},");
    write_seconds(out, "processor", total);
    write_seconds(out, "wall", clock_on_wall() - times.begin);
    g_string_append_printf(out, "\"papers\":%" G_GUINT64_FORMAT ",\"bytes\":%" G_GUINT64_FORMAT,
                           (guint64)times.sums->papers, (guint64)times.sums->bytes);
    g_string_append_printf(out, ",\"main_kb\":%ld,\"worker_kb\":%ld}\n", peak(RUSAGE_SELF),
                           peak(RUSAGE_CHILDREN));
}

bool times_close(GError **error)
{
    if (!times.sums)
        return true;
    times_enter(times.phase == PHASE_OTHER ? PHASE_PACK : PHASE_OTHER);
    g_autoptr(GString) line = g_string_new(NULL);
    write_sums(line);
    munmap(times.sums, sizeof *times.sums);
    times.sums = NULL;
    return g_file_set_contents(times.path, line->str, (gssize)line->len, NULL) ||
           fail(error, FAILURE_IO, "%s: %s", times.path, g_strerror(errno));
}
