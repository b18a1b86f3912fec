/* press_files.h - the press kit in files: each chart in its versions, and the page. */
#ifndef RAPOR_PRESS_PRESS_FILES_H
#define RAPOR_PRESS_PRESS_FILES_H

#include "rapor/session/names.h"
#include "rapor/session/session.h"

#include <stdbool.h>

/* A way that each chart of the kit is made; the end of its file's name says the format. */
struct version {
    const char *ending; /* "gelap.svg" */
    const char *label;  /* for readers */
    const char *themes[3];
};

extern const struct version versions[]; /* ended by one without ending */
extern const size_t version_count;

/* True where the instrument has papers for the press, and KINDS (ended by NULL; NULL: all) has
 * them too. */
bool press_files_wanted(const struct session *session, const char *const *kinds);

/* Appends the chart of that number in the list, in that version. */
bool press_chart(struct session *session, size_t chart, const struct version *version,
                 GByteArray *out, GError **error);

#endif
