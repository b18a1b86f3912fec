#include "rapor/shards/attempt.h"
#include "rapor/base/disk.h"

#include "rapor/base/failure.h"
#include "rapor/base/interrupt.h"
#include "rapor/pack/files.h"
#include "rapor/pack/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_FILE ".lock" /* held while an attempt goes on; gone once its record is there */
#define PART_FILE ".record"
#define LETTERS   6 /* that mkdtemp() makes */

struct shard_attempt {
    struct shard shard;
    char *dir, *stem;            /* "shard-03-of-16" */
    char *folder;                /* to write into; NULL until it is made */
    int lock;                    /* -1: not held */
    struct shard_record *before; /* or NULL */
};

const char *attempt_folder(const struct shard_attempt *attempt)
{
    return attempt->folder;
}

const struct shard_record *attempt_before(const struct shard_attempt *attempt)
{
    return attempt->before;
}

static void close_attempt(struct shard_attempt *attempt)
{
    if (attempt->lock >= 0)
        close(attempt->lock);
    shard_record_free(attempt->before);
    g_free(attempt->dir);
    g_free(attempt->stem);
    g_free(attempt->folder);
    g_free(attempt);
}

void attempt_discard(struct shard_attempt *attempt)
{
    if (!attempt)
        return;
    if (attempt->folder)
        files_remove_tree(attempt->folder);
    close_attempt(attempt);
}

/* True of "shard-03-of-16-XXXXXX", with a dot before it or without. */
static bool is_attempt(const struct shard_attempt *attempt, const char *name)
{
    const size_t length = strlen(attempt->stem);
    name += *name == '.';
    return strncmp(name, attempt->stem, length) == 0 && name[length] == '-' &&
           strlen(name) == length + 1 + LETTERS;
}

/* Its process is gone where nobody holds the lock.  Where there are no locks nobody knows. */
static bool is_dead(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, LOCK_FILE, NULL);
    const int lock = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (lock < 0)
        return false;
    const bool dead = flock(lock, LOCK_EX | LOCK_NB) == 0;
    close(lock);
    return dead;
}

static void sweep(const struct shard_attempt *attempt)
{
    g_autoptr(GPtrArray) names = disk_names(attempt->dir, FAILURE_CREATE, NULL);
    for (guint i = 0; names && i < names->len; i++) {
        const char *name = names->pdata[i];
        g_autofree char *path = g_build_filename(attempt->dir, name, NULL);
        const bool counts = attempt->before && strcmp(name, attempt->before->folder) == 0;
        if (is_attempt(attempt, name) && !counts && is_dead(path))
            files_remove_tree(path);
    }
}

static bool make_folder(struct shard_attempt *attempt, GError **error)
{
    g_autofree char *folder = g_strdup_printf("%s/.%s-XXXXXX", attempt->dir, attempt->stem);
    if (!mkdtemp(folder))
        return files_fail(error, errno, attempt->dir);
    attempt->folder = g_steal_pointer(&folder);
    g_autofree char *path = g_build_filename(attempt->folder, LOCK_FILE, NULL);
    attempt->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (attempt->lock < 0)
        return files_fail(error, errno, path);
    (void)flock(attempt->lock, LOCK_EX | LOCK_NB); /* where there are locks */
    return true;
}

static bool prepare(struct shard_attempt *attempt, GError **error)
{
    g_autofree char *manifest = g_build_filename(attempt->dir, MANIFEST_FILE, NULL);
    g_autofree char *name = g_strconcat(attempt->stem, ".ini", NULL);
    if (g_mkdir_with_parents(attempt->dir, 0777) != 0)
        return files_fail(error, errno, attempt->dir);
    if (disk_has(manifest))
        return fail(error, FAILURE_CREATE,
                    "%s: papers are published there: shards need a folder "
                    "of their own",
                    attempt->dir);
    g_autofree char *record = g_build_filename(attempt->dir, name, NULL);
    attempt->before = shard_record_read(attempt->dir, name, NULL);
    if (!attempt->before && disk_has(record))
        return fail(error, FAILURE_CREATE, "%s: is not the record of a shard: remove it", record);
    sweep(attempt);
    return make_folder(attempt, error);
}

