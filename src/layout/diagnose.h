/* diagnose.h - what is wrong with a layout, with its place. */
#ifndef LAYOUT_DIAGNOSE_H
#define LAYOUT_DIAGNOSE_H

#include "reader.h"

void diagnose_layout(struct layout_reader *reader, const struct layout_spot *spot,
                     const struct diagnostic *diagnostic);
/* DECODED bytes into the text or the value. */
void diagnose_inside(struct layout_reader *reader, const struct layout_spot *spot, size_t decoded,
                     const struct diagnostic *diagnostic);
/* Says why the file has no tree. */
void diagnose_file(struct layout_reader *reader, const struct layout_file *file);
/* Returns "did you mean X?" for the closest of NAMES; where none is close, all of them;
 * NULL where they are too many, or none. */
const char *did_you_mean(struct layout_reader *reader, const char *word, const struct names *names);

#endif
