/* Pages one by one, with what is painted on them. */
#include "checks.h"
#include "content/content.h"

#define LEAST_SIDE  3.0 /* ISO 19005-3, 6.1.13 */
#define MOST_SIDE   14400.0
#define PARENTS_MAX 64

/* A key of the page, or of the nodes of the page tree above it. */
static qpdf_oh inherited(struct pdf *pdf, qpdf_oh page, const char *key)
{
    qpdf_oh value = pdf_key(pdf, page, key);
    for (int i = 0; i < PARENTS_MAX && pdf_is_null(pdf, value) && pdf_has(pdf, page, "/Parent");
         i++) {
        page = pdf_key(pdf, page, "/Parent");
        value = pdf_key(pdf, page, key);
    }
    return value;
}

static void check_box(struct pdf *pdf, qpdf_oh page, const char *key)
{
    qpdf_oh box = inherited(pdf, page, key);
    for (unsigned i = 0; i < 2 && pdf_length(pdf, box) == 4; i++) {
        double from = pdf_number(pdf, pdf_item(pdf, box, i), 0);
        double side = pdf_number(pdf, pdf_item(pdf, box, i + 2), 0) - from;
        side = side < 0 ? -side : side;
        if (side < LEAST_SIDE || side > MOST_SIDE)
            blame(pdf, RULE_LIMIT, pdf_id(pdf, page), "a page with a side of %g points", side);
    }
}

static void check_boxes(struct pdf *pdf, qpdf_oh page)
{
    static const char *const keys[] = {"/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"};
    if (pdf_length(pdf, inherited(pdf, page, "/MediaBox")) != 4)
        blame(pdf, RULE_LIMIT, pdf_id(pdf, page), "a page without a /MediaBox");
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        check_box(pdf, page, keys[i]);
}

/* Transparency without a space of its own is mixed in that of the intent. */
static void check_group(struct pdf *pdf, qpdf_oh page, qpdf_oh resources)
{
    qpdf_oh group = pdf_key(pdf, page, "/Group");
    check_color_space(pdf, pdf_key(pdf, group, "/CS"), resources);
    if ((pdf->transparent || pdf_is_dict(pdf, group)) && pdf->intent == INTENT_NONE &&
        !pdf_has(pdf, group, "/CS"))
        blame(pdf, RULE_GROUP, pdf_id(pdf, page),
              "transparency that is mixed in no defined colour space");
}

/* The content of a page, its streams joined. */
static GBytes *joined(struct pdf *pdf, qpdf_oh contents)
{
    GByteArray *all = g_byte_array_new();
    unsigned count = pdf_is_array(pdf, contents) ? pdf_length(pdf, contents) : 1;
    for (unsigned i = 0; i < count; i++) {
        qpdf_oh stream = pdf_is_array(pdf, contents) ? pdf_item(pdf, contents, i) : contents;
        g_autoptr(GBytes) bytes = pdf_content(pdf, stream);
        if (!bytes) {
            blame(pdf, RULE_OPERATOR, pdf_id(pdf, stream), "a content that cannot be read");
            continue;
        }
        size_t size;
        const void *start = g_bytes_get_data(bytes, &size);
        g_byte_array_append(all, start, (guint)size);
        g_byte_array_append(all, (const guint8 *)"\n", 1);
    }
    return g_byte_array_free_to_bytes(all);
}

static void check_content(struct pdf *pdf, qpdf_oh page, qpdf_oh resources)
{
    qpdf_oh contents = pdf_key(pdf, page, "/Contents");
    if (pdf_is_null(pdf, contents))
        return; /* an empty page */
    g_autoptr(GBytes) bytes = joined(pdf, contents);
    struct page_content content = {.pdf = pdf,
                                   .resources = resources,
                                   .owner = pdf_id(pdf, page),
                                   .object = pdf_id(pdf, page)};
    content_follow(&content, bytes);
}

static void check_page(struct pdf *pdf, qpdf_oh page)
{
    qpdf_oh resources = pdf_key(pdf, page, "/Resources");
    if (!pdf_is_dict(pdf, resources))
        blame(pdf, RULE_RESOURCES, pdf_id(pdf, page), "a page without resources of its own");
    if (pdf_length(pdf, pdf_key(pdf, page, "/Annots")) > 0 && !pdf_key_is(pdf, page, "/Tabs", "/S"))
        blame(pdf, RULE_TABS, pdf_id(pdf, page),
              "annotations are not visited in the order of structure (/Tabs /S)");
    check_boxes(pdf, page);
    pdf->transparent = false;
    check_content(pdf, page, inherited(pdf, page, "/Resources"));
    check_annotations(pdf, page);
    check_group(pdf, page, resources);
}

void check_pages(struct pdf *pdf)
{
    if (pdf->page_count == 0)
        blame(pdf, RULE_DAMAGED, 0, "the document has no pages");
    for (unsigned i = 0; i < pdf->page_count; i++) {
        pdf->page = i + 1;
        check_page(pdf, qpdf_get_page_n(pdf->qpdf, i));
        pdf_forget(pdf);
    }
    pdf->page = 0;
}
