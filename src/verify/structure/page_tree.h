/* page_tree.h - whether the pages of a PDF (ISO 32000-1, 7.7.3) can be gone through: qpdf does it
 * by calling itself, for as long as there is a node below. */
#ifndef VERIFY_STRUCTURE_PAGE_TREE_H
#define VERIFY_STRUCTURE_PAGE_TREE_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>

enum { PAGE_TREE_DEPTH_MAX = 100 };

/* False where a node of the tree is deeper than that, or is met twice. */
bool page_tree_is_sound(qpdf_data pdf);

#endif
