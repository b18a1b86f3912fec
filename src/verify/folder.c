/* A published folder against its manifest. */
#include "archive.h"
#include "conformance.h"
#include "task_queue.h"
#include "walk.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/pack/manifest.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* The comparison of one folder: what is listed and what is there come in the same order. */
struct folder_audit {
    const char *folder;
    struct conformance *conformance;
    struct task_queue *queue;
    struct folder_walk *walk;
    const struct walk_item *item; /* the next that is there, NULL: none is left */
    char *last;                   /* that was listed */
    FILE *sums;                   /* NULL: there are none */
    bool same_sums;               /* so far */
};

/* A file that is listed, or there, or both; each is judged in one thread. */
struct audited_file {
    char *name;
    GPtrArray *records;  /* its own first, then those of its entries; NULL: it is not listed */
    struct arena *arena; /* of these */
    bool there, misplaced;
    enum walk_kind kind;
    struct conformance *conformance;
    GHashTable *entries; /* records of its entries that were not met yet, by name */
};

/* Each file or entry is a document of its own of the conformance; ENTRY NULL: the file. */
static void judge(const struct folder_audit *audit, const struct audited_file *file,
                  const char *entry, const char *wrong)
{
    g_autofree char *name = g_build_filename(audit->folder, file->name, entry, NULL);
    conformance_listed(file->conformance, name, wrong);
}

static void compare(const struct folder_audit *audit, const struct audited_file *file,
                    const struct record *record, uint64_t size, const char *digest)
{
    g_autofree char *wrong = NULL;
    if (record->size != size)
        wrong = g_strdup_printf(_("%zu bytes; the manifest says %zu"), (size_t)size,
                                (size_t)record->size);
    else if (strcmp(record->digest, digest) != 0)
        wrong = g_strdup(_("its content is not what the manifest says (SHA-256)"));
    judge(audit, file, record->entry, wrong);
}

/* An entry while its archive is compared. */
struct entry_audit {
    const struct folder_audit *audit;
    struct audited_file *file;
};

/* What is longer than it should be is not unpacked: it might have no end. */
static bool compare_entry(void *data, const struct archive_entry *entry, GError **error)
{
    const struct entry_audit *of = data;
    const struct record *record = g_hash_table_lookup(of->file->entries, entry->name);
    if (!record) {
        judge(of->audit, of->file, entry->name, _("the manifest does not know it"));
        return true;
    }
    g_autofree char *digest =
        record->size == entry->size ? entry_digest(entry, error) : g_strdup("");
    if (digest)
        compare(of->audit, of->file, record, entry->size, digest);
    g_hash_table_remove(of->file->entries, entry->name);
    return digest != NULL;
}

static void compare_entries(const struct folder_audit *audit, struct audited_file *file,
                            const char *path)
{
    struct entry_audit of = {audit, file};
    g_autoptr(GError) error = NULL;
    file->entries = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 1; i < file->records->len; i++) {
        struct record *record = file->records->pdata[i];
        g_hash_table_insert(file->entries, (char *)record->entry, record);
    }
    if (!archive_each(path, compare_entry, &of, &error))
        conformance_unread(file->conformance, RULE_MANIFEST, path, error);
    for (guint i = 1; i < file->records->len; i++) {
        const struct record *record = file->records->pdata[i];
        if (g_hash_table_lookup(file->entries, record->entry) == record)
            judge(audit, file, record->entry, _("it is in the manifest, and missing"));
    }
    g_hash_table_destroy(file->entries);
}

static void compare_listed(const struct folder_audit *audit, struct audited_file *file)
{
    g_autofree char *path = g_build_filename(audit->folder, file->name, NULL);
    g_autoptr(GError) error = NULL;
    uint64_t size = 0;
    g_autofree char *digest = digest_file(path, &size, &error);
    if (digest)
        compare(audit, file, file->records->pdata[0], size, digest);
    else
        conformance_unread(file->conformance, RULE_MANIFEST, path, error);
    if (digest && file->records->len > 1)
        compare_entries(audit, file, path);
}

static void judge_missing(const struct folder_audit *audit, const struct audited_file *file)
{
    for (guint i = 0; i < file->records->len; i++) {
        const struct record *record = file->records->pdata[i];
        judge(audit, file, record->entry, _("it is in the manifest, and missing"));
    }
}

static void judge_file(void *task, void *data)
{
    struct audited_file *file = task;
    file->conformance = conformance_create();
    if (file->misplaced)
        judge(data, file, NULL, _("the manifest does not list it where it should"));
    else if (!file->there)
        judge_missing(data, file);
    else if (file->kind == WALK_CLOSED)
        judge(data, file, NULL, _("the folder cannot be read"));
    else if (file->kind == WALK_SPECIAL)
        judge(data, file, NULL, _("it is no file, but a link, a pipe or a device"));
    else if (!file->records)
        judge(data, file, NULL, _("the manifest does not know it"));
    else
        compare_listed(data, file);
}

