#include "kept.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

/* Returns the index of the region that is named, or NONE. */
static size_t find_region(struct evaluation_reader *reader, const struct institution_link *link)
{
    const size_t region = link->region ? reader_find(reader->regions, link->region) : NONE;
    if (!link->region || region != NONE)
        return region;
    g_autofree char *hint =
        g_strdup_printf(_("add <region code=\"%s\" name=\"...\"/>"), link->region);
    diagnose(reader->unplaced, (struct read_spot){.element = link->element, .attribute = "region"},
             "region-unknown", hint, N_("region \"%s\" is not in this file"), link->region);
    return NONE;
}

static void check_quotes(struct evaluation_reader *reader)
{
    for (guint i = 0; i < reader->quote_links->len; i++)
        find_region(reader, &g_array_index(reader->quote_links, struct institution_link, i));
}

static size_t resolve_parent(struct evaluation_reader *reader, struct institution *institution,
                             const struct institution_link *link)
{
    if (!institution->parent)
        return NONE;
    size_t parent = reader_find(reader->codes, institution->parent);
    if (parent == NONE)
        diagnose(reader->unplaced,
                 (struct read_spot){.element = link->element, .attribute = "parent"},
                 "parent-unknown", N_("a parent is the code of an institution in this file"),
                 N_("parent \"%s\" is not in this file"), institution->parent);
    else
        institution->parent = reader->evaluation->institutions[parent].code;
    return parent;
}

/* Goes up from every institution and marks the way with its number: whoever
 * meets his own mark has gone in a circle, another's mark has been checked. */
static void check_circles(struct evaluation_reader *reader, const size_t *parents)
{
    const struct evaluation *evaluation = reader->evaluation;
    size_t *marks = ARENA_ARRAY(reader->scratch, evaluation->institution_count, size_t);
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        size_t at = i;
        while (at != NONE && marks[at] == 0) {
            marks[at] = i + 1;
            at = parents[at];
        }
        if (at == NONE || marks[at] != i + 1)
            continue;
        const struct institution_link *link =
            &g_array_index(reader->links, struct institution_link, i);
        diagnose(reader->unplaced,
                 (struct read_spot){.element = link->element, .attribute = "parent"},
                 "parent-circle", N_("a parent stands above its units"),
                 N_("the parents of %s lead back to %s"), evaluation->institutions[i].code,
                 evaluation->institutions[at].code);
    }
}

static void check_issuer(struct evaluation_reader *reader)
{
    const char *code = reader->evaluation->issuer.institution;
    if (code && reader_find(reader->codes, code) == NONE)
        diagnose(reader->unplaced,
                 (struct read_spot){.element = reader->issuer_element, .attribute = "institution"},
                 "institution-unknown", N_("it is the code of an institution in this file"),
                 N_("institution \"%s\" is not in this file"), code);
}

void links_resolve(struct evaluation_reader *reader)
{
    const struct evaluation *evaluation = reader->evaluation;
    if (!reader->instrument)
        return;
    size_t *parents = ARENA_ARRAY(reader->scratch, evaluation->institution_count, size_t);
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const struct institution_link *link =
            &g_array_index(reader->links, struct institution_link, i);
        evaluation->institutions[i].region = find_region(reader, link);
        parents[i] = resolve_parent(reader, &evaluation->institutions[i], link);
    }
    check_circles(reader, parents);
    check_issuer(reader);
    check_quotes(reader);
    units_resolve(reader);
}
