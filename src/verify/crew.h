/* crew.h - tasks that all processors work on, and that are told of in the order they were given. */
#ifndef VERIFY_CREW_H
#define VERIFY_CREW_H

struct crew;

/* WORK is called in any thread, TELL in that of the caller, and in order; TELL frees the task. */
typedef void crew_step(void *task, void *data);
struct crew *crew_create(crew_step *work, crew_step *tell, void *data);

/* Waits while there are many: however many tasks are given, few are held. */
void crew_give(struct crew *crew, void *task);

/* Waits for all that were given. */
void crew_end(struct crew *crew);

#endif
