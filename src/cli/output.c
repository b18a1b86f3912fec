#include "output.h"

#include "rapor/base/failure.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct output {
    char *name;      /* as the user gave it */
    char *path;      /* with links followed */
    char *temporary; /* what it is called until it is whole; NULL: written directly */
    bool nameless;   /* it is not called so yet, and goes when the program does */
    FILE *file;
    int cause; /* errno of the first failure, or 0 */
};

static enum failure failure_of(int cause)
{
    switch (cause) {
    case EACCES:
    case EPERM:
    case EROFS:
        return FAILURE_PERMISSION;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
    case EIO:
    case EPIPE:
        return FAILURE_IO;
    default:
        return FAILURE_CREATE;
    }
}

static void output_free(struct output *output)
{
    if (output->file && output->file != stdout)
        fclose(output->file);
    g_free(output->name);
    g_free(output->path);
    g_free(output->temporary);
    g_free(output);
}

static bool output_fail(const struct output *output, int cause, GError **error)
{
    return fail(error, failure_of(cause), "%s: %s", output->name, g_strerror(cause));
}

/* A link stays what it is; the file behind it is replaced. */
static char *links_followed(const char *path)
{
    char *real = realpath(path, NULL);
    char *followed = g_strdup(real ? real : path);
    free(real);
    return followed;
}

/* mkstemp() makes files for the owner alone; ours get what others get. */
static void share(int file)
{
    mode_t mask = umask(0);
    umask(mask);
    (void)fchmod(file, 0666 & ~mask);
}

/* Without a name, where the file system knows such files; else with one. */
static int open_temporary(struct output *output, const char *folder)
{
    int file = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    output->nameless = file >= 0;
    return output->nameless ? file : mkostemp(output->temporary, O_CLOEXEC);
}

static FILE *open_beside(struct output *output)
{
    g_autofree char *folder = g_path_get_dirname(output->path);
    g_autofree char *base = g_path_get_basename(output->path);
    g_autofree char *name = g_strdup_printf(".%s.XXXXXX", base);
    output->temporary = g_build_filename(folder, name, NULL);

    int file = open_temporary(output, folder);
    if (file < 0) {
        g_clear_pointer(&output->temporary, g_free);
        return NULL;
    }
    share(file);
    return fdopen(file, "wb");
}

struct output *output_open(const char *path, GError **error)
{
    struct output *output = g_new0(struct output, 1);
    struct stat status;
    if (!path || strcmp(path, "-") == 0) {
        output->name = g_strdup("standard output");
        output->file = stdout;
        return output;
    }

    output->name = g_strdup(path);
    output->path = links_followed(path);
    bool there = stat(output->path, &status) == 0;
    bool special = there && !S_ISREG(status.st_mode);
    output->file = special ? fopen(output->path, "wbe") : open_beside(output);
    if (output->file)
        return output;
    output_fail(output, errno, error);
    output_free(output);
    return NULL;
}

bool output_put(struct output *output, const void *bytes, size_t count)
{
    if (!output->cause && fwrite(bytes, 1, count, output->file) != count)
        output->cause = errno;
    return !output->cause;
}

/* Gives the file a name that nothing has. */
static int name_it(const struct output *output)
{
    g_autofree char *file = g_strdup_printf("/proc/self/fd/%d", fileno(output->file));
    char *letters = output->temporary + strlen(output->temporary) - strlen("XXXXXX");
    for (int tries = 0; tries < 100; tries++) {
        g_snprintf(letters, sizeof "XXXXXX", "%06x", g_random_int_range(0, 1 << 24));
        if (linkat(AT_FDCWD, file, AT_FDCWD, output->temporary, AT_SYMLINK_FOLLOW) == 0)
            return 0;
        if (errno != EEXIST)
            break;
    }
    return errno;
}

static int flush(struct output *output)
{
    if (output->cause)
        return output->cause;
    if (fflush(output->file) != 0)
        return errno;
    if (!output->temporary)
        return 0;
    if (fsync(fileno(output->file)) != 0)
        return errno;
    int cause = output->nameless ? name_it(output) : 0;
    if (cause)
        return cause;
    output->nameless = false;
    return rename(output->temporary, output->path) == 0 ? 0 : errno;
}

static void output_discard(struct output *output)
{
    if (output->temporary && !output->nameless)
        (void)unlink(output->temporary);
    output_free(output);
}

bool output_finish(struct output *output, GError **error)
{
    int cause = flush(output);
    if (cause) {
        output_fail(output, cause, error);
        output_discard(output);
        return false;
    }
    output_free(output);
    return true;
}

bool output_write(const char *path, const void *bytes, size_t count, GError **error)
{
    struct output *output = output_open(path, error);
    if (!output)
        return false;
    output_put(output, bytes, count);
    return output_finish(output, error);
}

bool output_is_terminal(const char *path)
{
    return (!path || strcmp(path, "-") == 0) && isatty(STDOUT_FILENO);
}

bool output_check_ending(const char *path, const char *const *endings, GError **error)
{
    g_autofree char *base = path ? g_path_get_basename(path) : NULL;
    const char *dot = base ? strrchr(base, '.') : NULL;
    if (!dot || dot == base || strcmp(base, "-") == 0 || g_strv_contains(endings, dot + 1))
        return true;
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; endings[i]; i++)
        g_string_append_printf(list, "%s.%s", i ? ", " : "", endings[i]);
    return fail(error, FAILURE_USAGE,
                "%s: nothing is written as %s\nhint: the name may end with %s", path, dot,
                list->str);
}
