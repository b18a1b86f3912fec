/* tree.h - the structure of a document, read once, to be judged as a whole. */
#ifndef VERIFY_STRUCTURE_TREE_H
#define VERIFY_STRUCTURE_TREE_H

#include "../pdf.h"

/* What may stand below an element. */
enum kid_kind { KID_ELEMENT, KID_MARK, KID_OBJECT };

struct kid {
    enum kid_kind kind;
    struct structure_element *element;
    unsigned owner, number; /* of a mark; the object's number of an object */
};

struct structure_element {
    const char *role;    /* the standard one: "Table"; "" where there is none */
    const char *written; /* as it stands there */
    unsigned object;
    unsigned page; /* from 1, where it says so */
    struct structure_element *parent;
    struct kid *kids;
    size_t kid_count;
    bool described;         /* it has an alternative or a replacement text that is not empty */
    bool boxed;             /* its layout has a /BBox */
    bool scoped, headers;   /* of a TH, a TD */
    const char *identifier; /* its /ID, or NULL */
    bool numbered;          /* a list that says how it is numbered */
    unsigned columns, rows; /* that a cell spans */
};

struct tree {
    struct structure_element *root; /* an element without a role */
    struct structure_element **all; /* in the order of reading */
    size_t count;
};

/* Reads the tree and judges how it is built; false where there is none. */
bool tree_read(struct pdf *pdf, struct tree *tree);

/* Parts of the judgement. */
void tree_check_roles(struct pdf *pdf, const struct tree *tree);
void tree_check_tables(struct pdf *pdf, const struct tree *tree);
void tree_check_parents(struct pdf *pdf, const struct tree *tree);
void tree_check_order(struct pdf *pdf, const struct tree *tree);

bool is_role(const struct structure_element *element, const char *role);

/* The standard role that a name stands for by itself, or NULL. */
const char *standard_role(const char *name);

/* The element below that the NUMBERth kid is, or NULL. */
const struct structure_element *element_kid(const struct structure_element *element, size_t number);

#endif
