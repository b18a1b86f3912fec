#include "issued.h"

#include "earlier.h"

#include "rapor/base/failure.h"
#include "rapor/cache/previous_output.h"
#include "rapor/pack/pack.h"
#include "rapor/read/register.h"

#include <string.h>

/* Takes the bytes that were issued, signed perhaps, from where they lie. */
static bool take_issued(struct job *job, size_t number, const struct record *record)
{
    const char *name = job->archive->entries[number].name;
    struct packed like = {
        .name = (char *)name, .digest = (char *)record->digest, .size = record->size};
    if (!job->file) {
        g_autofree char *path = previous_output_path(job->before, record);
        return path && pack_link(job->pack, name, &like, path);
    }
    const bool found = previous_output_entry(job->previous, record, &like);
    like.name = (char *)name;
    return found && pack_take(job->pack, name, &like, NULL);
}

bool issued_keep(struct job *job, size_t number, const struct paper *issued, GError **error)
{
    const char *name = job->archive->entries[number].name;
    const struct record *record = job_previous(job, number, name);
    if (!record || strcmp(record->digest, issued->file) != 0 || !take_issued(job, number, record))
        return fail(error, FAILURE_DATA,
                    "%s: edition %u was issued as a file that is not in the folder, and cannot be "
                    "made again; build over the folder that holds it; of a shard, name it by "
                    "--previous",
                    name, issued->edition);
    g_ptr_array_add(job->pack_keys, (char *)job_key(job, number));
    return true;
}
