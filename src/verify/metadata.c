/* The metadata of the document, and that Info says the same. */
#include "checks.h"
#include "xmp.h"
#include "xmp_types.h"

#include "rapor/base/markup.h"
#include "rapor/base/own.h"

#include <libxml/parser.h>
#include <string.h>

#define XMP_MAX (1u << 20)

/* The packet's own attributes were dropped from the format long ago. */
static void check_header(struct pdf *pdf, const char *bytes, size_t size)
{
    const char *begin = g_strstr_len(bytes, (gssize)size, "<?xpacket begin");
    const char *end = begin ? memchr(begin, '>', size - (size_t)(begin - bytes)) : NULL;
    if (!end) {
        blame(pdf, RULE_METADATA, 0, "the metadata have no packet header");
        return;
    }
    g_autofree char *header = g_strndup(begin, (size_t)(end - begin));
    if (strstr(header, "bytes=") || strstr(header, "encoding="))
        blame(pdf, RULE_METADATA, 0, "the packet header of the metadata has bytes or encoding");
}

static xmlDoc *parsed(const char *bytes, size_t size)
{
    return markup_parse(bytes, size, "the metadata", NULL);
}

static xmlDoc *xmp_in(struct pdf *pdf, qpdf_oh stream)
{
    unsigned id = pdf_id(pdf, stream);
    if (!pdf_key_is(pdf, stream, "/Type", "/Metadata") ||
        !pdf_key_is(pdf, stream, "/Subtype", "/XML"))
        blame(pdf, RULE_METADATA, id, "the metadata are not of type /Metadata and subtype /XML");
    if (pdf_has(pdf, stream, "/Filter"))
        blame(pdf, RULE_METADATA, id, "the metadata are filtered");
    g_autoptr(GBytes) content = pdf_content(pdf, stream);
    size_t size = 0;
    const char *bytes = content ? g_bytes_get_data(content, &size) : NULL;
    if (!bytes || size > XMP_MAX || !g_utf8_validate(bytes, (gssize)size, NULL)) {
        blame(pdf, RULE_METADATA, id, "the metadata are not UTF-8, or too large");
        return NULL;
    }
    check_header(pdf, bytes, size);
    xmlDoc *xmp = parsed(bytes, size);
    if (!xmp)
        blame(pdf, RULE_METADATA, id, "the metadata are no well-formed XML");
    return xmp;
}

static xmlDoc *xmp_of(struct pdf *pdf)
{
    qpdf_oh stream = pdf_key(pdf, pdf_root(pdf), "/Metadata");
    if (!pdf_is_stream(pdf, stream))
        blame(pdf, RULE_METADATA, 0, "the catalog has no metadata (XMP)");
    xmlDoc *xmp = pdf_is_stream(pdf, stream) ? xmp_in(pdf, stream) : NULL;
    if (!xmp && pdf_is_stream(pdf, stream))
        blame(pdf, RULE_IDENTITY, 0, "what the document conforms to cannot be read");
    return xmp;
}

void check_packet(struct pdf *pdf, qpdf_oh stream)
{
    if (pdf_id(pdf, stream) != pdf_id(pdf, pdf_key(pdf, pdf_root(pdf), "/Metadata")))
        xmlFreeDoc(xmp_in(pdf, stream));
}

