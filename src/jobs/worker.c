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

struct crew {
    struct build_run *run;
    struct worker *workers;
    struct pollfd *polls; /* one for each worker */
    unsigned count;
    struct progress progress;
    GError *error; /* the first */
};

static bool start_worker(struct crew *crew, GError **error)
{
    int pipes[2];
    if (pipe(pipes) != 0)
        return fail(error, FAILURE_IO, "no pipe to a worker: %s", g_strerror(errno));
    struct worker *worker = &crew->workers[crew->count];
    fflush(NULL);
    worker->pid = fork();
    if (worker->pid == 0) {
        interrupt_leave();
        times_fork();
        close(pipes[0]);
        for (unsigned i = 0; i < crew->count; i++)
            close(crew->workers[i].pipe);
        shared_enter(crew->run->shared, crew->count);
        _exit(worker_work(crew->run, pipes[1]));
    }
    close(pipes[1]);
    if (worker->pid < 0) {
        close(pipes[0]);
        return fail(error, FAILURE_IO, "no worker could be started: %s", g_strerror(errno));
    }
    worker->pipe = pipes[0];
    worker->unread = g_string_new(NULL);
    crew->count++;
    return true;
}

static void keep_record(const struct crew *crew, const char *line)
{
    struct arena *arena = crew->run->session->arena;
    g_auto(GStrv) parts = g_strsplit(line, " ", 5);
    struct record *record = ARENA_NEW(arena, struct record);
    *record = (struct record){
        .file = arena_strdup(arena, parts[0]),
        .size = g_ascii_strtoull(parts[1], NULL, 10),
        .digest = arena_strdup(arena, parts[2]),
        .key = arena_strdup(arena, parts[3]),
        .entry = parts[4] ? arena_strdup(arena, parts[4]) : NULL,
    };
    g_ptr_array_add(crew->run->records, record);
}

static void keep_failure(struct crew *crew, struct worker *worker, const char *line)
{
    char *text = NULL;
    guint64 code = g_ascii_strtoull(line, &text, 10);
    g_autofree char *plain = g_strcompress(text + 1);
    worker->failed = true;
    if (!crew->error)
        fail(&crew->error, (enum failure)code, "%s", plain);
}

static void hear(struct crew *crew, struct worker *worker, const char *line)
{
    const struct build *build = crew->run->build;
    switch (line[0]) {
    case '>':
        g_free(worker->current);
        worker->current = g_strdup(line + 2);
        break;
    case '.':
        crew->progress.done++;
        crew->progress.current = worker->current;
        if (build->tell)
            build->tell(&crew->progress, build->data);
        break;
    case '=':
        keep_record(crew, line + 2);
        break;
    case '?':
        if (build->explain)
            build->explain(line + 2, build->data);
        break;
    case '!':
        keep_failure(crew, worker, line + 2);
        break;
    default:
        g_assert_not_reached();
    }
}

static void hear_lines(struct crew *crew, struct worker *worker)
{
    char *line = worker->unread->str;
    for (char *end = strchr(line, '\n'); end; end = strchr(line, '\n')) {
        *end = '\0';
        hear(crew, worker, line);
        line = end + 1;
    }
    g_string_erase(worker->unread, 0, line - worker->unread->str);
}

/* A worker that dies without a word takes the run with it. */
static void bury(struct crew *crew, struct worker *worker)
{
    int status = 0;
    close(worker->pipe);
    worker->pipe = -1;
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    if ((WIFEXITED(status) && WEXITSTATUS(status) == 0) || worker->failed || crew->error)
        return;
    const char *whom = worker->current ? worker->current : "its first document";
    if (WIFSIGNALED(status))
        fail(&crew->error, FAILURE_SOFTWARE, "a worker died of signal %d (%s) while making %s",
             WTERMSIG(status), strsignal(WTERMSIG(status)), whom);
    else
        fail(&crew->error, FAILURE_SOFTWARE, "a worker ended with code %d while making %s",
             WEXITSTATUS(status), whom);
}

static void listen(struct crew *crew, struct worker *worker)
{
    char block[16384];
    ssize_t count = read(worker->pipe, block, sizeof block);
    if (count < 0 && errno == EINTR)
        return;
    if (count < 0 && !crew->error)
        fail(&crew->error, FAILURE_IO, "a worker cannot be heard: %s", g_strerror(errno));
    if (count <= 0) {
        bury(crew, worker);
        return;
    }
    g_string_append_len(worker->unread, block, count);
    hear_lines(crew, worker);
}

static void stop_all(const struct crew *crew)
{
    for (unsigned i = 0; i < crew->count; i++)
        if (crew->workers[i].pipe >= 0)
            kill(crew->workers[i].pid, SIGKILL);
}

/* Waits until some have something to say; returns how many have not said all. */
static unsigned await(struct crew *crew)
{
    unsigned open = 0;
    for (unsigned i = 0; i < crew->count; i++) {
        crew->polls[i] = (struct pollfd){.fd = crew->workers[i].pipe, .events = POLLIN};
        open += crew->workers[i].pipe >= 0;
    }
    if (open == 0)
        return 0;
    if (interrupt_poll(crew->polls, crew->count, -1) < 0) {
        if (errno != EINTR && !crew->error)
            fail(&crew->error, FAILURE_IO, "the workers cannot be heard: %s", g_strerror(errno));
        for (unsigned i = 0; i < crew->count; i++)
            crew->polls[i].revents = 0;
    }
    if (interrupt_failure() && !crew->error)
        fail(&crew->error, interrupt_failure(), "interrupted; nothing was published");
    return open;
}

/* Listens until all have said all.  After a failure the rest is stopped. */
static void listen_to_all(struct crew *crew)
{
    bool stopped = false;
    while (await(crew) > 0) {
        for (unsigned i = 0; i < crew->count; i++)
            if (crew->workers[i].pipe >= 0 && crew->polls[i].revents)
                listen(crew, &crew->workers[i]);
        if (crew->error && !stopped) {
            stop_all(crew);
            stopped = true;
        }
    }
}

static void close_crew(struct crew *crew)
{
    for (unsigned i = 0; i < crew->count; i++) {
        g_string_free(crew->workers[i].unread, TRUE);
        g_free(crew->workers[i].current);
    }
    g_free(crew->workers);
    g_free(crew->polls);
}

bool pool_run(struct build_run *run, unsigned workers, GError **error)
{
    run->shared = shared_create(run->plan, workers, error);
    if (!run->shared)
        return false;
    struct crew crew = {.run = run};
    crew.workers = g_new0(struct worker, workers);
    crew.polls = g_new0(struct pollfd, workers);
    crew.progress.total = run->plan->entry_count;
    for (unsigned i = 0; i < workers && !crew.error; i++)
        start_worker(&crew, &crew.error);
    if (crew.error)
        stop_all(&crew);
    listen_to_all(&crew);
    close_crew(&crew);
    shared_destroy(run->shared);
    if (!crew.error)
        return true;
    g_propagate_error(error, crew.error);
    return false;
}
