#include "shelf.h"

#include "rapor/assess/standing.h"
#include "rapor/base/failure.h"

#include <errno.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* What the processes see of each other. */
struct counter {
    _Atomic size_t count; /* of the tasks that come before one */
};

struct shelf {
    const struct plan *plan;
    size_t size;              /* bytes of what is shared */
    struct counter *next;     /* the tasks before it are taken */
    struct counter *counters; /* of the tasks */
    struct slot *slots;       /* of the entries of the nation */
    int *files;               /* of the workers */
    unsigned file_count;
    unsigned worker; /* this process; and its pack */
    struct pack *pack;
};

static bool open_files(struct shelf *shelf, unsigned workers, GError **error)
{
    for (; shelf->file_count < workers; shelf->file_count++) {
        shelf->files[shelf->file_count] = memfd_create("rapor", MFD_CLOEXEC);
        if (shelf->files[shelf->file_count] < 0)
            return fail(error, FAILURE_IO, "no memory for the workers: %s", g_strerror(errno));
    }
    return true;
}

static bool map(struct shelf *shelf, GError **error)
{
    const struct plan *plan = shelf->plan;
    const size_t slots = plan->nation ? plan->nation->count : 0;
    shelf->size = (1 + plan->task_count) * sizeof *shelf->counters + slots * sizeof *shelf->slots;
    void *shared =
        mmap(NULL, shelf->size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return fail(error, FAILURE_IO, "no memory for the workers: %s", g_strerror(errno));
    shelf->next = shared;
    shelf->counters = shelf->next + 1;
    shelf->slots = (struct slot *)(void *)(shelf->counters + plan->task_count);
    for (size_t i = 0; i < plan->task_count; i++)
        shelf->counters[i].count = plan->tasks[i].waiting;
    return true;
}

struct shelf *shelf_create(const struct plan *plan, unsigned workers, GError **error)
{
    struct shelf *shelf = g_new0(struct shelf, 1);
    shelf->plan = plan;
    shelf->files = g_new(int, workers);
    if (open_files(shelf, workers, error) && map(shelf, error))
        return shelf;
    shelf_destroy(shelf);
    return NULL;
}

void shelf_destroy(struct shelf *shelf)
{
    if (!shelf)
        return;
    pack_discard(shelf->pack);
    for (unsigned i = 0; i < shelf->file_count; i++)
        close(shelf->files[i]);
    if (shelf->next)
        munmap(shelf->next, shelf->size);
    g_free(shelf->files);
    g_free(shelf);
}

void shelf_enter(struct shelf *shelf, unsigned worker)
{
    shelf->worker = worker;
    shelf->pack = pack_create_on(shelf->files[worker]);
}

struct pack *shelf_pack(struct shelf *shelf)
{
    return shelf->pack;
}

static void put_lot(struct lot *lot, const struct packed *entry)
{
    lot->offset = entry->offset;
    lot->span = entry->span;
    lot->size = entry->size;
    lot->crc = entry->crc;
    lot->deflated = entry->deflated;
    g_strlcpy(lot->digest, entry->digest, sizeof lot->digest);
}

void shelf_put(struct shelf *shelf, size_t entry, const char *key, size_t before)
{
    size_t count;
    struct slot *slot = &shelf->slots[entry];
    const struct packed *entries = pack_entries(shelf->pack, &count);
    slot->worker = shelf->worker;
    if (count > before)
        put_lot(&slot->file, &entries[before]);
    if (count > before + 1)
        put_lot(&slot->sidecar, &entries[before + 1]);
    g_strlcpy(slot->key, key, sizeof slot->key);
}

const struct slot *shelf_slot(const struct shelf *shelf, size_t entry)
{
    return &shelf->slots[entry];
}

GBytes *shelf_span(const struct shelf *shelf, const struct slot *slot, const struct lot *lot,
                   struct packed *like)
{
    *like = (struct packed){
        .digest = (char *)lot->digest,
        .size = lot->size,
        .offset = lot->offset,
        .span = lot->span,
        .crc = lot->crc,
        .deflated = lot->deflated,
    };
    return pack_span(like, shelf->files[slot->worker]);
}

size_t shelf_take(struct shelf *shelf)
{
    const struct plan *plan = shelf->plan;
    size_t task = atomic_fetch_add(&shelf->next->count, 1);
    while (task < plan->task_count && plan->tasks[task].waiting > 0)
        task = atomic_fetch_add(&shelf->next->count, 1);
    return task < plan->task_count ? task : NONE;
}

size_t shelf_next(struct shelf *shelf, size_t task)
{
    const size_t next = shelf->plan->tasks[task].next;
    return next != NONE && atomic_fetch_sub(&shelf->counters[next].count, 1) == 1 ? next : NONE;
}
