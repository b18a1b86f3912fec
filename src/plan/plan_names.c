/* Names that nobody has, and names that would meet: codes and names differ, and what is made
 * of both does not. */
#include "planner.h"

#include "rapor/assess/sites.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <string.h>

bool planner_knows(const struct planner *planner, GError **error)
{
    const struct evaluation *evaluation = planner->session->evaluation;
    const struct selection *selection = planner->selection;
    bool region = !selection->region;
    for (size_t i = 0; i < evaluation->region_count; i++)
        region = region || strcmp(evaluation->regions[i].code, selection->region) == 0;
    if (!region)
        return fail(error, FAILURE_USAGE, "there is no region %s", selection->region);
    if (selection->institution && !g_hash_table_contains(planner->codes, selection->institution))
        return fail(error, FAILURE_USAGE, "there is no institution %s", selection->institution);
    return true;
}

static void complain(const struct sites *sites, size_t institution, const char *text,
                     const struct session *session, struct diagnostics *diagnostics)
{
    struct diagnostic diagnostic = {.id = "same-folder",
                                    .file = sites ? sites->source.name : NULL,
                                    .text = text,
                                    .hint = _("give one of them another code")};
    if (sites && institution != NONE)
        diagnostic = sites_placed(sites, institution, &diagnostic, session->arena);
    diagnostics_add(diagnostics, &diagnostic);
}

bool plan_check_names(const struct session *session, const struct sites *sites,
                      struct diagnostics *diagnostics)
{
    const struct evaluation *evaluation = session->evaluation;
    g_autoptr(GHashTable) codes = planner_codes(evaluation);
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    const struct planner planner = {.session = session, .arena = session->arena, .codes = codes};
    bool apart = true;
    for (size_t i = 0; i < evaluation->region_count; i++) {
        const struct region *region = &evaluation->regions[i];
        const char *path = planner_region_path(&planner, i);
        const struct region *other = g_hash_table_lookup(taken, path);
        apart &= !other;
        if (other)
            complain(sites, NONE,
                     arena_printf(session->arena,
                                  _("the regions %s %s and %s %s both go into %s.zip"), other->code,
                                  other->name, region->code, region->name, path),
                     session, diagnostics);
        else
            g_hash_table_insert(taken, (char *)path, (void *)region);
    }
    g_hash_table_remove_all(taken);
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const struct institution *of = &evaluation->institutions[i];
        const char *path = arena_printf(session->arena, "%s: %s/", planner_path(&planner, of),
                                        planner_folder(&planner, of));
        const struct institution *other = g_hash_table_lookup(taken, path);
        apart &= !other;
        if (other)
            complain(sites, i,
                     arena_printf(session->arena, _("%s %s and %s %s both go into the folder %s"),
                                  other->code, other->name, of->code, of->name, path),
                     session, diagnostics);
        else
            g_hash_table_insert(taken, (char *)path, (void *)of);
    }
    return apart;
}
