/* values.h - how PDF writes numbers and texts. */
#ifndef PAINT_PDF_VALUES_H
#define PAINT_PDF_VALUES_H

#include <stddef.h>
#include <stdint.h>

/* What a number takes at most, and a number written AT where there is room for it;
 * both return the end. */
#define NUMBER_MOST ((size_t)24)
char *number_put(char *at, int64_t number);
char *number_put_fixed(char *at, int64_t number, unsigned decimals);

/* lround(), which is a call. */
static inline int64_t nearest(double number)
{
    return (int64_t)(number < 0 ? number - 0.5 : number + 0.5);
}

struct bytes;

/* A text string: as it is where it is ASCII, else UTF-16. */
void bytes_string(struct bytes *bytes, const char *text, size_t length);
void bytes_utf16(struct bytes *bytes, const char *text, size_t length); /* hexadecimal */

/* A text in XML. */
void bytes_xml(struct bytes *bytes, const char *text);

#endif
