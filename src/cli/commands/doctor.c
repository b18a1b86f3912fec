#include "../command.h"
#include "../installed.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/sandbox.h"
#include "rapor/base/search_path.h"
#include "rapor/paint/paint.h"
#include "rapor/read/instrument.h"
#include "rapor/type/fonts.h"

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>
#include <libxml/parser.h>
#include <pango/pango.h>
#include <qrencode.h>
#include <stdio.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

/* Prints a line; returns GOOD. */
static bool say(bool good, const char *what, const char *detail)
{
    printf("%-8s %-14s %s\n", good ? _("ok") : _("MISSING"), what, detail);
    return good;
}

static void tell(const char *what, const char *detail)
{
    printf("%-8s %-14s %s\n", "", what, detail);
}

static char *dotted(int major, int minor, int micro)
{
    return g_strdup_printf("%d.%d.%d", major, minor, micro);
}

static void tell_libraries(void)
{
    int fontconfig = FcGetVersion();
    g_autofree char *glib =
        dotted((int)glib_major_version, (int)glib_minor_version, (int)glib_micro_version);
    g_autofree char *fonts = dotted(fontconfig / 10000, fontconfig / 100 % 100, fontconfig % 100);
    g_autofree char *rsvg =
        dotted(LIBRSVG_MAJOR_VERSION, LIBRSVG_MINOR_VERSION, LIBRSVG_MICRO_VERSION);
    tell("rapor", RAPOR_VERSION);
    tell("libxml2", LIBXML_DOTTED_VERSION);
    tell("glib", glib);
    tell("cairo", cairo_version_string());
    tell("pango", pango_version_string());
    tell("fontconfig", fonts);
    tell("librsvg", rsvg);
    tell("libqrencode", QRcode_APIVersionString());
    tell("libxlsxwriter", lxw_version());
    tell("libzip", zip_libzip_version());
}

/* True for a folder of an instrument without fault. */
static bool check_instrument(const char *folder, const char *name)
{
    struct diagnostics *diagnostics = diagnostics_create();
    g_autoptr(GError) error = NULL;
    struct instrument *instrument = instrument_open(folder, diagnostics, &error);
    size_t wrong = diagnostics_count(diagnostics, SEVERITY_ERROR);
    g_autofree char *detail =
        instrument ? g_strdup_printf(_("%s: %zu indicators, %zu documents"), name,
                                     instrument->indicator_count, instrument->document_count)
                   : g_strdup_printf(_("%s: %s (%zu errors)"), name,
                                     error ? error->message : _("not usable as it is"), wrong);
    bool good = say(instrument != NULL, _("instrument"), detail);
    instrument_close(instrument);
    diagnostics_destroy(diagnostics);
    return good;
}

/* Which file of each name counts.  The program's own folder is the last. */
static void tell_winners(const char *layouts, const char *folder)
{
    g_auto(GStrv) folders = search_path_folders(layouts);
    g_autoptr(GPtrArray) names = search_path_names(layouts, folder, NULL);
    const char *own = folders[g_strv_length(folders) - 1];
    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *name = g_build_filename(folder, names->pdata[i], NULL);
        g_autofree char *path = search_path_find(layouts, name);
        if (!g_str_has_suffix(name, ".xml") && !g_str_has_suffix(name, ".svg"))
            continue;
        const char *note = "";
        if (!g_str_has_prefix(path, own))
            note = search_path_changed(layouts, name, NULL)
                       ? _(": yours")
                       : _(": yours, the same as the program's");
        g_autofree char *detail = g_strconcat(path, note, NULL);
        tell(_("file"), detail);
    }
}

static bool check_layouts(const char *layouts)
{
    g_auto(GStrv) folders = search_path_folders(layouts);
    g_autoptr(GPtrArray) instruments = instrument_ids(layouts, NULL);
    g_autoptr(GPtrArray) schemas = installed_schemas(layouts);
    bool good = true;
    for (char **folder = folders; *folder; folder++)
        good = say(g_file_test(*folder, G_FILE_TEST_IS_DIR), _("layouts"), *folder) && good;
    if (!instruments || instruments->len == 0)
        good = say(false, _("instruments"), _("a folder with an instrument.xml"));
    g_autofree char *count = g_strdup_printf("%u", schemas->len);
    good = say(schemas->len > 0, _("schemas"), count) && good;
    for (guint i = 0; instruments && i < instruments->len; i++) {
        const char *name = instruments->pdata[i];
        g_autofree char *folder = instrument_folder(layouts, name);
        good = check_instrument(folder, name) && good;
        tell_winners(layouts, name);
    }
    tell_winners(layouts, "common");
    return good;
}

