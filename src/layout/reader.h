/* reader.h - what the parts of the layout reader share. */
#ifndef LAYOUT_READER_H
#define LAYOUT_READER_H

#include "file.h"

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

/* Remembers what an attribute says of a place. */
void note_place(struct layout_reader *reader, const struct layout_spot *spot,
                const struct text *name, bool given);
/* Reports about names given twice, and about those that nothing is called. */
void check_places(struct layout_reader *reader, const struct node *root);

void diagnose_layout(struct layout_reader *reader, const struct layout_spot *spot,
                     const struct diagnostic *diagnostic);
/* DECODED bytes into the text or the value. */
void diagnose_inside(struct layout_reader *reader, const struct layout_spot *spot, size_t decoded,
                     const struct diagnostic *diagnostic);
void diagnose_file(struct layout_reader *reader, const struct layout_file *file,
                   const struct file_diagnostic *file_diagnostic);
/* Returns "did you mean X?" for the closest of NAMES; where none is close, all of them;
 * NULL where they are too many, or none. */
const char *did_you_mean(struct layout_reader *reader, const char *word, const struct names *names);

#define COLUMNS_OPEN SIZE_MAX

/* What holds where a thing is written. */
struct layout_scope {
    enum content content, around; /* around: what stands outside of a choose */
    struct standpoint at;         /* of its expressions */
    struct type inside;           /* where attributes marked so are evaluated ... */
    unsigned inside_through;      /* ... and what that depends on */
    bool repeated;  /* an each around goes through what is the same for all subjects */
    bool single;    /* stands once in a document: in no each, and no part for all */
    size_t columns; /* of the table around; COLUMNS_OPEN: the data say how many */
    unsigned depth; /* how many elements are around */
};

/* The scope in which nothing is known but that we are in the view. */
struct layout_scope scope_anywhere(const struct layout_reader *reader, enum content content);

/* NULL where it is wrong.  DECODED: where it begins. */
const struct expression *read_expression(struct layout_reader *reader,
                                         const struct layout_spot *spot, size_t decoded,
                                         const char *text, const struct layout_scope *scope);
/* The map in the file at PATH; NULL and a diagnostic where it is none. */
const struct map *read_map(struct layout_reader *reader, const struct layout_spot *spot,
                           const char *path);

/* Text with {expressions}. */
const struct text *read_text(struct layout_reader *reader, const struct layout_spot *spot,
                             const char *text, const struct layout_scope *scope);

/* Reads what an attribute says; reports where it is not of its kind. */
struct value read_value(struct layout_reader *reader, const struct layout_spot *spot,
                        const struct attribute_rule *rule, const char *text,
                        const struct layout_scope *scope);

/* Reads the element and all below it into NODE. */
void read_element(struct layout_reader *reader, const struct layout_spot *spot,
                  const struct element_rule *rule, const struct layout_scope *scope,
                  struct node *node);
struct nodes read_children(struct layout_reader *reader, const struct layout_file *file,
                           const xmlNode *parent, const struct layout_scope *scope);

/* Adds the definitions of a file, and of what it imports where it does so. */
void collect_definitions(struct layout_reader *reader, struct layout_file *file);
/* Adds the definition at XML, which goes before those that are there. */
void definition_add(struct layout_reader *reader, const struct layout_file *file, xmlNode *xml,
                    enum node_kind kind);
/* True for what may be defined by name. */
bool is_defined(enum node_kind kind);
/* Adds the definitions of the themes that are asked for. */
void collect_themes(struct layout_reader *reader, const struct layout_file *layout);
/* Reads the file's root, which must be called so; false and diagnostics where it cannot. */
bool file_begin(struct layout_reader *reader, struct layout_file *file, const char *root);

/* Returns the last definition, read; NULL and a diagnostic where there is none. */
struct definition *definition_needed(struct layout_reader *reader, const struct layout_spot *spot,
                                     enum node_kind kind, const char *name);
struct definition *definition_find(struct definition *from, enum node_kind kind, const char *name);
void definition_read(struct layout_reader *reader, struct definition *definition);

/* Fills the definition's style with what VALUES, of a <style>, say. */
void style_make(struct layout_reader *reader, struct definition *definition,
                const struct value *values);

/* Adds to the layout's bindings what the element XML, a <bind>, says. */
void binding_read(struct layout_reader *reader, const struct layout_file *file, xmlNode *xml,
                  const struct element_rule *rule);

#endif
