/* A paper that lies there already, of the last run or of a shard, and waits: it is signed as it
 * is, and not made once more. */
#include "waiting.h"

#include "../earlier/earlier.h"

#include "rapor/base/disk.h"
#include "rapor/pack/pack.h"
#include "rapor/pack/sidecar.h"

/* Returns a file of the paper as it lies there, or NULL. */
static GByteArray *read_file(const struct job *job, size_t number, const char *name)
{
    const struct record *record = job_previous(job, number, name);
    if (!record)
        return NULL;
    if (job->file) {
        struct packed like;
        g_autoptr(GBytes) span = previous_output_span(job->previous, record, &like);
        return span ? pack_content(&like, span) : NULL;
    }
    g_autofree char *path = previous_output_path(job->before, record);
    gsize length;
    char *bytes = path ? disk_read(path, FAILURE_INPUT, &length, NULL) : NULL;
    return bytes ? g_byte_array_new_take((guint8 *)bytes, length) : NULL;
}

bool waiting_read(const struct job *job, size_t number, struct rendered *rendered)
{
    const struct record *record = job_waiting(job, number);
    g_autoptr(GByteArray) bytes =
        record ? read_file(job, number, job->archive->entries[number].name) : NULL;
    if (!bytes)
        return false;
    g_byte_array_append(rendered->bytes, bytes->data, bytes->len);
    rendered->before = record;
    rendered->waits = true;
    rendered->content = g_strdup(key_content(record->key, &rendered->edition));
    return true;
}

GByteArray *waiting_sidecar(const struct job *job, size_t number, const struct rendered *rendered,
                            const char *digest)
{
    g_autofree char *name = sidecar_name(job->archive->entries[number].name);
    g_autoptr(GByteArray) before = read_file(job, number, name);
    return before ? sidecar_follow(before, rendered->before->digest, digest) : NULL;
}
