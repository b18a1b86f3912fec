#include "rapor/base/interrupt.h"

#include <signal.h>
#include <time.h>

static volatile sig_atomic_t arrived;
static bool held;
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
    held = true;
    sigemptyset(&both);
    sigaddset(&both, SIGINT);
    sigaddset(&both, SIGTERM);
    sigprocmask(SIG_BLOCK, &both, &mask);
    sigaction(SIGINT, &action, &on_interrupt);
    sigaction(SIGTERM, &action, &on_terminate);
}

/* Those that wait are dropped by being ignored. */
void interrupt_release(void)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGINT, &on_interrupt, NULL);
    sigaction(SIGTERM, &on_terminate, NULL);
    held = false;
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

bool interrupt_await_room(int file)
{
    struct pollfd poll = {.fd = file, .events = POLLOUT};
    while (held && arrived == 0 && ppoll(&poll, 1, NULL, &mask) < 0)
        continue;
    return arrived == 0;
}

static void look(void)
{
    sigset_t waiting;
    if (!held || sigpending(&waiting) != 0)
        return;
    if (sigismember(&waiting, SIGTERM) == 1)
        arrived = SIGTERM;
    else if (sigismember(&waiting, SIGINT) == 1)
        arrived = SIGINT;
}

enum failure interrupt_failure(void)
{
    if (arrived == 0)
        look();
    if (arrived == 0)
        return FAILURE_NONE;
    return arrived == SIGINT ? FAILURE_INTERRUPTED : FAILURE_TERMINATED;
}
