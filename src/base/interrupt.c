#include "rapor/base/interrupt.h"

#include <signal.h>
#include <time.h>

static volatile sig_atomic_t arrived;
static sigset_t mask; /* of before */
static struct sigaction on_interrupt, on_terminate;

static void note(int number)
{
    arrived = number;
}

void interrupt_hold(void)
{
    const struct sigaction action = {.sa_handler = note};
    sigset_t both;
    arrived = 0;
    sigemptyset(&both);
    sigaddset(&both, SIGINT);
    sigaddset(&both, SIGTERM);
    sigprocmask(SIG_BLOCK, &both, &mask);
    sigaction(SIGINT, &action, &on_interrupt);
    sigaction(SIGTERM, &action, &on_terminate);
}

void interrupt_release(void)
{
    sigaction(SIGINT, &on_interrupt, NULL);
    sigaction(SIGTERM, &on_terminate, NULL);
    sigprocmask(SIG_SETMASK, &mask, NULL);
}

/* Terminals and service managers signal all processes at once. */
void interrupt_leave(void)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    sigprocmask(SIG_SETMASK, &mask, NULL);
}

int interrupt_poll(struct pollfd *polls, size_t count, int milliseconds)
{
    const struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    return ppoll(polls, count, milliseconds < 0 ? NULL : &time, &mask);
}

enum failure interrupt_failure(void)
{
    if (arrived == 0)
        return FAILURE_NONE;
    return arrived == SIGINT ? FAILURE_INTERRUPTED : FAILURE_TERMINATED;
}
