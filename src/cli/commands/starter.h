/* starter.h - the text of a project to start from: layouts/common/starter, for an instrument. */
#ifndef CLI_COMMANDS_STARTER_H
#define CLI_COMMANDS_STARTER_H

#include <glib.h>

struct instrument;

/* Returns an evaluation that shows every element, plainly invented; its README.  NULL and
 * ERROR where a file is missing or cannot be used. */
GString *starter_evaluation(const char *layouts, const struct instrument *instrument,
                            GError **error);
GString *starter_readme(const char *layouts, const struct instrument *instrument, GError **error);

#endif
