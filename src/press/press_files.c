#include "rapor/press/press_files.h"

#include "rapor/base/times.h"
#include "rapor/press/chart_cache.h"
#include "rapor/press/output_format.h"

const struct version versions[] = {
    {"svg", "SVG", {"wide"}},
    {ENDING_DARK, "SVG gelap", {"wide", "dark"}},
    {ENDING_SQUARE_SVG, "SVG persegi", {"square"}},
    {ENDING_SQUARE_SVG_DARK, "SVG persegi gelap", {"square", "dark"}},
    {ENDING_UPRIGHT_SVG, "SVG tegak", {"tall"}},
    {ENDING_UPRIGHT_SVG_DARK, "SVG tegak gelap", {"tall", "dark"}},
    {"png", "PNG", {"wide"}},
    {"2x.png", "PNG 2x", {"wide"}},
    {ENDING_SQUARE, "PNG persegi", {"square"}},
    {ENDING_UPRIGHT, "PNG tegak", {"tall"}},
    {"pdf", "PDF", {"wide"}},
    {"csv", "CSV", {"wide"}},
    {"id.csv", "CSV untuk Excel", {"wide"}},
    {"txt", "uraian", {"wide"}},
    {NULL, NULL, {NULL}},
};
const size_t version_count = G_N_ELEMENTS(versions) - 1;

bool press_files_wanted(const struct session *session, const char *const *kinds)
{
    const struct instrument *instrument = session->evaluation->instrument;
    if (kinds && !g_strv_contains(kinds, KIT_FOLDER))
        return false;
    for (size_t i = 0; i < instrument->document_count; i++)
        if (g_strcmp0(instrument->documents[i].folder, KIT_FOLDER) == 0)
            return true;
    return false;
}

/* Whether another version after this one shows the same pages. */
static bool comes_again(const struct version *version)
{
    for (const struct version *later = version + 1; later->ending; later++)
        if (g_strv_equal(later->themes, version->themes))
            return true;
    return false;
}

bool press_chart(struct session *session, size_t chart, const struct version *version,
                 GByteArray *out, GError **error)
{
    const struct pages *pages = chart_cache_pages(session, chart, version->themes, error);
    const enum phase before = times_enter(PHASE_PICTURES);
    bool made = pages && output_format_of(version->ending)->make(session, pages, out, error);
    times_enter(before);
    if (!comes_again(version))
        chart_cache_drop(session, version->themes);
    return made;
}
