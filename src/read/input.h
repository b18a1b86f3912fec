/* input.h - an XML file as a stream of bytes, with its SHA-256.
 *
 * What cannot be read twice, a pipe, is first spooled to a temporary file: when
 * something is wrong the places are looked up in a second pass. */
#ifndef READ_INPUT_H
#define READ_INPUT_H

#include "diagnose.h"

#include <glib.h>

struct input;

/* Opens PATH ("-": standard input) or the SIZE bytes, which must outlive the
 * input.  Refuses more than LIMIT bytes. */
struct input *input_open(const char *path, size_t limit, GError **error);
struct input *input_of_bytes(const char *name, const char *bytes, size_t size);
void input_close(struct input *input); /* NULL is welcome */

/* Copies the bytes from OFFSET on, up to ROOM; returns how many. */
size_t input_peek(struct input *input, size_t offset, char *buffer, size_t room);

/* Reads on; the shape of a xmlInputReadCallback, INPUT being a struct input. */
int input_read(void *input, char *buffer, int room);

/* True once all the bytes have been read. */
bool input_is_read(const struct input *input);

/* Returns the SHA-256 of all the bytes once they have been read; reads the rest. */
const char *input_digest(struct input *input);

/* False, with ERROR set, if reading broke off. */
bool input_whole(const struct input *input, GError **error);

/* Looks up the places of what is wrong and hands it over; nothing if reading broke off. */
void input_report(struct input *input, const struct unplaced *unplaced,
                  struct diagnostics *diagnostics);

#endif
