/* folder.h - all papers of a published folder that wait for one person's signature.
 *
 * The folder is written anew beside and takes the place of the old one whole: archives,
 * manifest and sums follow the papers.  What was signed before a run broke off is kept in
 * .NAME.rapor.signed beside it, and taken from there by the next. */
#ifndef RAPOR_SIGN_FOLDER_H
#define RAPOR_SIGN_FOLDER_H

#include "rapor/sign/signer.h"

struct paper_register;
struct returned;

/* What was done, and with whom it was not. */
struct signing_report {
    size_t signed_now, resumed; /* papers; resumed: of those, taken from a run that broke off */
    size_t others;              /* papers that wait for other people, or have not come back */
    size_t files;               /* files of the folder that are others than before */
    GHashTable *names;          /* of those people; texts */
};

/* A paper as it is out, and what it got there. */
struct placed_paper {
    GByteArray *bytes;
    const char *number, *date;
};

struct folder_signing {
    const struct signer *signer; /* with the terms; or */
    const struct signing_terms *terms;
    struct returned *returned; /* what others signed */
    GHashTable *placed;        /* what takes the place of papers that got their number elsewhere:
                                  struct placed_paper by the digest of the paper; or NULL */
    struct paper_register *papers; /* which says so of each; or NULL */
    /* Told of each paper signed; or NULL. */
    void (*progress)(void *to, size_t done, const char *name);
    void *to;
};

/* False where nothing has changed: ERROR says why. */
bool folder_sign(const char *path, const struct folder_signing *signing,
                 struct signing_report *report, GError **error);
void signing_report_clear(struct signing_report *report);

#endif
