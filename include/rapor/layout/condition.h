/* condition.h - a condition that stands outside of layouts, as in the list of charts. */
#ifndef RAPOR_LAYOUT_CONDITION_H
#define RAPOR_LAYOUT_CONDITION_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

struct arena;
struct condition;
struct view_element;
struct vocabulary;

/* Reads an expression (doc/layouts.md) that stands at what a document can be about, or at a group;
 * ARENA owns the condition.  NULL and ERROR, which begins with WHERE, where it is wrong. */
struct condition *condition_read(const char *text, const struct vocabulary *vocabulary,
                                 const char *where, struct arena *arena, GError **error);

/* As of a layout. */
uint64_t condition_parts(const struct condition *condition, bool own);

bool condition_holds(struct condition *condition, const struct view_element *element);

#endif
