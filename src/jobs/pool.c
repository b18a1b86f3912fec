/* The parent of the workers: it forks them, reads what they tell, and reaps them.
 *
 * Everything is read and laid out before the fork: children have it by copy on write, and
 * nothing need be sent to them.  Tasks lie in shared memory in the order in which they are
 * best begun, the longest first (list scheduling); a worker takes the next by adding to an
 * atomic counter (shared.c), so no one waits for the parent.  A task that needs others, such as
 * the archive of the nation, is done by whoever did the last before it.  Processes, not
 * threads: Pango, Cairo and libxml2 share state, a crash must not take the run's message with
 * it, and memory of a worker needs no lock.
 *
 * Results do not depend on the number of workers: each file is made by one task, from the same
 * input, and records are sorted before they are written.  A worker that dies, or tells of a
 * failure of the machine, stops the others; nothing is published then.  Data that one paper
 * cannot be made of stop no other: all such failures are kept. */
#include "worker.h"

#include "failed.h"
#include "shared.h"
#include "signing/notary.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/interrupt.h"
#include "rapor/base/times.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct worker {
    pid_t pid;
    int pipe;           /* to read what it says; -1 when it has said all */
    int answers;        /* to write what it asks for; -1 where the run does not sign */
    GByteArray *unread; /* the beginning of a message */
    char *current;      /* whom it works for */
    bool failed;        /* and has said so */
};

struct pool {
    struct build_run *run;
    struct worker *workers;
    struct pollfd *polls; /* one for each worker */
    unsigned count;
    struct progress progress;
    struct notary notary;
    GError *error; /* the first */
};

static void close_worker(struct worker *worker)
{
    close(worker->pipe);
    if (worker->answers >= 0)
        close(worker->answers);
    worker->pipe = worker->answers = -1;
}

static void be_worker(struct pool *pool, const struct ends *ends)
{
    interrupt_leave();
    times_fork();
    ends_of_worker(ends);
    for (unsigned i = 0; i < pool->count; i++)
        close_worker(&pool->workers[i]);
    shared_enter(pool->run->shared, pool->count);
    _exit(worker_work(pool->run, ends->tell[1], ends->answer[0]));
}

static bool start_worker(struct pool *pool, GError **error)
{
    struct ends ends;
    if (!ends_open(&ends, pool->run->build->signing != NULL, error))
        return false;
    struct worker *worker = &pool->workers[pool->count];
    fflush(NULL);
    worker->pid = fork();
    if (worker->pid == 0)
        be_worker(pool, &ends);
    if (worker->pid < 0) {
        ends_close(&ends);
        return fail(error, FAILURE_SHORTAGE, "no worker could be started: %s", g_strerror(errno));
    }
    ends_of_parent(&ends);
    worker->pipe = ends.tell[0];
    worker->answers = ends.answer[1];
    worker->unread = g_byte_array_new();
    pool->count++;
    return true;
}

/* Entries of an archive are told of one after the other: all have its name once. */
static const char *keep_file(const struct pool *pool, const char *file)
{
    const GPtrArray *records = pool->run->records;
    const struct record *last = records->len > 0 ? records->pdata[records->len - 1] : NULL;
    return last && strcmp(last->file, file) == 0 ? last->file
                                                 : arena_strdup(pool->run->session->arena, file);
}

static void keep_record(const struct pool *pool, const struct record *told)
{
    struct arena *arena = pool->run->session->arena;
    struct record *record = ARENA_NEW(arena, struct record);
    *record = (struct record){
        .file = keep_file(pool, told->file),
        .entry = told->entry ? arena_strdup(arena, told->entry) : NULL,
        .size = told->size,
        .digest = arena_strdup(arena, told->digest ? told->digest : ""),
        .key = arena_strdup(arena, told->key ? told->key : ""),
    };
    g_ptr_array_add(pool->run->records, record);
}

static void report_done(struct pool *pool, const struct worker *worker)
{
    const struct build *build = pool->run->build;
    pool->progress.done++;
    pool->progress.current = worker->current;
    if (build->tell)
        build->tell(&pool->progress, build->data);
}

static void handle_message(struct pool *pool, struct worker *worker, const struct message *message)
{
    const struct build *build = pool->run->build;
    switch (message->kind) {
    case MESSAGE_BEGUN:
        g_free(worker->current);
        worker->current = g_strdup(message->text);
        break;
    case MESSAGE_DONE:
        report_done(pool, worker);
        break;
    case MESSAGE_RECORD:
        keep_record(pool, &message->record);
        break;
    case MESSAGE_REBUILT:
        if (build->explain)
            build->explain(message->text, build->data);
        break;
    case MESSAGE_SIGN:
        if (!pool->error)
            notary_answer(&pool->notary, message, worker->answers, &pool->error);
        break;
    case MESSAGE_SIGNED:
    case MESSAGE_WAITS:
        notary_note(&pool->notary, message);
        break;
    case MESSAGE_FAILURE:
        if (message->record.file) {
            failed_keep(pool->run, message);
            break;
        }
        worker->failed = true;
        if (!pool->error)
            fail(&pool->error, (enum failure)message->code, "%s", message->text);
        break;
    }
}

