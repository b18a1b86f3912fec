/* chart.h - charts make ink from data, like everything else.
 *
 * A new kind is a new file src/chart/NAME.c and a row in src/chart/chart.c. */
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
    /* The table of what it shows, where that is not the values themselves; or NULL. */
    struct ranking *(*table)(const struct chart *chart, struct arena *arena);
};

extern const struct chart_kind *const chart_kinds[]; /* ended by NULL */

const struct chart_kind *chart_kind_find(const char *name); /* or NULL */

/* Returns exactly the numbers that CHART shows, for a sheet (sheet.h): a row for each
 * category, a column for each series and for the target, or what its kind shows instead;
 * its title is the text that stands for the chart.  ARENA owns it, and CHART must live as long. */
struct ranking *chart_table(const struct chart *chart, struct arena *arena);

#endif
