/* watch.h - waits until one of some files is saved. */
#ifndef CLI_COMMANDS_WATCH_H
#define CLI_COMMANDS_WATCH_H

#include <glib.h>
#include <stdbool.h>

struct watch;

struct watch *watch_open(GError **error);
void watch_close(struct watch *watch); /* NULL is welcome */

/* The files are about to be read: what is saved from now on counts. */
void watch_begin(struct watch *watch);

/* These paths are watched from now on, besides those of before; they need not exist. */
void watch_files(struct watch *watch, const GPtrArray *paths);

/* Returns true when one of them was written, replaced or removed, and nothing more
 * has happened for a moment; false when interrupt.h noticed a signal. */
bool watch_wait(struct watch *watch);

#endif
