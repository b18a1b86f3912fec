/* selection.h - the part of an evaluation that the command line asks for. */
#ifndef CLI_SELECTION_H
#define CLI_SELECTION_H

#include "rapor/jobs/build.h"

#include <glib.h>
#include <stdbool.h>

struct arena;
struct evaluation;
struct instrument;

/* The words of --only, --region and --institution; NULL where not given. */
struct wish {
    const char *only, *region, *institution;
};

/* Returns the kinds of document of the instrument, each once, then "tables";
 * ended by NULL.  ARENA owns the list. */
const char **selection_kinds(const struct instrument *instrument, size_t *count,
                             struct arena *arena);

/* Returns the kind that WORD means: itself, or one whose file is called so, "surat" or
 * "surat.pdf"; else WORD. */
const char *selection_kind(const struct instrument *instrument, const char *word,
                           struct arena *arena);

/* False, with a suggestion, where the evaluation has no such thing.  ARENA owns
 * the kinds; the codes stay the caller's. */
bool selection_read(struct selection *selection, const struct wish *wish,
                    const struct evaluation *evaluation, struct arena *arena, GError **error);

/* Return the number of what has this code, or NONE with ERROR. */
size_t selection_region(const struct evaluation *evaluation, const char *code, GError **error);
size_t selection_institution(const struct evaluation *evaluation, const char *code, GError **error);

#endif
