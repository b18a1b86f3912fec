/* desk.h - a folder to publish in, and runs that publish there. */
#ifndef TEST_DESK_H
#define TEST_DESK_H

#include "rapor/base/failure.h"
#include "rapor/pack/manifest.h"
#include "rapor/pack/publish.h"
#include "tools.h"

#include <sys/stat.h>

/* A folder to publish in, and the place "out" in it. */
struct desk {
    char *folder, *out;
};

static inline void make_desk(struct desk *desk)
{
    desk->folder = g_dir_make_tmp("rapor-publish-XXXXXX", NULL);
    desk->out = g_build_filename(desk->folder, "out", NULL);
}

static inline void clear_desk(struct desk *desk)
{
    g_free(ask("rm -r '%s'", desk->folder));
    g_free(desk->folder);
    g_free(desk->out);
}

/* Fills the folder of a publication with a file DATA of that text. */
static inline bool fill(const struct publication *publication, const char *text, GError **error)
{
    const char *folder = publication_folder(publication);
    const struct record record = {.file = "wilayah/data",
                                  .size = 1,
                                  .digest =
                                      g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1)};
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    g_ptr_array_add(files, (void *)(uintptr_t)&record);
    const struct manifest manifest = {.instrument = "x", .year = "1", .files = files};
    g_autofree char *below = g_build_filename(folder, "wilayah", NULL);
    g_autofree char *path = g_build_filename(below, "data", NULL);
    bool filled = mkdir(below, 0777) == 0 && g_file_set_contents(path, text, -1, NULL) &&
                  manifest_write(&manifest, folder, error);
    g_free((char *)(uintptr_t)record.digest);
    return filled;
}

/* The exit code that a run would have. */
static inline int publish(const char *path, const char *text)
{
    g_autoptr(GError) error = NULL;
    struct publication *publication = publication_open(path, &error);
    if (!publication)
        return error->code;
    if (!fill(publication, text, &error)) {
        publication_discard(publication);
        return error->code;
    }
    return publication_finish(publication, &error) ? 0 : error->code;
}

static inline int publish_old(const char *path)
{
    return publish(path, "old");
}

static inline int publish_new(const char *path)
{
    return publish(path, "new");
}

/* What is in the desk's folder, hidden or not, is OUT alone. */
static inline void assert_alone(const struct desk *desk, const char *text)
{
    g_autofree char *names = ask("ls -A %s", desk->folder);
    assert_string_equal(names, "out\n");
    assert_contents(desk->out, "wilayah/data", text);
    g_free(ask("cd %s && sha256sum --quiet -c %s", desk->out, SUMS_FILE));
}

#endif
