#include "stream.h"

#include "rapor/base/failure.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static bool copy(FILE *from, FILE *to)
{
    char block[16384];
    size_t count;
    while ((count = fread(block, 1, sizeof block, from)) > 0)
        if (fwrite(block, 1, count, to) != count)
            return false;
    return !ferror(from) && fflush(to) == 0;
}

static FILE *open_nameless(void)
{
    g_autofree char *name = NULL;
    int file = g_file_open_tmp("rapor-XXXXXX", &name, NULL);
    if (file < 0)
        return NULL;
    (void)unlink(name);
    return fdopen(file, "w+b");
}

bool stream_settle(GError **error)
{
    struct stat status;
    if (fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode))
        return true;
    FILE *file = open_nameless();
    bool settled = file && copy(stdin, file) && dup2(fileno(file), STDIN_FILENO) >= 0;
    int cause = errno;
    if (file)
        fclose(file); /* standard input keeps it */
    return settled || fail(error, FAILURE_IO, "standard input: %s", g_strerror(cause));
}
