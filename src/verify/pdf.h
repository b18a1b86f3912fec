/* pdf.h - a document that is being judged, and careful access to its objects.
 *
 * All of these take what is of another type than wanted, or not there: they
 * return a null object, NULL or a fallback.  Handles live until pdf_forget(). */
#ifndef VERIFY_PDF_H
#define VERIFY_PDF_H

#include "conformance.h"

#include <qpdf/qpdf-c.h>

struct arena;
struct marks;
struct typefaces;

enum intent { INTENT_NONE, INTENT_GRAY, INTENT_RGB, INTENT_CMYK };

struct mute_annotation {
    unsigned object, page;
    bool link;
};

struct pdf {
    qpdf_data qpdf;
    const unsigned char *bytes;
    size_t size;
    struct arena *arena; /* goes with the document */
    struct conformance *conformance;
    enum intent intent; /* which device colours the output intent allows */
    unsigned page;      /* at hand, from 1, or 0 */
    bool transparent;   /* something on it lets shine through what is below */
    unsigned page_count, object_count;
    size_t work;                 /* operators followed so far */
    struct marks *marks;         /* what the content was marked with */
    struct typefaces *typefaces; /* the fonts its text was set in */
    GArray *mute;                /* struct mute_annotation: those that say nothing themselves */
    GHashTable *inks;            /* names of separations -> how they are mixed, as text */
    GHashTable *described;       /* numbers of annotations whose element has an alternative */
};

/* Adds a diagnostic about the page at hand and the object numbered OBJECT, or 0. */
void blame(struct pdf *pdf, enum verify_rule rule, unsigned object, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Frees all handles, so that a large document does not pile them up. */
void pdf_forget(struct pdf *pdf);

qpdf_oh pdf_root(struct pdf *pdf);
unsigned pdf_id(struct pdf *pdf, qpdf_oh object); /* its number; 0 of a direct one */

/* The value of KEY ("/Type") of a dictionary, or of a stream's. */
qpdf_oh pdf_key(struct pdf *pdf, qpdf_oh object, const char *key);
bool pdf_has(struct pdf *pdf, qpdf_oh object, const char *key); /* and it is not null */
bool pdf_key_is(struct pdf *pdf, qpdf_oh object, const char *key, const char *name);
bool pdf_key_true(struct pdf *pdf, qpdf_oh object, const char *key);

bool pdf_is_null(struct pdf *pdf, qpdf_oh object);
bool pdf_is_dict(struct pdf *pdf, qpdf_oh object); /* no stream */
bool pdf_is_stream(struct pdf *pdf, qpdf_oh object);
bool pdf_is_array(struct pdf *pdf, qpdf_oh object);

/* The keys of a dictionary or stream, ended by NULL. */
const char *const *pdf_keys(struct pdf *pdf, qpdf_oh object);
unsigned pdf_length(struct pdf *pdf, qpdf_oh array); /* 0 of what is no array */
qpdf_oh pdf_item(struct pdf *pdf, qpdf_oh array, unsigned number);

const char *pdf_name(struct pdf *pdf, qpdf_oh object); /* with its slash, or NULL */
const char *pdf_text(struct pdf *pdf, qpdf_oh object); /* of a string, as UTF-8, or NULL */
GBytes *pdf_string(struct pdf *pdf, qpdf_oh object);   /* its bytes, or NULL; to be freed */
double pdf_number(struct pdf *pdf, qpdf_oh object, double fallback);

/* The content of a stream, or NULL; to be freed. */
GBytes *pdf_content(struct pdf *pdf, qpdf_oh stream);

/* True where NAME is one of NAMES, ended by NULL. */
bool named_in(const char *name, const char *const *names);

#endif
