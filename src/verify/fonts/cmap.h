/* cmap.h - the operators of a CMap one after another, ISO 32000-1, 9.7.5.3. */
#ifndef VERIFY_FONTS_CMAP_H
#define VERIFY_FONTS_CMAP_H

#include "../content/lexer.h"

struct cmap {
    struct lexer lexer;
    GArray *operands; /* of the operator that was read last */
};

/* Reads CONTENT, which stays the caller's for that time; NULL is empty. */
void cmap_begin(struct cmap *cmap, GBytes *content);
void cmap_end(struct cmap *cmap);

/* Returns the next operator, until the one after it is read; NULL at the end, or where there is
 * no sense in it. */
const char *cmap_operator(struct cmap *cmap);

const struct pdf_token *cmap_operand(const struct cmap *cmap, guint number);

/* The bytes of that operand. */
const char *cmap_bytes(const struct cmap *cmap, guint number);

#endif
