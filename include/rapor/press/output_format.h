/* output_format.h - what a document can be made as. */
#ifndef RAPOR_PRESS_OUTPUT_FORMAT_H
#define RAPOR_PRESS_OUTPUT_FORMAT_H

#include "rapor/session/session.h"

#include <stdbool.h>

struct pages;

struct output_format {
    const char *ending; /* of the file's name: "2x.png" */
    const char *label;  /* for readers: "PNG (2x)" */
    /* Appends the document, PAGES or what they were set from, to OUT. */
    bool (*make)(struct session *session, const struct pages *pages, GByteArray *out,
                 GError **error);
};

extern const struct output_format output_formats[]; /* the last has no ending */

/* Returns the format whose ending is ENDING, or NULL. */
const struct output_format *output_format_find(const char *ending);

/* Returns the format that the end of the file's name says, or the name itself, or NULL. */
const struct output_format *output_format_of(const char *file);

#endif
