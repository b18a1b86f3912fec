/* batch.h - papers as a signing service takes them: a few at a time, each as it will look once
 * it is signed, with an index that finds them again. */
#ifndef RAPOR_SIGN_BATCH_H
#define RAPOR_SIGN_BATCH_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

enum { BATCH_PAPERS = 20, BATCH_BYTES = 10 * 1000 * 1000 }; /* at most, in one call */

/* Writes all papers of the published FOLDER that wait into OUT, which must not exist:
 * 001/001-surat.pdf ..., 001/index.json, 001/request.json.  The request is what the eSign
 * client service of BSrE takes, version 2, without who signs and the passphrase.  Returns how
 * many papers; 0 with ERROR, and nothing is left. */
size_t batch_write(const char *folder, const char *out, GError **error);

#endif
