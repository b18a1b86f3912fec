/* showcase.h - the press kit in files: each chart in its versions, and the page. */
#ifndef RAPOR_PRESS_SHOWCASE_H
#define RAPOR_PRESS_SHOWCASE_H

#include "rapor/plan/plan.h"

struct painter;
struct stock;
struct workshop;

/* Below the national archive; also a word of --only. */
#define KIT_FOLDER "pers"
#define KIT_PAGE   KIT_FOLDER "/index.html"
#define KIT_CHARTS KIT_FOLDER "/grafik/"
#define KIT_DATA   KIT_FOLDER "/data/"

/* A way that each chart of the kit is made; the end of its file's name says the form. */
struct version {
    const char *ending; /* "gelap.svg" */
    const char *label;  /* for readers */
    const char *themes[3];
};

extern const struct version versions[]; /* ended by one without ending */

/* True where the instrument has papers for the press. */
bool showcase_wanted(const struct session *session, const struct selection *selection);

/* Appends the chart of that number in the list, in that version. */
bool showcase_chart(struct session *session, size_t sheet, const struct version *version,
                    GByteArray *out, GError **error);

/* Appends the page, with what the plan puts beside it; charts that are in STOCK are not made
 * again. */
bool showcase_page(const struct workshop *workshop, const struct stock *stock, GByteArray *out,
                   GError **error);

#endif
