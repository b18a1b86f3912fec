/* parts.h - what may stand in a register, for read/register*.c. */
#ifndef READ_REGISTER_PARTS_H
#define READ_REGISTER_PARTS_H

#include "../grammar.h"

enum { REGISTER_ROOT, REGISTER_BLOCK, REGISTER_PAPER };

extern const struct xml_element_rule register_grammar;
extern const char *const register_words[]; /* of enum paper_state, ended by NULL */

#endif
