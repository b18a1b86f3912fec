#include "rapor/shards/shard_record.h"

#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define GROUP "shard"

char *shard_stem(struct shard shard)
{
    return g_strdup_printf("shard-%02u-of-%02u", shard.number, shard.count);
}

struct shard_record *shard_record_create(struct shard shard, const char *folder, GKeyFile *text)
{
    struct shard_record *record = g_new0(struct shard_record, 1);
    g_autofree char *stem = shard_stem(shard);
    *record = (struct shard_record){shard, g_strconcat(stem, ".ini", NULL), g_strdup(folder),
                                    g_key_file_ref(text)};
    g_key_file_set_string(text, GROUP, "program", "rapor");
    g_key_file_set_integer(text, GROUP, "number", (int)shard.number);
    g_key_file_set_integer(text, GROUP, "of", (int)shard.count);
    g_key_file_set_string(text, GROUP, "folder", folder);
    return record;
}

void shard_record_free(struct shard_record *record)
{
    if (!record)
        return;
    g_key_file_unref(record->text);
    g_free(record->name);
    g_free(record->folder);
    g_free(record);
}

/* A name without folders: nobody is led elsewhere. */
static bool is_plain(const char *name)
{
    return name && *name && *name != '.' && !strchr(name, '/');
}

static bool take_facts(struct shard_record *record)
{
    GKeyFile *text = record->text;
    g_autofree char *program = g_key_file_get_string(text, GROUP, "program", NULL);
    const int number = g_key_file_get_integer(text, GROUP, "number", NULL);
    const int count = g_key_file_get_integer(text, GROUP, "of", NULL);
    record->folder = g_key_file_get_string(text, GROUP, "folder", NULL);
    if (number < 1 || count < number || count > SHARDS_MOST)
        return false;
    record->shard = (struct shard){(unsigned)number, (unsigned)count};
    return g_strcmp0(program, "rapor") == 0 && is_plain(record->folder);
}

struct shard_record *shard_record_read(const char *dir, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(dir, name, NULL);
    g_autoptr(GError) cause = NULL;
    struct shard_record *record = g_new0(struct shard_record, 1);
    record->name = g_strdup(name);
    record->text = g_key_file_new();
    if (g_key_file_load_from_file(record->text, path, G_KEY_FILE_NONE, &cause) &&
        take_facts(record))
        return record;
    shard_record_free(record);
    fail(error, FAILURE_DATA, "%s: %s", path,
         cause ? cause->message : _("not made by this program"));
    return NULL;
}

char *shard_difference(GKeyFile *one, GKeyFile *other)
{
    g_auto(GStrv) names = g_key_file_get_keys(one, SHARD_FROM, NULL, NULL);
    for (char **name = names; name && *name; name++) {
        g_autofree char *a = g_key_file_get_string(one, SHARD_FROM, *name, NULL);
        g_autofree char *b = g_key_file_get_string(other, SHARD_FROM, *name, NULL);
        if (g_strcmp0(a, b) != 0)
            return g_strdup(*name);
    }
    return names ? NULL : g_strdup("version");
}

/* The files of a record while they are read. */
struct reading {
    const struct shard_record *record;
    const char *folder;
    char **files;
    size_t count;
    _Atomic size_t next; /* the files before it are taken */
    _Atomic size_t bad;  /* the first that is not as it was written; or COUNT */
};

static bool is_as_written(const struct reading *reading, const char *file)
{
    g_autofree char *path = g_build_filename(reading->folder, file, NULL);
    g_autofree char *digest =
        g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : digest_file(path, NULL, NULL);
    g_autofree char *written =
        g_key_file_get_string(reading->record->text, SHARD_FILES, file, NULL);
    return digest && g_strcmp0(digest, written) == 0;
}

static void note_bad(struct reading *reading, size_t file)
{
    size_t bad = reading->bad;
    while (file < bad && !atomic_compare_exchange_weak(&reading->bad, &bad, file))
        continue;
}

static gpointer read_some(gpointer data)
{
    struct reading *reading = data;
    for (size_t i; (i = atomic_fetch_add(&reading->next, 1)) < reading->count;)
        if (!is_as_written(reading, reading->files[i]))
            note_bad(reading, i);
    return NULL;
}

/* No pool: GLib keeps its threads, and whoever forks afterwards waits for them for ever. */
static void read_all(struct reading *reading, unsigned count)
{
    g_autoptr(GPtrArray) threads = g_ptr_array_new();
    for (unsigned i = 0; i < count; i++)
        g_ptr_array_add(threads, g_thread_new("read", read_some, reading));
    for (unsigned i = 0; i < count; i++)
        g_thread_join(threads->pdata[i]);
}

bool shard_record_whole(const struct shard_record *record, const char *dir, unsigned threads,
                        char **file)
{
    gsize count = 0;
    g_autofree char *folder = g_build_filename(dir, record->folder, NULL);
    g_auto(GStrv) files = g_key_file_get_keys(record->text, SHARD_FILES, &count, NULL);
    struct reading reading = {record, folder, files, count, 0, count};
    read_all(&reading, MAX(threads, 1));
    if (reading.bad < count)
        *file = g_build_filename(record->folder, files[reading.bad], NULL);
    return count > 0 && reading.bad == count;
}
