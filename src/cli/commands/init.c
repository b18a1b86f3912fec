#include "../command.h"
#include "../installed.h"
#include "own_layout.h"
#include "starter.h"

#include "rapor/base/arena.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/search_path.h"
#include "rapor/read/instrument.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static const struct option options[] = {
    {"instrument", 0, OPTION_TEXT, offsetof(struct options, instrument), "INSTRUMENT",
     N_("what is measured")},
    {"layout", 0, OPTION_TEXT, offsetof(struct options, layout), "KIND",
     N_("only this layout: a kind of document, or a file such as common/style.xml")},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL, N_("no closing lines")},
    {0},
};

/* The folders of layouts that a project needs, while they are copied. */
struct copying {
    const char *from, *to; /* folders of layouts */
    GPtrArray *names;      /* folders to copy; grows while files are looked through */
};

static bool write_file(const char *path, const char *bytes, gsize size, GError **error)
{
    g_autoptr(GError) cause = NULL;
    return g_file_set_contents(path, bytes, (gssize)size, &cause) ||
           fail(error, FAILURE_CREATE, "%s", cause->message);
}

static bool make_folder(const char *path, GError **error)
{
    return g_mkdir_with_parents(path, 0777) == 0 ||
           fail(error, errno == EACCES ? FAILURE_PERMISSION : FAILURE_CREATE, "%s: %s", path,
                g_strerror(errno));
}

static void need(const struct copying *copying, const char *name)
{
    if (!g_ptr_array_find_with_equal_func(copying->names, name, g_str_equal, NULL))
        g_ptr_array_add(copying->names, g_strdup(name));
}

/* Layouts name files of other folders as "../common/parts.xml". */
static void need_named(const struct copying *copying, const char *text)
{
    static const char up[] = "\"../";
    for (const char *at = strstr(text, up); at; at = strstr(at, up)) {
        at += strlen(up);
        size_t length = strcspn(at, "/\"");
        g_autofree char *name = g_strndup(at, length);
        if (at[length] == '/' && *name != '\0' && *name != '.')
            need(copying, name);
    }
}

static bool copy_file(const struct copying *copying, const char *folder, const char *name,
                      GError **error)
{
    g_autofree char *file = g_build_filename(folder, name, NULL);
    g_autofree char *from = search_path_find(copying->from, file);
    g_autofree char *to = g_build_filename(copying->to, file, NULL);
    gsize size;
    bool wanted = g_str_has_suffix(name, ".xml") || g_str_has_suffix(name, ".rng") ||
                  g_str_has_suffix(name, ".svg");
    if (!wanted)
        return true;
    g_autofree char *bytes = disk_read(from, FAILURE_UNAVAILABLE, &size, error);
    if (!bytes)
        return false;
    if (g_str_has_suffix(name, ".xml"))
        need_named(copying, bytes);
    return write_file(to, bytes, size, error);
}

static bool copy_folder(const struct copying *copying, const char *name, GError **error)
{
    g_autofree char *to = g_build_filename(copying->to, name, NULL);
    g_autoptr(GPtrArray) files = search_path_names(copying->from, name, error);
    if (!files)
        return false;
    if (files->len == 0)
        return fail(error, FAILURE_UNAVAILABLE, "%s: there is no folder %s", copying->from, name);
    if (!make_folder(to, error))
        return false;
    for (guint i = 0; i < files->len; i++)
        if (!copy_file(copying, name, files->pdata[i], error))
            return false;
    return true;
}

static bool copy_layouts(const char *layouts, const char *instrument, const char *project,
                         GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *to = g_build_filename(project, "layouts", NULL);
    const struct copying copying = {layouts, to, names};
    need(&copying, "schema");
    need(&copying, "common");
    need(&copying, instrument);
    for (guint i = 0; i < names->len; i++)
        if (!copy_folder(&copying, g_ptr_array_index(names, i), error))
            return false;
    return true;
}

static bool write_text(const char *project, const char *name, const GString *text, GError **error)
{
    g_autofree char *path = g_build_filename(project, name, NULL);
    return write_file(path, text->str, text->len, error);
}

static bool is_free(const char *project, GError **error)
{
    if (!disk_has(project))
        return true;
    g_autoptr(GPtrArray) names = disk_names(project, FAILURE_CREATE, error);
    return names &&
           (names->len == 0 || fail(error, FAILURE_CREATE,
                                    "%s: the folder is not empty\nhint: name another", project));
}

static bool write_project(const char *project, const char *layouts,
                          const struct instrument *instrument, GError **error)
{
    if (!is_free(project, error))
        return false;
    g_autoptr(GString) evaluation = starter_evaluation(layouts, instrument, error);
    g_autoptr(GString) readme = evaluation ? starter_readme(layouts, instrument, error) : NULL;
    return readme && make_folder(project, error) &&
           write_text(project, "evaluation.xml", evaluation, error) &&
           write_text(project, "README.md", readme, error) &&
           copy_layouts(layouts, instrument->id, project, error);
}

/* Goes on working with the program's other layouts, which may be newer one day. */
static bool copy_layout(struct call *call, const char *project, const char *layouts, GError **error)
{
    const struct options *given = &call->options;
    const bool here = strcmp(project, ".") == 0;
    g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *folder =
        here ? g_strdup("layouts") : g_build_filename(project, "layouts", NULL);
    g_autofree char *option =
        here ? g_strdup(_("rapor run here")) : g_strdup_printf("--layouts %s", folder);
    const struct own_layout own = {layouts, given->instrument, given->layout, folder};
    if (!own_layout_copy(&own, call->diagnostics, made, error))
        return false;
    for (guint i = 0; i < made->len && !given->quiet; i++)
        fprintf(stderr, _("%s: change it; with %s it is taken in place of the program's own\n"),
                (char *)made->pdata[i], option);
    return true;
}

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const char *project = given->inputs[0] ? given->inputs[0] : ".";
    const char *layouts =
        places_find((struct places){.layouts = given->layouts}, call->arena).layouts;
    if (given->layout) {
        copy_layout(call, project, layouts, error);
        return FAILURE_NONE;
    }
    if (!given->instrument) {
        fail(error, FAILURE_USAGE, "--instrument is missing\nhint: \"rapor doctor\" lists them");
        return FAILURE_USAGE;
    }
    struct instrument *instrument =
        installed_open(layouts, given->instrument, call->diagnostics, error);
    if (!instrument)
        return FAILURE_DATA;
    if (write_project(project, layouts, instrument, error) && !given->quiet)
        fprintf(stderr, _("%s: begin with README.md; there: rapor check evaluation.xml\n"),
                project);
    instrument_close(instrument);
    return FAILURE_NONE;
}

const struct command command_init = {
    .name = "init",
    .operands = "[FOLDER]",
    .summary = N_("create a starter project, or a copy of a layout to edit"),
    .examples = "rapor init penilaian --instrument spbe-2020\n"
                "rapor init --layout letter              # layouts/spbe-2020/letter.xml\n"
                "rapor init --layout common/style.xml\n",
    .about =
        N_("The folder, which must be empty or absent, gets an evaluation that shows every\n"
           "element, layouts to change, and a README in Indonesian.  All that is in it is\n"
           "invented.\n"
           "With --layout, FOLDER/layouts gets a copy of that layout alone.  Run where such a\n"
           "folder is, the program takes what is in it and the rest from its own.\n"),
    .options = (const struct option *const[]){options, options_reading, options_all, NULL},
    .inputs_max = 1,
    .inputs = "FOLDER",
    .run = run,
};
