/* stream.h - standard input that can be read more than once. */
#ifndef CLI_STREAM_H
#define CLI_STREAM_H

#include <glib.h>
#include <stdbool.h>

/* Puts what comes from a pipe or a terminal into a file without a name, which
 * becomes standard input; false where it cannot be read or kept. */
bool stream_settle(GError **error);

#endif
