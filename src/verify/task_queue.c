#include "task_queue.h"

#include <glib.h>
#include <stdbool.h>

#define HELD 8 /* tasks for each thread, so that a long one keeps nobody waiting */

struct task_queue {
    GThreadPool *pool;
    GQueue given; /* of struct queued_task, the oldest first */
    guint most;
    GMutex mutex; /* of what is done */
    GCond one_done;
    task_step *work, *tell;
    void *data;
};

/* One task on its way. */
struct queued_task {
    void *task;
    bool done;
};

static void work(void *of, void *in)
{
    struct queued_task *queued = of;
    struct task_queue *queue = in;
    queue->work(queued->task, queue->data);
    g_mutex_lock(&queue->mutex);
    queued->done = true;
    g_cond_signal(&queue->one_done);
    g_mutex_unlock(&queue->mutex);
}

struct task_queue *task_queue_create(task_step *for_each, task_step *tell, void *data)
{
    struct task_queue *queue = g_new0(struct task_queue, 1);
    const guint threads = g_get_num_processors();
    queue->pool = g_thread_pool_new(work, queue, (int)threads, TRUE, NULL);
    queue->most = HELD * threads;
    g_queue_init(&queue->given);
    g_mutex_init(&queue->mutex);
    g_cond_init(&queue->one_done);
    queue->work = for_each;
    queue->tell = tell;
    queue->data = data;
    return queue;
}

static void tell_oldest(struct task_queue *queue)
{
    struct queued_task *queued = g_queue_pop_head(&queue->given);
    g_mutex_lock(&queue->mutex);
    while (!queued->done)
        g_cond_wait(&queue->one_done, &queue->mutex);
    g_mutex_unlock(&queue->mutex);
    queue->tell(queued->task, queue->data);
    g_free(queued);
}

void task_queue_give(struct task_queue *queue, void *task)
{
    struct queued_task *queued = g_new0(struct queued_task, 1);
    if (g_queue_get_length(&queue->given) >= queue->most)
        tell_oldest(queue);
    queued->task = task;
    g_queue_push_tail(&queue->given, queued);
    g_thread_pool_push(queue->pool, queued, NULL);
}

void task_queue_end(struct task_queue *queue)
{
    while (g_queue_get_length(&queue->given) > 0)
        tell_oldest(queue);
    g_thread_pool_free(queue->pool, FALSE, TRUE);
    g_mutex_clear(&queue->mutex);
    g_cond_clear(&queue->one_done);
    g_free(queue);
}
