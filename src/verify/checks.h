/* checks.h - the parts of the judgement; each takes the whole document. */
#ifndef VERIFY_CHECKS_H
#define VERIFY_CHECKS_H

#include "pdf.h"
#include "xmp.h"

void check_file(struct pdf *pdf);                   /* header, trailer, cross-reference, streams */
void check_spelling(struct pdf *pdf);               /* of objects and strings, as written */
void check_objects(struct pdf *pdf);                /* what every object must not be */
void check_intent(struct pdf *pdf);                 /* sets which device colours are allowed */
void check_metadata(struct pdf *pdf);               /* XMP, and that Info agrees */
void check_packet(struct pdf *pdf, qpdf_oh stream); /* metadata of anything else */
void check_catalog(struct pdf *pdf);                /* language, title, outline */
void check_embedded(struct pdf *pdf);               /* attachments */
void check_descriptions(struct pdf *pdf); /* of annotations, which the structure may hold */
void check_pages(struct pdf *pdf);        /* pages, their content, fonts and annotations */

/* Parts of these. */
void check_number(struct pdf *pdf, double number, bool whole, unsigned object);
void check_length(struct pdf *pdf, size_t length, unsigned object); /* of a string */
void check_rendering_intent(struct pdf *pdf, const char *name, unsigned object);
void check_extensions(struct pdf *pdf, const xmlDoc *xmp); /* extension schemas */
void check_declared(struct pdf *pdf, const xmlDoc *xmp, const struct xmp_found *found);
void check_jpeg2000(struct pdf *pdf, qpdf_oh stream, unsigned id);
void check_inks(struct pdf *pdf, qpdf_oh space); /* a Separation or DeviceN, else nothing */
void check_color_space(struct pdf *pdf, qpdf_oh space, qpdf_oh resources);
void check_annotations(struct pdf *pdf, qpdf_oh page);
void check_language(struct pdf *pdf, const char *language, unsigned object);

#endif
