/* vocabulary.h - the elements that the view can have, and sets of them.
 *
 * Each element pattern of the schemas is one declaration, so that a domain of
 * the instrument and a domain of an institution are told apart. */
#ifndef RAPOR_LAYOUT_VOCABULARY_H
#define RAPOR_LAYOUT_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct names {
    const char **items;
    size_t count, room;
};

/* What an element depends on: that it is there, and what it says. */
enum {
    ON_INSTRUMENT = 1,
    ON_RUN = 2,
    ON_SUBJECT = 4, /* what the view is turned to */
};

#define DECLARATIONS_MOST 256 /* of a vocabulary */

/* Where an expression can be: at any of these elements. */
struct set {
    uint64_t bits[DECLARATIONS_MOST / 64]; /* one for each declaration */
    bool open;                             /* or at something unknown */
};

struct declaration {
    const char *name;
    unsigned on;
    struct names attributes;
    struct set children, parents; /* open: anything may stand in it, unchecked below */
    uint64_t part;                /* of an institution (rapor/view/view.h), that it is; or 0 */
};

struct vocabulary {
    struct arena *arena;
    struct declaration *declarations; /* the first is the document itself */
    size_t count, room;
    size_t institution; /* the number of its declaration */
};

#define DOCUMENT_DECLARATION 0

enum axis {
    AXIS_CHILD,
    AXIS_DESCENDANT,
    AXIS_DESCENDANT_OR_SELF,
    AXIS_PARENT,
    AXIS_ANCESTOR,
    AXIS_ANCESTOR_OR_SELF,
    AXIS_SELF,
    AXIS_FOLLOWING_SIBLING,
    AXIS_PRECEDING_SIBLING,
    AXIS_ATTRIBUTE,
};

struct set set_all(const struct vocabulary *vocabulary);
struct set set_document(void);
/* What a document can be about: the root, its regions and institutions. */
struct set set_subject(const struct vocabulary *vocabulary);
/* Every element that AXIS can reach from SET. */
struct set set_along(const struct vocabulary *vocabulary, const struct set *set, enum axis axis);
/* Those of SET called NAME. */
struct set set_named(const struct vocabulary *vocabulary, const struct set *set, const char *name);
void set_put(struct set *set, size_t declaration);
void set_add(struct set *set, const struct set *more);
bool set_has(const struct set *set, size_t declaration);
/* True where something is in both. */
bool set_meet(const struct set *one, const struct set *other);
bool set_empty(const struct set *set);
/* The first declaration of SET that is not below NUMBER, SIZE_MAX where there is none. */
size_t set_next(const struct set *set, size_t number);

/* What those of SET depend on; BELOW: and all that stands in them. */
unsigned set_on(const struct vocabulary *vocabulary, const struct set *set, bool below);

/* Names of the elements of SET, or of their attributes, each once. */
struct names set_names(const struct vocabulary *vocabulary, const struct set *set, bool attributes,
                       struct arena *arena);

void names_add(struct names *names, const char *name, struct arena *arena);
bool names_have(const struct names *names, const char *name);

#endif
