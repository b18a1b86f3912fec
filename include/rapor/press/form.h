/* form.h - what a document can be made as. */
#ifndef RAPOR_PRESS_FORM_H
#define RAPOR_PRESS_FORM_H

#include "rapor/session/session.h"

#include <stdbool.h>

struct pages;

struct form {
    const char *ending; /* of the file's name: "2x.png" */
    const char *label;  /* for readers: "PNG (2x)" */
    /* Appends the document, PAGES or what they were set from, to OUT. */
    bool (*make)(struct session *session, const struct pages *pages, GByteArray *out,
                 GError **error);
};

/* Returns the form whose ending is ENDING, or NULL. */
const struct form *form_find(const char *ending);

/* Returns the form that the end of the file's name says, or the name itself, or NULL. */
const struct form *form_of_file(const char *file);

#endif
