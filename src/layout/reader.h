/* reader.h - what the parts of the layout reader share. */
#ifndef LAYOUT_READER_H
#define LAYOUT_READER_H

#include "scope.h"
#include "store.h"

#include "rapor/base/diagnostic.h"
#include "rapor/layout/layout.h"
#include "rapor/layout/syntax.h"

/* Elements do not nest deeper than this, nor definitions that need each other. */
#define NESTING_MOST    64
#define DEFINITION_MOST 16
/* So many uses of parts are held against what they are given. */
#define USES_MOST 500

enum definition_state { STATE_NEW, STATE_BUSY, STATE_DONE };

/* A file of the layout: itself, or what is imported. */
struct imported_file {
    struct imported_file *next;
    struct layout_file *file;
    bool open; /* its imports are still being read */
};

/* A color, style, page or part: read when it is first needed. */
struct definition {
    struct definition *next;   /* the one before it in the order of reading */
    struct definition *before; /* of the same kind and name, which it replaces; or NULL */
    enum node_kind kind;
    const char *name;
    const struct layout_file *file;
    xmlNode *xml;
    enum definition_state state;
    const struct meaning *meaning; /* nothing until it is read */
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
    struct layout_store *store;
    struct arena *arena; /* the layout's; the store's for what is read for all */
    const struct layout_setting *setting;
    const char *const *themes;
    struct diagnostics *diagnostics;
    GError *broken; /* a file could not be read, so what it holds is not missed; or NULL */
    struct imported_file *files;
    struct definition *definitions; /* last read first, those of themes before all others */
    GHashTable *named;              /* the same, the last one of each kind and name */
    struct place_note *places;      /* last read first */
    struct meaning *general;        /* that is being read, for all layouts; or NULL */
    unsigned depth;                 /* of definitions that need each other, or imports */
    const struct use *use;          /* or NULL */
    unsigned uses;                  /* that were read so */
    size_t changing;                /* how many things were read that differ between subjects */
};

struct imported_file *reader_add_file(struct layout_reader *reader, struct layout_file *file);

/* Reads the file's root, which must be called so; false and diagnostics where it cannot. */
bool file_begin(struct layout_reader *reader, const struct layout_file *file, const char *root);

/* Adds to the layout's bindings what the element XML, a <bind>, says. */
void binding_read(struct layout_reader *reader, const struct layout_file *file, xmlNode *xml,
                  const struct element_rule *rule);

#endif
