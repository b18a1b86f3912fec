#include "guard.h"

#include "../commands.h"
#include "../register/register.h"

#include "rapor/base/disk.h"
#include "rapor/base/language.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"
#include "rapor/base/sandbox.h"
#include "rapor/base/search_path.h"
#include "rapor/pack/manifest.h"
#include "rapor/shards/gather.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MIB          ((uint64_t)1 << 20)
#define MEMORY_LEAST (4096 * MIB) /* for an input of nothing */
#define MEMORY_TIMES 64           /* for each byte of input */
#define UNKNOWN_SIZE (64 * MIB)   /* what a folder or a stream is taken for */
#define TIME_LEAST   3600         /* seconds for an input of nothing */
#define TIME_TIMES   60           /* for each MiB of input */

const struct option options_guarded[] = {
    {"strict-sandbox", 0, OPTION_FLAG, offsetof(struct options, strict_sandbox), NULL,
     N_("refuse to work where the sandbox is not whole")},
    {0},
};

/* What libraries read, wherever the program is. */
static const char *const of_system[] = {
    "/usr/share",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/share",
    "/usr/local/lib",
    "/lib",
    "/lib64",
    "/etc/fonts",
    "/var/cache/fontconfig",
    "/etc/ssl/openssl.cnf",
    "/etc/ssl/certs",
    "/etc/localtime",
    "/etc/ld.so.cache",
    "/etc/locale.alias",
    "/dev/null",
    "/dev/urandom",
    "/dev/stdin",
    "/proc/self/exe",
    "/sys/devices/system/cpu/online",
};

/* What is named, as it grows. */
struct guard {
    GPtrArray *read, *write; /* paths */
    uint64_t size;           /* bytes of the inputs */
};

static void may_read(struct guard *guard, const char *path)
{
    if (path)
        g_ptr_array_add(guard->read, g_strdup(path));
}

/* An input is read from where it is; saved anew by an editor, it is another file there. */
static void take_input(struct guard *guard, const char *path, bool again)
{
    struct stat about;
    if (!path || strcmp(path, "-") == 0) {
        guard->size += path ? UNKNOWN_SIZE : 0;
        return;
    }
    g_autofree char *folder = g_path_get_dirname(path);
    may_read(guard, again ? folder : path);
    const bool file = stat(path, &about) == 0 && S_ISREG(about.st_mode);
    guard->size += file ? (uint64_t)about.st_size : UNKNOWN_SIZE;
}

static void take_inputs(struct guard *guard, char *const *paths, bool again)
{
    for (size_t i = 0; paths && paths[i]; i++)
        take_input(guard, paths[i], again);
}

/* A file is verified against the sums of its folder, or of one above. */
static void add_sums(struct guard *guard, const char *path)
{
    g_autofree char *folder = g_canonicalize_filename(path, NULL);
    for (char *slash = strrchr(folder, '/'); slash && slash > folder;
         slash = strrchr(folder, '/')) {
        *slash = '\0';
        g_ptr_array_add(guard->read, g_build_filename(folder, SUMS_FILE, NULL));
    }
}

/* The folder that PATH is to stand in, with links followed; of folders that are not there yet,
 * the one that they are to be made in. */
static char *nearest_folder(const char *path)
{
    char *real = realpath(path, NULL);
    char *folder = g_canonicalize_filename(real ? real : path, NULL);
    free(real);
    do {
        char *parent = g_path_get_dirname(folder);
        g_free(folder);
        folder = parent;
    } while (!g_file_test(folder, G_FILE_TEST_IS_DIR));
    return folder;
}

/* What is written is made beside its place, and renamed. */
static void may_write(struct guard *guard, const char *path)
{
    struct stat about;
    if (!path || !*path || strcmp(path, "-") == 0)
        return;
    const bool special =
        stat(path, &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode);
    g_ptr_array_add(guard->write, special ? g_strdup(path) : nearest_folder(path));
}

/* Whether it names a register, as far as can be seen now. */
static bool may_name_register(const char *evaluation)
{
    static const char tag[] = "<register";
    struct stat about;
    if (strcmp(evaluation, "-") == 0 || stat(evaluation, &about) != 0)
        return true;
    if (!S_ISREG(about.st_mode))
        return false;
    g_autoptr(GMappedFile) file = g_mapped_file_new(evaluation, FALSE, NULL);
    const char *text = file ? g_mapped_file_get_contents(file) : NULL;
    return !file || (text && memmem(text, g_mapped_file_get_length(file), tag, strlen(tag)));
}

/* An evaluation may name a register, which lies in its own folder. */
static void add_register(struct guard *guard, const char *evaluation)
{
    if (evaluation && may_name_register(evaluation))
        g_ptr_array_add(guard->write, g_path_get_dirname(evaluation));
}

