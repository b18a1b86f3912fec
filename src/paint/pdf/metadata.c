#include "file.h"
#include "record.h"

/* For a document without a date: the clock is never asked. */
#define FIRST_DATE "1980-01-01"

#define PRODUCER "rapor " RAPOR_VERSION

static const char *date_of(const struct doc *doc)
{
    return doc->date ? doc->date : FIRST_DATE;
}

static void put_fact(struct bytes *out, const char *key, const char *value)
{
    if (!value)
        return;
    bytes_text(out, key);
    bytes_string(out, value, strlen(value));
}

void record_date(const struct doc *doc, struct bytes *out)
{
    const char *date = date_of(doc); /* 2021-12-31 */
    bytes_text(out, "(D:");
    bytes_put(out, date, 4);
    bytes_put(out, date + 5, 2);
    bytes_put(out, date + 8, 2);
    bytes_text(out, "000000Z)");
}

unsigned record_info(const struct doc *doc, struct pdf_file *file)
{
    unsigned object = file_reserve(file, 1);
    struct bytes *out = file_object(file, object);
    bytes_text(out, "<<");
    put_fact(out, "/Title", doc->title);
    put_fact(out, "/Author", doc->author);
    put_fact(out, "/Subject", doc->subject);
    put_fact(out, "/Creator", PRODUCER);
    put_fact(out, "/Producer", PRODUCER);
    bytes_text(out, "/CreationDate");
    record_date(doc, out);
    bytes_text(out, "/ModDate");
    record_date(doc, out);
    bytes_text(out, ">>");
    return object;
}

void record_language(const struct doc *doc, struct bytes *out)
{
    bool indonesian = !doc->language || strcmp(doc->language, "id") == 0;
    bytes_text(out, indonesian ? "id-ID" : doc->language);
}

/* A property of PDF/UA that XMP as PDF/A knows it has to be told of. */
static const char schemas[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description></rdf:li>"
    "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>";

static const char opening[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
    "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
    "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
    "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
    "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" "
    "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
    "<pdfuaid:part>1</pdfuaid:part><dc:format>application/pdf</dc:format>"
    "<pdf:Producer>" PRODUCER "</pdf:Producer><xmp:CreatorTool>" PRODUCER "</xmp:CreatorTool>";

static void put_property(struct bytes *out, const char *before, const char *value,
                         const char *after)
{
    if (!value)
        return;
    bytes_text(out, before);
    bytes_xml(out, value);
    bytes_text(out, after);
}

unsigned record_metadata(const struct doc *doc, struct pdf_file *file)
{
    unsigned object = file_reserve(file, 1);
    struct bytes out = {0};
    bytes_text(&out, opening);
    put_property(&out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", doc->title,
                 "</rdf:li></rdf:Alt></dc:title>");
    put_property(&out, "<dc:creator><rdf:Seq><rdf:li>", doc->author,
                 "</rdf:li></rdf:Seq></dc:creator>");
    put_property(&out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", doc->subject,
                 "</rdf:li></rdf:Alt></dc:description>");
    bytes_text(&out, "<dc:language><rdf:Bag><rdf:li>");
    record_language(doc, &out);
    bytes_text(&out, "</rdf:li></rdf:Bag></dc:language>");
    put_property(&out, "<xmp:CreateDate>", date_of(doc), "T00:00:00Z</xmp:CreateDate>");
    put_property(&out, "<xmp:ModifyDate>", date_of(doc), "T00:00:00Z</xmp:ModifyDate>");
    bytes_text(&out, schemas);
    bytes_text(&out, "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    file_plain(file, object, "/Type/Metadata/Subtype/XML", &out);
    bytes_free(&out);
    return object;
}
