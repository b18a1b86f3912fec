/* pin.h - the secret that opens a key: from a file, a descriptor or the terminal, never from
 * the command line or the environment, where others can read it. */
#ifndef CLI_PIN_H
#define CLI_PIN_H

#include <glib.h>

/* Returns the secret, to be given to pin_forget(); NULL with ERROR.  FILE may be read by its
 * owner alone; FD is -1 where none is given; without both the terminal is asked. */
char *pin_read(const char *file, int fd, GError **error);
void pin_forget(char *pin); /* NULL is welcome */

#endif
