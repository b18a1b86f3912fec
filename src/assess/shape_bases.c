#include "shape.h"

#include <string.h>

static void basis(struct pen *pen, const char *name, const char *gazette, const char *short_name)
{
    pen->start(pen, "basis");
    pen->attribute(pen, "name", name);
    pen->attribute(pen, "gazette", gazette);
    pen->attribute(pen, "short", short_name);
    pen->end(pen);
}

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
static void added(const struct evaluation *evaluation, struct pen *pen, const char *before)
{
    for (size_t i = 0; i < evaluation->citation_count; i++) {
        const struct citation *one = &evaluation->citations[i];
        if (one->name && g_strcmp0(one->before, before) == 0)
            basis(pen, one->name, one->gazette, NULL);
    }
}

void shape_bases(const struct shape *shape, struct pen *pen)
{
    const struct evaluation *evaluation = shape->standings->evaluation;
    const struct instrument *instrument = evaluation->instrument;
    for (size_t i = 0; i < instrument->regulation_count; i++) {
        const struct regulation *one = &instrument->regulations[i];
        added(evaluation, pen, one->short_name);
        if (i + 1 == instrument->regulation_count)
            added(evaluation, pen, NULL);
        if (is_for(one, evaluation->issuer.office) && !is_left_out(evaluation, one))
            basis(pen, one->name, one->gazette, one->short_name);
    }
}
