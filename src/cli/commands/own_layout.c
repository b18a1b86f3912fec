#include "own_layout.h"

#include "../installed.h"
#include "../suggest.h"

#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/search_path.h"
#include "rapor/read/instrument.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

static void add_once(GPtrArray *names, const char *name)
{
    if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
        g_ptr_array_add(names, g_strdup(name));
}

/* Returns "spbe-2020/letter.xml" for what an instrument calls "../spbe-2020/letter.xml". */
static char *name_of(const struct instrument *instrument, const struct document *document)
{
    g_autofree char *path = g_build_filename("/", instrument->id, document->layout, NULL);
    g_autofree char *plain = g_canonicalize_filename(path, "/");
    return g_strdup(plain + 1);
}

/* What is looked through for the files to copy. */
struct layout_search {
    const struct own_layout *own;
    struct diagnostics *diagnostics;
    GPtrArray *files; /* found; names such as "spbe-2020/letter.xml" */
    GPtrArray *kinds; /* of document that there are */
};

/* Adds what the instrument called ID has. */
static bool add_files(const struct layout_search *search, const char *id, GError **error)
{
    struct instrument *instrument =
        installed_open(search->own->layouts, id, search->diagnostics, error);
    if (!instrument)
        return false;
    for (size_t i = 0; i < instrument->document_count; i++) {
        const struct document *document = &instrument->documents[i];
        g_autofree char *name = name_of(instrument, document);
        add_once(search->kinds, document->kind);
        if (strcmp(document->kind, search->own->name) == 0)
            add_once(search->files, name);
    }
    instrument_close(instrument);
    return true;
}

/* Several files are one choice only where one instrument is meant. */
static bool check_files(const struct layout_search *search, GError **error)
{
    const struct own_layout *own = search->own;
    const struct choice choice = {N_("layout"), (const char *const *)search->kinds->pdata,
                                  search->kinds->len};
    if (!choice_has(&choice, own->name, error))
        return false;
    return own->instrument || search->files->len == 1 ||
           fail(error, FAILURE_USAGE,
                "several instruments have a layout \"%s\" of their own\nhint: add --instrument ID",
                own->name);
}

static bool find_files(const struct own_layout *own, struct diagnostics *diagnostics,
                       GPtrArray *files, GError **error)
{
    if (strchr(own->name, '/')) {
        add_once(files, own->name);
        return true;
    }
    g_autoptr(GPtrArray) kinds = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) ids = instrument_ids(own->layouts, error);
    const struct layout_search search = {own, diagnostics, files, kinds};
    bool found = ids != NULL;
    for (guint i = 0; found && i < ids->len && !own->instrument; i++)
        found = add_files(&search, ids->pdata[i], error);
    if (found && own->instrument)
        found = add_files(&search, own->instrument, error);
    return found && check_files(&search, error);
}

static bool write_file(const char *path, const char *bytes, gsize size, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autoptr(GError) cause = NULL;
    if (disk_has(path))
        return fail(error, FAILURE_CREATE, "%s: is there already\nhint: change it, or move it away",
                    path);
    if (g_mkdir_with_parents(folder, 0777) != 0)
        return fail(error, errno == EACCES ? FAILURE_PERMISSION : FAILURE_CREATE, "%s: %s", folder,
                    g_strerror(errno));
    return g_file_set_contents(path, bytes, (gssize)size, &cause) ||
           fail(error, FAILURE_CREATE, "%s", cause->message);
}

static bool copy(const struct own_layout *own, const char *name, GPtrArray *made, GError **error)
{
    g_autofree char *from = search_path_find(own->layouts, name);
    g_autofree char *to = g_build_filename(own->folder, name, NULL);
    gsize size;
    if (strstr(name, "..") || !disk_has(from))
        return fail(error, FAILURE_USAGE,
                    "there is no file \"%s\" in the layouts\nhint: \"rapor doctor\" lists them",
                    name);
    g_autofree char *bytes = disk_read(from, FAILURE_USAGE, &size, error);
    if (!bytes)
        return false;
    if (!write_file(to, bytes, size, error))
        return false;
    g_ptr_array_add(made, g_strdup(to));
    return true;
}

bool own_layout_copy(const struct own_layout *own, struct diagnostics *diagnostics, GPtrArray *made,
                     GError **error)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    if (!find_files(own, diagnostics, files, error))
        return false;
    for (guint i = 0; i < files->len; i++)
        if (!copy(own, files->pdata[i], made, error))
            return false;
    return true;
}
