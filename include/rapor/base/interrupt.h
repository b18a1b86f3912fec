/* interrupt.h - SIGINT and SIGTERM, held back while there is something to clean up.
 *
 * Between hold and release they arrive only in interrupt_poll(), so that no step
 * is cut in two; whoever holds them ends what it does, and says so. */
#ifndef RAPOR_BASE_INTERRUPT_H
#define RAPOR_BASE_INTERRUPT_H

#include "rapor/base/failure.h"

#include <poll.h>
#include <stdbool.h>

void interrupt_hold(void);

/* All is as it was; a signal that came too late to be noticed is forgotten: what it would
 * have ended is done. */
void interrupt_release(void);

/* In a forked worker: its parent alone decides, and ends it. */
void interrupt_leave(void);

/* poll(), which ends with EINTR where a signal arrives. */
int interrupt_poll(struct pollfd *polls, size_t count, int milliseconds);

/* Waits until FILE takes more; false where a signal arrives, or has arrived, instead. */
bool interrupt_await_room(int file);

/* Returns the exit code of the signal that arrived or waits to, or FAILURE_NONE. */
enum failure interrupt_failure(void);

#endif