static bool check_fonts(const char *path)
{
    g_autoptr(GError) error = NULL;
    struct fonts *fonts = fonts_open(path, &error);
    if (!fonts)
        return say(false, _("fonts"), error->message);
    g_autofree char *families = g_strjoinv(", ", (char **)fonts_families(fonts));
    g_autofree char *languages = g_strjoinv(", ", (char **)fonts_languages(fonts));
    g_autofree char *detail = g_strdup_printf("%s: %s", path, families);
    g_auto(GStrv) files = fonts_files(fonts);
    fonts_close(fonts);
    say(true, _("hyphenation"), languages);
    say(true, _("fonts"), detail);
    for (char **file = files; *file; file++)
        tell(_("font"), *file);
    return true;
}

static bool check_emblem(const char *path)
{
    return path ? say(access(path, R_OK) == 0, _("emblem"), path)
                : say(true, _("emblem"), _("placeholder"));
}

/* What the kernel offers to shut a process in. */
static void tell_sandbox(void)
{
    const int version = sandbox_landlock();
    const char *missing = sandbox_missing();
    g_autofree char *landlock =
        version > 0 ? g_strdup_printf(_("version %d"), version) : g_strdup(_("not in this kernel"));
    g_autofree char *sandbox = missing ? g_strdup_printf(_("not whole: %s"), _(missing))
                                       : g_strdup(_("whole: files, network, programs"));
    g_autofree char *actions =
        disk_read("/proc/sys/kernel/seccomp/actions_avail", FAILURE_UNAVAILABLE, NULL, NULL);
    tell("sandbox", sandbox);
    tell("landlock", landlock);
    tell("seccomp", actions ? g_strstrip(actions) : _("not in this kernel"));
}

static void tell_disk(const char *what, const char *folder)
{
    struct statvfs found;
    if (statvfs(folder, &found) != 0)
        return;
    g_autofree char *room = g_format_size((guint64)found.f_bavail * found.f_frsize);
    g_autofree char *detail = g_strdup_printf(_("%s free for %s"), room, folder);
    tell(what, detail);
}

static void tell_painters(void)
{
    g_autoptr(GString) names = g_string_new(painters[0]->name);
    for (size_t i = 1; painters[i]; i++)
        g_string_append_printf(names, ", %s", painters[i]->name);
    tell(_("painters"), names->str);
}

static void tell_surroundings(void)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    const char *const *languages = g_get_language_names();
    g_autofree char *processors = g_strdup_printf("%u", g_get_num_processors());
    g_autofree char *locale = g_strdup_printf(_("%s (changes nothing)"), languages[0]);
    tell(_("processors"), processors);
    tell(_("locale"), locale);
    tell("epoch", epoch && *epoch ? epoch : _("not set: dates are those of the input"));
}

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const struct places places = places_find(
        (struct places){given->layouts, given->fonts, given->emblem, false}, call->arena);
    const char *temporary = g_get_tmp_dir();

    tell_libraries();
    tell_painters();
    tell_surroundings();
    tell_sandbox();
    tell_disk(_("disk"), ".");
    tell_disk(_("disk"), temporary);
    bool good = check_layouts(places.layouts);
    good = check_fonts(places.fonts) && good;
    good = check_emblem(places.emblem) && good;
    good = say(access(temporary, W_OK) == 0, _("temporary"), temporary) && good;
    if (!good)
        fail(error, FAILURE_UNAVAILABLE, "something that is needed is missing");
    return good ? FAILURE_NONE : FAILURE_UNAVAILABLE;
}

static const struct option options[] = {
    {"layouts", 0, OPTION_TEXT, offsetof(struct options, layouts), "DIR",
     N_("folder of your own layouts, searched before the built-in ones")},
    {0},
};

const struct command command_doctor = {
    .name = "doctor",
    .operands = "",
    .summary = N_("say what is installed, and what is missing"),
    .examples = "rapor doctor\n"
                "rapor doctor --layouts my-layouts\n",
    .about = N_("Each layout is named with the file that counts: of folders laid over one another\n"
                "the first that has it.\n"),
    .options = (const struct option *const[]){options, options_typesetting, options_all, NULL},
    .run = run,
};
