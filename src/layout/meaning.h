/* meaning.h - what a definition says, which layouts share where its names stand for the same. */
#ifndef LAYOUT_MEANING_H
#define LAYOUT_MEANING_H

#include "reader.h"

/* A name in a definition, and what it stands for. */
struct named {
    enum node_kind kind;
    const char *name;
    const struct meaning *meaning;
};

/* What keeps nothing of a document or a layout, so that any layout can have it. */
struct meaning {
    struct meaning *next; /* of the same element, where a name stands for something else */
    struct named *names;
    size_t name_count, name_room;
    struct place_note *places; /* last read first */
    struct names files;        /* that are named */
    struct color color;
    struct style style;
    struct node node; /* the page or part itself */
    struct part part;
};

extern const struct meaning meaning_unread;

/* Returns what the definition says: as it was read for another layout, or read now. */
const struct meaning *meaning_of(struct layout_reader *reader, struct definition *definition);

/* Notes, of what is being read for all layouts, what it names; else does nothing. */
void meaning_names(struct layout_reader *reader, enum node_kind kind, const char *name,
                   const struct meaning *meaning);
/* Notes that a file is named. */
void note_file(struct layout_reader *reader, const char *path);

#endif
