/* suppose.h - score --set: what would follow from other levels. */
#ifndef CLI_COMMANDS_SUPPOSE_H
#define CLI_COMMANDS_SUPPOSE_H

#include <glib.h>
#include <stdbool.h>

struct call;
struct session;

/* Writes index, grade and ranks before and after, for each institution that --set
 * names; false, with a usage failure, where what it names is not there. */
bool suppose(struct call *call, const struct session *session, GError **error);

#endif
