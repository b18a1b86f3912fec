/* shortcut.h - expressions whose answer needs no libxml2. */
#ifndef LAYOUT_EXPRESSION_SHORTCUT_H
#define LAYOUT_EXPRESSION_SHORTCUT_H

#include "../reader.h"
#include "lexer.h"

/* True if it may come to what the view shows of some documents only. */
bool tokens_wander(const struct tokens *tokens);

/* Finds out whether libxml2 is needed at all. */
void shortcut_find(const struct check *check, const struct tokens *tokens,
                   struct expression *expression);

#endif
