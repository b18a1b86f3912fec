/* grammar.h - a RelaxNG schema: its definitions, from all files it includes. */
#ifndef LAYOUT_EXPRESSION_GRAMMAR_H
#define LAYOUT_EXPRESSION_GRAMMAR_H

#include "rapor/layout/vocabulary.h"

#include <glib.h>
#include <libxml/tree.h>

/* Patterns, references and includes do not nest deeper than this. */
#define PATTERN_DEPTH_MOST 64

/* The name under which what the schema starts with is kept; no define can be called so. */
#define GRAMMAR_START "<start>"

struct pattern {
    const char *name;
    const xmlNode *node; /* the define; its children count */
};

struct schema_grammar {
    struct arena *arena;
    GPtrArray *trees; /* xmlDoc of each file */
    GArray *patterns; /* struct pattern; several of a name are one choice */
};

/* Returns the root element of the schema at PATH, all definitions collected. */
const xmlNode *grammar_read(struct schema_grammar *grammar, const char *path, GError **error);

bool grammar_is(const xmlNode *node, const char *name);
/* Returns the attribute without space around it, or NULL. */
const char *grammar_property(const struct schema_grammar *grammar, const xmlNode *node,
                             const char *name);

#endif
