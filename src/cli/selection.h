/* selection.h - the part of an evaluation that the command line asks for. */
#ifndef CLI_SELECTION_H
#define CLI_SELECTION_H

#include "rapor/build.h"

#include <glib.h>
#include <stdbool.h>

struct arena;
struct evaluation;
struct instrument;
struct options;

/* Returns the kinds of document of the instrument, each once, then "tables";
 * ended by NULL.  ARENA owns the list. */
const char **selection_kinds(const struct instrument *instrument, size_t *count,
                             struct arena *arena);

/* Reads --only, --region and --institution; false, with a suggestion, where the
 * evaluation has no such thing.  ARENA owns the texts. */
bool selection_read(struct selection *selection, const struct options *options,
                    const struct evaluation *evaluation, struct arena *arena, GError **error);

/* Return the number of what has this code, or NONE with ERROR. */
size_t selection_region(const struct evaluation *evaluation, const char *code, GError **error);
size_t selection_institution(const struct evaluation *evaluation, const char *code, GError **error);

#endif
