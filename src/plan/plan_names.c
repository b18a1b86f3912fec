/* What files and folders are called; names that nobody has, and names that would meet: codes and
 * names differ, and what is made of both does not. */
#include "planner.h"

#include "rapor/assess/sites.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/pack/pack.h"
#include "rapor/plan/naming.h"

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

/* CODE-STEM-NAME, or CODE-NAME: of the name as much as there is room for. */
static const char *whole_name(const struct planner *planner, const char *code, const char *stem,
                              const char *name)
{
    g_autofree char *lower = g_ascii_strdown(code, -1);
    g_autofree char *start = g_strjoin("-", lower, stem, NULL);
    const size_t used = strlen(start) + 1;
    g_autofree char *slug = used < NAME_MOST ? pack_slug(name, NAME_MOST - used) : NULL;
    return arena_printf(planner->scratch, "%s%s%s", start, slug ? "-" : "", slug ? slug : "");
}

const char *planner_region_path(const struct planner *planner, size_t region)
{
    const struct region *r = &planner->session->evaluation->regions[region];
    return arena_printf(planner->scratch, NAME_REGIONS "/%s",
                        whole_name(planner, r->code, NULL, r->name));
}

/* "Pemerintah" says nothing in the name of a file. */
static const char *plain_name(const struct institution *of)
{
    static const char noise[] = "Pemerintah ";
    return g_str_has_prefix(of->name, noise) ? of->name + strlen(noise) : of->name;
}

const char *planner_folder(const struct planner *planner, const struct institution *of)
{
    return whole_name(planner, of->code, NULL, plain_name(of));
}

const char *planner_paper(const struct planner *planner, const char *stem, enum per per,
                          size_t subject)
{
    const struct evaluation *evaluation = planner->session->evaluation;
    switch (per) {
    case PER_NATION:
        return stem;
    case PER_REGION:
        return whole_name(planner, evaluation->regions[subject].code, stem,
                          evaluation->regions[subject].name);
    case PER_PARENT:
    case PER_INSTITUTION:
        break;
    }
    const struct institution *of = &evaluation->institutions[subject];
    return whole_name(planner, of->code, stem, plain_name(of));
}

const char *planner_parent_path(const struct planner *planner, const struct institution *parent)
{
    return arena_printf(planner->scratch, NAME_REGIONS "/%s", planner_folder(planner, parent));
}

const char *planner_path(const struct planner *planner, const struct institution *of)
{
    const struct evaluation *evaluation = planner->session->evaluation;
    switch (evaluation->instrument->groups[of->group].seat) {
    case SEAT_CENTER:
        break;
    case SEAT_REGION:
        return planner_region_path(planner, of->region);
    case SEAT_PARENT:
        return planner_parent_path(planner, g_hash_table_lookup(planner->codes, of->parent));
    }
    return NAME_CENTER;
}

const char *plan_name_folder(const struct session *session, size_t institution)
{
    const struct planner planner = {.session = session, .scratch = session->arena};
    return planner_folder(&planner, &session->evaluation->institutions[institution]);
}

const char *plan_name_region(const struct session *session, size_t region)
{
    const struct planner planner = {.session = session, .scratch = session->arena};
    return planner_region_path(&planner, region);
}

const char *plan_name_paper(const struct session *session, size_t document, size_t subject)
{
    const struct planner planner = {.session = session, .scratch = session->arena};
    const struct document *of = &session->evaluation->instrument->documents[document];
    const char *stem = arena_strndup(session->arena, of->file, strcspn(of->file, "."));
    return planner_paper(&planner, stem, of->per, subject);
}

/* With it least is left of names: what differs then differs with all. */
static const char *longest_stem(const struct planner *planner, enum per per)
{
    const struct instrument *instrument = planner->session->evaluation->instrument;
    size_t longest = 0;
    const char *file = STEM_RESULTS;
    for (size_t i = 0; i < instrument->document_count; i++) {
        const struct document *document = &instrument->documents[i];
        const size_t length = strcspn(document->file, ".");
        if (document->per == per && length > longest) {
            longest = length;
            file = document->file;
        }
    }
    return arena_strndup(planner->scratch, file, strcspn(file, "."));
}

/* What is compared with all others of its kind. */
struct claims {
    const struct planner *planner;
    const struct sites *sites; /* or NULL */
    struct diagnostics *diagnostics;
    GHashTable *taken; /* name -> number + 1 */
};

static void complain(const struct claims *claims, size_t institution, const char *text)
{
    const struct sites *sites = claims->sites;
    struct diagnostic diagnostic = {.id = "same-folder",
                                    .file = sites ? sites->source.name : NULL,
                                    .text = text,
                                    .hint = _("give one of them another code")};
    if (sites && institution != NONE)
        diagnostic = sites_placed(sites, institution, &diagnostic, claims->planner->arena);
    diagnostics_add(claims->diagnostics, &diagnostic);
}

/* Returns the number of whoever has the name already; else NONE. */
static size_t claim(const struct claims *claims, const char *name, size_t number)
{
    const size_t other = GPOINTER_TO_SIZE(g_hash_table_lookup(claims->taken, name));
    if (other == 0)
        g_hash_table_insert(claims->taken, (char *)name, GSIZE_TO_POINTER(number + 1));
    return other == 0 || other == number + 1 ? NONE : other - 1;
}

static bool check_region(const struct claims *claims, size_t number, const char *stem)
{
    const struct region *regions = claims->planner->session->evaluation->regions;
    const char *const names[] = {planner_region_path(claims->planner, number),
                                 planner_paper(claims->planner, stem, PER_REGION, number)};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const size_t other = claim(claims, names[i], number);
        if (other == NONE)
            continue;
        complain(claims, NONE,
                 arena_printf(claims->planner->arena,
                              _("the regions %s %s and %s %s would both be called %s"),
                              regions[other].code, regions[other].name, regions[number].code,
                              regions[number].name, names[i]));
        return false;
    }
    return true;
}

static bool check_institution(const struct claims *claims, size_t number, const char *stem)
{
    const struct institution *institutions = claims->planner->session->evaluation->institutions;
    const char *const names[] = {planner_folder(claims->planner, &institutions[number]),
                                 planner_paper(claims->planner, stem, PER_INSTITUTION, number)};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const size_t other = claim(claims, names[i], number);
        if (other == NONE)
            continue;
        complain(claims, number,
                 arena_printf(claims->planner->arena, _("%s %s and %s %s would both be called %s"),
                              institutions[other].code, institutions[other].name,
                              institutions[number].code, institutions[number].name, names[i]));
        return false;
    }
    return true;
}

bool plan_check_names(const struct session *session, const struct sites *sites,
                      struct diagnostics *diagnostics)
{
    const struct evaluation *evaluation = session->evaluation;
    struct arena *scratch = arena_create();
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    const struct planner planner = {
        .session = session, .arena = session->arena, .scratch = scratch};
    const struct claims claims = {&planner, sites, diagnostics, taken};
    const char *stem = longest_stem(&planner, PER_REGION);
    bool apart = true;
    for (size_t i = 0; i < evaluation->region_count; i++)
        apart &= check_region(&claims, i, stem);
    g_hash_table_remove_all(taken);
    stem = longest_stem(&planner, PER_INSTITUTION);
    for (size_t i = 0; i < evaluation->institution_count; i++)
        apart &= check_institution(&claims, i, stem);
    arena_destroy(scratch);
    return apart;
}
