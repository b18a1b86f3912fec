/* group.h - whom an instrument is about, who is ranked and awarded among whom, and the documents
 * that tell them; see instrument.h. */
#ifndef RAPOR_READ_GROUP_H
#define RAPOR_READ_GROUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a decree cites.  ISSUERS: words with spaces, one of which the office of the issuer
 * begins with ("Gubernur Bupati Wali"); NULL: whoever issues. */
struct regulation {
    const char *short_name, *name, *gazette, *issuers;
};

/* Where the papers of an institution of this group go. */
enum seat { SEAT_CENTER, SEAT_REGION, SEAT_PARENT };

struct group {
    const char *id, *name; /* "kabupaten", "Pemerintah Kabupaten" */
    enum seat seat;        /* region: needs region=; parent: needs parent= */
    const char *signers;   /* first words of the offices that may write to it, or NULL: any */
    int64_t target;        /* index to reach, in hundredths */
};

enum within { WITHIN_ALL, WITHIN_GROUP, WITHIN_REGION, WITHIN_PARENT };

/* A set of institutions among which ranks are counted. */
struct scope {
    const char *id, *name, *short_name; /* short_name: the name where it has none */
    enum within within; /* compared only with those of the same group, region or parent */
    uint64_t groups;    /* bit i: group i takes part */
};

/* A category of awards. */
struct award {
    const char *id, *name;
    struct scope among;   /* who can get it, each against those of the same group, parent ... */
    bool by_gain;         /* by what the index gained since the year before, not by the index */
    size_t places, least; /* the places that get one, where so many at least are held together */
    int64_t from;         /* the least index of who gets one, in hundredths */
};

struct stage {
    const char *id, *name;
    bool counts;       /* its levels can become final; false for self-assessment */
    int evidence_days; /* working days after a session in which more evidence is taken; 0: none */
};

/* What a document is made for, once each. */
enum per { PER_NATION, PER_REGION, PER_PARENT, PER_INSTITUTION };

struct document {
    const char *kind;   /* "certificate": the word of --only */
    const char *layout; /* file, relative to the instrument's folder */
    const char *file;   /* name of the output: "sertifikat.pdf" */
    const char *folder; /* that it goes into, also a word of --only; or NULL */
    long line;          /* of its row in instrument.xml */
    /* What its names end with, ended by NULL: "pdf", and each it is made as besides. */
    const char *const *endings;
    enum per per;
    bool assessed_only; /* not made for an institution that has no index */
    bool sessions_only; /* not made for one that no session is recorded of */
    bool asked_only;    /* not made unless its kind is asked for, ... */
    bool for_dispatch;  /* ... or packs are made that it goes with */
};

#endif
