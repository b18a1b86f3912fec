#include "verification.h"

#include "verification_page.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/own.h"
#include "rapor/pack/quote.h"
#include "rapor/press/stylesheet.h"
#include "rapor/register/link.h"
#include "rapor/session/issue.h"

#include <string.h>

#define FOLDER "verifikasi/"
#define FINDER "v/"
#define PAGE   "common/verification/page.xsl"
#define INDEX  "common/verification/index.xsl"

static struct result_page *page_of(struct pages_made *made, const struct paper *paper)
{
    const struct evaluation *evaluation = made->run->session->evaluation;
    const struct link_to link = {evaluation->issuer.url, paper->year, paper->code, paper->seal};
    const char *path = link_path(&link, made->arena);
    struct result_page *page = g_hash_table_lookup(made->by_path, path);
    if (page)
        return page;
    page = ARENA_NEW(made->arena, struct result_page);
    *page = (struct result_page){path, link_code(&link, made->arena), paper->code, paper->seal,
                                 g_ptr_array_new()};
    g_hash_table_insert(made->by_path, (void *)path, page);
    g_ptr_array_add(made->all, page);
    return page;
}

/* What is not issued yet is known by its record. */
static const struct paper *as_made(struct pages_made *made, const struct record *record)
{
    const struct session *session = made->run->session;
    const struct paper *last =
        register_latest(session->papers, session->evaluation->year, record->kind, record->code);
    if (last)
        last = register_edition(session->papers, last, record->edition);
    if (last && last->state != PAPER_RESERVED)
        return NULL;
    struct paper *paper = ARENA_NEW(made->arena, struct paper);
    *paper = (struct paper){
        .kind = record->kind,
        .code = record->code,
        .year = session->evaluation->year,
        .edition = record->edition ? record->edition : 1,
        .number = record->number,
        .seal = record->seal,
        .file = record->digest,
    };
    return paper;
}

static int by_kind(const void *left, const void *right, void *data)
{
    const struct paper *a = *(const struct paper *const *)left;
    const struct paper *b = *(const struct paper *const *)right;
    const size_t one = page_kind(data, a), other = page_kind(data, b);
    if (one != other)
        return one < other ? -1 : 1;
    return a->edition == b->edition ? 0 : a->edition > b->edition ? -1 : 1;
}

static int by_path(const void *left, const void *right)
{
    const struct result_page *a = *(const struct result_page *const *)left;
    const struct result_page *b = *(const struct result_page *const *)right;
    return strcmp(a->path, b->path);
}

static void collect(struct pages_made *made)
{
    const struct session *session = made->run->session;
    for (size_t i = 0; i < session->papers->paper_count; i++) {
        struct paper *paper = session->papers->papers[i];
        if (paper->seal && paper->state != PAPER_RESERVED &&
            strcmp(paper->year, session->evaluation->year) == 0)
            g_ptr_array_add(page_of(made, paper)->papers, paper);
    }
    for (guint i = 0; i < made->run->records->len; i++) {
        const struct record *record = made->run->records->pdata[i];
        const struct paper *paper = record->kind && record->seal ? as_made(made, record) : NULL;
        if (paper)
            g_ptr_array_add(page_of(made, paper)->papers, (void *)paper);
    }
    g_ptr_array_sort(made->all, by_path);
    for (guint i = 0; i < made->all->len; i++)
        g_ptr_array_sort_with_data(((struct result_page *)made->all->pdata[i])->papers, by_kind,
                                   made);
}

static bool write_file(const struct pages_made *made, const char *name, const GString *text,
                       GError **error)
{
    struct arena *arena = made->run->session->arena;
    g_autofree char *file = g_strconcat(FOLDER, name, NULL);
    const GByteArray bytes = {(guint8 *)text->str, (guint)text->len};
    struct record *record = record_write(made->run->folder, file, &bytes, arena, error);
    if (!record)
        return false;
    record->key = "-";
    g_ptr_array_add(made->run->records, record);
    return true;
}

static bool write_page(const struct pages_made *made, const struct stylesheet *sheet,
                       const struct result_page *page, GError **error)
{
    g_autoptr(xmlDoc) source = verification_source(made, page);
    g_autoptr(GString) text = stylesheet_make(sheet, source, error);
    g_autofree char *name = g_strconcat(page->path, "index.html", NULL);
    return text && write_file(made, name, text, error);
}

