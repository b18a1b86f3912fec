/* texts.h - the texts that people filled in, with their places: for which of them a paper has no
 * room or no letters.  They are looked for in the file when something went wrong. */
#ifndef RAPOR_SESSION_TEXTS_H
#define RAPOR_SESSION_TEXTS_H

#include "rapor/base/place.h"

#include <glib.h>
#include <stdbool.h>

struct diagnostics;
struct session;

/* A text of the evaluation. */
struct text_site {
    const char *text;                /* in one line */
    const char *folded;              /* the same in small letters; NULL until it is asked for */
    const char *element, *attribute; /* attribute: NULL where it stands in the element */
    size_t number;                   /* of the element, from 1 */
    size_t institution, region;      /* that it stands in, or NONE */
    size_t letters, widest;          /* how many in all, and in the longest word */
};

/* Adds to ERROR, where a paper could not be set, which text is to blame: its name, its line in the
 * evaluation, how long it is and how much there is room for. */
void texts_explain(struct session *session, GError *error);

/* Sets the papers for which something is longer than all papers have room for, and looks for
 * characters that no font has.  False where DIAGNOSTICS of the session got an error. */
bool texts_try(struct session *session, GError **error);

#endif
