/* output.h - a file that appears whole or not at all, or standard output. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct output;

/* PATH: the file; NULL or "-": standard output.  It is written beside its place
 * and renamed; what is no plain file, such as a pipe, is written directly. */
struct output *output_open(const char *path, GError **error);

/* Adds bytes; the first failure is remembered, and false returned from then on. */
bool output_put(struct output *output, const void *bytes, size_t count);

/* Ends an output, whether or not all could be put. */
bool output_finish(struct output *output, GError **error);

/* All three in one. */
bool output_write(const char *path, const void *bytes, size_t count, GError **error);

/* True where PATH ends with one of ENDINGS, ended by NULL, or with none at all: NULL and
 * "-" are fine.  Else ERROR names those that there are. */
bool output_check_ending(const char *path, const char *const *endings, GError **error);

/* True where PATH means standard output and that is a terminal. */
bool output_is_terminal(const char *path);

#endif
