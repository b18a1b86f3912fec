#include "crew.h"

#include <glib.h>
#include <stdbool.h>

#define HELD 8 /* tasks for each thread, so that a long one keeps nobody waiting */

struct crew {
    GThreadPool *pool;
    GQueue given; /* of struct shift, the oldest first */
    guint most;
    GMutex mutex; /* of what is done */
    GCond one_done;
    crew_step *work, *tell;
    void *data;
};

/* One task on its way. */
struct shift {
    void *task;
    bool done;
};

static void work(void *of, void *in)
{
    struct shift *shift = of;
    struct crew *crew = in;
    crew->work(shift->task, crew->data);
    g_mutex_lock(&crew->mutex);
    shift->done = true;
    g_cond_signal(&crew->one_done);
    g_mutex_unlock(&crew->mutex);
}

struct crew *crew_create(crew_step *for_each, crew_step *tell, void *data)
{
    struct crew *crew = g_new0(struct crew, 1);
    const guint threads = g_get_num_processors();
    crew->pool = g_thread_pool_new(work, crew, (int)threads, TRUE, NULL);
    crew->most = HELD * threads;
    g_queue_init(&crew->given);
    g_mutex_init(&crew->mutex);
    g_cond_init(&crew->one_done);
    crew->work = for_each;
    crew->tell = tell;
    crew->data = data;
    return crew;
}

static void tell_oldest(struct crew *crew)
{
    struct shift *shift = g_queue_pop_head(&crew->given);
    g_mutex_lock(&crew->mutex);
    while (!shift->done)
        g_cond_wait(&crew->one_done, &crew->mutex);
    g_mutex_unlock(&crew->mutex);
    crew->tell(shift->task, crew->data);
    g_free(shift);
}

void crew_give(struct crew *crew, void *task)
{
    struct shift *shift = g_new0(struct shift, 1);
    if (g_queue_get_length(&crew->given) >= crew->most)
        tell_oldest(crew);
    shift->task = task;
    g_queue_push_tail(&crew->given, shift);
    g_thread_pool_push(crew->pool, shift, NULL);
}

void crew_end(struct crew *crew)
{
    while (g_queue_get_length(&crew->given) > 0)
        tell_oldest(crew);
    g_thread_pool_free(crew->pool, FALSE, TRUE);
    g_mutex_clear(&crew->mutex);
    g_cond_clear(&crew->one_done);
    g_free(crew);
}
