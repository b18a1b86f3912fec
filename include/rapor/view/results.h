/* results.h - the table of all elements and attributes that the view and results.xml have: what
 * they are called, what they hold, and where it is taken from.
 *
 * From it come the tree that layouts see and the text of results.xml (view.h), the names that
 * layouts may use, the schema results.rng and the tables in doc/results.md.  What the table
 * does not hold is the element instrument, a copy of the instrument's own file. */
#ifndef RAPOR_VIEW_RESULTS_H
#define RAPOR_VIEW_RESULTS_H

#include "rapor/view/tree.h"

#include <stddef.h>

/* What an attribute or a text holds; view/schema.c says it in RelaxNG. */
enum view_type {
    VIEW_TEXT,
    VIEW_WORDS,      /* one of the field's words */
    VIEW_YEAR,       /* 2021 */
    VIEW_DATE,       /* 2021-12-31 */
    VIEW_COUNT,      /* 0, 1, ... */
    VIEW_PLACE,      /* 1, 2, ... */
    VIEW_WHOLE,      /* with a sign where it is less than 0 */
    VIEW_HUNDREDTHS, /* 3.19: rounded half up, for print */
    VIEW_SIGNED,     /* the same, with a sign where it is less than 0 */
    VIEW_EXACT,      /* 3.1925, or 24/11 where its digits do not end */
    VIEW_WEIGHT,     /* in percent, with 4 decimals at most */
    VIEW_LEVEL,      /* 3, or 3.5 where levels are decimal */
    VIEW_STEPS,      /* a difference of levels */
    VIEW_DIGEST,     /* SHA-256, in hexadecimal */
    VIEW_SEAL,       /* eight capital hexadecimal digits */
};
enum { VIEW_TYPES = VIEW_SEAL + 1 };

enum view_flags {
    VIEW_MAYBE = 1,      /* an attribute: left out where it has no value */
    VIEW_WHOLE_ONLY = 2, /* left out of the means that others are compared with */
    VIEW_FILE_ONLY = 4,  /* in results.xml alone */
    VIEW_ONE = 8,        /* a child: at most one */
    VIEW_NEEDED = 16,    /* a child: at least one */
    VIEW_ALWAYS = 32,    /* a child of results: the same whatever the view is turned to */
    VIEW_DETAILS = 64,   /* a child: left out where one is shown among all */
    VIEW_LAYOUTS = 128,  /* for layouts alone, in no file: personal numbers, the paper itself */
};

struct view_source; /* what an element is about: view/source.h */

/* Returns the text of a field; NULL in it where it has none. */
typedef struct view_attribute view_getter(const struct view_source *source);

struct view_field {
    const char *name;
    enum view_type type;
    unsigned flags;
    view_getter *get;    /* or, where that is NULL: a member of what the source points to */
    size_t base, offset; /* where the pointer stands in the source, and the member behind it */
    const char *words;   /* of VIEW_WORDS, with spaces */
    const char *about;   /* what doc/results.md says of it */
};

enum view_step { VIEW_END, VIEW_SKIP, VIEW_HERE };

/* The elements of one kind in another. */
struct view_child {
    const struct view_rule *rule;
    unsigned flags;
    /* Makes of SOURCE, of the parent, that of the child with this number, from 0 on. */
    enum view_step (*next)(struct view_source *source, size_t number);
};

struct view_rule {
    const char *name;
    const char *about;
    const struct view_field *fields;
    size_t field_count;
    const struct view_field *text; /* NULL: it holds none */
    const struct view_child *children;
    size_t child_count;
    size_t constant; /* so many fields, the first, say the same of each part of the instrument */
    size_t parts;    /* where struct instrument has the number of parts; 0: no constant fields */
};

extern const struct view_rule results_rule, rule_institution;

#define RESULTS_NAMESPACE "urn:rapor:results:1"

/* Adds the table as a schema in RelaxNG: results.rng. */
void results_schema(GString *out);

#endif
