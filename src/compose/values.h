/* values.h - variables, and what expressions give. */
#ifndef COMPOSE_VALUES_H
#define COMPOSE_VALUES_H

#include "walk.h"

/* Puts a variable before VARIABLES. */
void variable_push(struct walk *walk, const struct variable **variables, GQuark name,
                   struct outcome outcome);

bool evaluate_outcome(struct walk *walk, const struct expression *expression,
                      struct outcome *outcome);
/* Gives nodes in document order, not to be changed, or fails. */
bool evaluate_nodes(struct walk *walk, const struct expression *expression, struct node_set *nodes);
/* A text that lasts until the document is composed, or the view turned; NULL where it fails ... */
const char *evaluate_passing(struct walk *walk, const struct expression *expression);
/* ... and one that lasts as long as the document. */
bool evaluate_text(struct walk *walk, const struct expression *expression, const char **text);
bool evaluate_test(struct walk *walk, const struct expression *expression, bool *holds);
bool evaluate_words(struct walk *walk, const struct text *text, const char **words);

#endif
