/* Annotations: seen in print, described, and part of the structure. */
#include "checks.h"
#include "content/content.h"

#include "rapor/base/language.h"

#define HIDDEN_FLAGS (1u | 2u | 32u) /* invisible, hidden, no view */
#define HIDDEN       2u
#define PRINT        4u

static const char *const allowed[] = {"/Text",      "/Link",      "/FreeText",    "/Line",
                                      "/Square",    "/Circle",    "/Polygon",     "/Ink",
                                      "/PolyLine",  "/Highlight", "/Underline",   "/Squiggly",
                                      "/StrikeOut", "/Stamp",     "/Caret",       "/FileAttachment",
                                      "/Popup",     "/Widget",    "/PrinterMark", "/Watermark",
                                      "/Redact",    NULL};

static void check_flags(struct pdf *pdf, qpdf_oh annotation, unsigned id)
{
    double number = pdf_number(pdf, pdf_key(pdf, annotation, "/F"), -1);
    unsigned flags = number >= 0 && number < 65536 ? (unsigned)number : 0;
    if (number < 0)
        blame(pdf, RULE_ANNOTATION, id, "an annotation without flags (/F)");
    else if (!(flags & PRINT) || (flags & HIDDEN_FLAGS))
        blame(pdf, RULE_ANNOTATION, id, "an annotation that is not printed, or hidden (/F %u)",
              flags);
}

/* The field that a widget belongs to: itself, or the one above that says what it is. */
static qpdf_oh field_of(struct pdf *pdf, qpdf_oh widget)
{
    qpdf_oh above = pdf_key(pdf, widget, "/Parent");
    return pdf_key_is(pdf, widget, "/Subtype", "/Widget") && !pdf_has(pdf, widget, "/FT") ? above
                                                                                          : widget;
}

/* An appearance: it counts as its annotation does. */
static void check_painted(struct pdf *pdf, qpdf_oh form, unsigned id)
{
    if (!pdf_is_stream(pdf, form))
        return;
    struct page_content page = {.pdf = pdf,
                                .object = id,
                                .resources = qpdf_oh_new_null(pdf->qpdf),
                                .open = g_array_new(FALSE, FALSE, sizeof(struct open_mark)),
                                .around = {.artifact = true}};
    content_form(&page, form);
    g_array_free(page.open, TRUE);
}

static void check_appearance(struct pdf *pdf, qpdf_oh annotation, unsigned id)
{
    qpdf_oh appearance = pdf_key(pdf, annotation, "/AP");
    qpdf_oh normal = pdf_key(pdf, appearance, "/N");
    for (const char *const *key = pdf_keys(pdf, appearance); *key; key++)
        if (!g_str_equal(*key, "/N"))
            blame(pdf, RULE_APPEARANCE, id, "an appearance other than the normal one (%s)",
                  *key + 1);
    if (pdf_is_null(pdf, normal)) {
        blame(pdf, RULE_APPEARANCE, id, "an annotation without an appearance (/AP)");
        return;
    }
    bool states = pdf_key_is(pdf, field_of(pdf, annotation), "/FT", "/Btn");
    if (pdf_is_stream(pdf, normal) == states)
        blame(pdf, RULE_APPEARANCE, id,
              states ? N_("a button whose appearance has no states (/AP /N)")
                     : N_("an appearance that is no stream (/AP /N)"));
    check_painted(pdf, normal, id);
    for (const char *const *key = pdf_keys(pdf, normal); states && *key; key++)
        check_painted(pdf, pdf_key(pdf, normal, *key), id);
}

static bool is_empty_box(struct pdf *pdf, qpdf_oh annotation)
{
    qpdf_oh box = pdf_key(pdf, annotation, "/Rect");
    double sides[4];
    for (unsigned i = 0; i < 4; i++)
        sides[i] = pdf_number(pdf, pdf_item(pdf, box, i), 0);
    return sides[0] == sides[2] && sides[1] == sides[3];
}

static void add_mute(struct pdf *pdf, struct mute_annotation one)
{
    g_array_append_val(pdf->mute, one);
}

