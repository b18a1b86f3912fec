/* Some entries of the archive of the nation: put among the shared results, where they are not as
 * before. */
#include "making.h"
#include "shared.h"

#include "rapor/pack/pack.h"

static bool make(struct making *making, size_t number, GError **error)
{
    const struct entry *entry = &making->archive->entries[number];
    struct shared_results *shared = making->workshop->shared;
    size_t before;
    pack_entries(making->pack, &before);
    const bool same = making_same(making, number, entry->name);
    if (!same && !making_add(making, number, error))
        return false;
    shared_put(shared, number, making_key(making, number), before);
    if (entry->also != NONE)
        shared_put(shared, entry->also, making_key(making, number), before);
    if (entry->also != NONE && !same)
        making_explain_copy(making, number);
    return true;
}

bool entries_make(const struct workshop *workshop, const struct task *task,
                  const struct voice *voice, GError **error)
{
    struct making making;
    bool made = true;
    making_open(&making, workshop, task->archive, voice);
    making.pack = shared_pack(workshop->shared);
    for (size_t i = task->first; made && i < task->first + task->count; i++) {
        making_say(&making, "> %s", task->archive->entries[i].whom);
        made = make(&making, i, error);
        making_say(&making, ".");
    }
    making_close(&making);
    return made;
}
