/* json.h - one JSON object on one line: {"type":"progress","done":4}
 *
 * Texts that are not UTF-8 get U+FFFD for what is wrong in them. */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include <glib.h>
#include <stdint.h>

/* Begins an object of TYPE at the end of OUT; ends it with a line feed. */
void json_begin(GString *out, const char *type);
void json_end(GString *out);

/* Adds a member.  A text that is NULL is left out. */
void json_text(GString *out, const char *name, const char *text);
void json_number(GString *out, const char *name, int64_t number);

/* Prints what the last line says: the exit code, and why where it is not 0. */
void json_exit(int code, const char *message);

#endif
