/* verify.h - whether a document is what it claims to be: an archival PDF that
 * everybody can read, and a folder that holds what its manifest says.
 *
 * The rules are those of ISO 19005-3 at level A (PDF/A-3a) and ISO 14289-1
 * (PDF/UA-1), as far as a program can judge them; whether an alternative text
 * or the order of reading makes sense a person must say. */
#ifndef RAPOR_VERIFY_VERIFY_H
#define RAPOR_VERIFY_VERIFY_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VERIFY_SIZE_MAX  (64u << 20) /* a larger document is not judged */
#define FINDINGS_OF_RULE 5           /* kept of each rule and file; all are counted */

/* One thing that is wrong. */
struct finding {
    const char *rule;      /* stable name, e.g. "width" */
    const char *file;      /* as it was named; an entry of an archive: "a.zip/letter.pdf" */
    unsigned page, object; /* from 1; 0 where there is none */
    const char *clause;    /* "ISO 19005-3, 6.2.11.5", or NULL */
    const char *text;      /* what is wrong, without place or final stop */
};

struct findings;

struct findings *findings_create(void);
void findings_destroy(struct findings *findings); /* NULL is welcome */

/* Returns the kept ones, in the order they were found. */
const struct finding *findings_kept(const struct findings *findings, size_t *count);

/* How many there are in all, kept or not; how many documents were judged, and
 * how many of them conform. */
size_t findings_count(const struct findings *findings);
size_t findings_judged(const struct findings *findings, size_t *conforming);

/* Judges the SIZE bytes of the document called NAME; true where it conforms. */
bool verify_pdf(const char *name, const void *bytes, size_t size, struct findings *findings);

/* The same for each document of an archive, or of a folder and the archives in
 * it, or for a file that is none of these.  False where PATH cannot be read. */
bool verify_documents(const char *path, struct findings *findings, GError **error);

/* Compares a published folder with its manifest: every file and every entry of
 * its archives by size and digest, none missing, none more.  False where there
 * is no manifest of ours. */
bool verify_folder(const char *folder, struct findings *findings, GError **error);

#endif