static void tell_file(void *task, void *data)
{
    struct audited_file *file = task;
    const struct folder_audit *audit = data;
    conformance_join(audit->conformance, file->conformance);
    conformance_destroy(file->conformance);
    if (file->records)
        g_ptr_array_unref(file->records);
    arena_destroy(file->arena);
    g_free(file->name);
    g_free(file);
}

/* Goes on to the next that is there and may be listed. */
static void step(struct folder_audit *audit)
{
    static const char *const own[] = {MANIFEST_FILE, SUMS_FILE, NOTES_FILE, NULL};
    do
        audit->item = walk_next(audit->walk);
    while (audit->item && g_strv_contains(own, audit->item->name));
}

/* What is there up to NAME, or all, is not listed. */
static void give_unlisted(struct folder_audit *audit, const char *name)
{
    for (; audit->item && (!name || strcmp(audit->item->name, name) < 0); step(audit)) {
        struct audited_file *file = g_new0(struct audited_file, 1);
        file->name = g_strdup(audit->item->name);
        file->kind = audit->item->kind;
        file->there = true;
        task_queue_give(audit->queue, file);
    }
}

/* The sums are for those who have no rapor; they must say the same, in the same order. */
static void compare_sum(struct folder_audit *audit, const char *digest, const char *file)
{
    g_autofree char *expected = g_strdup_printf("%s  %s\n", digest, file);
    for (const char *at = expected; *at && audit->same_sums; at++)
        audit->same_sums = audit->sums && getc(audit->sums) == *at;
}

static void give_listed(void *data, GPtrArray *records, struct arena *arena)
{
    struct folder_audit *audit = data;
    const struct record *record = records->pdata[0];
    const bool misplaced = record->entry || g_strcmp0(record->file, audit->last) <= 0;
    if (!misplaced) {
        compare_sum(audit, record->digest, record->file);
        give_unlisted(audit, record->file);
        g_free(audit->last);
        audit->last = g_strdup(record->file);
    }
    const bool there = !misplaced && audit->item && strcmp(audit->item->name, record->file) == 0;
    struct audited_file *file = g_new0(struct audited_file, 1);
    *file = (struct audited_file){.name = g_strdup(record->file),
                                  .records = records,
                                  .arena = arena,
                                  .there = there,
                                  .misplaced = misplaced,
                                  .kind = there ? audit->item->kind : WALK_FILE};
    task_queue_give(audit->queue, file);
    if (there)
        step(audit);
}

static void judge_sums(struct folder_audit *audit)
{
    g_autofree char *name = g_build_filename(audit->folder, SUMS_FILE, NULL);
    const bool same = audit->same_sums && getc(audit->sums) == EOF;
    conformance_listed(audit->conformance, name,
                       !audit->sums ? _("it is missing")
                       : !same      ? _("it does not say what the manifest says")
                                    : NULL);
}

/* A pipe might never answer. */
static bool check_own(const char *folder, GError **error)
{
    static const char *const names[] = {MANIFEST_FILE, SUMS_FILE};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);
        struct stat about;
        if (lstat(path, &about) == 0 && !S_ISREG(about.st_mode))
            return fail(error, FAILURE_INPUT, "%s: it is no file", path);
    }
    return true;
}

/* A pack that was unpacked has sums alone. */
static bool is_pack(const char *folder)
{
    g_autofree char *manifest = g_build_filename(folder, MANIFEST_FILE, NULL);
    g_autofree char *sums = g_build_filename(folder, SUMS_FILE, NULL);
    return !disk_has(manifest) && disk_has(sums);
}

static bool compare_all(struct folder_audit *audit, GError **error)
{
    g_autofree char *manifest = g_build_filename(audit->folder, MANIFEST_FILE, NULL);
    g_autofree char *digest = digest_file(manifest, NULL, NULL);
    compare_sum(audit, digest ? digest : "", MANIFEST_FILE);
    step(audit);
    if (!manifest_each(audit->folder, give_listed, audit, error))
        return false;
    give_unlisted(audit, NULL);
    return true;
}

bool verify_folder(const char *folder, struct conformance *conformance, GError **error)
{
    if (!check_own(folder, error))
        return false;
    if (is_pack(folder))
        return verify_sums(folder, conformance, error);
    g_autofree char *sums = g_build_filename(folder, SUMS_FILE, NULL);
    struct folder_audit audit = {.folder = folder, .conformance = conformance};
    if (!(audit.walk = walk_begin(folder, error)))
        return false;
    audit.sums = fopen(sums, "rbe");
    audit.same_sums = true;
    audit.queue = task_queue_create(judge_file, tell_file, &audit);
    const bool compared = compare_all(&audit, error);
    task_queue_end(audit.queue);
    if (compared)
        judge_sums(&audit);
    walk_end(audit.walk);
    if (audit.sums)
        fclose(audit.sums);
    g_free(audit.last);
    return compared;
}
