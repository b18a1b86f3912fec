/* link.h - where the page of a paper is: what its QR code holds, below the address that the
 * issuer gives.  Nothing in it that is not needed: each letter makes the code larger. */
#ifndef RAPOR_REGISTER_LINK_H
#define RAPOR_REGISTER_LINK_H

struct arena;

/* What stands in the place of a code where a paper is made once. */
#define LINK_NATION "keputusan"

struct link_to {
    const char *url;  /* of the issuer; NULL: there is none */
    const char *year; /* left out where it stands in the url */
    const char *code; /* of the institution; NULL: of what is made once */
    const char *seal; /* NULL: it has none */
};

/* Returns "v/13.01/3BDC4AEF/", or NULL where there is no seal; ARENA owns it. */
const char *link_path(const struct link_to *to, struct arena *arena);

/* Returns the whole, such as "https://rapor.example/2021/v/13.01/3BDC4AEF/", or NULL. */
const char *link_whole(const struct link_to *to, struct arena *arena);

/* Returns what people type: "2021-13.01-3BDC4AEF", or NULL. */
const char *link_code(const struct link_to *to, struct arena *arena);

#endif
