/* contrast.h - two standings of one evaluation side by side. */
#ifndef CLI_COMMANDS_CONTRAST_H
#define CLI_COMMANDS_CONTRAST_H

#include "rapor/assess/standing.h"
#include "rapor/assess/what_if.h"

#include <glib.h>

struct contrast {
    const struct standings *before, *after;
    const struct supposed *levels; /* in what they differ */
    size_t count;
    struct arena *arena;
};

/* Append, for each institution with another level, its levels, index, grade and
 * ranks: as text to read, or as JSON lines. */
void contrast_text(const struct contrast *contrast, GString *out);
void contrast_json(const struct contrast *contrast, GString *out);

#endif