/* ISO 14289-1, 7.18.1: what lies beside the page need not be described. */
static bool is_outside(struct pdf *pdf, qpdf_oh annotation, qpdf_oh page)
{
    qpdf_oh box = pdf_key(pdf, annotation, "/Rect"), crop = pdf_key(pdf, page, "/CropBox");
    double sides[4], edges[4];
    if (pdf_is_null(pdf, crop))
        crop = pdf_key(pdf, page, "/MediaBox");
    for (unsigned i = 0; i < 4; i++) {
        sides[i] = pdf_number(pdf, pdf_item(pdf, box, i), 0);
        edges[i] = pdf_number(pdf, pdf_item(pdf, crop, i), 0);
    }
    return pdf_length(pdf, crop) == 4 && (MAX(sides[0], sides[2]) <= MIN(edges[0], edges[2]) ||
                                          MIN(sides[0], sides[2]) >= MAX(edges[0], edges[2]) ||
                                          MAX(sides[1], sides[3]) <= MIN(edges[1], edges[3]) ||
                                          MIN(sides[1], sides[3]) >= MAX(edges[1], edges[3]));
}

static void check_description(struct pdf *pdf, qpdf_oh annotation, unsigned id)
{
    const char *contents = pdf_text(pdf, pdf_key(pdf, annotation, "/Contents"));
    const char *field = pdf_text(pdf, pdf_key(pdf, field_of(pdf, annotation), "/TU"));
    bool link = pdf_key_is(pdf, annotation, "/Subtype", "/Link");
    bool described = (contents && *contents) || (!link && field && *field);
    if (!described)
        add_mute(pdf, (struct mute_annotation){id, pdf->page, link});
    if (link && !pdf_has(pdf, annotation, "/A") && !pdf_has(pdf, annotation, "/Dest"))
        blame(pdf, RULE_LINK, id, "a link that leads nowhere");
    if (pdf_number(pdf, pdf_key(pdf, annotation, "/StructParent"), -1) < 0)
        blame(pdf, RULE_ANNOTATION, id, "an annotation that is no part of the structure");
}

static bool is_hidden(struct pdf *pdf, qpdf_oh annotation)
{
    double flags = pdf_number(pdf, pdf_key(pdf, annotation, "/F"), 0);
    return flags >= 0 && flags < 65536 && ((unsigned)flags & HIDDEN);
}

static void check_annotation(struct pdf *pdf, qpdf_oh annotation, qpdf_oh page)
{
    unsigned id = pdf_id(pdf, annotation);
    const char *type = pdf_name(pdf, pdf_key(pdf, annotation, "/Subtype"));
    if (!named_in(type, allowed)) {
        blame(pdf, RULE_ANNOTATION, id, "an annotation of a kind that is not allowed (%s)",
              type ? type + 1 : _("none"));
        return;
    }
    if (g_str_equal(type, "/Widget") && pdf_has(pdf, annotation, "/A"))
        blame(pdf, RULE_ACTION, id, "a field with an action (/A)");
    bool popup = g_str_equal(type, "/Popup"), link = g_str_equal(type, "/Link");
    if (!popup)
        check_flags(pdf, annotation, id);
    if (!popup && !link && !is_empty_box(pdf, annotation))
        check_appearance(pdf, annotation, id);
    if (g_str_equal(type, "/PrinterMark")) {
        if (pdf_has(pdf, annotation, "/StructParent"))
            blame(pdf, RULE_ANNOTATION, id, "a printer's mark that is part of the structure");
        if (!pdf_has(pdf, annotation, "/Contents"))
            add_mute(pdf, (struct mute_annotation){id, pdf->page, false});
        return;
    }
    if (!is_hidden(pdf, annotation) && !is_outside(pdf, annotation, page))
        check_description(pdf, annotation, id);
}

void check_annotations(struct pdf *pdf, qpdf_oh page)
{
    qpdf_oh all = pdf_key(pdf, page, "/Annots");
    for (unsigned i = 0; i < pdf_length(pdf, all); i++)
        check_annotation(pdf, pdf_item(pdf, all, i), page);
}

void check_descriptions(struct pdf *pdf)
{
    for (guint i = 0; i < pdf->mute->len; i++) {
        const struct mute_annotation *one = &g_array_index(pdf->mute, struct mute_annotation, i);
        if (g_hash_table_contains(pdf->described, GUINT_TO_POINTER(one->object)))
            continue;
        pdf->page = one->page;
        blame(pdf, one->link ? RULE_LINK : RULE_ANNOTATION, one->object,
              one->link ? N_("a link without a description (/Contents)")
                        : N_("an annotation without a description (/Contents)"));
    }
    pdf->page = 0;
}