static void handle_messages(struct pool *pool, struct worker *worker)
{
    struct message message;
    size_t done = 0, length;
    while ((length = message_unpack(worker->unread->data + done, worker->unread->len - done,
                                    &message)) > 0) {
        handle_message(pool, worker, &message);
        done += length;
    }
    if (done > 0)
        g_byte_array_remove_range(worker->unread, 0, (guint)done);
}

static void tell_death(const struct worker *worker, int status, GError **error)
{
    const char *whom = worker->current ? worker->current : "its first document";
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    const int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (number == SIGKILL)
        fail(error, FAILURE_SHORTAGE,
             "a worker was killed while making %s\n"
             "hint: the machine may have had no memory left; --jobs: fewer workers",
             whom);
    else if (number)
        fail(error, FAILURE_SOFTWARE, "a worker died of signal %d (%s) while making %s", number,
             strsignal(number), whom);
    else if (code == FAILURE_SHORTAGE)
        fail(error, FAILURE_SHORTAGE, "that was a worker, while making %s", whom);
    else if (code == FAILURE_IO)
        fail(error, FAILURE_IO, "a worker could not read or write what it needs for %s", whom);
    else
        fail(error, FAILURE_SOFTWARE, "a worker ended with code %d while making %s", code, whom);
}

/* A worker that dies without a word takes the run with it. */
static void reap(struct pool *pool, struct worker *worker)
{
    int status = 0;
    close_worker(worker);
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    if (status != 0 && !worker->failed && !pool->error)
        tell_death(worker, status, &pool->error);
}

static void receive(struct pool *pool, struct worker *worker)
{
    char block[16384];
    ssize_t count = read(worker->pipe, block, sizeof block);
    if (count < 0 && errno == EINTR)
        return;
    if (count < 0 && !pool->error)
        fail(&pool->error, FAILURE_IO, "a worker cannot be heard: %s", g_strerror(errno));
    if (count <= 0) {
        reap(pool, worker);
        return;
    }
    g_byte_array_append(worker->unread, (const guint8 *)block, (guint)count);
    handle_messages(pool, worker);
}

static void stop_all(const struct pool *pool)
{
    for (unsigned i = 0; i < pool->count; i++)
        if (pool->workers[i].pipe >= 0)
            kill(pool->workers[i].pid, SIGKILL);
}

/* Waits until some have something to say; returns how many have not said all. */
static unsigned await(struct pool *pool)
{
    unsigned open = 0;
    for (unsigned i = 0; i < pool->count; i++) {
        pool->polls[i] = (struct pollfd){.fd = pool->workers[i].pipe, .events = POLLIN};
        open += pool->workers[i].pipe >= 0;
    }
    if (open == 0)
        return 0;
    if (interrupt_poll(pool->polls, pool->count, -1) < 0) {
        if (errno != EINTR && !pool->error)
            fail(&pool->error, FAILURE_IO, "the workers cannot be heard: %s", g_strerror(errno));
        for (unsigned i = 0; i < pool->count; i++)
            pool->polls[i].revents = 0;
    }
    if (interrupt_failure() && !pool->error)
        fail(&pool->error, interrupt_failure(), "interrupted; nothing was published");
    return open;
}

/* Listens until all have said all.  After a failure the rest is stopped. */
static void receive_all(struct pool *pool)
{
    bool stopped = false;
    while (await(pool) > 0) {
        /* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): close_pool() frees all of it. */
        for (unsigned i = 0; i < pool->count; i++)
            if (pool->workers[i].pipe >= 0 && pool->polls[i].revents)
                receive(pool, &pool->workers[i]);
        if (pool->error && !stopped) {
            stop_all(pool);
            stopped = true;
        }
    }
}

static void close_pool(struct pool *pool)
{
    for (unsigned i = 0; i < pool->count; i++) {
        g_byte_array_unref(pool->workers[i].unread);
        g_free(pool->workers[i].current);
    }
    g_free(pool->workers);
    g_free(pool->polls);
}

/* The key is opened behind them, and its owner told to each. */
static void start_all(struct pool *pool, unsigned workers)
{
    pool->workers = g_new0(struct worker, workers);
    pool->polls = g_new0(struct pollfd, workers);
    pool->progress.total = pool->run->plan->entry_count;
    for (unsigned i = 0; i < workers && !pool->error; i++)
        start_worker(pool, &pool->error);
    if (!pool->error)
        notary_open(&pool->notary, pool->run, &pool->error);
    for (unsigned i = 0; i < pool->count && !pool->error; i++)
        notary_greet(&pool->notary, pool->workers[i].answers, &pool->error);
}

bool pool_run(struct build_run *run, unsigned workers, GError **error)
{
    run->shared = shared_create(run->plan, workers, error);
    if (!run->shared)
        return false;
    struct pool pool = {.run = run};
    start_all(&pool, workers);
    if (pool.error)
        stop_all(&pool);
    receive_all(&pool);
    close_pool(&pool);
    notary_close(&pool.notary);
    shared_destroy(run->shared);
    if (!pool.error)
        return true;
    g_propagate_error(error, pool.error);
    return false;
}
