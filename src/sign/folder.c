#include "rapor/sign/folder.h"

#include "work.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/pack/files.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/publish.h"
#include "rapor/pack/unpack.h"
#include "rapor/sign/resume.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* An entry of an archive on its way into the one that is written. */
struct passing {
    struct pack *pack;
    struct record *record;
    struct packed like;
    GBytes *span;
    bool taken; /* changed; else it is to be taken over as it is */
};

/* A paper that is signed, or its sidecar; false where that could not be done. */
static bool add_changed(struct work *work, struct passing *passing, GError **error)
{
    g_autoptr(GError) cause = NULL;
    const bool waits = work_wants(work, passing->record);
    if (!waits && !g_hash_table_contains(work->changed, passing->record))
        return true;
    g_autoptr(GByteArray) bytes = pack_content(&passing->like, passing->span);
    g_autoptr(GByteArray) out = !bytes  ? NULL
                                : waits ? work_sign(work, passing->record, bytes, &cause)
                                        : work_sidecar(work, passing->record, bytes);
    if (cause) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return false;
    }
    passing->taken = out != NULL;
    if (!out)
        return true;
    pack_add(passing->pack, passing->record->entry, out, passing->record->digest);
    return true;
}

static bool pass_on(struct work *work, struct passing *passing, GError **error)
{
    if (!add_changed(work, passing, error))
        return false;
    if (passing->taken || g_hash_table_contains(work->dropped, passing->record))
        return true;
    passing->like.digest = (char *)passing->record->digest;
    return pack_take(passing->pack, passing->record->entry, &passing->like, passing->span) ||
           fail(error, FAILURE_DATA, "%s: %s cannot be taken over", passing->record->file,
                passing->record->entry);
}

static bool add_entry(struct work *work, struct pack *pack, struct unpack *unpack,
                      struct record *record, GError **error)
{
    struct passing passing = {.pack = pack, .record = record};
    passing.span = unpack_span(unpack, record->entry, &passing.like);
    if (!passing.span)
        return fail(error, FAILURE_DATA, "%s: %s is not as the manifest says", record->file,
                    record->entry);
    const bool passed = pass_on(work, &passing, error);
    g_bytes_unref(passing.span);
    return passed;
}

static bool add_entries(struct work *work, struct pack *pack, struct unpack *unpack,
                        const char *file, GError **error)
{
    g_autoptr(GPtrArray) names = unpack_names(unpack);
    for (guint i = 0; i < names->len; i++) {
        struct record *record = work_record(work, file, names->pdata[i]);
        if (!record)
            return fail(error, FAILURE_DATA, "%s: %s is not as the manifest says", file,
                        (const char *)names->pdata[i]);
        if (!add_entry(work, pack, unpack, record, error))
            return false;
    }
    return true;
}

static bool write_archive(struct work *work, struct record *record, struct unpack *unpack,
                          GError **error)
{
    g_autofree char *to = g_build_filename(work->into, record->file, NULL);
    struct pack *pack = pack_create(to, unpack_date(unpack), false);
    if (!add_entries(work, pack, unpack, record->file, error)) {
        pack_discard(pack);
        return false;
    }
    struct packed whole = {0};
    if (!pack_finish(pack, &whole, error))
        return false;
    if (strcmp(record->digest, whole.digest) != 0)
        work->report->files++;
    record->digest = arena_strdup(work->arena, whole.digest);
    record->size = whole.size;
    g_free(whole.digest);
    return true;
}

/* Without a copy where the file system can do that. */
static bool take_file(const struct work *work, const char *name, GError **error)
{
    g_autofree char *from = g_build_filename(work->from, name, NULL);
    g_autofree char *to = g_build_filename(work->into, name, NULL);
    if (!files_make_parents(to, error))
        return false;
    if (link(from, to) == 0)
        return true;
    g_autoptr(GByteArray) bytes = files_read(from, error);
    return bytes && files_write(to, bytes->data, bytes->len, error);
}

