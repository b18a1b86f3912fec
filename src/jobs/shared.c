#include "shared.h"

#include "rapor/assess/standing.h"
#include "rapor/base/failure.h"

#include <errno.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* What the processes see of each other. */
struct task_counter {
    _Atomic size_t count; /* of the tasks that come before one */
};

struct shared_results {
    const struct plan *plan;
    size_t size;                   /* bytes of what is shared */
    struct task_counter *next;     /* the tasks before it are taken */
    struct task_counter *counters; /* of the tasks */
    struct shared_entry *entries;  /* of the entries of the nation */
    int *files;                    /* of the workers */
    unsigned file_count;
    unsigned worker; /* this process; and its pack */
    struct pack *pack;
};

static bool open_files(struct shared_results *shared, unsigned workers, GError **error)
{
    for (; shared->file_count < workers; shared->file_count++) {
        shared->files[shared->file_count] = memfd_create("rapor", MFD_CLOEXEC);
        if (shared->files[shared->file_count] < 0)
            return fail(error, FAILURE_SHORTAGE, "no memory for the workers: %s",
                        g_strerror(errno));
    }
    return true;
}

static bool map(struct shared_results *shared, GError **error)
{
    const struct plan *plan = shared->plan;
    const size_t entries = plan->nation ? plan->nation->count : 0;
    shared->size =
        (1 + plan->task_count) * sizeof *shared->counters + entries * sizeof *shared->entries;
    void *memory =
        mmap(NULL, shared->size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return fail(error, FAILURE_SHORTAGE, "no memory for the workers: %s", g_strerror(errno));
    shared->next = memory;
    shared->counters = shared->next + 1;
    shared->entries = (struct shared_entry *)(void *)(shared->counters + plan->task_count);
    for (size_t i = 0; i < plan->task_count; i++)
        shared->counters[i].count = plan->tasks[i].waiting;
    return true;
}

struct shared_results *shared_create(const struct plan *plan, unsigned workers, GError **error)
{
    struct shared_results *shared = g_new0(struct shared_results, 1);
    shared->plan = plan;
    shared->files = g_new(int, workers);
    if (open_files(shared, workers, error) && map(shared, error))
        return shared;
    shared_destroy(shared);
    return NULL;
}

void shared_destroy(struct shared_results *shared)
{
    if (!shared)
        return;
    pack_discard(shared->pack);
    for (unsigned i = 0; i < shared->file_count; i++)
        close(shared->files[i]);
    if (shared->next)
        munmap(shared->next, shared->size);
    g_free(shared->files);
    g_free(shared);
}

void shared_enter(struct shared_results *shared, unsigned worker)
{
    shared->worker = worker;
    shared->pack = pack_create_on(shared->files[worker]);
}

struct pack *shared_pack(struct shared_results *shared)
{
    return shared->pack;
}

static void put_shared(struct shared_file *shared_file, const struct packed *entry)
{
    shared_file->offset = entry->offset;
    shared_file->span = entry->span;
    shared_file->size = entry->size;
    shared_file->crc = entry->crc;
    shared_file->deflated = entry->deflated;
    g_strlcpy(shared_file->digest, entry->digest, sizeof shared_file->digest);
}

void shared_put(struct shared_results *shared, size_t entry, const char *key, size_t before)
{
    size_t count;
    struct shared_entry *known = &shared->entries[entry];
    const struct packed *entries = pack_entries(shared->pack, &count);
    known->worker = shared->worker;
    if (count > before)
        put_shared(&known->file, &entries[before]);
    if (count > before + 1)
        put_shared(&known->sidecar, &entries[before + 1]);
    g_strlcpy(known->key, key, sizeof known->key);
}

const struct shared_entry *shared_known(const struct shared_results *shared, size_t entry)
{
    return &shared->entries[entry];
}

GBytes *shared_span(const struct shared_results *shared, const struct shared_entry *known,
                    const struct shared_file *shared_file, struct packed *like)
{
    *like = (struct packed){
        .digest = (char *)shared_file->digest,
        .size = shared_file->size,
        .offset = shared_file->offset,
        .span = shared_file->span,
        .crc = shared_file->crc,
        .deflated = shared_file->deflated,
    };
    return pack_span(like, shared->files[known->worker]);
}

size_t shared_take(struct shared_results *shared)
{
    const struct plan *plan = shared->plan;
    size_t task = atomic_fetch_add(&shared->next->count, 1);
    while (task < plan->task_count && plan->tasks[task].waiting > 0)
        task = atomic_fetch_add(&shared->next->count, 1);
    return task < plan->task_count ? task : NONE;
}

size_t shared_next(struct shared_results *shared, size_t task)
{
    const size_t next = shared->plan->tasks[task].next;
    return next != NONE && atomic_fetch_sub(&shared->counters[next].count, 1) == 1 ? next : NONE;
}
