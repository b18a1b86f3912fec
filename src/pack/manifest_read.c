#include "rapor/pack/manifest.h"

#include "rapor/base/arena.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* The members that are read back: enough of JSON for texts by name, wherever
 * white space stands and whatever else there is. */
struct manifest_scan {
    FILE *from;
    unsigned depth;
    GString *outer, *inner; /* names at depth 1 and 2 that we are in */
    GString *text;          /* the one just read */
    struct manifest *manifest;
    struct arena *arena;
    GPtrArray *kinds;
    GPtrArray *files, *layouts; /* of struct record, or NULL where they are not wanted */
    struct record record;       /* the one being read */
    struct record *kept;        /* the one that was kept last; or NULL */
    manifest_visit *visit;      /* is given what is in FILES, file by file; or NULL */
    void *visitor;
    bool ours;
};

static int next_byte(struct manifest_scan *scan)
{
    return getc_unlocked(scan->from);
}

/* Returns the next byte that is no white space, without going past it. */
static int peek(struct manifest_scan *scan)
{
    int letter = next_byte(scan);
    while (letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n')
        letter = next_byte(scan);
    return ungetc(letter, scan->from);
}

/* The backslash has been read. */
static bool read_escape(struct manifest_scan *scan)
{
    const char *const letters = "\"\\/bfnrt", *const meanings = "\"\\/\b\f\n\r\t";
    const int letter = next_byte(scan);
    const char *found = letter > 0 ? strchr(letters, letter) : NULL;
    if (found) {
        g_string_append_c(scan->text, meanings[found - letters]);
        return true;
    }
    unsigned code = 0;
    for (int i = 1; i <= 4; i++) {
        const int digit = letter == 'u' ? next_byte(scan) : EOF;
        if (digit == EOF || !g_ascii_isxdigit(digit))
            return false;
        code = code << 4 | (unsigned)g_ascii_xdigit_value((char)digit);
    }
    g_string_append_unichar(scan->text, code);
    return true;
}

/* The opening quote has been read. */
static bool read_text(struct manifest_scan *scan)
{
    int letter;
    g_string_truncate(scan->text, 0);
    while ((letter = next_byte(scan)) > 0 && letter != '"')
        if (letter != '\\')
            g_string_append_c(scan->text, (char)letter);
        else if (!read_escape(scan))
            return false;
    return letter == '"';
}

/* The colon has been read; 0: it is no number. */
static uint64_t read_number(struct manifest_scan *scan)
{
    char digits[24];
    size_t count = 0;
    for (int letter = peek(scan); g_ascii_isdigit(letter) && count < sizeof digits - 1;
         letter = peek(scan))
        digits[count++] = (char)next_byte(scan);
    digits[count] = '\0';
    return g_ascii_strtoull(digits, NULL, 10);
}

static void keep_fact(struct manifest_scan *scan)
{
    struct manifest *manifest = scan->manifest;
    const struct {
        unsigned depth;
        const char *name;
        const char **place;
    } facts[] = {
        {1, "version", &manifest->version},
        {1, "instrument", &manifest->instrument},
        {1, "year", &manifest->year},
        {1, "input", &manifest->input},
        {1, "register", &manifest->registry},
        {2, "region", &manifest->region},
        {2, "institution", &manifest->institution},
    };
    const char *name = scan->depth == 1 ? scan->outer->str : scan->inner->str;
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        if (facts[i].depth == scan->depth && strcmp(facts[i].name, name) == 0)
            *facts[i].place = arena_strdup(scan->arena, scan->text->str);
}

/* Where the records of the list that we are in go; NULL: nowhere. */
static GPtrArray *records_of(const struct manifest_scan *scan)
{
    if (strcmp(scan->outer->str, "files") == 0)
        return scan->files;
    return strcmp(scan->outer->str, "layouts") == 0 ? scan->layouts : NULL;
}

/* What a paper is stands behind its digest. */
static void keep_of_paper(struct manifest_scan *scan, const char *text)
{
    struct record *record = scan->kept;
    if (!record)
        return;
    const struct {
        const char *name;
        const char **place;
    } facts[] = {
        {"kind", &record->kind}, {"code", &record->code}, {"number", &record->number},
        {"date", &record->date}, {"seal", &record->seal}, {"content", &record->content},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        if (strcmp(facts[i].name, scan->inner->str) == 0)
            *facts[i].place = text;
}

/* The records of a file are whole. */
static void give_file(struct manifest_scan *scan)
{
    if (!scan->visit || scan->files->len == 0)
        return;
    scan->visit(scan->visitor, scan->files, scan->arena);
    scan->files = g_ptr_array_new();
    scan->arena = arena_create();
    scan->record = (struct record){0};
    scan->kept = NULL;
}

/* Below "files": a file is at depth 3, an entry of its archive at 5. */
static void keep_of_file(struct manifest_scan *scan)
{
    struct record *record = &scan->record;
    const bool name = strcmp(scan->inner->str, "name") == 0;
    if (name && scan->depth == 3)
        give_file(scan);
    const char *text = arena_strdup(scan->arena, scan->text->str);
    if (name) {
        record->file = scan->depth == 3 ? text : record->file;
        record->entry = scan->depth == 3 ? NULL : text;
    } else if (strcmp(scan->inner->str, "sha256") == 0 && record->file && scan->ours) {
        struct record *copy = ARENA_NEW(scan->arena, struct record);
        record->digest = text;
        *copy = *record;
        g_ptr_array_add(records_of(scan), copy);
        scan->kept = copy;
    } else {
        keep_of_paper(scan, text);
    }
}

/* The name of a member has been read; its colon is next. */
static void keep_name(struct manifest_scan *scan)
{
    const char *name = scan->text->str;
    next_byte(scan);
    g_string_assign(scan->depth == 1 ? scan->outer : scan->inner, name);
    if (strcmp(name, "size") == 0)
        scan->record.size = read_number(scan);
    if (strcmp(name, "changed") == 0 && scan->layouts && scan->layouts->len > 0)
        ((struct record *)scan->layouts->pdata[scan->layouts->len - 1])->changed = true;
    if (strcmp(name, "edition") == 0 && scan->kept)
        scan->kept->edition = (unsigned)read_number(scan);
}

static void keep_text(struct manifest_scan *scan)
{
    bool selection = strcmp(scan->outer->str, "selection") == 0;
    if (peek(scan) == ':')
        keep_name(scan);
    else if (records_of(scan) && (scan->depth == 3 || scan->depth == 5))
        keep_of_file(scan);
    else if (scan->depth == 1 && strcmp(scan->outer->str, "program") == 0)
        scan->ours = strcmp(scan->text->str, "rapor") == 0;
    else if (scan->depth == 1 || (scan->depth == 2 && selection))
        keep_fact(scan);
    else if (scan->depth == 3 && selection && strcmp(scan->inner->str, "kinds") == 0)
        g_ptr_array_add(scan->kinds, arena_strdup(scan->arena, scan->text->str));
}

static bool scan_all(struct manifest_scan *scan)
{
    int letter;
    while ((letter = next_byte(scan)) > 0) {
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
    return letter == EOF && !ferror(scan->from) && scan->depth == 0 && scan->ours;
}

static void keep_kinds(const struct manifest_scan *scan)
{
    guint count = scan->kinds->len;
    if (count == 0)
        return;
    const char **kinds = ARENA_ARRAY(scan->arena, count + 1, const char *);
    memcpy(kinds, scan->kinds->pdata, count * sizeof *kinds);
    scan->manifest->kinds = kinds;
}

/* Reads the facts into MANIFEST, and the records into FILES where that is not NULL. */
static bool read_all(const char *folder, struct manifest_scan *scan, GError **error)
{
    g_autofree char *path = g_build_filename(folder, MANIFEST_FILE, NULL);
    if (!disk_has(path))
        return fail(error, FAILURE_INPUT,
                    "%s: there is no %s in it\nhint: name the folder that rapor made", folder,
                    MANIFEST_FILE);
    if (!(scan->from = fopen(path, "rbe")))
        return disk_fail(error, errno, path, FAILURE_INPUT);

    g_autoptr(GString) outer = g_string_new(NULL), inner = g_string_new(NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) kinds = g_ptr_array_new();
    scan->outer = outer;
    scan->inner = inner;
    scan->text = text;
    scan->kinds = kinds;
    const bool whole = scan_all(scan);
    fclose(scan->from);
    if (!whole)
        return fail(error, FAILURE_DATA, "%s: not made by this program", path);
    keep_kinds(scan);
    return true;
}

bool manifest_read(const char *folder, struct manifest *manifest, struct arena *arena,
                   GError **error)
{
    struct manifest_scan scan = {.manifest = manifest, .arena = arena};
    *manifest = (struct manifest){0};
    return read_all(folder, &scan, error);
}

bool manifest_read_whole(const char *folder, struct manifest *manifest, struct arena *arena,
                         GError **error)
{
    struct manifest_scan scan = {.manifest = manifest,
                                 .arena = arena,
                                 .files = g_ptr_array_new(),
                                 .layouts = g_ptr_array_new()};
    *manifest = (struct manifest){.files = scan.files, .layouts = scan.layouts};
    return read_all(folder, &scan, error);
}

bool manifest_read_files(const char *folder, GPtrArray *files, struct arena *arena, GError **error)
{
    struct manifest manifest = {0};
    struct manifest_scan scan = {.manifest = &manifest, .arena = arena, .files = files};
    return read_all(folder, &scan, error);
}

bool manifest_each(const char *folder, manifest_visit *visit, void *data, GError **error)
{
    struct manifest manifest = {0};
    struct manifest_scan scan = {.manifest = &manifest,
                                 .arena = arena_create(),
                                 .files = g_ptr_array_new(),
                                 .visit = visit,
                                 .visitor = data};
    const bool read = read_all(folder, &scan, error);
    if (read)
        give_file(&scan);
    g_ptr_array_unref(scan.files);
    arena_destroy(scan.arena);
    return read;
}

bool manifest_is_of(const struct manifest *manifest, const char *digest, const char *folder,
                    GError **error)
{
    return g_strcmp0(manifest->input, digest) == 0 ||
           fail(error, FAILURE_DATA,
                "%s: was made of another evaluation\nhint: name the one it was made of, or build "
                "it again",
                folder);
}

bool manifest_may_replace(const char *folder, const char *list, GError **error)
{
    g_autofree char *built = g_build_filename(folder, MANIFEST_FILE, NULL);
    g_autofree char *made = g_build_filename(folder, list, NULL);
    return !disk_has(built) || disk_has(made) ||
           fail(error, FAILURE_CREATE,
                "%s: holds papers that were built, and no %s\nhint: name another folder", folder,
                list);
}
