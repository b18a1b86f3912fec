/* expression.h - an expression of a layout, read once.
 *
 * The language is the part of XPath 1.0 that doc/layouts.md tells of, and our functions. */
#ifndef RAPOR_LAYOUT_EXPRESSION_H
#define RAPOR_LAYOUT_EXPRESSION_H

#include "rapor/layout/term.h"

struct arena;

/* A variable that an expression can name. */
struct variable_type {
    const struct variable_type *next;
    const char *name;
    struct type type;
    unsigned through;       /* what it depends on in the end: ON_INSTRUMENT, ON_RUN, ON_SUBJECT */
    enum lifetime lifetime; /* for how long its value is the same */
};

/* Where an expression stands. */
struct standpoint {
    struct type context;                   /* where it is evaluated */
    struct type current;                   /* what current() is */
    unsigned through;                      /* what the context depends on in the end */
    const struct variable_type *variables; /* innermost first */
};

/* Parts of institutions (rapor/view/view.h) that it may ask for: of what the document is about,
 * where it is one, and of others. */
struct asked {
    uint64_t own, others;
};

extern const struct asked asked_all;

static inline void asked_add(struct asked *asked, struct asked more)
{
    asked->own |= more.own;
    asked->others |= more.others;
}

struct language {
    const struct vocabulary *vocabulary;
    struct arena *arena; /* gets what is made */
    bool forgetful;      /* nothing is kept */
};

/* Why an expression is refused, and where: so many bytes into it. */
struct refusal {
    size_t at;
    const char *id, *text, *hint; /* hint: or NULL */
};

struct expression {
    const char *text, *file;
    unsigned line;
    const struct term *term;
    struct type type;
    unsigned through; /* what it comes to, with that of the focus and the variables */
    enum lifetime lifetime;
    struct asked asked;
};

/* Reads TEXT into all members but file and line; false and REFUSAL where it is wrong. */
bool expression_read(const struct language *language, const char *text,
                     const struct standpoint *standpoint, struct expression *expression,
                     struct refusal *refusal);

/* What is asked for where the text of what TYPE is is taken, as far as it holds institutions. */
struct asked asked_of_text(const struct vocabulary *vocabulary, const struct type *type);

/* The same for every subject, as long as its place is. */
static inline bool is_steady(const struct expression *expression)
{
    return !(expression->through & ON_SUBJECT);
}

/* Returns the names with commas. */
const char *names_listed(const struct names *names, struct arena *arena);
/* Returns "did you mean X?" for the closest of NAMES; where none is close, all of them;
 * NULL where they are too many, or none. */
const char *hint_of_names(const char *word, const struct names *names, struct arena *arena);

#endif
