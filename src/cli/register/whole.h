/* whole.h - a built folder is as it was made. */
#ifndef CLI_REGISTER_WHOLE_H
#define CLI_REGISTER_WHOLE_H

#include <glib.h>
#include <stdbool.h>

/* False with ERROR where a file of it was altered, is missing, or does not belong there. */
bool whole_folder(const char *folder, GError **error);

#endif
