/* audit.h - whether a register agrees with itself, an evaluation and a built folder. */
#ifndef RAPOR_REGISTER_AUDIT_H
#define RAPOR_REGISTER_AUDIT_H

#include "rapor/read/register.h"

struct record;

/* What it is held against; NULL is left out. */
struct audit {
    const char *year;             /* of the evaluation and the folder */
    GHashTable *codes;            /* of institutions and regions of the evaluation */
    const GPtrArray *papers;      /* of struct record with its kind: of the folder */
    const char *digest;           /* of the evaluation */
    const char *folder, *made_of; /* its name, and the digest of what it was made of */
};

/* Returns what is wrong, a line each, in the order of the register: numbers that two papers
 * have, numbers that nobody has among those that were given, papers in force of one that
 * is gone, or that are not in the folder as they were issued; and a folder of another
 * evaluation.  To be unreferenced. */
GPtrArray *register_audit(const struct paper_register *papers, const struct audit *against);

#endif
