/* What is planned for the press. */
#include "planner.h"

#include "rapor/base/arena.h"
#include "rapor/press/chart_cache.h"
#include "rapor/press/chart_catalogue.h"
#include "rapor/press/press_files.h"

#include <string.h>

/* Only what is made in that form anyway has a copy there. */
size_t plan_card(const struct planner *planner, const struct entry *like)
{
    const struct document *document =
        &planner->session->evaluation->instrument->documents[like->document];
    if (!document->folder || !planner_nation(planner) || !g_str_has_suffix(like->name, ".png"))
        return NONE;
    const char *code = planner->session->evaluation->institutions[like->subject].code;
    g_autofree char *lower = g_ascii_strdown(code, -1);
    struct entry entry = *like;
    entry.beside = true;
    entry.given = true;
    entry.also = NONE;
    entry.name = arena_printf(planner->arena, "%s/%.*s/%s.png", document->folder,
                              (int)strcspn(document->file, "."), document->file, lower);
    return planner_add(planner, NAME_NATION, entry);
}

static void plan_chart(const struct planner *planner, const struct chart_catalogue *catalogue,
                       size_t chart)
{
    for (size_t v = 0; versions[v].ending; v++)
        planner_add(planner, NAME_NATION,
                    (struct entry){
                        .kind = ENTRY_CHART,
                        .name = arena_printf(planner->arena, "%s%s.%s", KIT_CHARTS,
                                             catalogue->charts[chart].name, versions[v].ending),
                        .document = chart,
                        .subject = v,
                        .whom = NAME_NATION,
                        .beside = true,
                        .also = NONE,
                    });
}

/* Each chart that there is of the nation, in every version. */
static void plan_charts(const struct planner *planner)
{
    struct session *session = (struct session *)planner->session;
    struct chart_catalogue *catalogue =
        chart_cache_catalogue(session, versions[0].themes, planner->error);
    const struct chart_subject nation = {OF_NATION, NULL};
    for (size_t i = 0; catalogue && i < catalogue->count; i++)
        if (catalogue_offers(catalogue, i, &nation))
            plan_chart(planner, catalogue, i);
}

void plan_kit(const struct planner *planner)
{
    if (!press_files_wanted(planner->session, planner->selection->kinds) || *planner->error)
        return;
    plan_charts(planner);
    plan_table(planner, ENTRY_RANKING_CSV, KIT_DATA NAME_RANKING_CSV);
    plan_table(planner, ENTRY_RANKING_CSV_ID, KIT_DATA NAME_RANKING_CSV_ID);
    plan_table(planner, ENTRY_LEVELS_CSV, KIT_DATA NAME_LEVELS_CSV);
    plan_table(planner, ENTRY_PAGE, KIT_PAGE);
}
