/* text.h - results.xml and its like, piece by piece. */
#ifndef VIEW_TEXT_H
#define VIEW_TEXT_H

#include "builder.h"

struct sink;

/* Writes to OUT what the view shows, of anything but one institution; of each that is covered
 * everything, if WHOLE.  Hands it to SINK piece by piece, unless that is NULL; false where the
 * sink ended it. */
bool text_many(const struct builder *builder, const struct coverage *coverage, bool whole,
               GString *out, const struct sink *sink);

/* What stands before an institution in its text, kept from one to the next: it is seldom
 * another. */
struct text_head;

struct text_head *text_head_create(void);
void text_head_destroy(struct text_head *head);

/* Writes to OUT what stands before the institutions that are covered. */
void text_around(const struct builder *builder, const struct coverage *coverage,
                 struct text_head *head, GString *out);

/* Writes to OUT what the view shows of an institution: its ELEMENT, and what is around it. */
void text_one(const struct builder *builder, const struct coverage *coverage,
              const struct view_element *element, struct text_head *head, GString *out);

/* The same without what is around it, and without its peers. */
void text_own(const struct builder *builder, const struct view_element *element,
              struct text_head *head, GString *out);

#endif
