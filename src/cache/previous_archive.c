/* Archives of before.  One that was made in parts lies in several folders. */
#include "previous.h"

#include "rapor/pack/pack.h"
#include "rapor/pack/unpack.h"

#include <unistd.h>

/* One of the files that hold its entries. */
struct archive_part {
    const struct previous_output *from;
    char *path;
    struct unpack *unpack; /* NULL until an entry is asked for: most are taken over whole */
};

struct previous_archive {
    const struct previous_output *previous;
    GArray *parts; /* of struct archive_part */
};

static bool add_part(struct previous_archive *archive, const struct previous_output *from,
                     const char *file)
{
    const struct record *record = previous_output_find(from, file, NULL);
    if (!record)
        return true;
    const struct archive_part part = {.from = from, .path = previous_output_path(from, record)};
    if (part.path)
        g_array_append_val(archive->parts, part);
    return part.path != NULL;
}

struct previous_archive *previous_archive_open(const struct previous_output *previous,
                                               const char *file)
{
    struct previous_archive *archive = g_new0(struct previous_archive, 1);
    archive->previous = previous;
    archive->parts = g_array_new(FALSE, FALSE, sizeof(struct archive_part));
    bool whole = previous->parts || add_part(archive, previous, file);
    for (size_t i = 0; whole && previous->parts && previous->parts[i]; i++)
        whole = add_part(archive, previous->parts[i], file);
    if (whole && archive->parts->len > 0)
        return archive;
    previous_archive_close(archive);
    return NULL;
}

void previous_archive_close(struct previous_archive *archive)
{
    if (!archive)
        return;
    for (guint i = 0; i < archive->parts->len; i++) {
        struct archive_part *part = &g_array_index(archive->parts, struct archive_part, i);
        unpack_close(part->unpack);
        g_free(part->path);
    }
    g_array_unref(archive->parts);
    g_free(archive);
}

static struct archive_part *part_of(const struct previous_archive *archive,
                                    const struct record *record)
{
    const struct previous_output *from = previous_output_of(archive->previous, record);
    for (guint i = 0; i < archive->parts->len; i++) {
        struct archive_part *part = &g_array_index(archive->parts, struct archive_part, i);
        if (part->from == from)
            return part;
    }
    return NULL;
}

/* The archive that holds it; or NULL. */
static struct unpack *unpack_of(const struct previous_archive *archive, const struct record *record,
                                struct packed *like)
{
    struct archive_part *part = part_of(archive, record);
    *like = (struct packed){.digest = (char *)record->digest};
    if (part && !part->unpack)
        part->unpack = unpack_open(part->path);
    return part ? part->unpack : NULL;
}

bool previous_output_entry(struct previous_archive *archive, const struct record *record,
                           struct packed *like)
{
    struct unpack *unpack = unpack_of(archive, record, like);
    return unpack && unpack_find(unpack, record->entry, like);
}

GBytes *previous_output_span(struct previous_archive *archive, const struct record *record,
                             struct packed *like)
{
    struct unpack *unpack = unpack_of(archive, record, like);
    return unpack ? unpack_span(unpack, record->entry, like) : NULL;
}

bool previous_archive_link(const struct previous_archive *archive, const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    const char *whole = g_array_index(archive->parts, struct archive_part, 0).path;
    return archive->parts->len == 1 && g_mkdir_with_parents(folder, 0777) == 0 &&
           link(whole, path) == 0;
}
