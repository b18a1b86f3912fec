/* resume.h - papers that a run has signed already, should it break off: a token is pulled at
 * paper 400, and 399 need not be signed again. */
#ifndef SIGN_RESUME_H
#define SIGN_RESUME_H

#include "rapor/sign/folder.h"

struct resume;

/* What stands beside FOLDER counts where it was signed by the same certificate, on the same
 * terms. */
struct resume *resume_open(const char *folder, const struct folder_signing *signing,
                           const struct signer_card *card, GError **error);
void resume_close(struct resume *resume); /* NULL is welcome */

/* The paper whose bytes have the digest PLAIN unsigned; NULL where it is not there. */
GByteArray *resume_find(const struct resume *resume, const char *plain);
bool resume_keep(const struct resume *resume, const char *plain, const GByteArray *paper,
                 GError **error);

/* All has found its place: it is not needed any more. */
void resume_remove(const char *folder);

#endif
