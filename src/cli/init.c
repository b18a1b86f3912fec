#include "command.h"
#include "shelf.h"
#include "starter.h"

#include "rapor/arena.h"
#include "rapor/failure.h"
#include "rapor/instrument.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static const struct option options[] = {
    {"instrument", 0, OPTION_TEXT, offsetof(struct options, instrument), "INSTRUMENT",
     "what is measured"},
    {"quiet", 'q', OPTION_FLAG, offsetof(struct options, quiet), NULL, "no closing lines"},
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
    g_autofree char *from = g_build_filename(copying->from, folder, name, NULL);
    g_autofree char *to = g_build_filename(copying->to, folder, name, NULL);
    g_autofree char *bytes = NULL;
    g_autoptr(GError) cause = NULL;
    gsize size;
    bool wanted = g_str_has_suffix(name, ".xml") || g_str_has_suffix(name, ".rng") ||
                  g_str_has_suffix(name, ".svg");
    if (!wanted)
        return true;
    if (!g_file_get_contents(from, &bytes, &size, &cause))
        return fail(error, FAILURE_UNAVAILABLE, "%s", cause->message);
    if (g_str_has_suffix(name, ".xml"))
        need_named(copying, bytes);
    return write_file(to, bytes, size, error);
}

static bool copy_folder(const struct copying *copying, const char *name, GError **error)
{
    g_autofree char *from = g_build_filename(copying->from, name, NULL);
    g_autofree char *to = g_build_filename(copying->to, name, NULL);
    g_autoptr(GError) cause = NULL;
    g_autoptr(GDir) folder = g_dir_open(from, 0, &cause);
    const char *file;
    if (!folder)
        return fail(error, FAILURE_UNAVAILABLE, "%s", cause->message);
    if (!make_folder(to, error))
        return false;
    while ((file = g_dir_read_name(folder)))
        if (!copy_file(copying, name, file, error))
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

static bool write_text(const char *project, const char *name, GString *text, GError **error)
{
    g_autofree char *path = g_build_filename(project, name, NULL);
    bool done = write_file(path, text->str, text->len, error);
    g_string_free(text, TRUE);
    return done;
}

static bool is_free(const char *project, GError **error)
{
    g_autoptr(GDir) folder = g_dir_open(project, 0, NULL);
    if (folder && g_dir_read_name(folder))
        return fail(error, FAILURE_CREATE, "%s: the folder is not empty\nhint: name another",
                    project);
    return true;
}

static bool write_project(const char *project, const char *layouts,
                          const struct instrument *instrument, GError **error)
{
    return is_free(project, error) && make_folder(project, error) &&
           write_text(project, "evaluation.xml", starter_evaluation(instrument), error) &&
           write_text(project, "README.md", starter_readme(instrument), error) &&
           copy_layouts(layouts, instrument->id, project, error);
}

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const char *project = given->inputs[0] ? given->inputs[0] : ".";
    const char *layouts =
        places_find((struct places){.layouts = given->layouts}, call->arena).layouts;
    if (!given->instrument) {
        fail(error, FAILURE_USAGE, "--instrument is missing\nhint: \"rapor doctor\" lists them");
        return FAILURE_USAGE;
    }
    struct instrument *instrument =
        shelf_open(layouts, given->instrument, call->diagnostics, error);
    if (!instrument)
        return FAILURE_DATA;
    if (write_project(project, layouts, instrument, error) && !given->quiet)
        fprintf(stderr,
                "%s: begin with README.md, then: rapor check --layouts layouts evaluation.xml\n",
                project);
    instrument_close(instrument);
    return FAILURE_NONE;
}

const struct command command_init = {
    .name = "init",
    .operands = "[FOLDER]",
    .summary = "write a small project to start from",
    .examples = "rapor init penilaian --instrument spbe-2020\n",
    .about = "The folder, which must be empty or absent, gets an evaluation that shows every\n"
             "element, layouts to change, and a README in Indonesian.  All that is in it is\n"
             "invented.\n",
    .options = (const struct option *const[]){options, options_reading, options_all, NULL},
    .inputs_max = 1,
    .inputs = "FOLDER",
    .run = run,
};