static bool write_loose(struct work *work, struct record *record, GError **error)
{
    g_autofree char *from = g_build_filename(work->from, record->file, NULL);
    g_autofree char *to = g_build_filename(work->into, record->file, NULL);
    g_autoptr(GError) cause = NULL;
    const bool waits = work_wants(work, record);
    if (!waits && !g_hash_table_contains(work->changed, record))
        return take_file(work, record->file, error);
    g_autoptr(GByteArray) whole = files_read(from, error);
    if (!whole || !files_make_parents(to, error))
        return false;
    g_autoptr(GByteArray) out =
        waits ? work_sign(work, record, whole, &cause) : work_sidecar(work, record, whole);
    if (cause) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return false;
    }
    if (!out)
        return take_file(work, record->file, error);
    work->report->files++;
    return files_write(to, out->data, out->len, error);
}

/* An archive without a record of its entries holds no papers. */
static bool write_file(struct work *work, struct record *record, bool listed, GError **error)
{
    if (!listed)
        return write_loose(work, record, error);
    g_autofree char *path = g_build_filename(work->from, record->file, NULL);
    struct unpack *unpack = unpack_open(path);
    if (!unpack)
        return fail(error, FAILURE_DATA, "%s: not an archive that can be read", path);
    const bool written = write_archive(work, record, unpack, error);
    unpack_close(unpack);
    return written;
}

static GHashTable *with_entries(const GPtrArray *files)
{
    GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < files->len; i++) {
        const struct record *record = files->pdata[i];
        if (record->entry)
            g_hash_table_add(names, (gpointer)record->file);
    }
    return names;
}

static bool write_files(struct work *work, const GPtrArray *files, GError **error)
{
    g_autoptr(GHashTable) archives = with_entries(files);
    for (guint i = 0; i < files->len; i++) {
        struct record *record = files->pdata[i];
        if (!record->entry &&
            !write_file(work, record, g_hash_table_contains(archives, record->file), error))
            return false;
    }
    return true;
}

static bool remove_dropped(struct work *work, GPtrArray *files, GError **error)
{
    for (guint i = files->len; i-- > 0;) {
        struct record *record = files->pdata[i];
        if (!g_hash_table_contains(work->dropped, record))
            continue;
        g_autofree char *path = g_build_filename(work->into, record->file, NULL);
        if (!record->entry && unlink(path) != 0 && errno != ENOENT)
            return files_fail(error, errno, path);
        g_ptr_array_remove_index(files, i);
    }
    return true;
}

static bool write_all(struct work *work, GError **error)
{
    struct manifest manifest;
    bool written = manifest_read_whole(work->from, &manifest, work->arena, error);
    if (written) {
        work_list(work, manifest.files);
        written = write_files(work, manifest.files, error);
    }
    written = written && remove_dropped(work, manifest.files, error) &&
              manifest_write(&manifest, work->into, error);
    g_ptr_array_unref(manifest.files);
    g_ptr_array_unref(manifest.layouts);
    return written;
}

static bool sign_into(struct publication *publication, struct work *work, GError **error)
{
    work->into = publication_folder(publication);
    work->arena = arena_create();
    work->records = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    work->dropped = g_hash_table_new(NULL, NULL);
    work->changed = g_hash_table_new(NULL, NULL);
    if (work->signing->signer) {
        work->card = signer_card(work->signing->signer, work->signing->terms);
        work->resume = resume_open(work->from, work->signing->terms, &work->card, error);
    }
    const bool written = (work->resume || work->signing->returned || work->signing->placed) &&
                         write_all(work, error);
    resume_close(work->resume);
    g_hash_table_unref(work->records);
    g_hash_table_unref(work->dropped);
    g_hash_table_unref(work->changed);
    arena_destroy(work->arena);
    return written;
}

bool folder_sign(const char *path, const struct folder_signing *signing,
                 struct signing_report *report, GError **error)
{
    *report = (struct signing_report){
        .names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    struct work work = {.signing = signing, .report = report, .from = path};
    struct publication *publication = publication_open(path, error);
    if (!publication)
        return false;
    const bool written = sign_into(publication, &work, error);
    if (!written || report->signed_now == 0) {
        publication_discard(publication);
        resume_leave(path);
        return written;
    }
    if (!publication_finish(publication, error))
        return false;
    resume_remove(path);
    return true;
}

void signing_report_clear(struct signing_report *report)
{
    g_clear_pointer(&report->names, g_hash_table_unref);
}
