/* tree.h - elements with attributes and text, as layouts see them.
 *
 * A tree is XML as XPath 1.0 knows it, without comments, instructions and namespaces, and without
 * mixed content: an element holds either elements or text.  Above the root element stands the
 * document, which has no name.  Names are quarks of GLib, so that two are the same where they
 * compare equal.  An attribute belongs to no element of itself: who needs to know keeps both.
 *
 * A tree is made of pieces that are dropped one by one, each with its memory.  Names and texts
 * are not copied: they last as long as their piece. */
#ifndef RAPOR_VIEW_TREE_H
#define RAPOR_VIEW_TREE_H

#include "rapor/view/element.h"

#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

/* A piece of a tree. */
struct view_piece;

/* BEFORE: the order of the last element before it. */
struct view_piece *view_piece_create(uint32_t before);
void view_piece_destroy(struct view_piece *piece); /* NULL is welcome; cut it off before */

/* Lasts as long as the piece. */
struct arena *view_piece_arena(struct view_piece *piece);
/* The order of the element that was added last. */
uint32_t view_piece_order(const struct view_piece *piece);

/* The document that a tree begins with. */
struct view_element *view_piece_document(struct view_piece *piece);
/* Adds an element at the end of PARENT, which may belong to an earlier piece. */
struct view_element *view_piece_element(struct view_piece *piece, struct view_element *parent,
                                        GQuark name);
/* Returns room for the attributes of the element that was added last, at most MOST; then gives it
 * the first COUNT of them. */
struct view_attribute *view_piece_room(struct view_piece *piece, size_t most);
void view_piece_attributes(struct view_piece *piece, struct view_element *element, size_t count);
/* Adds a copy of TREE, an element of libxml2's, without what a tree does not hold.  Its texts
 * stay where they are: it must last as long as the piece. */
struct view_element *view_piece_copy(struct view_piece *piece, struct view_element *parent,
                                     const xmlNode *tree);

/* Returns a copy of TREE as libxml2 has it, for DOC and not yet in it: stylesheets want that. */
xmlNode *view_xml(const struct view_element *tree, xmlDoc *doc);

/* Adds ELEMENT, which stands nowhere yet, at the end of PARENT. */
void view_append(struct view_element *parent, struct view_element *element);
/* Cuts off what stands after LAST in PARENT; all of it where LAST is NULL. */
void view_cut(struct view_element *parent, struct view_element *last);

#endif
