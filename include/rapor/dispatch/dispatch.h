/* dispatch.h - the papers of a published folder as packs that can be sent: one for each
 * institution, one for what is made for a region, and the lists that go with sending.
 *
 *   OUT/13.01-kabupaten-pesisir-selatan.zip ... 13-sumatera-barat.zip
 *   OUT/daftar-kirim.csv daftar-kirim-polos.csv
 *   OUT/tanda-terima.pdf label-alamat.pdf         what is made for sending, once
 *   OUT/pengantar/13-surat-pengantar-sumatera-barat.pdf        ... and for a region
 *   OUT/MANIFEST.json SHA256SUMS
 *
 * Each pack holds BACA-SAYA.html, which says what the files are and how they are checked, the
 * papers byte for byte as they lie in the folder, and SHA256SUMS. */
#ifndef RAPOR_DISPATCH_DISPATCH_H
#define RAPOR_DISPATCH_DISPATCH_H

#include "rapor/session/session.h"

#include <stdbool.h>

struct dispatch_count {
    size_t packs, files; /* files: in the packs */
    size_t waiting;      /* papers that still wait for a signature */
};

/* Writes the packs of FOLDER, which build made of the session's evaluation, at OUT, whole or not
 * at all, with the documents that the instrument has for sending; it opens their layouts.  The
 * same folder gives the same bytes. */
bool dispatch_write(struct session *session, const char *folder, const char *out,
                    struct dispatch_count *count, GError **error);

#endif
