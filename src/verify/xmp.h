/* xmp.h - the metadata of a document, as RDF in XML. */
#ifndef VERIFY_XMP_H
#define VERIFY_XMP_H

#include <glib.h>
#include <libxml/tree.h>

#define XMP_RDF    "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define XMP_DC     "http://purl.org/dc/elements/1.1/"
#define XMP_BASIC  "http://ns.adobe.com/xap/1.0/"
#define XMP_PDF    "http://ns.adobe.com/pdf/1.3/"
#define XMP_PDFA   "http://www.aiim.org/pdfa/ns/id/"
#define XMP_PDFUA  "http://www.aiim.org/pdfua/ns/id/"
#define XMP_SCHEMA "http://www.aiim.org/pdfa/ns/schema#"
#define XMP_FIELD  "http://www.aiim.org/pdfa/ns/property#"
#define XMP_TYPE   "http://www.aiim.org/pdfa/ns/type#"
#define XMP_PART   "http://www.aiim.org/pdfa/ns/field#"
#define XMP_EXTEND "http://www.aiim.org/pdfa/ns/extension/"

/* A property: its namespace ("": it has none, as it must not) and its name. */
struct property {
    const char *space, *name;
};

/* Returns its value, or NULL; to be freed.  Of alternatives the default, of a
 * list the items, joined by ", ". */
char *xmp_value(const xmlDoc *xmp, struct property property);

/* Calls SEEN for every property at the top of the descriptions: an element, or else the TEXT of an
 * attribute; with the prefix it is written with. */
struct xmp_found {
    struct property property;
    const char *prefix; /* or NULL */
    const xmlNode *element;
    const char *text;
};
typedef void xmp_seen(void *data, const struct xmp_found *found);
void xmp_each(const xmlDoc *xmp, xmp_seen *seen, void *data);

/* Calls SEEN for every schema that the extensions declare. */
void xmp_each_schema(const xmlDoc *xmp, void (*seen)(void *data, const xmlNode *schema),
                     void *data);

/* Returns the element, or NULL; the text of a field, an element or an attribute, to be freed. */
const xmlNode *xmp_field(const xmlNode *within, struct property property);
char *xmp_field_text(const xmlNode *within, struct property property);
/* Returns the item behind LAST, or the first where that is NULL; NULL where there is none.
 * LIST: an element that holds an array, or NULL. */
const xmlNode *xmp_next_item(const xmlNode *list, const xmlNode *last);

/* The element that holds the fields of a structure: itself, or the description in it. */
const xmlNode *xmp_fields_of(const xmlNode *within);

#endif
