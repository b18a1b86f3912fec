/* The font list and the private configuration made of it. */
#include "rapor/type/fonts.h"

#include "rapor/base/markup.h"
#include "type.h"

#include "rapor/base/arena.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/own.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

/* Of all text, as far as its shaping depends on it. */
#define LANGUAGE "id"

/* The list as it is read. */
struct font_list {
    const char *path;
    struct fonts *fonts;
    GPtrArray *folders;            /* texts */
    GPtrArray *names;              /* of families */
    GArray *patterns;              /* struct patterns */
    GPtrArray *missing, *packages; /* files that are not there, and what they are in */
    GError **error;
};

static char *attribute(const struct font_list *list, const xmlNode *node, const char *name)
{
    g_auto(XmlText) text = xmlGetNoNsProp((xmlNode *)node, (const xmlChar *)name);
    if (!text)
        fail(list->error, FAILURE_DATA, "%s:%ld: <%s> needs %s=", list->path, xmlGetLineNo(node),
             node->name, name);
    return text ? arena_strdup(list->fonts->arena, (const char *)text) : NULL;
}

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* Returns the file in the first folder that has it; NULL and the error where none has. */
static const char *find_file(const struct font_list *list, const char *name, const char *package)
{
    for (guint i = 0; i < list->folders->len; i++) {
        g_autofree char *path = g_build_filename(list->folders->pdata[i], name, NULL);
        if (disk_has(path))
            return arena_strdup(list->fonts->arena, path);
    }
    g_ptr_array_add(list->missing, (void *)name);
    if (!g_ptr_array_find_with_equal_func(list->packages, package, g_str_equal, NULL))
        g_ptr_array_add(list->packages, (void *)package);
    return NULL;
}

/* Tells of all files that are missing at once; true: none is. */
static bool has_all(const struct font_list *list)
{
    if (list->missing->len == 0)
        return true;
    g_ptr_array_add(list->missing, NULL);
    g_ptr_array_add(list->packages, NULL);
    g_autofree char *names = g_strjoinv(", ", (char **)list->missing->pdata);
    g_autofree char *packages = g_strjoinv(" ", (char **)list->packages->pdata);
    return fail(list->error, FAILURE_UNAVAILABLE, "%s %s not installed; on Debian: apt install %s",
                names, list->missing->len > 2 ? "are" : "is", packages);
}

static bool add_font(const struct font_list *list, const char *path)
{
    return FcConfigAppFontAddFile(list->fonts->config, (const FcChar8 *)path);
}

/* File by file, since a folder added whole would make fontconfig write a cache. */
static bool add_file(const struct font_list *list, const char *name, const char *package)
{
    const char *path = find_file(list, name, package);
    if (!path)
        return true; /* told with the others */
    if (add_font(list, path))
        return true;
    g_autofree char *bytes = disk_read(path, FAILURE_UNAVAILABLE, NULL, list->error);
    return bytes && (add_font(list, path) || /* once it could be read */
                     fail(list->error, FAILURE_UNAVAILABLE, "%s: not a font", path));
}

static bool read_family(const struct font_list *list, const xmlNode *family)
{
    char *name = attribute(list, family, "name");
    const char *package = attribute(list, family, "package");
    if (!name || !package)
        return false;
    g_ptr_array_add(list->names, name);
    for (const xmlNode *node = family->children; node; node = node->next) {
        const char *file = is_element(node, "file") ? attribute(list, node, "name") : NULL;
        if (is_element(node, "file") && (!file || !add_file(list, file, package)))
            return false;
    }
    return true;
}

/* Patterns without a package lie beside the list. */
static const char *patterns_path(const struct font_list *list, const xmlNode *node,
                                 const char *file)
{
    if (xmlHasProp(node, BAD_CAST "package")) {
        const char *package = attribute(list, node, "package");
        return package ? find_file(list, file, package) : NULL;
    }
    g_autofree char *folder = g_path_get_dirname(list->path);
    g_autofree char *path = g_build_filename(folder, file, NULL);
    if (disk_has(path))
        return arena_strdup(list->fonts->arena, path);
    fail(list->error, FAILURE_UNAVAILABLE, "%s: missing", path);
    return NULL;
}

static bool read_patterns(const struct font_list *list, const xmlNode *node)
{
    const char *language = attribute(list, node, "language");
    const char *file = attribute(list, node, "file");
    const char *path = language && file ? patterns_path(list, node, file) : NULL;
    const struct patterns patterns = {.language = language, .path = path};
    g_array_append_val(list->patterns, patterns);
    return path || (language && file && xmlHasProp(node, BAD_CAST "package"));
}

