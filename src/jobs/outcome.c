#include "outcome.h"

#include "rapor/base/failure.h"
#include "rapor/jobs/build.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#define DIGEST_LENGTH 64

static bool is_digest(const char *text)
{
    return text && strlen(text) == DIGEST_LENGTH;
}

static bool check_file(const char *folder, const struct record *record, GError **error)
{
    g_autofree char *path = g_build_filename(folder, record->file, NULL);
    struct stat found;
    if (lstat(path, &found) != 0)
        return fail(error, FAILURE_IO, "%s: was made, and cannot be found: %s", record->file,
                    g_strerror(errno));
    return (S_ISREG(found.st_mode) && (uint64_t)found.st_size == record->size) ||
           fail(error, FAILURE_IO, "%s: is not as it was written", record->file);
}

/* Returns all that was told of; NULL where one of the files is not there. */
static GHashTable *told(const struct build_run *run, GError **error)
{
    GHashTable *made = g_hash_table_new(record_hash, record_equal);
    for (guint i = 0; i < run->records->len; i++) {
        const struct record *record = run->records->pdata[i];
        if (!record->entry && !check_file(run->folder, record, error)) {
            g_hash_table_destroy(made);
            return NULL;
        }
        if (is_digest(record->digest))
            g_hash_table_add(made, (void *)record);
    }
    return made;
}

/* Records of what was made, and of what could not be. */
struct told_records {
    GHashTable *made, *failed;
};

static GHashTable *failed(const struct build_run *run)
{
    GHashTable *failed = g_hash_table_new(record_hash, record_equal);
    for (guint i = 0; i < run->failed->len; i++)
        g_hash_table_add(failed, run->failed->pdata[i]);
    return failed;
}

static bool has(GHashTable *records, const char *file, const char *entry)
{
    return g_hash_table_contains(records, &(struct record){.file = file, .entry = entry});
}

static bool check_told(GHashTable *made, const char *file, const char *entry, GError **error)
{
    return has(made, file, entry) ||
           fail(error, FAILURE_SOFTWARE, "%s%s%s: was planned, but not made", file,
                entry ? ": " : "", entry ? entry : "");
}

static bool check_entry(const struct archive *archive, const struct entry *entry, bool loose,
                        const struct told_records *all, GError **error)
{
    GHashTable *made = all->made;
    g_autofree char *file = loose ? g_strconcat(archive->path, "/", entry->name, NULL)
                                  : g_strconcat(archive->path, ".zip", NULL);
    if (has(all->failed, file, loose ? NULL : entry->name))
        return true;
    if (entry->alone && !loose)
        return check_told(made, entry->name, NULL, error);
    if (!check_told(made, file, loose ? NULL : entry->name, error))
        return false;
    return loose || (check_told(made, file, NULL, error) &&
                     (!entry->beside || check_told(made, entry->name, NULL, error)));
}

bool outcome_check(const struct build_run *run, GError **error)
{
    const struct plan *plan = run->plan;
    g_autoptr(GHashTable) made = told(run, error);
    g_autoptr(GHashTable) missing = failed(run);
    const struct told_records all = {made, missing};
    bool good = made != NULL;
    for (size_t u = 0; good && u < plan->count; u++)
        for (size_t i = 0; good && i < plan->archives[u].count; i++)
            good = check_entry(&plan->archives[u], &plan->archives[u].entries[i], run->build->loose,
                               &all, error);
    return good;
}
