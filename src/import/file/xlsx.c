/* A workbook: its parts are found by their relationships, whatever they are called. */
#include "xlsx_parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <string.h>

#define SHEETS_MOST  256
#define STRINGS_MOST 2000000

/* The relationships of a part: id and kind -> target. */
struct links {
    struct arena *arena;
    const char *folder;  /* that targets are relative to, ended by "/" or empty */
    GHashTable *by_id;   /* id -> part */
    GHashTable *by_kind; /* last word of the type -> part */
};

/* Resolves "../media/x" and "./x" in FOLDER; "/x" is from the root. */
static const char *resolved(const struct links *links, const char *target)
{
    g_autofree char *plain = g_uri_unescape_string(target, NULL);
    g_autofree char *forward = g_strdelimit(g_strdup(plain ? plain : target), "\\", '/');
    g_autofree char *joined = g_strconcat(*forward == '/' ? "" : links->folder, forward, NULL);
    g_auto(GStrv) steps = g_strsplit(joined, "/", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (char **step = steps; *step; step++) {
        if (strcmp(*step, "..") == 0 && kept->len > 0)
            g_ptr_array_remove_index(kept, kept->len - 1);
        else if (**step && strcmp(*step, ".") != 0 && strcmp(*step, "..") != 0)
            g_ptr_array_add(kept, *step);
    }
    g_ptr_array_add(kept, NULL);
    g_autofree char *path = g_strjoinv("/", (char **)kept->pdata);
    return arena_strdup(links->arena, path);
}

static bool take_link(void *data, xmlTextReader *reader, GError **error)
{
    struct links *links = data;
    (void)error;
    if (!part_starts(reader, "Relationship"))
        return true;
    g_autofree char *id = part_attribute(reader, "Id");
    g_autofree char *target = part_attribute(reader, "Target");
    g_autofree char *type = part_attribute(reader, "Type");
    g_autofree char *mode = part_attribute(reader, "TargetMode");
    if (!id || !target || !type || g_strcmp0(mode, "External") == 0)
        return true;
    const char *part = resolved(links, target), *slash = strrchr(type, '/');
    g_hash_table_insert(links->by_id, arena_strdup(links->arena, id), (void *)part);
    g_hash_table_insert(links->by_kind, arena_strdup(links->arena, slash ? slash + 1 : type),
                        (void *)part);
    return true;
}

/* Reads the relationships of PART ("": of the whole); those that are not there are none. */
static bool links_read(struct links *links, struct xlsx_workbook *book, const char *part,
                       GError **error)
{
    const char *slash = strrchr(part, '/'), *base = slash ? slash + 1 : part;
    *links = (struct links){
        .arena = book->grids->arena,
        .folder = arena_strndup(book->grids->arena, part, (size_t)(base - part)),
        .by_id = g_hash_table_new(g_str_hash, g_str_equal),
        .by_kind = g_hash_table_new(g_str_hash, g_str_equal),
    };
    g_autofree char *name = g_strdup_printf("%s_rels/%s.rels", links->folder, base);
    return !parcel_has(book->parcel, name) ||
           parcel_read(book->parcel, name, &(struct part_reader){take_link, links}, error);
}

static void links_clear(struct links *links)
{
    g_hash_table_unref(links->by_id);
    g_hash_table_unref(links->by_kind);
}

/* A sheet as the workbook names it. */
struct xlsx_entry {
    const char *name, *id;
};

struct xlsx_contents {
    struct xlsx_workbook *book;
    GArray *entries;
};

static bool take_entry(void *data, xmlTextReader *reader, GError **error)
{
    struct xlsx_contents *contents = data;
    struct arena *arena = contents->book->grids->arena;
    if (part_starts(reader, "workbookPr")) {
        g_autofree char *year = part_attribute(reader, "date1904");
        contents->book->from_1904 = year && (strcmp(year, "1") == 0 || strcmp(year, "true") == 0);
    }
    if (!part_starts(reader, "sheet"))
        return true;
    g_autofree char *name = part_attribute(reader, "name");
    g_autofree char *id = part_attribute(reader, "id");
    if (!name || !id)
        return fail(error, FAILURE_DATA, "a sheet has no name or no id");
    if (contents->entries->len >= SHEETS_MOST)
        return fail(error, FAILURE_DATA, "more than %d sheets", SHEETS_MOST);
    const struct xlsx_entry entry = {arena_strdup(arena, name), arena_strdup(arena, id)};
    g_array_append_val(contents->entries, entry);
    return true;
}

void listen(struct xlsx_listener *listener, xmlTextReader *reader, const char *more)
{
    int type = xmlTextReaderNodeType(reader);
    bool empty = xmlTextReaderIsEmptyElement(reader) == 1;
    if (part_starts(reader, "rPh") && !empty)
        listener->phonetic++;
    else if (part_ends(reader, "rPh") && !empty)
        listener->phonetic--;
    else if (part_starts(reader, "t") || (more && part_starts(reader, more)))
        listener->listening = !empty && listener->phonetic == 0;
    else if (part_ends(reader, "t") || (more && part_ends(reader, more)))
        listener->listening = false;
    else if (listener->listening && type != XML_READER_TYPE_ELEMENT &&
             type != XML_READER_TYPE_END_ELEMENT)
        g_string_append(listener->text, (const char *)xmlTextReaderConstValue(reader));
}

/* Returns the character of "_x0041_", or 0. */
static gunichar escaped_at(const char *at)
{
    gunichar c = 0;
    if (at[0] != '_' || at[1] != 'x')
        return 0;
    for (int i = 2; i < 6; i++) {
        if (!g_ascii_isxdigit(at[i]))
            return 0;
        c = c * 16 + (gunichar)g_ascii_xdigit_value(at[i]);
    }
    return at[6] == '_' && g_unichar_validate(c) ? c : 0;
}

const char *xlsx_unescaped(const char *text, struct arena *arena)
{
    if (!strstr(text, "_x"))
        return text;
    g_autoptr(GString) plain = g_string_new(NULL);
    for (const char *at = text; *at;) {
        gunichar c = escaped_at(at);
        if (c)
            g_string_append_unichar(plain, c);
        else
            g_string_append_c(plain, *at);
        at += c ? strlen("_x0041_") : 1;
    }
    return arena_strdup(arena, plain->str);
}

struct strings {
    struct xlsx_workbook *book;
    struct xlsx_listener listener;
};

static bool take_string(void *data, xmlTextReader *reader, GError **error)
{
    struct strings *strings = data;
    struct xlsx_workbook *book = strings->book;
    struct arena *arena = book->grids->arena;
    if (part_starts(reader, "si"))
        g_string_truncate(strings->listener.text, 0);
    listen(&strings->listener, reader, NULL);
    if (!part_ends(reader, "si"))
        return true;
    if (book->strings->len >= STRINGS_MOST)
        return fail(error, FAILURE_DATA, "more than %d texts", STRINGS_MOST);
    const char *text = arena_strdup(arena, strings->listener.text->str);
    g_ptr_array_add(book->strings, (void *)xlsx_unescaped(text, arena));
    return true;
}

static bool xlsx_strings(struct xlsx_workbook *book, const char *part, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    struct strings strings = {book, {text, false, 0}};
    return parcel_read(book->parcel, part, &(struct part_reader){take_string, &strings}, error);
}

static bool read_sheets(struct xlsx_contents *contents, const struct links *links, GError **error)
{
    struct xlsx_workbook *book = contents->book;
    const char *strings = g_hash_table_lookup(links->by_kind, "sharedStrings");
    const char *styles = g_hash_table_lookup(links->by_kind, "styles");
    if ((strings && parcel_has(book->parcel, strings) && !xlsx_strings(book, strings, error)) ||
        (styles && parcel_has(book->parcel, styles) && !xlsx_styles(book, styles, error)))
        return false;
    for (guint i = 0; i < contents->entries->len; i++) {
        const struct xlsx_entry *entry = &g_array_index(contents->entries, struct xlsx_entry, i);
        const char *part = g_hash_table_lookup(links->by_id, entry->id);
        if (!part)
            return fail(error, FAILURE_DATA, "%s: the sheet \"%s\" is not in it", book->grids->file,
                        entry->name);
        if (!strstr(part, "chartsheets/") && !xlsx_sheet(book, entry->name, part, error))
            return false;
    }
    return true;
}

/* Says what else the archive is, if that is known. */
static bool fail_foreign(const struct xlsx_workbook *book, GError **error)
{
    static const char *const known[][2] = {
        {"word/document.xml", N_("a document, not a sheet")},
        {"ppt/presentation.xml", N_("a presentation, not a sheet")},
        {"xl/workbook.bin", N_("a binary workbook (.xlsb), which is not read")},
        {"index.apxl", N_("a presentation, not a sheet")},
        {"Index/Document.iwa", N_("a sheet of Numbers, which is not read")},
        {"results.xml", N_("an archive that rapor made, not a sheet")},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (parcel_has(book->parcel, known[i][0]))
            return fail(error, FAILURE_DATA, "%s: it is %s\nhint: save it as xlsx",
                        book->grids->file, _(known[i][1]));
    return fail(error, FAILURE_DATA, "%s: not a workbook: no part of it is the list of sheets",
                book->grids->file);
}

static bool read_book(struct xlsx_workbook *book, GError **error)
{
    g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(struct xlsx_entry));
    struct xlsx_contents contents = {book, entries};
    struct links root, links;
    if (!links_read(&root, book, "", error))
        return links_clear(&root), false;
    const char *main = g_hash_table_lookup(root.by_kind, "officeDocument");
    main = main ? main : "xl/workbook.xml";
    links_clear(&root);
    if (!parcel_has(book->parcel, main) || g_str_has_suffix(main, ".bin") ||
        g_str_has_prefix(main, "word/") || g_str_has_prefix(main, "ppt/"))
        return fail_foreign(book, error);
    bool good =
        links_read(&links, book, main, error) &&
        parcel_read(book->parcel, main, &(struct part_reader){take_entry, &contents}, error) &&
        read_sheets(&contents, &links, error);
    links_clear(&links);
    return good;
}

bool grids_read_xlsx(struct grids *grids, struct parcel *parcel, GError **error)
{
    g_autoptr(GPtrArray) strings = g_ptr_array_new();
    g_autoptr(GArray) styles = g_array_new(FALSE, FALSE, sizeof(struct number_style));
    struct xlsx_workbook book = {grids, parcel, strings, styles, false};
    return read_book(&book, error);
}
