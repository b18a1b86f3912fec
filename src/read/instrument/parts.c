#include "parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <glib.h>

static void draft_indicators(struct draft *draft, const xmlNode *node, size_t aspect)
{
    struct instrument *instrument = draft->instrument;
    for (const xmlNode *at = NULL; (at = next_child(node, at, "indicator"));) {
        struct indicator *indicator = &instrument->indicators[instrument->indicator_count++];
        indicator->no = draft_text(draft, at, "no");
        indicator->name = draft_text(draft, at, "name");
        indicator->short_name = draft_text(draft, at, "short");
        indicator->weight_text = draft_text(draft, at, "weight");
        indicator->source = draft_text(draft, at, "source");
        indicator->aspect = aspect;
        if (!indicator->short_name)
            indicator->short_name = indicator->name;
    }
}

static void draft_aspects(struct draft *draft, const xmlNode *node, size_t domain)
{
    struct instrument *instrument = draft->instrument;
    for (const xmlNode *at = NULL; (at = next_child(node, at, "aspect"));) {
        size_t index = instrument->aspect_count++;
        struct aspect *aspect = &instrument->aspects[index];
        aspect->no = draft_text(draft, at, "no");
        aspect->name = draft_text(draft, at, "name");
        aspect->short_name = draft_text(draft, at, "short");
        aspect->domain = domain;
        if (!aspect->short_name)
            aspect->short_name = aspect->name;
        draft_indicators(draft, at, index);
    }
}

static void draft_domains(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    for (const xmlNode *at = NULL; (at = next_child(root, at, "domain"));) {
        size_t index = instrument->domain_count++;
        struct domain *domain = &instrument->domains[index];
        domain->no = draft_text(draft, at, "no");
        domain->name = draft_text(draft, at, "name");
        domain->short_name = draft_text(draft, at, "short");
        if (!domain->short_name)
            domain->short_name = domain->name;
        draft_aspects(draft, at, index);
    }
}

static void check_capabilities(struct draft *draft, const xmlNode *root)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (const xmlNode *at = NULL; (at = next_child(root, at, "capability"));)
        g_ptr_array_add(ids, (gpointer)draft_text(draft, at, "id"));
    g_ptr_array_add(ids, NULL);
    for (const xmlNode *at = NULL; (at = next_within(root, at, "indicator"));) {
        const char *id = node_text(at, "capability", draft->arena);
        if (!id || g_strv_contains((const gchar *const *)ids->pdata, id))
            continue;
        g_autofree char *hint = value_suggestion(id, (const char *const *)ids->pdata);
        diagnose(draft->unplaced, node_spot(at, "capability"), "capability-unknown",
                 ids->len > 1 ? hint : NULL, "capability \"%s\" is not known", id);
    }
}

void draft_parts(struct draft *draft, const xmlNode *root)
{
    struct instrument *instrument = draft->instrument;
    struct arena *arena = draft->arena;
    instrument->domains = ARENA_ARRAY(arena, child_count(root, "domain"), struct domain);
    instrument->aspects = ARENA_ARRAY(arena, within_count(root, "aspect"), struct aspect);
    instrument->indicators = ARENA_ARRAY(arena, within_count(root, "indicator"), struct indicator);
    draft_unique(draft, root, "domain", "no");
    draft_unique(draft, root, "aspect", "no");
    draft_unique(draft, root, "indicator", "no");
    draft_unique(draft, root, "capability", "id");
    check_capabilities(draft, root);

    draft_domains(draft, root);
    draft_aspects(draft, root, NONE);
    if (instrument->aspect_count == 0)
        diagnose(draft->unplaced, node_spot(root, NULL), "element-missing", NULL,
                 "<instrument> holds no <aspect>");
    else if (instrument->domain_count > 0 && child_count(root, "aspect") > 0)
        diagnose(draft->unplaced, node_spot(next_child(root, NULL, "aspect"), NULL),
                 "instrument-parts", N_("either all aspects are in domains or none is"),
                 "this <aspect> is in no <domain>");
}
