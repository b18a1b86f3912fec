/* starter.h - the text of a project to start from, made from an instrument. */
#ifndef CLI_COMMANDS_STARTER_H
#define CLI_COMMANDS_STARTER_H

#include <glib.h>

struct instrument;

/* Returns an evaluation that shows every element, plainly invented; its README. */
GString *starter_evaluation(const struct instrument *instrument);
GString *starter_readme(const struct instrument *instrument);

#endif
