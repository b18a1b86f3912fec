#include "rapor/press/exhibits.h"

#include "rapor/base/arena.h"
#include "rapor/press/chart_catalogue.h"

#define THEMES_MOST 8

/* A catalogue, and the pages of the chart at hand in it. */
struct room {
    const char *const *themes;
    struct chart_catalogue *catalogue;
    const struct pages *pages; /* NULL: not made yet */
};

struct exhibits {
    struct room rooms[THEMES_MOST];
    size_t count, sheet;
    struct arena *arena; /* of the pages */
};

static void close_exhibits(struct exhibits *exhibits)
{
    for (size_t i = 0; i < exhibits->count; i++)
        catalogue_close(exhibits->rooms[i].catalogue);
    arena_destroy(exhibits->arena);
    g_free(exhibits);
}

static struct room *room_of(struct session *session, const char *const *themes, GError **error)
{
    if (!session->exhibits) {
        session->exhibits = g_new0(struct exhibits, 1);
        session->exhibits_close = close_exhibits;
    }
    struct exhibits *exhibits = session->exhibits;
    for (size_t i = 0; i < exhibits->count; i++)
        if (g_strv_equal(exhibits->rooms[i].themes, themes))
            return &exhibits->rooms[i];
    g_assert(exhibits->count < THEMES_MOST);
    struct chart_catalogue *catalogue = catalogue_open(session, themes, error);
    if (!catalogue)
        return NULL;
    exhibits->rooms[exhibits->count] = (struct room){.themes = themes, .catalogue = catalogue};
    return &exhibits->rooms[exhibits->count++];
}

struct chart_catalogue *exhibits_catalogue(struct session *session, const char *const *themes,
                                           GError **error)
{
    struct room *room = room_of(session, themes, error);
    return room ? room->catalogue : NULL;
}

void exhibits_clear(struct session *session)
{
    struct exhibits *exhibits = session->exhibits;
    if (!exhibits)
        return;
    arena_destroy(exhibits->arena);
    exhibits->arena = NULL;
    for (size_t i = 0; i < exhibits->count; i++)
        exhibits->rooms[i].pages = NULL;
}

const struct pages *exhibits_pages(struct session *session, size_t sheet, const char *const *themes,
                                   GError **error)
{
    static const struct chart_subject nation = {OF_NATION, NULL};
    struct room *room = room_of(session, themes, error);
    struct exhibits *exhibits = session->exhibits;
    if (!room)
        return NULL;
    if (exhibits->sheet != sheet)
        exhibits_clear(session);
    exhibits->sheet = sheet;
    if (!exhibits->arena)
        exhibits->arena = arena_create();
    if (!room->pages)
        room->pages = catalogue_pages(room->catalogue, sheet, &nation, exhibits->arena, error);
    return room->pages;
}
