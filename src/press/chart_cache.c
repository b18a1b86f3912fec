#include "rapor/press/chart_cache.h"

#include "rapor/base/arena.h"
#include "rapor/layout/layout.h"
#include "rapor/press/chart_catalogue.h"
#include "rapor/press/press_files.h"

#include <string.h>

#define THEMES_MOST 8

static const struct chart_subject nation = {OF_NATION, NULL};

/* A catalogue, and the pages of the chart at hand in it. */
struct room {
    const char *const *themes;
    struct chart_catalogue *catalogue;
    const struct pages *pages; /* NULL: not made yet */
    struct arena *arena;       /* of the pages */
    char **digests;            /* of all charts, NULL: not asked for yet */
};

struct chart_cache {
    struct room rooms[THEMES_MOST];
    size_t count, chart;
};

static void close_chart_cache(struct chart_cache *chart_cache)
{
    for (size_t i = 0; i < chart_cache->count; i++) {
        struct room *room = &chart_cache->rooms[i];
        for (size_t chart = 0; chart < room->catalogue->count; chart++)
            g_free(room->digests[chart]);
        g_free(room->digests);
        arena_destroy(room->arena);
        catalogue_close(room->catalogue);
    }
    g_free(chart_cache);
}

static struct room *room_of(struct session *session, const char *const *themes, GError **error)
{
    if (!session->chart_cache) {
        session->chart_cache = g_new0(struct chart_cache, 1);
        session->chart_cache_close = close_chart_cache;
    }
    struct chart_cache *chart_cache = session->chart_cache;
    for (size_t i = 0; i < chart_cache->count; i++)
        if (g_strv_equal(chart_cache->rooms[i].themes, themes))
            return &chart_cache->rooms[i];
    g_assert(chart_cache->count < THEMES_MOST);
    struct chart_catalogue *catalogue = catalogue_open(session, themes, error);
    if (!catalogue)
        return NULL;
    chart_cache->rooms[chart_cache->count] = (struct room){
        .themes = themes, .catalogue = catalogue, .digests = g_new0(char *, catalogue->count)};
    return &chart_cache->rooms[chart_cache->count++];
}

struct chart_catalogue *chart_cache_catalogue(struct session *session, const char *const *themes,
                                              GError **error)
{
    struct room *room = room_of(session, themes, error);
    return room ? room->catalogue : NULL;
}

/* The list is read now for all versions, as it stays while the run lasts. */
static bool open_rooms(struct session *session, GError **error)
{
    bool good = true;
    for (size_t v = 0; good && v < version_count; v++)
        good = room_of(session, versions[v].themes, error) != NULL;
    return good;
}

bool chart_cache_load(struct session *session, GError **error)
{
    struct chart_catalogue *catalogue =
        open_rooms(session, error) ? chart_cache_catalogue(session, versions[0].themes, error)
                                   : NULL;
    for (size_t i = 0; catalogue && i < catalogue->count; i++)
        if (catalogue_offers(catalogue, i, &nation) && !catalogue_load(catalogue, i, error))
            return false;
    return catalogue != NULL;
}

static void clear(struct room *room)
{
    g_clear_pointer(&room->arena, arena_destroy);
    room->pages = NULL;
}

void chart_cache_clear(struct session *session)
{
    struct chart_cache *chart_cache = session->chart_cache;
    for (size_t i = 0; chart_cache && i < chart_cache->count; i++)
        clear(&chart_cache->rooms[i]);
}

/* All files of a chart are made one after the other: of the one before, only the layout that the
 * run began with stays open. */
static void take_up(struct session *session, size_t chart)
{
    struct chart_cache *chart_cache = session->chart_cache;
    if (chart_cache->chart == chart)
        return;
    chart_cache_clear(session);
    for (size_t i = 1; i < chart_cache->count; i++)
        catalogue_drop(chart_cache->rooms[i].catalogue, chart_cache->chart);
    chart_cache->chart = chart;
}

const struct pages *chart_cache_pages(struct session *session, size_t chart,
                                      const char *const *themes, GError **error)
{
    struct room *room = room_of(session, themes, error);
    if (!room)
        return NULL;
    take_up(session, chart);
    if (!room->arena)
        room->arena = arena_create();
    if (!room->pages)
        room->pages = catalogue_pages(room->catalogue, chart, &nation, room->arena, error);
    return room->pages;
}

void chart_cache_drop(struct session *session, const char *const *themes)
{
    struct room *room = room_of(session, themes, NULL);
    struct chart_cache *chart_cache = session->chart_cache;
    if (!room)
        return;
    clear(room);
    if (room != chart_cache->rooms)
        catalogue_drop(room->catalogue, chart_cache->chart);
}

/* True where FEW are the THEMES without those that only paint. */
static bool says_the_same(const struct session *session, const char *const *few,
                          const char *const *themes)
{
    for (; *themes; themes++)
        if (*few && strcmp(*few, *themes) == 0)
            few++;
        else if (!layout_store_only_paints(session->store, *themes))
            return false;
    return !*few;
}

/* The themes of a version that says the same, for which fewer layouts are opened. */
static const char *const *plainest(const struct session *session, const char *const *themes)
{
    const struct version *version = versions;
    while (version->ending && !says_the_same(session, version->themes, themes))
        version++;
    return version->ending ? version->themes : themes;
}

const char *chart_cache_digest(struct session *session, size_t chart, const char *const *themes)
{
    struct room *room = room_of(session, plainest(session, themes), NULL);
    if (!room)
        return NULL;
    if (!room->digests[chart]) {
        take_up(session, chart);
        room->digests[chart] = catalogue_digest(room->catalogue, chart, &nation);
    }
    return room->digests[chart];
}
