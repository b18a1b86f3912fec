/* Several folders of before as one. */
#include "previous.h"

static void add_records(struct previous_output *previous, const struct previous_output *part)
{
    for (size_t i = 0; i < part->all_count; i++) {
        const struct record *record = &part->all[i];
        const size_t count = previous_output_count(previous, record->file);
        g_hash_table_add(previous->records, (void *)record);
        if (record->entry)
            g_hash_table_insert(previous->counts, (char *)record->file,
                                GSIZE_TO_POINTER(count + 1));
    }
}

struct previous_output *previous_output_join(const char *const *folders)
{
    const guint count = g_strv_length((char **)folders);
    struct previous_output *previous = previous_output_create("");
    previous->parts = g_new0(struct previous_output *, count + 1);
    for (guint i = 0; i < count; i++) {
        previous->parts[i] = previous_output_open(folders[i]);
        if (!previous->parts[i]) {
            previous_output_close(previous);
            return NULL;
        }
        add_records(previous, previous->parts[i]);
    }
    return previous;
}

/* The records of a folder lie in a row. */
const struct previous_output *previous_output_of(const struct previous_output *previous,
                                                 const struct record *record)
{
    for (size_t i = 0; previous->parts && previous->parts[i]; i++) {
        const struct previous_output *part = previous->parts[i];
        if (record >= part->all && record < part->all + part->all_count)
            return part;
    }
    return previous;
}
