/* basis: what a decree cites, in its order. */
#include "source.h"

#include "rapor/base/arena.h"

/* True where the office of who issues begins with one of the regulation's words. */
static bool is_for(const struct regulation *regulation, const char *office)
{
    if (!regulation->issuers)
        return true;
    g_auto(GStrv) words = g_strsplit(regulation->issuers, " ", -1);
    g_auto(GStrv) own = g_strsplit(office ? office : "", " ", 2);
    return own[0] && g_strv_contains((const char *const *)words, own[0]);
}

static bool is_left_out(const struct evaluation *evaluation, const struct regulation *regulation)
{
    for (size_t i = 0; i < evaluation->citation_count; i++)
        if (g_strcmp0(evaluation->citations[i].without, regulation->short_name) == 0)
            return true;
    return false;
}

/* Those that the evaluation adds before the regulation of that short name, or (NULL) at
 * the end of what is not the instrument's own. */
static void add_citations(struct bases *bases, const struct evaluation *evaluation,
                          const char *before)
{
    for (size_t i = 0; i < evaluation->citation_count; i++) {
        const struct citation *one = &evaluation->citations[i];
        if (one->name && g_strcmp0(one->before, before) == 0)
            bases->items[bases->count++] =
                (struct regulation){.name = one->name, .gazette = one->gazette};
    }
}

static struct bases bases_of(const struct evaluation *evaluation, struct arena *arena)
{
    const struct instrument *instrument = evaluation->instrument;
    struct bases bases = {ARENA_ARRAY(arena,
                                      instrument->regulation_count + evaluation->citation_count,
                                      struct regulation),
                          0};
    for (size_t i = 0; i < instrument->regulation_count; i++) {
        const struct regulation *one = &instrument->regulations[i];
        add_citations(&bases, evaluation, one->short_name);
        if (i + 1 == instrument->regulation_count)
            add_citations(&bases, evaluation, NULL);
        if (is_for(one, evaluation->issuer.office) && !is_left_out(evaluation, one))
            bases.items[bases.count++] = *one;
    }
    return bases;
}

enum view_step next_basis(struct view_source *source, size_t number)
{
    if (number == 0)
        source->bases = bases_of(source->evaluation, source->arena);
    if (number == source->bases.count)
        return VIEW_END;
    source->regulation = &source->bases.items[number];
    return VIEW_HERE;
}

static const struct view_field fields[] = {
    TEXT("name", 0, regulation, name, ""),
    TEXT("gazette", VIEW_MAYBE, regulation, gazette, "where it was published"),
    TEXT("short", VIEW_MAYBE, regulation, short_name, "its short name"),
};

const struct view_rule rule_basis = {
    .name = "basis",
    .about = "What a decree cites, in its order: the instrument's regulations that are for this "
             "issuer and not left out, and what the evaluation adds.",
    FIELDS(fields),
};
