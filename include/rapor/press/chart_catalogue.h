/* chart_catalogue.h - the charts for the press, as pages: layouts/common/charts/charts.xml lists
 * them, and each is a layout of its own.  See doc/charts.md. */
#ifndef RAPOR_PRESS_CHART_CATALOGUE_H
#define RAPOR_PRESS_CHART_CATALOGUE_H

#include <glib.h>
#include <stdbool.h>

struct arena;
struct condition;
struct pages;
struct session;

/* What a chart can be of. */
enum chart_of { OF_NATION, OF_GROUP, OF_REGION, OF_INSTITUTION };

/* One line of the list. */
struct catalogue_chart {
    const char *name;       /* "histogram" */
    const char *about;      /* one line */
    const char *condition;  /* as it is written, or NULL */
    struct condition *test; /* where it does not hold of a subject, there is no such chart */
    unsigned of;            /* bit i: of a subject of enum chart_of i */
    bool among;             /* shows an institution among all, so the view is of all */
};

/* What one is asked for of: the nation, or the group, region or institution called CODE. */
struct chart_subject {
    enum chart_of of;
    const char *code;
};

struct chart_catalogue {
    struct session *session;
    const char *const *themes; /* of the caller, or NULL: "dark", "square" */
    struct arena *arena;
    struct catalogue_chart *charts; /* in the order of the list */
    size_t count, room;
    struct layout **layouts; /* NULL until needed */
};

/* Reads the list.  The session's fonts must be open.  NULL and ERROR where it cannot. */
struct chart_catalogue *catalogue_open(struct session *session, const char *const *themes,
                                       GError **error);
void catalogue_close(struct chart_catalogue *catalogue); /* NULL is welcome */

/* Returns the index of the chart of that NAME, or NONE. */
size_t catalogue_find(const struct chart_catalogue *catalogue, const char *name);

/* Reads the layout of a chart, if nobody has yet. */
bool catalogue_load(struct chart_catalogue *catalogue, size_t chart, GError **error);
void catalogue_drop(struct chart_catalogue *catalogue, size_t chart); /* it is read anew */

/* True where the chart can be made of the subject: no earlier year, no trend. */
bool catalogue_offers(struct chart_catalogue *catalogue, size_t chart,
                      const struct chart_subject *subject);

/* Composes and typesets the chart; ARENA owns the pages, which are one. */
struct pages *catalogue_pages(struct chart_catalogue *catalogue, size_t chart,
                              const struct chart_subject *subject, struct arena *arena,
                              GError **error);

/* Returns a digest of what the chart shows, to be freed: as long as it stays the same, so do its
 * pages.  NULL where it cannot be made. */
char *catalogue_digest(struct chart_catalogue *catalogue, size_t chart,
                       const struct chart_subject *subject);

#endif
