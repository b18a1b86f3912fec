#include "rapor/manifest.h"

#include "rapor/arena.h"
#include "rapor/failure.h"

#include <string.h>

/* The members that are read back: enough of JSON for texts by name, wherever
 * white space stands and whatever else there is. */
struct scan {
    const char *at;
    unsigned depth;
    GString *outer, *inner; /* names at depth 1 and 2 that we are in */
    GString *text;          /* the one just read */
    struct manifest *manifest;
    struct arena *arena;
    GPtrArray *kinds;
    bool ours;
};

static bool read_escape(struct scan *scan)
{
    const char *const letters = "\"\\/bfnrt", *const meanings = "\"\\/\b\f\n\r\t";
    char letter = *scan->at;
    const char *found = letter ? strchr(letters, letter) : NULL;
    if (found) {
        g_string_append_c(scan->text, meanings[found - letters]);
        scan->at++;
        return true;
    }
    unsigned code = 0;
    for (int i = 1; i <= 4; i++) {
        if (letter != 'u' || !g_ascii_isxdigit(scan->at[i]))
            return false;
        code = code << 4 | (unsigned)g_ascii_xdigit_value(scan->at[i]);
    }
    g_string_append_unichar(scan->text, code);
    scan->at += 5;
    return true;
}

/* The opening quote has been read. */
static bool read_text(struct scan *scan)
{
    g_string_truncate(scan->text, 0);
    while (*scan->at && *scan->at != '"') {
        char letter = *scan->at++;
        if (letter != '\\')
            g_string_append_c(scan->text, letter);
        else if (!read_escape(scan))
            return false;
    }
    return *scan->at++ == '"';
}

static bool is_name(const struct scan *scan)
{
    return scan->at[strspn(scan->at, " \t\r\n")] == ':';
}

static void keep_fact(struct scan *scan)
{
    struct manifest *manifest = scan->manifest;
    const struct {
        unsigned depth;
        const char *name;
        const char **place;
    } facts[] = {
        {1, "version", &manifest->version}, {1, "instrument", &manifest->instrument},
        {1, "year", &manifest->year},       {1, "input", &manifest->input},
        {2, "region", &manifest->region},   {2, "institution", &manifest->institution},
    };
    const char *name = scan->depth == 1 ? scan->outer->str : scan->inner->str;
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        if (facts[i].depth == scan->depth && strcmp(facts[i].name, name) == 0)
            *facts[i].place = arena_strdup(scan->arena, scan->text->str);
}

static void keep_text(struct scan *scan)
{
    bool selection = strcmp(scan->outer->str, "selection") == 0;
    if (is_name(scan))
        g_string_assign(scan->depth == 1 ? scan->outer : scan->inner, scan->text->str);
    else if (scan->depth == 1 && strcmp(scan->outer->str, "program") == 0)
        scan->ours = strcmp(scan->text->str, "rapor") == 0;
    else if (scan->depth == 1 || (scan->depth == 2 && selection))
        keep_fact(scan);
    else if (scan->depth == 3 && selection && strcmp(scan->inner->str, "kinds") == 0)
        g_ptr_array_add(scan->kinds, arena_strdup(scan->arena, scan->text->str));
}

static bool scan_all(struct scan *scan)
{
    while (*scan->at) {
        char letter = *scan->at++;
        if (letter == '"') {
            if (!read_text(scan))
                return false;
            keep_text(scan);
        } else if (letter == '{' || letter == '[') {
            scan->depth++;
        } else if (letter == '}' || letter == ']') {
            if (scan->depth-- == 0)
                return false;
        }
    }
    return scan->depth == 0 && scan->ours;
}

static void keep_kinds(const struct scan *scan)
{
    guint count = scan->kinds->len;
    if (count == 0)
        return;
    const char **kinds = ARENA_ARRAY(scan->arena, count + 1, const char *);
    memcpy(kinds, scan->kinds->pdata, count * sizeof *kinds);
    scan->manifest->kinds = kinds;
}

bool manifest_read(const char *folder, struct manifest *manifest, struct arena *arena,
                   GError **error)
{
    *manifest = (struct manifest){0};
    g_autofree char *path = g_build_filename(folder, MANIFEST_FILE, NULL);
    g_autofree char *json = NULL;
    g_autoptr(GError) cause = NULL;
    if (!g_file_get_contents(path, &json, NULL, &cause))
        return fail(error, FAILURE_INPUT, "%s", cause->message);

    g_autoptr(GString) outer = g_string_new(NULL), inner = g_string_new(NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) kinds = g_ptr_array_new();
    struct scan scan = {.at = json,
                        .outer = outer,
                        .inner = inner,
                        .text = text,
                        .manifest = manifest,
                        .arena = arena,
                        .kinds = kinds};
    if (!scan_all(&scan))
        return fail(error, FAILURE_DATA, "%s: not made by this program", path);
    keep_kinds(&scan);
    return true;
}
