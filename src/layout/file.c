#include "file.h"

#include "rapor/base/arena.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *hint_of(const struct markup_error *fault)
{
    if (strcmp(fault->id, "encoding") == 0)
        return _("save the file as UTF-8");
    return strcmp(fault->id, "doctype") == 0 ? _("take it out; layouts need none") : NULL;
}

static void parse(struct layout_file *file, struct arena *arena)
{
    struct markup_error fault;
    file->tree = markup_try(file->source.bytes, file->source.size, file->path, &fault);
    if (file->tree) {
        file_map(file, arena);
        return;
    }
    g_autofree char *text = fault.text;
    file->fault = (struct file_diagnostic){
        .offset = fault.offset,
        .id = fault.id,
        .text = arena_strdup(arena, text),
        .hint = hint_of(&fault),
    };
}

static bool load(struct layout_file *file, struct arena *arena, GError **error)
{
    struct stat status;
    if (stat(file->path, &status) != 0)
        return disk_fail(error, errno, file->path, FAILURE_INPUT);
    if (!S_ISREG(status.st_mode) || (size_t)status.st_size > FILE_SIZE_MOST)
        return fail(error, FAILURE_INPUT, "%s: no file of at most %zu MiB", file->path,
                    FILE_SIZE_MOST / 1024 / 1024);

    gsize size;
    g_autofree char *bytes = disk_read(file->path, FAILURE_INPUT, &size, error);
    if (!bytes)
        return false;
    file->source = (struct source){file->path, arena_strndup(arena, bytes, size), size};
    return true;
}

struct layout_file *file_read(const char *path, struct arena *arena, GError **error)
{
    struct layout_file *file = ARENA_NEW(arena, struct layout_file);
    file->path = arena_strdup(arena, path);
    if (!load(file, arena, error))
        return NULL;

    char *real = realpath(path, NULL);
    file->real = arena_strdup(arena, real ? real : path);
    free(real);
    parse(file, arena);
    return file;
}

const char *file_beside(const char *path, const char *href, struct arena *arena)
{
    if (g_path_is_absolute(href))
        return arena_strdup(arena, href);
    g_autofree char *folder = g_path_get_dirname(path);
    while (g_str_has_prefix(href, "../")) {
        g_autofree char *last = g_path_get_basename(folder);
        if (strcmp(last, ".") == 0 || strcmp(last, "..") == 0 || strcmp(last, "/") == 0)
            break;
        char *above = g_path_get_dirname(folder);
        g_free(folder);
        folder = above;
        href += 3;
    }
    return strcmp(folder, ".") == 0 ? arena_strdup(arena, href)
                                    : arena_printf(arena, "%s/%s", folder, href);
}
