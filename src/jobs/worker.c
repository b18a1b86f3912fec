/* What a worker does, in a process of its own. */
#include "worker.h"

#include "shared.h"
#include "signing/notary.h"

#include "rapor/assess/standing.h"
#include "rapor/base/failure.h"
#include "rapor/base/sandbox.h"
#include "rapor/base/times.h"
#include "rapor/shards/gather.h"
#include "rapor/sign/resume.h"

#include <errno.h>
#include <malloc.h>
#include <string.h>
#include <unistd.h>

#define UNSENT_MOST 4096               /* bytes that are not sent yet */
#define SPARE_MOST  ((size_t)16 << 20) /* bytes that a worker keeps though nothing is in them */

static void write_all(int file, const char *bytes, size_t count)
{
    while (count > 0) {
        ssize_t done = write(file, bytes, count);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            _exit(FAILURE_IO); /* nobody listens any more */
        bytes += done;
        count -= (size_t)done;
    }
}

/* Messages that are not sent yet. */
struct unsent {
    int pipe;
    GByteArray *bytes;
};

static void flush(void *data)
{
    struct unsent *unsent = data;
    write_all(unsent->pipe, (const char *)unsent->bytes->data, unsent->bytes->len);
    g_byte_array_set_size(unsent->bytes, 0);
}

static void send(void *data, const struct message *message)
{
    struct unsent *unsent = data;
    message_pack(message, unsent->bytes);
    if (unsent->bytes->len > UNSENT_MOST)
        flush(unsent);
}

/* One paper needs about as much memory as the next: what it gives back is kept for that
 * one, not returned to the system to be asked for and cleared again. */
static void keep_memory(void)
{
    mallopt(M_MMAP_THRESHOLD, 64 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
}

/* What the largest papers took goes before others are made: they would be held on top of it. */
static void give_back(void)
{
    if (mallinfo2().fordblks > SPARE_MOST)
        malloc_trim(0);
}

/* Files are written in the folder that is being made, and linked from those before. */
static bool shut_in(const struct build_run *run, GError **error)
{
    const struct build *build = run->build;
    const char *write[7] = {run->folder, build->output, g_get_tmp_dir()};
    size_t count = 3;
    if (build->previous)
        write[count++] = build->previous;
    if (build->shards)
        write[count++] = build->shards->dir;
    if (run->kept)
        write[count++] = run->kept;
    return sandbox_narrow(write, error);
}

/* One task, and those that are to be done after it by whoever did the last before them. */
static bool do_tasks(const struct build_run *run, size_t number, const struct reporter *reporter,
                     GError **error)
{
    for (size_t next = number; next != NONE; next = shared_next(run->shared, next)) {
        const struct task *task = &run->plan->tasks[next];
        if (!(task->partial ? entries_make(run, task, reporter, error)
                            : archive_make(run, task->archive, reporter, error)))
            return false;
    }
    return true;
}

static void report_failure(const struct reporter *reporter, const GError *error)
{
    reporter->send(
        reporter->data,
        &(struct message){.kind = MESSAGE_FAILURE, .code = error->code, .text = error->message});
    reporter->flush(reporter->data);
}

static bool enter_sandbox(const struct build_run *run, const struct reporter *reporter)
{
    g_autoptr(GError) error = NULL;
    const bool entered = shut_in(run, &error);
    if (!entered)
        report_failure(reporter, error);
    return entered;
}

/* libzip asks for the local time of each entry, and the C library then looks at the file of the
 * zone unless it has a name. */
static void name_zone(void)
{
    setenv("TZ", "UTC0", 1);
}

static bool open_resume(const struct build *build, struct reporter *reporter)
{
    g_autoptr(GError) error = NULL;
    g_assert(build->signing); /* nothing else is kept */
    reporter->resume = resume_open(build->output, build->signing->terms, reporter->card, &error);
    if (!reporter->resume)
        report_failure(reporter, error);
    return reporter->resume != NULL;
}

int worker_work(const struct build_run *run, int pipe, int answers)
{
    struct unsent unsent = {pipe, g_byte_array_new()};
    struct reporter reporter = {send, flush, &unsent, answers, NULL, NULL};
    if (!enter_sandbox(run, &reporter))
        return FAILURE_SOFTWARE;
    keep_memory();
    name_zone();
    if (run->build->signing && !(reporter.card = notary_card(answers)))
        return FAILURE_SOFTWARE; /* there is no key */
    if (run->kept && !open_resume(run->build, &reporter))
        return FAILURE_SOFTWARE;
    for (size_t task; (task = shared_take(run->shared)) != NONE;) {
        g_autoptr(GError) error = NULL;
        give_back();
        bool made = do_tasks(run, task, &reporter, &error);
        times_enter(PHASE_OTHER);
        if (!made) {
            report_failure(&reporter, error);
            return FAILURE_SOFTWARE;
        }
        flush(&unsent);
    }
    resume_close(reporter.resume);
    return 0;
}
