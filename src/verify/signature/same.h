/* same.h - whether objects of a paper are those of a later revision, and all that they refer to. */
#ifndef VERIFY_SIGNATURE_SAME_H
#define VERIFY_SIGNATURE_SAME_H

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

struct revisions {
    qpdf_data then, now;
    unsigned certified; /* as a verdict says, or NOTHING_SIGNED */
    GHashTable *met;    /* what was referred to (same_reference) ... */
    GPtrArray *ahead;   /* ... and is to be compared yet */
};

/* The number and generation of an object; NULL of one that stands inside another. */
gpointer same_reference(qpdf_data pdf, qpdf_oh object);
qpdf_oh same_referred(qpdf_data pdf, gpointer reference);

/* The same reference, of which the object is compared when its turn comes, or the same value. */
bool same_object(struct revisions *revisions, qpdf_oh before, qpdf_oh after);

/* The same value, but for these keys of a dictionary, which may be all of it. */
bool same_value(struct revisions *revisions, qpdf_oh before, qpdf_oh after,
                const char *const *free_keys);

/* An array, or one object for an array of one: what it has of these. */
int same_count(qpdf_data pdf, qpdf_oh list);
qpdf_oh same_item(qpdf_data pdf, qpdf_oh list, int i);

/* Behind the same items there may be more. */
bool same_beginning(struct revisions *revisions, qpdf_oh before, qpdf_oh after);

/* Whatever the dictionary had it has, and may have more; so have those in it, down to DEPTH. */
bool same_or_more(struct revisions *revisions, qpdf_oh before, qpdf_oh after, int depth);

#endif
