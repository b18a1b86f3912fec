#include "rapor/shards/gather.h"
#include "rapor/base/disk.h"

#include "rapor/base/failure.h"

#include <string.h>

static GPtrArray *read_records(const char *dir, GError **error)
{
    g_autoptr(GPtrArray) names = disk_names(dir, FAILURE_INPUT, error);
    GPtrArray *records = g_ptr_array_new();
    for (guint i = 0; names && i < names->len; i++) {
        const char *name = names->pdata[i];
        struct shard_record *record = *name != '.' && g_str_has_suffix(name, ".ini")
                                          ? shard_record_read(dir, name, NULL)
                                          : NULL;
        if (record)
            g_ptr_array_add(records, record);
    }
    return records;
}

static bool add(struct shards *shards, struct shard_record *record, GError **error)
{
    struct shard_record **place = &shards->all[record->shard.number - 1];
    if (*place)
        return fail(error, FAILURE_DATA, "%s: shard %u is there twice: %s and %s", shards->dir,
                    record->shard.number, (*place)->name, record->name);
    *place = record;
    return true;
}

static bool check_counts(const struct shards *shards, const GPtrArray *records, GError **error)
{
    for (guint i = 0; i < records->len; i++) {
        const struct shard_record *record = records->pdata[i];
        if (record->shard.count != shards->count)
            return fail(
                error, FAILURE_DATA,
                "%s: holds shards of %u and shards of %u\nhint: remove those that are not meant",
                shards->dir, MIN(shards->count, record->shard.count),
                MAX(shards->count, record->shard.count));
    }
    return true;
}

static bool add_all(struct shards *shards, const GPtrArray *records, GError **error)
{
    bool added = check_counts(shards, records, error);
    for (guint i = 0; i < records->len; i++)
        if (!added || !(added = add(shards, records->pdata[i], error)))
            shard_record_free(records->pdata[i]);
    return added;
}

struct shards *shards_open(const char *dir, GError **error)
{
    GError *cause = NULL;
    g_autoptr(GPtrArray) records = read_records(dir, &cause);
    if (cause || records->len == 0) {
        if (cause)
            g_propagate_error(error, cause);
        else
            fail(error, FAILURE_TEMPORARY, "%s: no shard is done yet", dir);
        return NULL;
    }
    struct shards *shards = g_new0(struct shards, 1);
    shards->dir = dir;
    shards->count = ((const struct shard_record *)records->pdata[0])->shard.count;
    shards->all = g_new0(struct shard_record *, shards->count);
    if (add_all(shards, records, error))
        return shards;
    shards_close(shards);
    return NULL;
}

void shards_close(struct shards *shards)
{
    if (!shards)
        return;
    for (unsigned i = 0; i < shards->count; i++)
        shard_record_free(shards->all[i]);
    g_free(shards->all);
    g_free(shards);
}

static bool is_done(const struct shards *shards, unsigned number, bool read, unsigned threads)
{
    g_autofree char *file = NULL;
    const struct shard_record *record = shards->all[number - 1];
    return record && (!read || shard_record_whole(record, shards->dir, threads, &file));
}

char *shards_missing(const struct shards *shards, bool read, unsigned threads)
{
    GString *list = g_string_new(NULL);
    for (unsigned number = 1; number <= shards->count; number++)
        if (!is_done(shards, number, read, threads))
            g_string_append_printf(list, "%s%u", list->len > 0 ? "," : "", number);
    return g_string_free(list, FALSE);
}

const struct shard_record *shards_likeliest(const struct shards *shards)
{
    const struct shard_record *best = NULL;
    unsigned most = 0;
    for (unsigned i = 0; i < shards->count; i++) {
        unsigned like = 0;
        for (unsigned j = 0; shards->all[i] && j < shards->count; j++) {
            g_autofree char *difference =
                shards->all[j] ? shard_difference(shards->all[i]->text, shards->all[j]->text)
                               : g_strdup("");
            like += difference == NULL;
        }
        if (like > most)
            best = shards->all[i];
        most = MAX(like, most);
        if (most > shards->count / 2)
            break;
    }
    return best;
}

bool shards_agree(const struct shards *shards, GKeyFile *text, GError **error)
{
    g_autofree char *first = NULL;
    g_autoptr(GString) list = g_string_new(NULL);
    for (unsigned i = 0; i < shards->count; i++) {
        g_autofree char *difference =
            shards->all[i] ? shard_difference(text, shards->all[i]->text) : NULL;
        if (!difference)
            continue;
        g_string_append_printf(list, "%s%u", list->len > 0 ? "," : "", i + 1);
        if (!first)
            first = g_steal_pointer(&difference);
    }
    return !first || fail(error, FAILURE_DATA,
                          "%s: these shards differ from this run in %s: %s\nhint: run them again, "
                          "or merge with what they were made from",
                          shards->dir, first, list->str);
}

char **shards_folders(const struct shards *shards)
{
    char **folders = g_new0(char *, shards->count + 1);
    for (unsigned i = 0; i < shards->count; i++)
        folders[i] = g_build_filename(shards->dir, shards->all[i]->folder, NULL);
    return folders;
}
