#include "rapor/press/dictionary.h"

#include "rapor/assess/tables.h"
#include "rapor/base/arena.h"
#include "rapor/press/data_tables.h"
#include "rapor/press/kit.h"
#include "rapor/session/names.h"

static bool write_of(const struct session *session, struct arena *arena, GByteArray *out,
                     GError **error)
{
    static const struct kit_text text = {NAME_DICTIONARY, KIT_DATA_SHEET, "id"};
    const struct ranking_choice widest = {ranking_widest(session->standings), NONE};
    const struct kit_table tables[] = {
        {data_names[0], ranking_of(session->standings, &widest, arena)},
        {data_names[1], levels_of(session->evaluation, arena)}};
    const struct kit kit = {
        .layouts = session->places.layouts,
        .naming = &session->evaluation->instrument->naming,
        .digest = session->evaluation->digest,
        .view = session->view,
        .standings = session->standings,
        .tables = tables,
        .table_count = G_N_ELEMENTS(tables),
    };
    struct kit_source *source = kit_open(&kit, error);
    const bool ok = source && kit_write(source, &text, out, error);
    kit_close(source);
    return ok;
}

bool dictionary_write(const struct session *session, GByteArray *out, GError **error)
{
    struct arena *arena = arena_create();
    bool ok = write_of(session, arena, out, error);
    arena_destroy(arena);
    return ok;
}
