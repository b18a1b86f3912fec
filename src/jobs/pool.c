#include "worker.h"

#include "shared.h"

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
    int pipe;        /* to read what it says; -1 when it has said all */
    GString *unread; /* the beginning of a line */
    char *current;   /* whom it works for */
    bool failed;     /* and has said so */
};

struct pool {
    struct build_run *run;
    struct worker *workers;
    struct pollfd *polls; /* one for each worker */
    unsigned count;
    struct progress progress;
    GError *error; /* the first */
};

static bool start_worker(struct pool *pool, GError **error)
{
    int pipes[2];
    if (pipe(pipes) != 0)
        return fail(error, FAILURE_IO, "no pipe to a worker: %s", g_strerror(errno));
    struct worker *worker = &pool->workers[pool->count];
    fflush(NULL);
    worker->pid = fork();
    if (worker->pid == 0) {
        interrupt_leave();
        times_fork();
        close(pipes[0]);
        for (unsigned i = 0; i < pool->count; i++)
            close(pool->workers[i].pipe);
        shared_enter(pool->run->shared, pool->count);
        _exit(worker_work(pool->run, pipes[1]));
    }
    close(pipes[1]);
    if (worker->pid < 0) {
        close(pipes[0]);
        return fail(error, FAILURE_IO, "no worker could be started: %s", g_strerror(errno));
    }
    worker->pipe = pipes[0];
    worker->unread = g_string_new(NULL);
    pool->count++;
    return true;
}

static void keep_record(const struct pool *pool, const char *line)
{
    struct arena *arena = pool->run->session->arena;
    g_auto(GStrv) parts = g_strsplit(line, " ", 5);
    struct record *record = ARENA_NEW(arena, struct record);
    *record = (struct record){
        .file = arena_strdup(arena, parts[0]),
        .size = g_ascii_strtoull(parts[1], NULL, 10),
        .digest = arena_strdup(arena, parts[2]),
        .key = arena_strdup(arena, parts[3]),
        .entry = parts[4] ? arena_strdup(arena, parts[4]) : NULL,
    };
    g_ptr_array_add(pool->run->records, record);
}

static void keep_failure(struct pool *pool, struct worker *worker, const char *line)
{
    char *text = NULL;
    guint64 code = g_ascii_strtoull(line, &text, 10);
    g_autofree char *plain = g_strcompress(text + 1);
    worker->failed = true;
    if (!pool->error)
        fail(&pool->error, (enum failure)code, "%s", plain);
}

static void handle_message(struct pool *pool, struct worker *worker, const char *line)
{
    const struct build *build = pool->run->build;
    switch (line[0]) {
    case '>':
        g_free(worker->current);
        worker->current = g_strdup(line + 2);
        break;
    case '.':
        pool->progress.done++;
        pool->progress.current = worker->current;
        if (build->tell)
            build->tell(&pool->progress, build->data);
        break;
    case '=':
        keep_record(pool, line + 2);
        break;
    case '?':
        if (build->explain)
            build->explain(line + 2, build->data);
        break;
    case '!':
        keep_failure(pool, worker, line + 2);
        break;
    default:
        g_assert_not_reached();
    }
}

static void handle_messages(struct pool *pool, struct worker *worker)
{
    char *line = worker->unread->str;
    for (char *end = strchr(line, '\n'); end; end = strchr(line, '\n')) {
        *end = '\0';
        handle_message(pool, worker, line);
        line = end + 1;
    }
    g_string_erase(worker->unread, 0, line - worker->unread->str);
}

/* A worker that dies without a word takes the run with it. */
static void reap(struct pool *pool, struct worker *worker)
{
    int status = 0;
    close(worker->pipe);
    worker->pipe = -1;
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    if ((WIFEXITED(status) && WEXITSTATUS(status) == 0) || worker->failed || pool->error)
        return;
    const char *whom = worker->current ? worker->current : "its first document";
    if (WIFSIGNALED(status))
        fail(&pool->error, FAILURE_SOFTWARE, "a worker died of signal %d (%s) while making %s",
             WTERMSIG(status), strsignal(WTERMSIG(status)), whom);
    else
        fail(&pool->error, FAILURE_SOFTWARE, "a worker ended with code %d while making %s",
             WEXITSTATUS(status), whom);
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
    g_string_append_len(worker->unread, block, count);
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
        g_string_free(pool->workers[i].unread, TRUE);
        g_free(pool->workers[i].current);
    }
    g_free(pool->workers);
    g_free(pool->polls);
}

bool pool_run(struct build_run *run, unsigned workers, GError **error)
{
    run->shared = shared_create(run->plan, workers, error);
    if (!run->shared)
        return false;
    struct pool pool = {.run = run};
    pool.workers = g_new0(struct worker, workers);
    pool.polls = g_new0(struct pollfd, workers);
    pool.progress.total = run->plan->entry_count;
    for (unsigned i = 0; i < workers && !pool.error; i++)
        start_worker(&pool, &pool.error);
    if (pool.error)
        stop_all(&pool);
    receive_all(&pool);
    close_pool(&pool);
    shared_destroy(run->shared);
    if (!pool.error)
        return true;
    g_propagate_error(error, pool.error);
    return false;
}