static bool read_entries(const struct font_list *list, const xmlNode *root)
{
    for (const xmlNode *node = root->children; node; node = node->next) {
        char *folder = is_element(node, "folder") ? attribute(list, node, "path") : NULL;
        if (is_element(node, "folder") && !folder)
            return false;
        if (folder)
            g_ptr_array_add(list->folders, folder);
        if (is_element(node, "family") && !read_family(list, node))
            return false;
        if (is_element(node, "hyphenation") && !read_patterns(list, node))
            return false;
    }
    return true;
}

/* Keeps the names of what was found. */
static void keep_names(struct fonts *fonts, const struct font_list *list)
{
    const GPtrArray *names = list->names;
    fonts->families = ARENA_ARRAY(fonts->arena, names->len + 1, const char *);
    for (guint i = 0; i < names->len; i++)
        fonts->families[i] = names->pdata[i];
    guint count = list->patterns->len;
    fonts->languages = ARENA_ARRAY(fonts->arena, count + 1, const char *);
    fonts->patterns = ARENA_ARRAY(fonts->arena, count, struct patterns);
    for (guint i = 0; i < count; i++) {
        fonts->patterns[i] = g_array_index(list->patterns, struct patterns, i);
        fonts->languages[i] = fonts->patterns[i].language;
    }
}

static bool read_list(struct fonts *fonts, const char *path, GError **error)
{
    GError *cause = NULL;
    g_autoptr(xmlDoc) doc = markup_open(path, &cause);
    if (!doc) {
        cause->code = cause->code == FAILURE_IO ? FAILURE_IO : FAILURE_UNAVAILABLE;
        g_propagate_error(error, cause);
        return false;
    }
    g_autoptr(GPtrArray) folders = g_ptr_array_new();
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(GArray) patterns = g_array_new(FALSE, TRUE, sizeof(struct patterns));
    g_autoptr(GPtrArray) missing = g_ptr_array_new();
    g_autoptr(GPtrArray) packages = g_ptr_array_new();
    const struct font_list list = {path, fonts, folders, names, patterns, missing, packages, error};
    if (!read_entries(&list, xmlDocGetRootElement(doc)) || !has_all(&list))
        return false;
    keep_names(fonts, &list);
    return names->len > 0 || fail(error, FAILURE_UNAVAILABLE, "%s: no fonts", path);
}

/* Measures as the outlines are, not as they would sit on a screen's pixels. */
static void be_exact(PangoContext *context)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(LANGUAGE));
}

static bool open_map(struct fonts *fonts, GError **error)
{
    fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    if (!fonts->map)
        return fail(error, FAILURE_UNAVAILABLE, "pango was built without FreeType");
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), fonts->config);
    fonts->context = pango_font_map_create_context(fonts->map);
    be_exact(fonts->context);
    fonts->buffer = hb_buffer_create();
    fonts->language = hb_language_from_string(LANGUAGE, -1);
    return true;
}

struct fonts *fonts_open(const char *path, GError **error)
{
    struct fonts *fonts = g_new0(struct fonts, 1);
    fonts->arena = arena_create();
    fonts->shaped = arena_create();
    fonts->config = FcConfigCreate();
    /* Whatever asks fontconfig for its settings from now on gets ours. */
    FcConfigSetCurrent(fonts->config);
    if (!read_list(fonts, path, error) || !patterns_open(fonts, error) || !open_map(fonts, error)) {
        fonts_close(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_close(struct fonts *fonts)
{
    if (!fonts)
        return;
    faces_close(fonts);
    patterns_close(fonts);
    hb_buffer_destroy(fonts->buffer);
    g_clear_object(&fonts->context);
    g_clear_object(&fonts->map);
    FcConfigDestroy(fonts->config);
    arena_destroy(fonts->shaped);
    arena_destroy(fonts->arena);
    g_free(fonts);
}

const char *const *fonts_families(const struct fonts *fonts)
{
    return fonts->families;
}

char **fonts_files(const struct fonts *fonts)
{
    const FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetApplication);
    char **files = g_new0(char *, set ? (gsize)set->nfont + 1 : 1);
    for (int i = 0, count = 0; set && i < set->nfont; i++) {
        FcChar8 *path;
        if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &path) == FcResultMatch)
            files[count++] = g_strdup((const char *)path);
    }
    return files;
}

bool fonts_can_be_read(const struct fonts *fonts, GError **error)
{
    const FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetApplication);
    bool read = true;
    for (int i = 0; set && read && i < set->nfont; i++) {
        FcChar8 *path;
        if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &path) != FcResultMatch)
            continue;
        g_autofree char *bytes = disk_read((const char *)path, FAILURE_UNAVAILABLE, NULL, error);
        read = bytes != NULL;
    }
    return read;
}

char **fonts_patterns(const struct fonts *fonts)
{
    const guint count = g_strv_length((char **)fonts->languages);
    char **files = g_new0(char *, count + 1);
    for (guint i = 0; i < count; i++)
        files[i] = g_strdup(fonts->patterns[i].path);
    return files;
}

const char *const *fonts_languages(const struct fonts *fonts)
{
    return fonts->languages;
}
