/* register_table.h - what a register holds, as a table: see ranking.h. */
#ifndef RAPOR_REGISTER_REGISTER_TABLE_H
#define RAPOR_REGISTER_REGISTER_TABLE_H

#include "rapor/read/register.h"

struct ranking;

/* Which papers; what is NULL stands for all. */
struct register_choice {
    const char *kind, *code, *year;
    const char *state; /* a word of register_word() */
    const char *any;   /* the code, number or seal that a paper has */
};

bool register_chosen(const struct paper *paper, const struct register_choice *choice);

/* Returns a row for each paper chosen, in the order of the register: with all that is known,
 * or BRIEF, what fits on a screen.  ARENA owns it. */
struct ranking *register_table(const struct paper_register *papers,
                               const struct register_choice *choice, bool brief,
                               struct arena *arena);

#endif
