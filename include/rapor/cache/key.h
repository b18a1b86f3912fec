/* key.h - what a file is made from, in a few letters: as long as a file's key stays
 * the same, so do its bytes. */
#ifndef RAPOR_CACHE_KEY_H
#define RAPOR_CACHE_KEY_H

#include "rapor/plan/plan.h"

#include <stdbool.h>
#include <time.h>

#define KEY_MOST 128 /* letters, with what goes along */

struct keys;

/* What all files of a run come from. */
struct key_source {
    struct session *session;
    const struct plan *plan;
    const char *painter; /* its name */
    time_t date;         /* of the entries in archives */
};

/* Reads what all papers come from: the program and its libraries, the instrument, the
 * layouts with their pictures, the fonts.  NULL and ERROR where one of them cannot be read.
 * ARENA owns the keys. */
struct keys *keys_create(const struct key_source *source, struct arena *arena, GError **error);

/* Returns the key of what ENTRY is made into, two halves with a hyphen between: what it
 * is made by, and what it says.  To be freed. */
char *key_of(struct keys *keys, struct session *session, const struct entry *entry);

/* What a document has become goes with its key. */
struct key_paper {
    bool settled;        /* it waits for no signature: it has what it needs, or never needed any */
    unsigned edition;    /* 0: there is no register */
    const char *content; /* digest of what it shows; NULL: it is no paper */
};

/* Returns KEY with that; to be freed. */
char *key_with_paper(const char *key, const struct key_paper *paper);

/* Returns the digest that goes with a key, and its EDITION; NULL where there is none. */
const char *key_content(const char *key, unsigned *edition);
bool key_settled(const char *key);

/* True where both are of the same, whatever goes with them. */
bool key_same(const char *before, const char *now);

/* True where both are of what the same made, whatever it says. */
bool key_same_makers(const char *before, const char *now);

/* Why a file with the key BEFORE is made anew when its key is NOW. */
const char *key_difference(const char *before, const char *now);

#endif
