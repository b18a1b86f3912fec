/* reader.h - what the parts of the layout reader share. */
#ifndef LAYOUT_READER_H
#define LAYOUT_READER_H

#include "file.h"
#include "scope.h"

#include "rapor/base/diagnostic.h"
#include "rapor/layout/layout.h"
#include "rapor/layout/syntax.h"

/* Elements do not nest deeper than this, nor definitions that need each other. */
#define NESTING_MOST    64
#define DEFINITION_MOST 16
/* So many uses of parts are held against what they are given. */
#define USES_MOST 500

enum definition_state { STATE_NEW, STATE_BUSY, STATE_DONE };

/* A color, style, page or part: read when it is first needed. */
struct definition {
    struct definition *next; /* the one before it in the order of reading */
    enum node_kind kind;
    const char *name;
    const struct layout_file *file;
    xmlNode *xml;
    enum definition_state state;
    struct color color;
    struct style style;
    struct node node; /* the page or part itself */
    struct part part;
};

/* A part that is read again for one <use>, so that its expressions are held against
 * what is there: where it stands, and what it gives to the parameters. */
struct use {
    const struct use *around; /* the part that it stands in is read so; or NULL */
    const struct layout_file *file;
    const xmlNode *xml;
    const struct variable_type *arguments;
};

/* What is being diagnosed: an element, a text or an attribute. */
struct layout_spot {
    const struct layout_file *file;
    const xmlNode *node;
    const char *attribute; /* or NULL */
};

/* A place that is given a name, or referred to by it. */
struct place_note {
    struct place_note *next;
    const struct text *name;
    struct layout_spot spot;
    bool given, reached; /* reached: in the layout itself, or in a part that it uses */
};

struct layout_reader {
    struct layout *layout;
    struct arena *arena; /* the layout's */
    const struct layout_setting *setting;
    struct diagnostics *diagnostics;
    struct layout_file *files;
    struct definition *definitions; /* last read first, those of themes before all others */
    struct place_note *places;      /* last read first */
    unsigned depth;                 /* of definitions that need each other, or imports */
    const struct use *use;          /* or NULL */
    unsigned uses;                  /* that were read so */
    size_t changing;                /* how many things were read that differ between subjects */
};

/* Reads the file's root, which must be called so; false and diagnostics where it cannot. */
bool file_begin(struct layout_reader *reader, struct layout_file *file, const char *root);

/* Adds to the layout's bindings what the element XML, a <bind>, says. */
void binding_read(struct layout_reader *reader, const struct layout_file *file, xmlNode *xml,
                  const struct element_rule *rule);

#endif