struct shard_attempt *attempt_open(const char *dir, struct shard shard, GError **error)
{
    struct shard_attempt *attempt = g_new0(struct shard_attempt, 1);
    attempt->shard = shard;
    attempt->dir = g_canonicalize_filename(dir, NULL);
    attempt->stem = shard_stem(shard);
    attempt->lock = -1;
    if (prepare(attempt, error))
        return attempt;
    attempt_discard(attempt);
    return NULL;
}

/* As open to others as any new folder; and without the dot. */
static bool show_folder(struct shard_attempt *attempt, GError **error)
{
    g_autofree char *name = g_path_get_basename(attempt->folder);
    g_autofree char *shown = g_build_filename(attempt->dir, name + 1, NULL);
    const mode_t mask = umask(0);
    umask(mask);
    if (chmod(attempt->folder, 0777 & ~mask) != 0 || rename(attempt->folder, shown) != 0)
        return files_fail(error, errno, shown);
    g_free(attempt->folder);
    attempt->folder = g_steal_pointer(&shown);
    return true;
}

/* Writes the record as PART first, a file in the folder of the attempt. */
static bool write_part(const struct shard_record *record, const char *part, GError **error)
{
    gsize length;
    g_autofree char *text = g_key_file_to_data(record->text, &length, NULL);
    return files_write(part, text, length, error) && files_flush(part, error);
}

/* True where the record that is there is the one that was there when the attempt began. */
static bool is_before(const struct shard_attempt *attempt, const struct shard_record *there)
{
    return attempt->before && strcmp(there->folder, attempt->before->folder) == 0;
}

static bool replace(const struct shard_attempt *attempt, const struct shard_record *there,
                    const char *part, GError **error)
{
    g_autofree char *path = g_build_filename(attempt->dir, there->name, NULL);
    g_autofree char *folder = g_build_filename(attempt->dir, there->folder, NULL);
    if (rename(part, path) != 0)
        return files_fail(error, errno, path);
    files_remove_tree(folder);
    return true;
}

/* Somebody has written a record: another attempt, which has made the same, or an earlier one.
 * COUNTS is whether ours takes its place. */
static bool settle(const struct shard_attempt *attempt, const struct shard_record *ours,
                   const char *part, bool *counts, GError **error)
{
    struct shard_record *there = shard_record_read(attempt->dir, ours->name, error);
    if (!there)
        return false;
    g_autofree char *difference = shard_difference(ours->text, there->text);
    *counts = is_before(attempt, there);
    const bool settled =
        *counts ? replace(attempt, there, part, error)
                : !difference || fail(error, FAILURE_CREATE,
                                      "%s/%s: was made meanwhile by another run, which differs in: "
                                      "%s",
                                      attempt->dir, ours->name, difference);
    shard_record_free(there);
    return settled;
}

/* The record appears whole, and in the place of no other but the one of before. */
static bool put_record(const struct shard_attempt *attempt, const struct shard_record *record,
                       bool *counts, GError **error)
{
    g_autofree char *path = g_build_filename(attempt->dir, record->name, NULL);
    g_autofree char *part = g_build_filename(attempt->folder, PART_FILE, NULL);
    if (!write_part(record, part, error))
        return false;
    *counts = true;
    bool put = link(part, path) == 0;
    if (!put && errno == EEXIST)
        put = settle(attempt, record, part, counts, error);
    else if (!put) /* there are no links */
        put = rename(part, path) == 0 || files_fail(error, errno, path);
    unlink(part);
    files_flush(attempt->dir, NULL); /* it is there, whether that can be or not */
    return put;
}

bool attempt_finish(struct shard_attempt *attempt, GKeyFile *text, GError **error)
{
    bool counts = false;
    const enum failure signal = interrupt_failure();
    bool finished = signal == FAILURE_NONE || fail(error, signal, "interrupted; nothing was kept");
    finished = finished && files_flush_tree(attempt->folder, error) &&
               show_folder(attempt, error) && files_flush(attempt->dir, error);
    if (finished) {
        g_autofree char *name = g_path_get_basename(attempt->folder);
        struct shard_record *record = shard_record_create(attempt->shard, name, text);
        finished = put_record(attempt, record, &counts, error);
        shard_record_free(record);
    }
    if (!counts || !finished) {
        attempt_discard(attempt);
        return finished;
    }
    g_autofree char *lock = g_build_filename(attempt->folder, LOCK_FILE, NULL);
    unlink(lock);
    close_attempt(attempt);
    return true;
}
