#include "rapor/pack/manifest.h"

#include "rapor/base/digest.h"
#include "rapor/pack/files.h"
#include "rapor/pack/quote.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#define PIECE ((size_t)64 * 1024) /* bytes */

static void write_member(GString *out, const char *name, const char *text)
{
    g_string_append_printf(out, "  \"%s\": ", name);
    quote_json(out, text);
    g_string_append(out, ",\n");
}

static void write_selection(GString *out, const struct manifest *manifest)
{
    g_string_append(out, "  \"selection\": {\"kinds\": ");
    if (!manifest->kinds)
        quote_json(out, NULL);
    for (size_t i = 0; manifest->kinds && manifest->kinds[i]; i++) {
        g_string_append(out, i ? ", " : "[");
        quote_json(out, manifest->kinds[i]);
    }
    g_string_append(out, manifest->kinds ? "], \"region\": " : ", \"region\": ");
    quote_json(out, manifest->region);
    g_string_append(out, ", \"institution\": ");
    quote_json(out, manifest->institution);
    g_string_append(out, "},\n");
}

/* A file before its entries. */
static int by_name(const void *left, const void *right)
{
    const struct record *a = *(const struct record *const *)left;
    const struct record *b = *(const struct record *const *)right;
    int order = strcmp(a->file, b->file);
    return order ? order : g_strcmp0(a->entry, b->entry);
}

static GPtrArray *in_order(const GPtrArray *records)
{
    GPtrArray *sorted = g_ptr_array_new();
    for (guint i = 0; records && i < records->len; i++)
        g_ptr_array_add(sorted, records->pdata[i]);
    if (sorted->len > 0)
        qsort(sorted->pdata, sorted->len, sizeof *sorted->pdata, by_name);
    return sorted;
}

static void write_paper(GString *out, const struct record *record)
{
    const char *const members[][2] = {
        {"kind", record->kind}, {"code", record->code}, {"number", record->number},
        {"date", record->date}, {"seal", record->seal}, {"content", record->content},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(members); i++)
        if (members[i][1]) {
            g_string_append_printf(out, ", \"%s\": ", members[i][0]);
            quote_json(out, members[i][1]);
        }
    if (record->edition > 0)
        g_string_append_printf(out, ", \"edition\": %u", record->edition);
}

static void write_record(GString *out, const struct record *record)
{
    g_string_append(out, "{\"name\": ");
    quote_json(out, record->entry ? record->entry : record->file);
    g_string_append_printf(
        out, ", \"size\": %" G_GUINT64_FORMAT ", \"sha256\": ", (guint64)record->size);
    quote_json(out, record->digest);
    if (record->changed)
        g_string_append(out, ", \"changed\": true");
    if (record->kind)
        write_paper(out, record);
}

/* What goes between the record before and this one. */
static const char *joint(const struct record *before, const struct record *record)
{
    if (!before)
        return "\n    ";
    if (!record->entry)
        return before->entry ? "}\n    ]},\n    " : "},\n    ";
    return before->entry ? "},\n      " : ", \"entries\": [\n      ";
}

/* The list is as long as all else that is held of a run: it goes to the file in pieces. */
struct scroll {
    FILE *file;
    struct digest *digest;
    GString *text; /* that is not there yet */
};

static void unroll(const struct scroll *scroll)
{
    fwrite(scroll->text->str, 1, scroll->text->len, scroll->file);
    digest_add(scroll->digest, scroll->text->str, scroll->text->len);
    g_string_truncate(scroll->text, 0);
}

static void write_records(const struct scroll *scroll, const char *name, const GPtrArray *records)
{
    const struct record *last = NULL;
    GString *out = scroll->text;
    g_string_append_printf(out, "  \"%s\": [", name);
    for (guint i = 0; i < records->len; i++) {
        const struct record *record = records->pdata[i];
        assert(!record->entry || (last && strcmp(record->file, last->file) == 0));
        g_string_append(out, joint(last, record));
        write_record(out, record);
        last = record;
        if (out->len > PIECE)
            unroll(scroll);
    }
    if (last)
        g_string_append(out, last->entry ? "}\n    ]}\n  " : "}\n  ");
    g_string_append_c(out, ']');
}

static void write_failed(GString *out, const GPtrArray *failed)
{
    g_string_append(out, "  \"failed\": [");
    for (guint i = 0; i < failed->len; i++) {
        const struct record *record = failed->pdata[i];
        g_string_append(out, i ? ",\n    {\"file\": " : "\n    {\"file\": ");
        quote_json(out, record->file);
        g_string_append(out, ", \"entry\": ");
        quote_json(out, record->entry);
        g_string_append(out, ", \"why\": ");
        quote_json(out, record->digest);
        g_string_append_c(out, '}');
    }
    g_string_append(out, "\n  ],\n");
}

static void write_list(const struct scroll *scroll, const struct manifest *manifest,
                       const GPtrArray *files)
{
    g_autoptr(GPtrArray) layouts = in_order(manifest->layouts);
    GString *out = scroll->text;
    g_string_append(out, "{\n");
    write_member(out, "program", "rapor");
    write_member(out, "version", RAPOR_VERSION);
    write_member(out, "instrument", manifest->instrument);
    write_member(out, "year", manifest->year);
    write_member(out, "input", manifest->input);
    if (manifest->registry)
        write_member(out, "register", manifest->registry);
    write_selection(out, manifest);
    write_records(scroll, "layouts", layouts);
    g_string_append(out, ",\n");
    if (manifest->failed && manifest->failed->len > 0)
        write_failed(out, manifest->failed);
    write_records(scroll, "files", files);
    g_string_append(out, "\n}\n");
    unroll(scroll);
}

/* Returns the digest of what was written, to be freed; NULL where it could not be. */
static char *write_manifest(const struct manifest *manifest, const char *path,
                            const GPtrArray *files, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    struct scroll scroll = {fopen(path, "wbe"), digest_create(), text};
    bool written = scroll.file != NULL;
    if (written) {
        write_list(&scroll, manifest, files);
        written = !ferror(scroll.file);
        written = fclose(scroll.file) == 0 && written;
    }
    if (!written)
        files_fail(error, errno, path);
    g_autofree char *digest = digest_end(scroll.digest);
    digest_destroy(scroll.digest);
    return written ? g_steal_pointer(&digest) : NULL;
}

/* OWN: the digest of the manifest. */
static void write_sums(GString *out, const char *own, const GPtrArray *files)
{
    g_string_append_printf(out, "%s  %s\n", own, MANIFEST_FILE);
    for (guint i = 0; i < files->len; i++) {
        const struct record *record = files->pdata[i];
        if (!record->entry)
            g_string_append_printf(out, "%s  %s\n", record->digest, record->file);
    }
}

bool manifest_write(const struct manifest *manifest, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) files = in_order(manifest->files);
    g_autofree char *list = g_build_filename(folder, MANIFEST_FILE, NULL);
    g_autofree char *path = g_build_filename(folder, SUMS_FILE, NULL);
    g_autofree char *digest = write_manifest(manifest, list, files, error);
    if (!digest || !files_flush(list, error))
        return false;
    g_autoptr(GString) sums = g_string_new(NULL);
    write_sums(sums, digest, files);
    return files_write(path, sums->str, sums->len, error) && files_flush(path, error);
}
