/* task_queue.h - tasks that all processors work on, and that are told of in the order they were
 * given. */
#ifndef VERIFY_TASK_QUEUE_H
#define VERIFY_TASK_QUEUE_H

struct task_queue;

/* WORK is called in any thread, TELL in that of the caller, and in order; TELL frees the task. */
typedef void task_step(void *task, void *data);
struct task_queue *task_queue_create(task_step *work, task_step *tell, void *data);

/* Waits while there are many: however many tasks are given, few are held. */
void task_queue_give(struct task_queue *queue, void *task);

/* Waits for all that were given. */
void task_queue_end(struct task_queue *queue);

#endif
