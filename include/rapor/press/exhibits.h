/* exhibits.h - the charts of the press kit as pages: each layout is opened once a run,
 * and all files of a chart are made from the same pages. */
#ifndef RAPOR_PRESS_EXHIBITS_H
#define RAPOR_PRESS_EXHIBITS_H

#include "rapor/session/session.h"

struct exhibits;
struct chart_catalogue;

/* Returns the catalogue in these themes, which are static; the session owns it. */
struct chart_catalogue *exhibits_catalogue(struct session *session, const char *const *themes,
                                           GError **error);

/* Returns the chart of that number of the whole nation; the session owns the pages until
 * those of another one are asked for, or exhibits_clear(). */
const struct pages *exhibits_pages(struct session *session, size_t sheet, const char *const *themes,
                                   GError **error);
void exhibits_clear(struct session *session);

#endif
