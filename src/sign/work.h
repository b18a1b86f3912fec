/* work.h - a folder while its papers are signed. */
#ifndef SIGN_WORK_H
#define SIGN_WORK_H

#include "rapor/pack/manifest.h"
#include "rapor/sign/folder.h"

struct arena;

struct work {
    const struct folder_signing *signing;
    struct signing_report *report;
    struct signer_card card; /* of the signer, where there is one */
    const char *from, *into; /* folders */
    struct arena *arena;
    struct resume *resume;
    GHashTable *records; /* file, or file and entry, -> struct record */
    GHashTable *dropped; /* sidecars of what is signed: struct record */
    GHashTable
        *changed; /* of what waits still, by others: struct record -> digests before and now */
};

/* The record of a file (ENTRY NULL), or of an entry of an archive; NULL where there is none. */
struct record *work_record(const struct work *work, const char *file, const char *entry);
void work_list(struct work *work, const GPtrArray *files);

/* True of what something is to be done with: a paper that waits has a sidecar beside it. */
bool work_wants(const struct work *work, const struct record *record);

/* Returns the sidecar BYTES as it is now that its paper was signed, but waits still, with the
 * record following; NULL where they stay. */
GByteArray *work_sidecar(const struct work *work, struct record *record, const GByteArray *bytes);

/* Returns the paper signed, with the record and the register following, and its sidecar dropped
 * where nothing waits any more; or NULL: with ERROR where it could not be, else since it still
 * waits. */
GByteArray *work_sign(struct work *work, struct record *record, const GByteArray *paper,
                      GError **error);

#endif
