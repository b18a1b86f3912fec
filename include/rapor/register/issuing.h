/* issuing.h - how a paper gets its number and its edition, and what it says of them. */
#ifndef RAPOR_REGISTER_ISSUING_H
#define RAPOR_REGISTER_ISSUING_H

#include "rapor/read/register.h"

/* What a paper says of itself; texts are NULL where it says nothing. */
struct issue {
    const char *kind;
    const char *number, *date;
    const char *dated;                    /* the date that it bore when it was issued */
    uint32_t n;                           /* which of its block, or of the evaluation */
    bool open;                            /* number and date come at signing */
    unsigned edition;                     /* from 1; 0: there is no register */
    const char *replaced, *replaced_date; /* number and date of the edition before */
    bool withdrawn;                       /* that edition had been withdrawn */
};

/* What {words} of a pattern stand for. */
struct pattern_words {
    uint32_t n;
    const char *code, *year, *security;
};

/* Returns PATTERN with its words in it; ARENA owns it. */
const char *pattern_fill(const char *pattern, const struct pattern_words *words,
                         struct arena *arena);

/* True of the kinds that are numbered as letters are. */
bool issuing_is_letter(const char *kind);

/* Returns the block that the next number of KIND in YEAR is from; NULL where none was reserved. */
struct reserve *issuing_reserve(const struct paper_register *papers, const char *kind,
                                const char *year);

/* Returns the block that the number of PAPER is from; or NULL. */
const struct reserve *issuing_reserve_of(const struct paper_register *papers,
                                         const struct paper *paper);

/* Gives PAPER, which has none, the next number of its kind: what it has to be given by is
 * PATTERN where the block has none of its own.  False where all reserved are used up. */
bool issuing_number(struct paper_register *papers, struct paper *paper, const char *pattern,
                    const char *security, GError **error);

/* Returns what that edition says of itself. */
struct issue issue_of(const struct paper_register *papers, const struct paper *paper);

/* Adds the edition that is to take the place of PAPER, with the same number, unless numbers
 * come at signing. */
struct paper *issuing_next(struct paper_register *papers, struct paper *paper);

/* A paper is out: it is in force from DATE on, and the editions before it are not any more. */
void issuing_issue(struct paper_register *papers, struct paper *paper, const char *date);

/* A paper has been signed: the register knows it by the digest that it had before. */
struct paper_signed {
    const char *plain, *file; /* digests: before, and now */
    const char *signer;
    int64_t time; /* seconds since 1970 */
};
void issuing_sign(struct paper_register *papers, const struct paper_signed *event);

#endif
