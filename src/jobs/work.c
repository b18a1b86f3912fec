/* What a worker does, in a process of its own. */
#include "shared.h"
#include "worker.h"

#include "rapor/assess/standing.h"
#include "rapor/base/failure.h"
#include "rapor/base/times.h"

#include <errno.h>
#include <malloc.h>
#include <string.h>
#include <unistd.h>

#define SPEECH_MOST 4096 /* bytes that are not sent yet */

static void write_all(int file, const char *bytes, size_t count)
{
    while (count > 0) {
        ssize_t done = write(file, bytes, count);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            _exit(FAILURE_SOFTWARE); /* nobody listens any more */
        bytes += done;
        count -= (size_t)done;
    }
}

/* What a worker has said, but not sent yet. */
struct speech {
    int pipe;
    GString *text;
};

static void send(void *data)
{
    struct speech *speech = data;
    write_all(speech->pipe, speech->text->str, speech->text->len);
    g_string_truncate(speech->text, 0);
}

static void say(void *data, const char *line)
{
    struct speech *speech = data;
    g_string_append(speech->text, line);
    g_string_append_c(speech->text, '\n');
    if (speech->text->len > SPEECH_MOST)
        send(speech);
}

/* One paper needs about as much memory as the next: what it gives back is kept for that
 * one, not returned to the system to be asked for and cleared again. */
static void keep_memory(void)
{
    mallopt(M_MMAP_THRESHOLD, 64 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
}

/* One task, and those that are to be done after it by whoever did the last before them. */
static bool do_tasks(const struct build_run *run, size_t number, const struct voice *voice,
                     GError **error)
{
    for (size_t next = number; next != NONE; next = shared_next(run->shared, next)) {
        const struct task *task = &run->plan->tasks[next];
        if (!(task->partial ? entries_make(run, task, voice, error)
                            : archive_make(run, task->archive, voice, error)))
            return false;
    }
    return true;
}

int worker_work(const struct build_run *run, int pipe)
{
    struct speech speech = {pipe, g_string_new(NULL)};
    const struct voice voice = {say, send, &speech};
    keep_memory();
    for (size_t task; (task = shared_take(run->shared)) != NONE;) {
        g_autoptr(GError) error = NULL;
        bool made = do_tasks(run, task, &voice, &error);
        times_enter(PHASE_OTHER);
        if (!made) {
            g_autofree char *text = g_strescape(error->message, NULL);
            g_autofree char *line = g_strdup_printf("! %d %s", error->code, text);
            say(&speech, line);
        }
        send(&speech);
        if (!made)
            return FAILURE_SOFTWARE;
    }
    return 0;
}
