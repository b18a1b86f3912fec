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
#define XMP_EXTEND "http://www.aiim.org/pdfa/ns/extension/"

/* A property: its namespace and its name. */
struct property {
    const char *space, *name;
};

/* Returns its value, or NULL; to be freed.  Of alternatives the default, of a
 * list the items, joined by ", ". */
char *xmp_value(const xmlDoc *xmp, struct property property);

/* Calls SEEN for every property at the top of the descriptions. */
typedef void xmp_seen(void *data, struct property property);
void xmp_each(const xmlDoc *xmp, xmp_seen *seen, void *data);

/* True where an extension schema declares the property. */
gboolean xmp_declares(const xmlDoc *xmp, struct property property);

#endif
