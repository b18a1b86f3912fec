/* resume.h - papers that a run has signed already, should it break off: a token is pulled at
 * paper 400, and 399 need not be signed again.
 *
 * They stand in .NAME.rapor.signed beside the folder, by certificate and terms, whole or not at
 * all.  What is made and signed in one go is known by what it was made from, too. */
#ifndef RAPOR_SIGN_RESUME_H
#define RAPOR_SIGN_RESUME_H

#include "rapor/sign/signer.h"

struct resume;

/* Returns where they stand, which is made; NULL where that fails.  To be freed. */
char *resume_place(const char *folder, GError **error);

/* What stands beside FOLDER counts where it was signed by the same certificate, on the same
 * terms. */
struct resume *resume_open(const char *folder, const struct signing_terms *terms,
                           const struct signer_card *card, GError **error);
void resume_close(struct resume *resume); /* NULL is welcome */

/* The paper whose bytes have the digest PLAIN unsigned; NULL where it is not there. */
GByteArray *resume_find(const struct resume *resume, const char *plain);
bool resume_keep(const struct resume *resume, const char *plain, const GByteArray *paper,
                 GError **error);

/* A line that is noted under a name; NULL where there is none, to be freed. */
char *resume_noted(const struct resume *resume, const char *name);
bool resume_note(const struct resume *resume, const char *name, const char *line, GError **error);

/* All has found its place: it is not needed any more. */
void resume_remove(const char *folder);

/* The run broke off: what is empty is removed; true where anything is kept. */
bool resume_leave(const char *folder);

#endif
