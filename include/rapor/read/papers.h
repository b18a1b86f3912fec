/* papers.h - what an evaluation says of the papers made of it: who issues, decides, signs, writes,
 * is quoted, and invites. */
#ifndef RAPOR_READ_PAPERS_H
#define RAPOR_READ_PAPERS_H

#include <stddef.h>

/* Texts are NULL where they were not given; dates are "2021-12-31". */
struct issuer {
    const char *name, *office, *unit, *city, *address, *url;
    const char *institution; /* its own code, where it is among those assessed */
};

struct decree {
    const char *number, *year, *date, *place;
    const char *status;     /* final, draft, salinan */
    const char *head;       /* first, every: pages that the head of the office stands on */
    const char *order;      /* index, code: of the institutions in the annex */
    const char *invocation; /* yes, no: DENGAN RAHMAT TUHAN YANG MAHA ESA */
    const char *title;      /* what it is about, as it is cited */
    const char *procedure;  /* how the assessment was made: "telah diperiksa oleh ..." */
};

/* What a decree cites: added to the regulations of the instrument, or one of them that is
 * left out. */
struct citation {
    const char *name, *gazette;
    const char
        *before; /* short name of the regulation it stands before; NULL: the instrument's own */
    const char *without; /* short name of the regulation that is left out; no name then */
};

struct signatory {
    const char *document; /* kind of document it signs */
    const char *name, *office, *nip;
    const char *signing;     /* ink, electronic, seal */
    const char *certificate; /* serial number or name of the certificate; NULL: by the name */
    const char *groups;      /* ids of the groups it signs for, with spaces; NULL: all others */
    const char *beside;      /* yes: signs beside the one who signs anyway */
};

struct letter {
    const char *number, *date;
    const char *classification; /* how urgent: "Segera" */
    const char *security;       /* who may read it: B, T, R, SR */
    const char *ranks;          /* upper, all, none: which ranks it tells */
    const char *due;            /* by when those not assessed answer */
};

/* What somebody says of the results, or was wrong with those published before. */
struct statement {
    const char *by, *office, *region; /* of a quote; region: code, or NULL: of all */
    const char *date, *version;       /* of a correction */
    const char *language;             /* id, en */
    const char *text;
};

/* When a stage takes place, for all. */
struct period {
    size_t stage; /* index in the instrument */
    const char *from, *until;
};

/* Who answers newspapers, and from when on they may write. */
struct press_office {
    const char *url;  /* where the press kit is published */
    const char *hour; /* of the decree's day, with its zone: "10.00 WIB" */
    const char *contact, *phone, *mail;
    const char *decree; /* where that is published */
    struct statement *quotes;
    size_t quote_count;
};

/* Who is named in the decree on the team, and as what. */
struct team_member {
    const char *role, *name, *office;
};

/* The decree on the team of assessors. */
struct team {
    const char *number, *year, *date, *place;
    const char *from, *until; /* days that it works */
    const char *costs;        /* what pays for it */
    struct team_member *members;
    const char **duties;
    size_t member_count, duty_count;
};

/* Where awards are given. */
struct ceremony {
    const char *date, *hour, *place, *dress;
    const char *invited; /* date of the invitations */
    const char *reply;   /* by when those invited answer */
    const char *contact, *phone;
};

#endif
