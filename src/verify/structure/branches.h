/* branches.h - name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7). */
#ifndef VERIFY_STRUCTURE_BRANCHES_H
#define VERIFY_STRUCTURE_BRANCHES_H

#include "../pdf.h"

struct branch_taker {
    void (*take)(void *to, qpdf_oh pairs);
    void *to;
};

/* Gives TAKER what stands at KEY ("/Names" or "/Nums") of each node of the tree below ROOT, be it
 * null.  False where a node is met twice: the tree leads in circles. */
bool branches_take(struct pdf *pdf, qpdf_oh root, const char *key,
                   const struct branch_taker *taker);

#endif
