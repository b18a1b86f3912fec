/* returned.h - papers that others signed, on their way back.
 *
 * Each must be one of ours: its bytes begin with those that were made, or, where the service has
 * written it anew, it holds the same (rapor/verify/likeness.h).  It must be signed, by whom it
 * waits for, and unchanged but for that. */
#ifndef RAPOR_SIGN_RETURNED_H
#define RAPOR_SIGN_RETURNED_H

#include <glib.h>
#include <stdbool.h>

struct returned;

/* Reads the PDFs at PATHS: files, archives, or folders of these.  ROOTS, of trusted
 * certificates, may be NULL. */
struct returned *returned_read(char **paths, const char *roots, GError **error);
void returned_free(struct returned *returned); /* NULL is welcome */

/* Who signed a paper, and when. */
struct returned_paper {
    const GByteArray *bytes;
    char *signer;
    gint64 time; /* seconds since 1970 */
};

/* Tells of all papers that there are, by their DIGESTS: what begins with one of them was not
 * written anew, and is not looked through. */
void returned_expect(struct returned *returned, GHashTable *digests);

/* Finds the signed one of PAPER; NULL where there is none that may be taken. */
const struct returned_paper *returned_find(struct returned *returned, const GByteArray *paper);

/* Returns a line for each that was taken and is no PDF/A-3a and PDF/UA-1 document, with the first
 * of what is wrong; to be unreferenced. */
GPtrArray *returned_shortcomings(const struct returned *returned);

/* Tells of each that was not taken, and does not lie there already: its file and why. */
typedef void returned_tell(void *to, const char *name, const char *reason);
void returned_each_refused(const struct returned *returned, returned_tell *tell, void *to);

#endif