/* The register itself; "note" takes papers that lie beside its sheet into a folder. */
static void add_register_command(struct guard *guard, const struct call *call)
{
    char *const *inputs = call->options.inputs;
    const bool registers = call->command == &command_register;
    if (!registers && call->command != &command_issue)
        return;
    may_write(guard, register_path(call));
    if (!registers || g_strcmp0(inputs[0], register_note_action.name) != 0)
        return;
    g_autofree char *beside = g_path_get_dirname(inputs[1]);
    may_read(guard, beside);
    may_write(guard, inputs[2]);
}

/* The list of fonts is the user's own; it names folders.  That it is not there, or wrong, is told
 * when the fonts are opened. */
static bool add_fonts(struct guard *guard, const char *list, GError **error)
{
    g_autoptr(GError) unread = NULL;
    g_autoptr(xmlDoc) doc = markup_open(list, &unread);
    if (unread && disk_broke_off(unread)) {
        g_propagate_error(error, g_steal_pointer(&unread));
        return false;
    }
    g_autofree char *beside = g_path_get_dirname(list);
    may_read(guard, beside);
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    for (xmlNode *node = root ? root->children : NULL; node; node = node->next) {
        g_auto(XmlText) path =
            node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST "folder")
                ? xmlGetNoNsProp(node, BAD_CAST "path")
                : NULL;
        may_read(guard, (const char *)path);
    }
    return true;
}

static bool add_places(struct guard *guard, const struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const struct places places = places_find(
        (struct places){given->layouts, given->fonts, given->emblem, false}, call->arena);
    g_auto(GStrv) layouts = search_path_folders(places.layouts);
    for (char **folder = layouts; *folder; folder++)
        may_read(guard, *folder);
    g_autofree char *beside = g_path_get_dirname(places.emblem);
    may_read(guard, given->watch ? beside : places.emblem);
    return add_fonts(guard, places.fonts, error);
}

static void add_named(struct guard *guard, const struct call *call)
{
    const struct options *given = &call->options;
    const char *const read[] = {given->legend, given->roots, g_getenv("OPENSSL_CONF")};
    const char *const write[] = {
        given->output,   given->into,     given->report,          given->mark,
        given->dispatch, given->registry, g_getenv("RAPOR_TIMES")};
    const char *const linked[] = {given->previous, call->shards ? call->shards->dir : NULL};
    const bool worded = call->command == &command_register; /* the first says what to do */
    take_inputs(guard, given->inputs + worded, given->watch);
    take_inputs(guard, given->history, given->watch);
    take_input(guard, given->into, false);
    for (char **input = given->inputs; call->command == &command_verify && *input; input++)
        add_sums(guard, *input);
    if (call->command == &command_adopt) /* the folder is made anew beside its place */
        may_write(guard, given->inputs[0]);
    add_register_command(guard, call);
    const bool papers = call->command == &command_build || call->command == &command_print;
    if (papers && !given->registry)
        add_register(guard, given->inputs[0]);
    for (size_t i = 0; i < G_N_ELEMENTS(read); i++)
        may_read(guard, read[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(write); i++)
        may_write(guard, write[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(linked); i++)
        if (linked[i]) /* the kernel lets nothing be linked to where more may be done with it */
            g_ptr_array_add(guard->write, g_strdup(linked[i]));
    g_ptr_array_add(guard->write, g_strdup(g_get_tmp_dir()));
}

static bool enter(struct guard *guard, const struct call *call, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(of_system); i++)
        may_read(guard, of_system[i]);
    if (!add_places(guard, call, error))
        return false;
    add_named(guard, call);
    g_ptr_array_add(guard->read, NULL);
    g_ptr_array_add(guard->write, NULL);
    const struct sandbox sandbox = {
        .read = (const char *const *)guard->read->pdata,
        .write = (const char *const *)guard->write->pdata,
        .memory = MEMORY_LEAST + MEMORY_TIMES * guard->size,
        .workers = call->options.sign,
        .seconds = call->options.watch ? 0 : TIME_LEAST + TIME_TIMES * (guard->size / MIB),
    };
    return sandbox_enter(&sandbox, call->options.strict_sandbox, error);
}

bool guard_enter(const struct call *call, GError **error)
{
    struct guard guard = {g_ptr_array_new_with_free_func(g_free),
                          g_ptr_array_new_with_free_func(g_free), 0};
    const bool entered = enter(&guard, call, error);
    g_ptr_array_unref(guard.read);
    g_ptr_array_unref(guard.write);
    return entered;
}
