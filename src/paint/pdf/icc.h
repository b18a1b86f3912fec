/* icc.h - the colours of the papers: sRGB, as an ICC profile of our own making. */
#ifndef PAINT_PDF_ICC_H
#define PAINT_PDF_ICC_H

#include "bytes.h"

/* Appends the profile (ICC.1:2001-04, matrix and curves); always the same bytes. */
void icc_srgb(struct bytes *out);

#endif
