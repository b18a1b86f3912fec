/* What content paints with: fonts, colours, images and forms. */
#include "../checks.h"
#include "content.h"

#include "rapor/base/arena.h"

#include <string.h>

#define HIDDEN_MODE 3 /* of text */

void content_font(struct page_content *content)
{
    const char *name = content_operand(content, 0);
    qpdf_oh font = content_resource(content, "/Font", name);
    content->state.face = NULL;
    if (!pdf_is_dict(content->pdf, font))
        return;
    g_autofree char *key = g_strdup_printf("%u%s", content->owner, name);
    content->state.face = typeface_of(content->pdf, font, key);
}

static void show(struct page_content *content, const struct pdf_token *token)
{
    const unsigned char *bytes = (const unsigned char *)lexer_text(&content->lexer, token);
    struct typeface *face = content->state.face;
    const struct usage usage = {content->state.mode == HIDDEN_MODE,
                                content_mark_now(content).replaced};
    size_t step = face->composite ? 2 : 1;
    if (token->size % step != 0)
        blame(content->pdf, RULE_ENCODING, face->object, "a text in font %s ends within a code",
              face->name);
    for (size_t i = 0; i + step <= token->size; i += step) {
        unsigned code = step == 2 ? (unsigned)(bytes[i] << 8 | bytes[i + 1]) : bytes[i];
        typeface_use(content->pdf, face, code, usage);
    }
}

void content_show(struct page_content *content)
{
    content_painted(content);
    if (!content->state.face) {
        blame(content->pdf, RULE_FONT, content->object, "text is shown before a font is chosen");
        return;
    }
    for (guint i = 0; i < content->operands->len; i++) {
        const struct pdf_token *token = &g_array_index(content->operands, struct pdf_token, i);
        if (token->kind == TOKEN_STRING)
            show(content, token);
    }
}

static void check_device(struct page_content *content, const char *name)
{
    struct pdf *pdf = content->pdf;
    check_color_space(pdf, qpdf_oh_new_name(pdf->qpdf, name), content->resources);
}

/* A space by its name: one of the device's, or of the resources. */
static void check_space(struct page_content *content, const char *name)
{
    static const char *const own[] = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern", NULL};
    if (named_in(name, own))
        check_device(content, name);
    else
        check_color_space(content->pdf, content_resource(content, "/ColorSpace", name),
                          content->resources);
}

static bool was_followed(const struct page_content *content, unsigned object)
{
    for (const struct page_content *one = content; one; one = one->outer)
        if (object && one->object == object)
            return true;
    return false;
}

void content_form(struct page_content *content, qpdf_oh form)
{
    struct pdf *pdf = content->pdf;
    unsigned id = pdf_id(pdf, form);
    if (content->depth >= FORM_DEPTH_MAX || was_followed(content, id)) {
        blame(pdf, RULE_FORM, id, "a form within itself, or forms more than %d deep",
              FORM_DEPTH_MAX);
        return;
    }
    g_autoptr(GBytes) bytes = pdf_content(pdf, form);
    qpdf_oh own = pdf_key(pdf, form, "/Resources");
    struct page_content inner = {
        .pdf = pdf,
        .resources = own, /* never those around it */
        .owner = id,
        .object = id,
        .depth = content->depth + 1,
        .state = content->state,
        .around = content_mark_now(content),
        .outer = content,
    };
    if (bytes)
        content_follow(&inner, bytes);
}

void content_color(struct page_content *content, enum act act)
{
    struct pdf *pdf = content->pdf;
    guint last = content->operands->len;
    const char *name = last > 0 ? content_operand(content, last - 1) : "";
    if (act == ACT_GRAY)
        check_device(content, "/DeviceGray");
    else if (act == ACT_RGB)
        check_device(content, "/DeviceRGB");
    else if (act == ACT_CMYK)
        check_device(content, "/DeviceCMYK");
    else if (act == ACT_SPACE)
        check_space(content, name);
    if (act == ACT_SHADING) {
        qpdf_oh shading = content_resource(content, "/Shading", name);
        check_color_space(pdf, pdf_key(pdf, shading, "/ColorSpace"), content->resources);
        content_painted(content);
    }
    if (act != ACT_PATTERN || !*name)
        return;
    qpdf_oh pattern = content_resource(content, "/Pattern", name);
    check_color_space(pdf, pdf_key(pdf, pdf_key(pdf, pattern, "/Shading"), "/ColorSpace"),
                      content->resources);
    if (pdf_is_stream(pdf, pattern)) {
        struct page_content tile = *content;
        tile.around = (struct open_mark){.artifact = true}; /* part of what is painted with it */
        tile.open = g_array_new(FALSE, FALSE, sizeof(struct open_mark));
        content_form(&tile, pattern);
        g_array_free(tile.open, TRUE);
    }
}

static void check_group(struct page_content *content, qpdf_oh group)
{
    struct pdf *pdf = content->pdf;
    check_color_space(pdf, pdf_key(pdf, group, "/CS"), content->resources);
}

void content_object(struct page_content *content)
{
    struct pdf *pdf = content->pdf;
    qpdf_oh object = content_resource(content, "/XObject", content_operand(content, 0));
    if (pdf_key_is(pdf, object, "/Subtype", "/Form")) {
        check_group(content, pdf_key(pdf, object, "/Group"));
        content_form(content, object);
        return;
    }
    content_painted(content);
    check_color_space(pdf, pdf_key(pdf, object, "/ColorSpace"), content->resources);
}

void content_state(struct page_content *content)
{
    struct pdf *pdf = content->pdf;
    qpdf_oh state = content_resource(content, "/ExtGState", content_operand(content, 0));
    qpdf_oh font = pdf_key(pdf, state, "/Font"), mask = pdf_key(pdf, state, "/SMask");
    if (pdf_is_dict(pdf, pdf_item(pdf, font, 0)))
        content->state.face = typeface_of(pdf, pdf_item(pdf, font, 0), "");
    if (pdf_is_dict(pdf, mask)) {
        struct page_content luminosity = *content;
        luminosity.around = (struct open_mark){.artifact = true};
        luminosity.open = g_array_new(FALSE, FALSE, sizeof(struct open_mark));
        content_form(&luminosity, pdf_key(pdf, mask, "/G"));
        g_array_free(luminosity.open, TRUE);
    }
}
