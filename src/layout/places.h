/* places.h - names of places: given once, and there where they are referred to. */
#ifndef LAYOUT_PLACES_H
#define LAYOUT_PLACES_H

#include "reader.h"

/* Remembers what an attribute says of a place. */
void note_place(struct layout_reader *reader, const struct layout_spot *spot,
                const struct text *name, bool given);
/* Reports about names given twice, and about those that nothing is called. */
void check_places(struct layout_reader *reader, const struct node *root);

#endif
