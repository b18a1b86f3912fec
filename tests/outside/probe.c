/* Tries, from within the program, what the sandbox is to refuse: loaded before the libraries
 * of the program (LD_PRELOAD).  It runs as a worker begins, where that asks for its memory,
 * and as the program ends.  Answers go to file 9, a line each: who, what, errno or 0. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void tell(const char *who, const char *what, int result)
{
    dprintf(9, "%s %s %d\n", who, what, result < 0 ? errno : 0);
}

static void probe(const char *who)
{
    char path[4096];
    const char *outside = getenv("PROBE_OUTSIDE");
    if (!outside)
        return;
    tell(who, "read", open("/etc/passwd", O_RDONLY));
    snprintf(path, sizeof path, "%s/letter", outside);
    tell(who, "read-near", open(path, O_RDONLY));
    tell(who, "change", open(path, O_WRONLY));
    tell(who, "remove", unlink(path));
    snprintf(path, sizeof path, "%s/made", outside);
    tell(who, "make", open(path, O_WRONLY | O_CREAT, 0600));
    tell(who, "network", socket(AF_INET, SOCK_STREAM, 0));
    tell(who, "local", socket(AF_UNIX, SOCK_STREAM, 0));
    tell(who, "shell", execl("/bin/sh", "sh", "-c", "exit 0", (char *)NULL));
}

int mallopt(int what, int value)
{
    static int once;
    (void)what;
    (void)value;
    if (!once++)
        probe("worker");
    return 1;
}

__attribute__((destructor)) static void end(void)
{
    probe("program");
}
