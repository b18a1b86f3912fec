/* Folders are watched and not files: most editors write a new file and rename it,
 * and a watch on the old one would never hear of that. */
#include "watch.h"

#include "rapor/base/failure.h"
#include "rapor/base/interrupt.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define QUIET_MS 40 /* saving is a burst of events; it is over when this long nothing came */

struct watch {
    int file;
    GHashTable *folders; /* number of a watch -> path */
    GHashTable *paths;   /* set */
    struct timespec begun;
    bool missed; /* one was saved before it was watched */
};

struct watch *watch_open(GError **error)
{
    int file = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (file < 0) {
        fail(error, FAILURE_SOFTWARE, "files cannot be watched: %s", g_strerror(errno));
        return NULL;
    }
    struct watch *watch = g_new0(struct watch, 1);
    watch->file = file;
    watch->folders = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    watch->paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return watch;
}

void watch_close(struct watch *watch)
{
    if (!watch)
        return;
    close(watch->file);
    g_hash_table_unref(watch->folders);
    g_hash_table_unref(watch->paths);
    g_free(watch);
}

/* The clock that files are stamped with. */
void watch_begin(struct watch *watch)
{
    clock_gettime(CLOCK_REALTIME_COARSE, &watch->begun);
    watch->missed = false;
}

static bool saved_since(const char *path, const struct timespec *begun)
{
    struct stat found;
    if (stat(path, &found) != 0)
        return false;
    const struct timespec *saved = &found.st_mtim;
    return saved->tv_sec > begun->tv_sec ||
           (saved->tv_sec == begun->tv_sec && saved->tv_nsec > begun->tv_nsec);
}

static void add(struct watch *watch, const char *path)
{
    char *whole = g_canonicalize_filename(path, NULL);
    if (g_hash_table_contains(watch->paths, whole)) {
        g_free(whole);
        return;
    }
    g_autofree char *folder = g_path_get_dirname(whole);
    int number = inotify_add_watch(watch->file, folder,
                                   IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE);
    if (number >= 0)
        g_hash_table_replace(watch->folders, GINT_TO_POINTER(number), g_strdup(folder));
    watch->missed = watch->missed || saved_since(whole, &watch->begun);
    g_hash_table_add(watch->paths, whole);
}

/* Where the path is a link, what it leads to is watched as well. */
void watch_files(struct watch *watch, const GPtrArray *paths)
{
    for (guint i = 0; i < paths->len; i++) {
        const char *path = paths->pdata[i];
        char *real = realpath(path, NULL);
        add(watch, path);
        if (real)
            add(watch, real);
        free(real);
    }
}

static bool concerns(const struct watch *watch, const struct inotify_event *event)
{
    const char *folder = g_hash_table_lookup(watch->folders, GINT_TO_POINTER(event->wd));
    if (event->mask & IN_Q_OVERFLOW)
        return true;
    if (!folder || event->len == 0)
        return false;
    g_autofree char *path = g_build_filename(folder, event->name, NULL);
    return g_hash_table_contains(watch->paths, path);
}

/* Reads all events that are there; true where one of them is about our files. */
static bool read_events(const struct watch *watch)
{
    _Alignas(struct inotify_event) char block[8 * (sizeof(struct inotify_event) + NAME_MAX + 1)];
    bool any = false;
    ssize_t size;
    while ((size = read(watch->file, block, sizeof block)) > 0) {
        const char *end = block + size;
        for (const char *at = block; at < end;) {
            const struct inotify_event *event = (const struct inotify_event *)(const void *)at;
            any = any || concerns(watch, event);
            at += sizeof *event + event->len;
        }
    }
    return any;
}

bool watch_wait(struct watch *watch)
{
    bool changed = watch->missed;
    while (!interrupt_failure()) {
        struct pollfd poll = {.fd = watch->file, .events = POLLIN};
        int ready = interrupt_poll(&poll, 1, changed ? QUIET_MS : -1);
        if (ready == 0)
            return true;
        if (ready > 0 && read_events(watch))
            changed = true;
    }
    return false;
}
