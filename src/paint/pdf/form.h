/* form.h - the page that cairo made of a picture, taken over as a form. */
#ifndef PAINT_PDF_FORM_H
#define PAINT_PDF_FORM_H

#include "bytes.h"

#include <glib.h>

struct pdf_file;
struct form_xobject;
struct ink;

/* How much larger than life pictures are drawn: whole numbers are exact enough
 * then, a sixteenth of a point, and take less room. */
#define FORM_SCALE 16.0

/* PAGE is the PDF; it shows the picture of INK so much larger.  NULL and ERROR
 * where it holds what an archival PDF may not. */
struct form_xobject *form_make(const struct bytes *page, const struct ink *ink, double scale,
                               GError **error);
void form_free(struct form_xobject *form); /* NULL is welcome */

/* Writes it and what it is made of; returns its object. */
unsigned form_write(const struct form_xobject *form, struct pdf_file *file);

/* Appends operators of cairo with lengths rounded.  Each long path begins at a
 * corner of its own: paths of one shape are the same bytes, which compress. */
void outline_round(const char *content, size_t length, struct bytes *out);

#endif
