/* register.h - the register of papers: which number each has, what was issued, what became
 * of it.  A file beside the evaluation (doc/register.md, layouts/schema/register.rng).
 *
 *   <register xmlns="urn:rapor:register:1">
 *     <block kind="letter" year="2021" from="21" to="600" pattern="B/{n}/PD.02/2021"/>
 *     <paper kind="letter" code="13.01" year="2021" edition="1" state="issued"
 *            number="B/21/PD.02/2021" n="21" .../>
 *   </register>
 *
 * An element paper is one edition of one paper.  What was written once stays: its state
 * may change, the element never goes.  Dates are "2021-12-31", digests SHA-256 in
 * hexadecimal, texts NULL where nothing is known. */
#ifndef RAPOR_READ_REGISTER_H
#define RAPOR_READ_REGISTER_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

struct arena;
struct diagnostics;

/* The order of the words in the file. */
enum paper_state {
    PAPER_RESERVED,  /* has a number, is not out yet: may be made again as often as needed */
    PAPER_ISSUED,    /* is out and in force: its bytes stay as they are */
    PAPER_REPLACED,  /* another edition is in force */
    PAPER_WITHDRAWN, /* nothing took its place */
};

struct paper {
    const char *kind; /* of document: "letter" */
    const char *code; /* of its institution or region; NULL of what is made once */
    const char *year; /* that was assessed */
    unsigned edition; /* from 1 */
    enum paper_state state;
    const char *number;  /* NULL: none, or it is still open */
    uint32_t n;          /* which of its block; 0: of none */
    const char *date;    /* when it was issued */
    const char *dated;   /* the date that it bears; NULL: none, or issued before that was noted */
    const char *seal;    /* the verification code printed on it */
    const char *content; /* digest of what it shows: words and figures, without signature,
                            attached data, and how they are set */
    const char *plain;   /* digest of the file as it was made, before anybody signed */
    const char *file;    /* digest of the file as it is out, with signatures */
    const char *name;    /* of that file, without folders */
    const char *signer, *signed_at; /* name; date, or date and time as in ISO 8601 */
    const char *reason;             /* why it was replaced or withdrawn */
    const char *by;                 /* what did that: the edition that took its place, or an act */
    const char *since;              /* the date of that */
    const char *delivered, *receiver; /* date, and who took it */
    struct paper *before;             /* the edition before; of the register */
};

/* Numbers of one kind of document, given out from the first on. */
struct reserve {
    const char *kind, *year;
    uint32_t from, to;
    const char *pattern; /* {n} is the number; NULL: that of the evaluation's letter */
    bool open;           /* no numbers: they come at signing */
    uint32_t next;       /* the first that is free; 0: not looked for yet */
};

struct paper_register {
    struct reserve *reserves;
    struct paper **papers; /* in the order they came in */
    size_t reserve_count, reserve_room, paper_count, paper_room;
    const char *digest; /* of the file as it was read; NULL: it is new */
    GHashTable *latest; /* see register_latest() */
    struct arena *arena;
};

/* Reads and checks the file, streaming.  NULL where DIAGNOSTICS got an error or it cannot
 * be read (ERROR is set then).  ARENA owns what is read; register_close() frees the rest. */
struct paper_register *register_read(const char *path, struct diagnostics *diagnostics,
                                     struct arena *arena, GError **error);

/* Returns one with nothing in it. */
struct paper_register *register_empty(struct arena *arena);
void register_close(struct paper_register *papers); /* NULL is welcome */

/* Returns the last edition, or NULL; CODE is NULL of what is made once. */
struct paper *register_latest(const struct paper_register *papers, const char *year,
                              const char *kind, const char *code);

/* Returns an edition of the same paper, or NULL. */
struct paper *register_edition(const struct paper_register *papers, const struct paper *like,
                               unsigned edition);

/* Adds a paper that lives as long as the register, as its last edition. */
void register_add(struct paper_register *papers, struct paper *paper);
void register_add_reserve(struct paper_register *papers, const struct reserve *reserve);

/* "issued" */
const char *register_word(enum paper_state state);

#endif
