#include "beside.h"

#include "earlier/earlier.h"

#include "rapor/base/disk.h"
#include "rapor/pack/files.h"
#include "rapor/pack/pack.h"
#include "rapor/session/names.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static const char *name_beside(const char *name)
{
    return name + strlen(KIT_FOLDER "/");
}

static bool has_page(const struct archive *archive)
{
    for (size_t i = 0; i < archive->count; i++)
        if (archive->entries[i].kind == ENTRY_PAGE)
            return true;
    return false;
}

static char *draft_path(const struct job *job)
{
    return g_build_filename(job->run->folder, NAME_KIT, NULL);
}

void beside_open(struct job *job)
{
    const struct build_run *run = job->run;
    g_autofree char *beside = g_build_filename(run->folder, KIT_FOLDER, NULL);
    g_autofree char *kit = draft_path(job);
    pack_discard(job->beside);
    pack_discard(job->kit);
    job->beside = job->file ? pack_create(beside, run->date, true) : NULL;
    job->kit = job->file && has_page(job->archive) ? pack_create(kit, run->date, false) : NULL;
    g_ptr_array_set_size(job->beside_keys, 0);
}

/* The file of before, where it is as it was left; KEY is what it is made from now, or NULL. */
static bool link_before(struct job *job, const char *name, const char *key)
{
    const struct previous_output *previous = job->run->previous;
    const struct record *record =
        previous && !job->run->build->rebuild ? previous_output_find(previous, name, NULL) : NULL;
    if (!record || (key && !key_same(record->key, key)))
        return false;
    g_autofree char *path = previous_output_path(previous, record);
    const struct packed like = {
        .name = (char *)name, .digest = (char *)record->digest, .size = record->size};
    if (!path || !pack_link(job->beside, name_beside(name), &like, path))
        return false;
    g_ptr_array_add(job->beside_keys, (char *)(key ? key : KEY_OF_WHOLE));
    return true;
}

bool beside_put(struct job *job, size_t entry, const struct packed *like, GBytes *span)
{
    if (!job_is_beside(job, entry, like->name))
        return true;
    const char *key = job_key(job, entry);
    const bool linked = link_before(job, like->name, key);
    if (!linked && !pack_take(job->beside, name_beside(like->name), like, span))
        return false;
    if (!linked)
        g_ptr_array_add(job->beside_keys, (char *)key);
    if (job->kit && !job_is_alone(job, entry))
        pack_take(job->kit, name_beside(like->name), like, span);
    return true;
}

bool beside_link_all(struct job *job)
{
    for (size_t i = 0; i < job->archive->count; i++) {
        const char *name = job->archive->entries[i].name;
        if (job_is_beside(job, i, name) && !link_before(job, name, job_key(job, i)))
            return false;
    }
    return !job->kit || link_before(job, KIT_FOLDER "/" NAME_KIT, NULL);
}

static void say(const struct job *job)
{
    size_t count;
    const struct packed *entries = pack_entries(job->beside, &count);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *path = g_strconcat(KIT_FOLDER "/", entries[i].name, NULL);
        job_report_record(job, &(struct record){.file = path,
                                                .size = entries[i].size,
                                                .digest = entries[i].digest,
                                                .key = job->beside_keys->pdata[i]});
    }
}

/* Linked, or where the file system has no links, copied. */
static bool lay_kit(struct job *job, const struct packed *whole, GError **error)
{
    g_autofree char *path = draft_path(job);
    gsize length;
    if (!pack_link(job->beside, NAME_KIT, whole, path)) {
        g_autofree char *bytes = disk_read(path, FAILURE_IO, &length, error);
        if (!bytes)
            return false;
        const GByteArray copy = {(guint8 *)bytes, (guint)length};
        pack_add(job->beside, NAME_KIT, &copy, whole->digest);
    }
    g_ptr_array_add(job->beside_keys, (char *)KEY_OF_WHOLE);
    return unlink(path) == 0 || files_fail(error, errno, path);
}

static bool finish_kit(struct job *job, GError **error)
{
    struct packed whole;
    size_t count;
    pack_entries(job->kit, &count);
    if (!pack_finish(g_steal_pointer(&job->kit), &whole, error))
        return false;
    const bool laid = count == 0 || lay_kit(job, &whole, error);
    g_free(whole.digest);
    return laid;
}

bool beside_finish(struct job *job, GError **error)
{
    struct packed none;
    if (!job->beside)
        return true;
    if (job->kit && !finish_kit(job, error))
        return false;
    say(job);
    return pack_finish(g_steal_pointer(&job->beside), &none, error);
}
