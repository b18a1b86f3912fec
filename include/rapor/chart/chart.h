/* chart.h - charts make ink from data, like everything else.
 *
 * A new kind is a new file src/chart/kinds/NAME.c and a row in src/chart/kinds.h. */
#ifndef RAPOR_CHART_CHART_H
#define RAPOR_CHART_CHART_H

#include "rapor/assess/ranking.h"
#include "rapor/type/pages.h"

struct chart_kind {
    const char *name;
    const char *about; /* one line */
    /* Draws CHART, width by height points from 0, 0, into INKS.  Both sizes are
     * given, at least ten lines of text each; all ink stays inside.  Where names need
     * more room than there is they get smaller, and in the end are cut.  Pure. */
    void (*draw)(const struct chart *chart, struct fonts *fonts, struct inks *inks);
    /* The height in which each row of CHART, as wide as it is, has its name and its number;
     * draws nothing.  NULL: it has no rows.  PARTED: its rows may stand in several columns. */
    double (*least)(const struct chart *chart, struct fonts *fonts, struct inks *inks);
    bool parted;
    /* The table of what it shows, where that is not the values themselves; or NULL. */
    struct ranking *(*table)(const struct chart *chart, struct arena *arena);
};

extern const struct chart_kind *const chart_kinds[]; /* ended by NULL */

const struct chart_kind *chart_kind_find(const char *name); /* or NULL */

/* What a chart needs to show each of its rows, in points; 0: any height will do. */
double chart_least(const struct chart *chart, struct fonts *fonts, struct inks *inks);

/* Draws CHART, of a kind that is known.  Rows for which it is too low stand in two or three
 * columns, where their kind can do that and the chart is wide enough. */
void chart_draw(const struct chart *chart, struct fonts *fonts, struct inks *inks);

/* Returns exactly the numbers that CHART shows, for a sheet (sheet.h): a row for each
 * category, a column for each series and for the target, or what its kind shows instead;
 * its title is the text that stands for the chart.  ARENA owns it, and CHART must live as long. */
struct ranking *chart_table(const struct chart *chart, struct arena *arena);

#endif
