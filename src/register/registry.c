#include "rapor/register/registry.h"

#include "write.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/pack/files.h"
#include "rapor/pack/lock.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct registry {
    struct arena *arena;
    struct paper_register *papers;
    char *path; /* absolute, links followed */
    char *folder, *lock_path;
    struct diagnostics *diagnostics; /* of whoever opened it */
    int lock;                        /* -1: not held */
    size_t was_count;                /* of papers, as it was read */
};

struct paper_register *registry_papers(struct registry *registry)
{
    return registry->papers;
}

void registry_close(struct registry *registry)
{
    if (!registry)
        return;
    register_close(registry->papers);
    if (registry->lock >= 0)
        lock_release(registry->lock, registry->lock_path);
    arena_destroy(registry->arena);
    g_free(registry);
}

/* A link is followed, or else the new file would take its place. */
static const char *resolve(const char *path, struct arena *arena)
{
    char *real = realpath(path, NULL);
    if (!real)
        real = g_canonicalize_filename(path, NULL);
    const char *kept = arena_strdup(arena, real);
    free(real);
    return kept;
}

static bool read_papers(struct registry *registry, bool may_begin, struct diagnostics *diagnostics,
                        GError **error)
{
    const bool there = disk_has(registry->path);
    if (!there && !may_begin)
        return fail(error, FAILURE_INPUT,
                    "%s: there is no register\nhint: rapor register reserve --register %s ... "
                    "begins one",
                    registry->path, registry->path);
    GError *cause = NULL;
    registry->papers = there ? register_read(registry->path, diagnostics, registry->arena, &cause)
                             : register_empty(registry->arena);
    if (cause)
        g_propagate_error(error, cause);
    else if (!registry->papers)
        fail(error, FAILURE_DATA, "%s: not usable as it is", registry->path);
    registry->was_count = registry->papers ? registry->papers->paper_count : 0;
    return registry->papers != NULL;
}

static struct registry *create(const char *path)
{
    struct registry *registry = g_new0(struct registry, 1);
    registry->arena = arena_create();
    registry->path = (char *)resolve(path, registry->arena);
    registry->lock = -1;
    return registry;
}

struct registry *registry_look(const char *path, struct diagnostics *diagnostics, GError **error)
{
    struct registry *registry = create(path);
    if (read_papers(registry, true, diagnostics, error))
        return registry;
    registry_close(registry);
    return NULL;
}

struct registry *registry_open(const char *path, bool may_begin, struct diagnostics *diagnostics,
                               GError **error)
{
    struct registry *registry = create(path);
    g_autofree char *folder = g_path_get_dirname(registry->path);
    g_autofree char *name = g_path_get_basename(registry->path);
    registry->diagnostics = diagnostics;
    registry->folder = arena_strdup(registry->arena, folder);
    registry->lock_path = arena_printf(registry->arena, "%s/.%s.rapor-lock", folder, name);
    registry->lock = lock_take(registry->lock_path, path, error);
    if (registry->lock >= 0 && read_papers(registry, may_begin, diagnostics, error))
        return registry;
    registry_close(registry);
    return NULL;
}

static bool add_to_digest(void *digest, const char *bytes, size_t count)
{
    digest_add(digest, bytes, count);
    return true;
}

char *registry_digest(const struct registry *registry)
{
    struct digest *digest = digest_create();
    register_write(registry->papers, &(struct register_taker){add_to_digest, digest});
    char *text = digest_end(digest);
    digest_destroy(digest);
    return text;
}

static bool add_to_file(void *file, const char *bytes, size_t count)
{
    return fwrite(bytes, 1, count, file) == count;
}

/* Writes PART beside the register: as open to others as that is, or as any new file. */
static bool write_part(const struct registry *registry, const char *part, int handle,
                       GError **error)
{
    struct stat found;
    const mode_t mask = umask(0);
    umask(mask);
    const mode_t mode = stat(registry->path, &found) == 0 ? found.st_mode & 07777 : 0666 & ~mask;
    FILE *file = fdopen(handle, "wb");
    if (!file)
        return files_fail(error, errno, part);
    bool written = register_write(registry->papers, &(struct register_taker){add_to_file, file}) &&
                   fflush(file) == 0 && fchmod(handle, mode) == 0 && fsync(handle) == 0;
    int number = errno;
    if (fclose(file) != 0 && written) {
        written = false;
        number = errno;
    }
    return written || files_fail(error, number, registry->path);
}

/* What was said on a command line or in a sheet may be what no register holds. */
static bool can_be_read(const struct registry *registry, const char *part, GError **error)
{
    g_autoptr(GError) cause = NULL;
    struct arena *arena = arena_create();
    struct paper_register *papers = register_read(part, registry->diagnostics, arena, &cause);
    const bool read = papers != NULL;
    register_close(papers);
    arena_destroy(arena);
    if (cause && disk_broke_off(cause)) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return false;
    }
    return read ||
           fail(error, FAILURE_DATA,
                "%s: could not be read any more with this in it; it is as it was", registry->path);
}

bool registry_save(struct registry *registry, GError **error)
{
    assert(registry->lock >= 0 && registry->papers->paper_count >= registry->was_count);
    g_autofree char *name = g_path_get_basename(registry->path);
    g_autofree char *part = g_strdup_printf("%s/.%s.rapor-new", registry->folder, name);
    const int handle = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (handle < 0)
        return files_fail(error, errno, registry->path);
    if (!write_part(registry, part, handle, error) || !can_be_read(registry, part, error)) {
        unlink(part);
        return false;
    }
    if (rename(part, registry->path) != 0) {
        const int number = errno;
        unlink(part);
        return files_fail(error, number, registry->path);
    }
    return files_flush(registry->folder, error);
}
