/* archive.h - the painter of papers that last: PDF/A-3a (ISO 19005-3) and PDF/UA-1
 * (ISO 14289-1), tagged, with what they were made from attached.
 *
 * What is made once per run: faces, pictures, colours. */
#ifndef PAINT_PDF_ARCHIVE_H
#define PAINT_PDF_ARCHIVE_H

struct archival_painter;

void archive_destroy(struct archival_painter *archive); /* NULL is welcome */

#endif
