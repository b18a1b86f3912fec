/* chart_cache.h - the charts of the press kit as pages: each layout is opened once a run,
 * and all files of a chart are made from the same pages. */
#ifndef RAPOR_PRESS_CHART_CACHE_H
#define RAPOR_PRESS_CHART_CACHE_H

#include "rapor/session/session.h"

struct chart_cache;
struct chart_catalogue;

/* Reads the layouts of the charts that there are of the nation, which all themes share: what
 * is wrong with them is in the session's diagnostics, and all their files in its list. */
bool chart_cache_load(struct session *session, GError **error);

/* Returns the catalogue in these themes, which are static; the session owns it. */
struct chart_catalogue *chart_cache_catalogue(struct session *session, const char *const *themes,
                                              GError **error);

/* Returns the chart of that number of the whole nation; the session owns the pages until
 * those of another one are asked for, or chart_cache_clear(). */
const struct pages *chart_cache_pages(struct session *session, size_t chart,
                                      const char *const *themes, GError **error);
void chart_cache_clear(struct session *session);
/* The same for these themes alone: no more files of that chart are made in them. */
void chart_cache_drop(struct session *session, const char *const *themes);

/* Returns the digest of what that chart shows, which the session owns; NULL where there is none. */
const char *chart_cache_digest(struct session *session, size_t chart, const char *const *themes);

#endif
