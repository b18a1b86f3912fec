/* keep.h - what typesetting keeps from one document to the next, so that equal text is
 * cut into words and broken into lines once: a shaped text is found by what it says, in what
 * styles, and what binds its words.  It lives in the fonts, as long as their words. */
#ifndef TYPESET_KEEP_H
#define TYPESET_KEEP_H

#include "flow.h"

struct shaped_text;

/* A style of any document, by what it says: its pointer tells only within one document. */
struct look {
    struct style style; /* with texts of its own */
    uint32_t number;
    bool lacks_capitals; /* the small ones that it asks for */
    double ascent, descent;
    double baseline; /* how far below the top of a line its letters stand */
};

/* What a shaped text is found by, while it is asked for. */
struct text_key {
    uint64_t *items;
    size_t count, room;
};

struct kept {
    struct look **looks;
    size_t look_count, look_room;
    const char **manners; /* what binds words, written out: \1 behind each, a line for a list */
    size_t manner_count, manner_room;
    struct shaped_text **slots; /* a power of two; NULL where there is none */
    size_t slot_count, text_count;
    struct text_key key;
    struct inks ink, page; /* room for those of a section and of a page, so that few need more */
};

struct kept *kept_of(struct typesetter *typesetter);

const struct look *look_of(struct typesetter *typesetter, const struct style *style);

/* The number of what binds the words of DOC. */
uint32_t manner_of(struct typesetter *typesetter, const struct doc *doc);

/* Where the shaped text of the kept key is, or belongs. */
struct shaped_text **kept_slot(struct typesetter *typesetter, uint64_t hash);

/* Notes that a slot was filled. */
void kept_added(struct typesetter *typesetter);

#endif
