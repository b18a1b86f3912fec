/* pictures.h - SVG pictures as forms: vectors made once per run, in many papers. */
#ifndef PAINT_PDF_PICTURES_H
#define PAINT_PDF_PICTURES_H

#include "bytes.h"

#include <glib.h>

struct pdf_file;
struct images;
struct ink;
struct pictures;

struct pictures *pictures_create(struct images *images);
void pictures_free(struct pictures *pictures);

void pictures_begin(struct pictures *pictures); /* another document */

/* Returns the number that the picture of INK has in the document, from 1; 0 and
 * ERROR where it cannot be read. */
unsigned pictures_use(struct pictures *pictures, const struct ink *ink, GError **error);

/* Writes those of the document and appends the dictionary that names them. */
void pictures_write(struct pictures *pictures, struct pdf_file *file, struct bytes *resources);

#endif
