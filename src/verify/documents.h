/* documents.h - the documents of a file, of an archive, or of a folder and the archives in it. */
#ifndef VERIFY_DOCUMENTS_H
#define VERIFY_DOCUMENTS_H

#include "conformance.h"

/* A document while it is judged. */
struct judged_document {
    char *name;
    GBytes *bytes;
    struct conformance *conformance; /* what is found goes there */
    void *own;                       /* of whoever judges; told, and freed, by TELL */
};

/* JUDGE is called in any thread, TELL, which may be NULL, in that of the caller and in order. */
struct documents_judging {
    void (*judge)(const void *data, struct judged_document *document);
    void (*tell)(const void *data, struct judged_document *document);
    const void *data;
    struct conformance *conformance; /* of all */
};

/* Judges each.  What cannot be read is a finding; only PATH itself has to be there. */
bool documents_judge(const char *path, const struct documents_judging *judging, GError **error);

#endif
