/* verification.h - the pages that QR codes lead to, for any web server.
 *
 *   verifikasi/v/CODE/SEAL/index.html   what holds of a result and its papers
 *   verifikasi/v/index.html, data.js    finds it by a code, or a file by its digest
 *   verifikasi/data.json                the same for an office's own server
 *
 * What is in verifikasi/ goes below the url of the issuer. */
#ifndef JOBS_VERIFICATION_H
#define JOBS_VERIFICATION_H

#include "worker.h"

/* Writes them into the folder of RUN and adds their records, where there is a register and
 * papers have a page.  The records of papers are complete (papers.h). */
bool verification_write(const struct build_run *run, GError **error);

#endif