static void check_identity(struct pdf *pdf, const xmlDoc *xmp)
{
    static const struct {
        struct property property;
        const char *wanted, *text;
    } rows[] = {
        {{XMP_PDFA, "part"}, "3", "pdfaid:part"},
        {{XMP_PDFA, "conformance"}, "A", "pdfaid:conformance"},
        {{XMP_PDFUA, "part"}, "1", "pdfuaid:part"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *value = xmp_value(xmp, rows[i].property);
        if (!value)
            blame(pdf, RULE_IDENTITY, 0, "the metadata have no %s", rows[i].text);
        else if (strcmp(value, rows[i].wanted) != 0)
            blame(pdf, RULE_IDENTITY, 0, "%s is %s, not %s", rows[i].text, value, rows[i].wanted);
    }
    g_autofree char *title = xmp_value(xmp, (struct property){XMP_DC, "title"});
    if (!title || !*title)
        blame(pdf, RULE_TITLE, 0, "the metadata have no title (dc:title)");
}

/* What programs look for as text, they look for with these prefixes. */
static void check_prefix(struct pdf *pdf, const struct xmp_found *found)
{
    static const struct {
        const char *space, *prefix;
        enum verify_rule rule;
    } rows[] = {
        {XMP_PDFA, "pdfaid", RULE_IDENTITY},
        {XMP_PDFUA, "pdfuaid", RULE_IDENTITY},
        {XMP_DC, "dc", RULE_TITLE},
        {XMP_EXTEND, "pdfaExtension", RULE_EXTENSION},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (strcmp(found->property.space, rows[i].space) == 0 &&
            g_strcmp0(found->prefix, rows[i].prefix) != 0)
            blame(pdf, rows[i].rule, 0, "%s is written with the prefix %s, not %s",
                  found->property.name, found->prefix ? found->prefix : "", rows[i].prefix);
}

/* While the properties are looked at. */
struct metadata_look {
    struct pdf *pdf;
    const xmlDoc *xmp;
};

static void check_property(void *data, const struct xmp_found *found)
{
    const struct metadata_look *look = data;
    struct property property = found->property;
    char type[XMP_TYPE_ROOM];
    if (!xmp_type_of(property, type))
        check_declared(look->pdf, look->xmp, found);
    else if (found->element ? !xmp_is_of_type(found->element, type)
                            : !xmp_is_text_of_type(found->text, type))
        blame(look->pdf, RULE_EXTENSION, 0, "the value of %s is not of the type it has",
              property.name);
    check_prefix(look->pdf, found);
}

/* "D:20210715103000+07'00'" as "2021-07-15T10:30:00+07:00"; NULL of what is no
 * date.  ISO 32000-1, 7.9.4: what is left out at the end is 01, or 00. */
static GDateTime *date_of_info(const char *text)
{
    static const int widths[] = {4, 2, 2, 2, 2, 2}, least[] = {0, 1, 1, 0, 0, 0};
    int parts[6], zone[2] = {0, 0};
    if (strncmp(text, "D:", 2) != 0)
        return NULL;
    text += 2;
    for (int i = 0; i < 6; i++) {
        parts[i] = g_ascii_isdigit(*text) ? 0 : least[i];
        for (int digit = 0; digit < widths[i] && g_ascii_isdigit(*text); digit++)
            parts[i] = parts[i] * 10 + (*text++ - '0');
    }
    char sign = *text == '-' ? '-' : '+';
    text += *text ? 1 : 0;
    for (int i = 0; i < 2; i++) {
        for (int digit = 0; digit < 2 && g_ascii_isdigit(*text); digit++)
            zone[i] = zone[i] * 10 + (*text++ - '0');
        text += *text == '\'' ? 1 : 0;
    }
    g_autofree char *iso =
        g_strdup_printf("%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", parts[0], parts[1], parts[2],
                        parts[3], parts[4], parts[5], sign, zone[0], zone[1]);
    return g_date_time_new_from_iso8601(iso, NULL);
}

static GDateTime *date_of_xmp(const char *text)
{
    static const char full[] = "0000-01-01T00:00:00Z";
    size_t length = strlen(text);
    if (strchr(text, 'T') && length > 0)
        return g_date_time_new_from_iso8601(text, NULL);
    g_autofree char *whole =
        length < sizeof full ? g_strconcat(text, full + length, NULL) : g_strdup(text);
    return g_date_time_new_from_iso8601(whole, NULL);
}

static bool same_date(const char *info, const char *xmp)
{
    g_autoptr(GDateTime) one = date_of_info(info);
    g_autoptr(GDateTime) other = date_of_xmp(xmp);
    return one && other && g_date_time_equal(one, other);
}

/* What is pretty-printed has white space around it. */
static bool same_text(const char *info, const char *xmp)
{
    g_autofree char *one = g_strstrip(g_strdup(info));
    g_autofree char *other = g_strstrip(g_strdup(xmp));
    return strcmp(one, other) == 0;
}

static void check_agreement(struct pdf *pdf, const xmlDoc *xmp)
{
    static const struct {
        const char *key;
        struct property property;
        bool date;
    } rows[] = {
        {"/Title", {XMP_DC, "title"}, false},
        {"/Author", {XMP_DC, "creator"}, false},
        {"/Subject", {XMP_DC, "description"}, false},
        {"/Keywords", {XMP_PDF, "Keywords"}, false},
        {"/Creator", {XMP_BASIC, "CreatorTool"}, false},
        {"/Producer", {XMP_PDF, "Producer"}, false},
        {"/CreationDate", {XMP_BASIC, "CreateDate"}, true},
        {"/ModDate", {XMP_BASIC, "ModifyDate"}, true},
    };
    qpdf_oh info = pdf_key(pdf, qpdf_get_trailer(pdf->qpdf), "/Info");
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const char *said = pdf_text(pdf, pdf_key(pdf, info, rows[i].key));
        g_autofree char *value = xmp_value(xmp, rows[i].property);
        if (!said)
            continue;
        if (!value)
            blame(pdf, RULE_INFO, 0, "Info has %s, the metadata have no %s", rows[i].key + 1,
                  rows[i].property.name);
        else if (rows[i].date ? !same_date(said, value) : !same_text(said, value))
            blame(pdf, RULE_INFO, 0, "%s is \"%s\" in Info and \"%s\" in the metadata",
                  rows[i].key + 1, said, value);
    }
}

void check_metadata(struct pdf *pdf)
{
    g_autoptr(xmlDoc) xmp = xmp_of(pdf);
    if (!xmp)
        return;
    struct metadata_look look = {pdf, xmp};
    check_identity(pdf, xmp);
    check_agreement(pdf, xmp);
    xmp_each(xmp, check_property, &look);
    check_extensions(pdf, xmp);
}
