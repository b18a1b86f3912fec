/* phrase.h - attributes that many elements say alike, such as number, name and weight of an
 * indicator: made once, ready for both kinds of pen. */
#ifndef ASSESS_PHRASE_H
#define ASSESS_PHRASE_H

#include <libxml/tree.h>
#include <stddef.h>

struct arena;

struct named {
    const char *name, *value; /* no value: left out */
};

struct phrase {
    size_t count;
    xmlAttr *attributes; /* for elements to copy, without what links them; all share the texts */
    const char *bytes;   /* as a file has it: ` no="1" name="Tata Kelola"` */
    size_t length;
};

/* ARENA owns what it points to; the values last as long. */
struct phrase phrase_of(const struct named *attributes, size_t count, struct arena *arena);

#endif
