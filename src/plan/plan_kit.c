/* What is planned for the press. */
#include "planner.h"

#include "rapor/base/arena.h"
#include "rapor/press/chart_cache.h"
#include "rapor/press/chart_catalogue.h"
#include "rapor/press/data_tables.h"
#include "rapor/press/kit.h"
#include "rapor/press/press_files.h"

#include <string.h>

/* Only what is made in that form anyway has a copy there, beside the archive: in it they would
 * be most of it. */
size_t plan_card(const struct planner *planner, const struct entry *like)
{
    const struct document *document =
        &planner->session->evaluation->instrument->documents[like->document];
    if (!document->folder || !planner_nation(planner) || !g_str_has_suffix(like->name, ".png"))
        return NONE;
    const char *code = planner->session->evaluation->institutions[like->subject].code;
    g_autofree char *lower = g_ascii_strdown(code, -1);
    struct entry entry = *like;
    entry.beside = entry.alone = true;
    entry.given = true;
    entry.also = NONE;
    entry.name = arena_printf(planner->arena, "%s/%.*s/%s.png", document->folder,
                              (int)strcspn(document->file, "."), document->file, lower);
    return planner_add(planner, NAME_NATION, entry);
}

static void add(const struct planner *planner, struct entry entry)
{
    entry.whom = NAME_NATION;
    entry.beside = true;
    entry.also = NONE;
    planner_add(planner, NAME_NATION, entry);
}

static void plan_chart(const struct planner *planner, const struct chart_catalogue *catalogue,
                       size_t chart)
{
    for (size_t v = 0; versions[v].ending; v++)
        add(planner,
            (struct entry){.kind = ENTRY_CHART,
                           .name = arena_printf(planner->arena, "%s%s.%s", KIT_CHARTS,
                                                catalogue->charts[chart].name, versions[v].ending),
                           .document = chart,
                           .subject = v});
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

static void plan_data(const struct planner *planner)
{
    for (size_t t = 0; data_names[t]; t++)
        for (size_t f = 0; data_forms[f].ending; f++)
            add(planner, (struct entry){.kind = ENTRY_DATA,
                                        .name = arena_printf(planner->arena, KIT_DATA "%s%s",
                                                             data_names[t], data_forms[f].ending),
                                        .document = t,
                                        .subject = f});
}

static void plan_texts(const struct planner *planner)
{
    for (size_t i = 0; kit_texts[i].file; i++)
        add(planner, (struct entry){
                         .kind = ENTRY_PAGE,
                         .name = arena_printf(planner->arena, KIT_FOLDER "/%s", kit_texts[i].file),
                         .document = i,
                         .subject = NONE});
}

void plan_kit(const struct planner *planner)
{
    if (!press_files_wanted(planner->session, planner->selection->kinds) || *planner->error)
        return;
    plan_charts(planner);
    plan_data(planner);
    plan_table(planner, ENTRY_BOOK, KIT_DATA NAME_BOOK);
    plan_texts(planner);
}