static void add_member(GString *out, const char *name, const char *text)
{
    if (!text)
        return;
    g_string_append_printf(out, ", \"%s\": ", name);
    quote_json(out, text);
}

static void add_json(const struct pages_made *made, const struct result_page *page, GString *out)
{
    for (guint i = 0; i < page->papers->len; i++) {
        const struct paper *paper = page->papers->pdata[i];
        g_string_append(out, out->str[out->len - 1] == '[' ? "\n  {" : ",\n  {");
        g_string_append_printf(out, "\"page\": \"%s\"", page->path);
        add_member(out, "code", page->code);
        add_member(out, "name", page_whom(made, page));
        add_member(out, "kind", paper->kind);
        add_member(out, "number", paper->number);
        add_member(out, "date", paper->date);
        add_member(out, "state", register_word(paper->state));
        add_member(out, "signer", paper->signer);
        add_member(out, "sha256", paper->file);
        g_string_append_printf(out, ", \"edition\": %u}", paper->edition);
    }
}

/* What the script of the page looks things up in: by what people type, and by the digest. */
static void add_scripts(const struct pages_made *made, const struct result_page *page,
                        GString *pages, GString *files)
{
    const char *path = page->path + strlen("v/");
    g_string_append_printf(pages, "  \"%s\": \"%s\",\n", page->code, path);
    for (guint i = 0; i < page->papers->len; i++) {
        const struct paper *paper = page->papers->pdata[i];
        const char *whom = page_whom(made, page);
        g_autofree char *title = page_title(made, paper);
        g_autofree char *name = g_strconcat(title, whom ? " " : "", whom, NULL);
        g_string_append_printf(files, "  \"%s\": [", paper->file ? paper->file : "");
        quote_json(files, name);
        g_string_append_printf(files, ", %u, \"%s\", \"%s\"],\n", paper->edition,
                               register_word(paper->state), path);
    }
}

static bool write_lists(const struct pages_made *made, GError **error)
{
    g_autoptr(GString) json = g_string_new("["), script = g_string_new("const PAGES = {\n");
    g_autoptr(GString) files = g_string_new("const FILES = {\n");
    for (guint i = 0; i < made->all->len; i++) {
        add_json(made, made->all->pdata[i], json);
        add_scripts(made, made->all->pdata[i], script, files);
    }
    g_string_append(json, "\n]\n");
    g_string_append_printf(script, "};\n%s};\n", files->str);
    return write_file(made, "data.json", json, error) &&
           write_file(made, "v/data.js", script, error);
}

static bool write_index(const struct pages_made *made, const struct result_page *example,
                        GError **error)
{
    const struct result_page page = {.path = FINDER, .code = example->code};
    struct stylesheet *sheet = stylesheet_open(made->run->session->places.layouts, INDEX, error);
    const bool written = sheet && write_page(made, sheet, &page, error);
    if (sheet)
        stylesheet_close(sheet);
    return written;
}

static bool write_all(struct pages_made *made, GError **error)
{
    collect(made);
    if (made->all->len == 0)
        return true;
    struct stylesheet *sheet = stylesheet_open(made->run->session->places.layouts, PAGE, error);
    bool written =
        sheet && write_index(made, made->all->pdata[0], error) && write_lists(made, error);
    for (guint i = 0; written && i < made->all->len; i++)
        written = write_page(made, sheet, made->all->pdata[i], error);
    if (sheet)
        stylesheet_close(sheet);
    return written;
}

bool verification_write(const struct build_run *run, GError **error)
{
    const struct session *session = run->session;
    const struct selection *selection = &run->build->selection;
    if (!session->papers || !session->evaluation->issuer.url || selection->kinds ||
        selection->region || selection->institution)
        return true;
    g_autoptr(GHashTable) by = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    struct pages_made made = {run, session->arena, by, all};
    const bool written = write_all(&made, error);
    for (guint i = 0; i < all->len; i++)
        g_ptr_array_unref(((struct result_page *)all->pdata[i])->papers);
    return written;
}
