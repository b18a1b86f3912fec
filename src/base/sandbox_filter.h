/* sandbox_filter.h - the filter of system calls. */
#ifndef BASE_SANDBOX_FILTER_H
#define BASE_SANDBOX_FILTER_H

#include <stdbool.h>

/* True where the kernel has filters, and this processor is one that they are written for. */
bool filter_can(void);

/* Refuses from now on, with EPERM, sockets, other programs, tracing, mounting, keys, and all
 * that changes the machine. */
bool filter_enter(void);

/* Refuses new processes as well; threads may be started. */
bool filter_alone(void);

#endif
