#include "pin.h"

#include "rapor/base/failure.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

enum { PIN_MOST = 1024 };

void pin_forget(char *pin)
{
    if (pin)
        explicit_bzero(pin, strlen(pin));
    g_free(pin);
}

/* The first line, without its end. */
static char *read_line(int fd, const char *what, GError **error)
{
    char line[PIN_MOST + 1];
    size_t length = 0;
    ssize_t got = 0;
    while (length < PIN_MOST && (got = read(fd, line + length, 1)) == 1 && line[length] != '\n')
        length++;
    const int number = errno;
    line[length] = '\0';
    if (length > 0 && line[length - 1] == '\r')
        line[length - 1] = '\0';
    char *pin = got < 0 ? NULL : g_strdup(line);
    explicit_bzero(line, sizeof line);
    if (got < 0)
        fail(error, FAILURE_INPUT, "%s: %s", what, g_strerror(number));
    return pin;
}

static char *read_file(const char *path, GError **error)
{
    struct stat stat;
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    char *pin = NULL;
    if (fd < 0 || fstat(fd, &stat) != 0)
        fail(error, FAILURE_INPUT, "%s: %s", path, g_strerror(errno));
    else if (stat.st_mode & (S_IRWXG | S_IRWXO))
        fail(error, FAILURE_PERMISSION, "%s: others can read it\nhint: chmod 600 %s", path, path);
    else
        pin = read_line(fd, path, error);
    if (fd >= 0)
        close(fd);
    return pin;
}

/* Without an echo. */
static char *ask(GError **error)
{
    struct termios before, silent;
    const int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0 || tcgetattr(terminal, &before) != 0) {
        if (terminal >= 0)
            close(terminal);
        fail(error, FAILURE_USAGE,
             "there is no terminal to ask for the PIN\nhint: --pin-file FILE or --pin-fd N");
        return NULL;
    }
    silent = before;
    silent.c_lflag &= ~(tcflag_t)ECHO;
    dprintf(terminal, "PIN: ");
    tcsetattr(terminal, TCSAFLUSH, &silent);
    char *pin = read_line(terminal, "/dev/tty", error);
    tcsetattr(terminal, TCSAFLUSH, &before);
    dprintf(terminal, "\n");
    close(terminal);
    return pin;
}

char *pin_read(const char *file, int fd, GError **error)
{
    if (file)
        return read_file(file, error);
    return fd >= 0 ? read_line(fd, "--pin-fd", error) : ask(error);
}
