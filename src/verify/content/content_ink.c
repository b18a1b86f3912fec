/* What content paints with: fonts, colours, images and forms. */
#include "../checks.h"
#include "content.h"

#include "rapor/base/arena.h"

#include <string.h>

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

static bool was_followed(const struct page_content *content, unsigned object)
{
    for (const struct page_content *one = content; one; one = one->outer)
        if (object && one->object == object)
            return true;
    return false;
}

static void follow_stream(struct page_content *content, qpdf_oh stream, qpdf_oh resources)
{
    struct pdf *pdf = content->pdf;
    unsigned id = pdf_id(pdf, stream);
    if (content->depth >= FORM_DEPTH_MAX || was_followed(content, id)) {
        blame(pdf, RULE_FORM, id, "a form within itself, or forms more than %d deep",
              FORM_DEPTH_MAX);
        return;
    }
    g_autoptr(GBytes) bytes = pdf_content(pdf, stream);
    struct page_content inner = {
        .pdf = pdf,
        .resources = resources, /* never those around it */
        .owner = id,
        .object = id,
        .depth = content->depth + 1,
        .state = content->state,
        .around = content_mark_now(content),
        .outer = content,
        .glyph_width = content->glyph_width,
    };
    if (bytes)
        content_follow(&inner, bytes);
}

void content_form(struct page_content *content, qpdf_oh form)
{
    struct pdf *pdf = content->pdf;
    qpdf_oh group = pdf_key(pdf, form, "/Group");
    pdf->transparent = pdf->transparent || pdf_key_is(pdf, group, "/S", "/Transparency");
    follow_stream(content, form, pdf_key(pdf, form, "/Resources"));
}

/* A glyph that is content itself. */
static void follow_glyph(struct page_content *content, struct typeface *face, unsigned code)
{
    struct pdf *pdf = content->pdf;
    qpdf_oh font = qpdf_get_object_by_id(pdf->qpdf, (int)face->object, 0);
    qpdf_oh glyph = face->names[code]
                        ? pdf_key(pdf, pdf_key(pdf, font, "/CharProcs"), face->names[code])
                        : qpdf_oh_new_null(pdf->qpdf);
    struct page_content around = *content;
    around.glyph_width = (double)face->widths[code];
    if (pdf_is_stream(pdf, glyph))
        follow_stream(&around, glyph, pdf_key(pdf, font, "/Resources"));
}

static void show(struct page_content *content, const struct pdf_token *token)
{
    const unsigned char *bytes = (const unsigned char *)lexer_text(&content->lexer, token);
    struct typeface *face = content->state.face;
    const struct usage usage = {content->state.mode == TEXT_HIDDEN,
                                content_mark_now(content).replaced};
    const size_t step = face->size;
    if (token->size % step != 0)
        blame(content->pdf, RULE_ENCODING, face->object, "a text in font %s ends within a code",
              face->name);
    for (size_t i = 0; i + step <= token->size; i += step) {
        unsigned code = step == 2 ? (unsigned)(bytes[i] << 8 | bytes[i + 1]) : bytes[i];
        const bool first = typeface_use(content->pdf, face, code, usage);
        if (first && face->drawn && face->object)
            follow_glyph(content, face, code);
    }
    if (token->size % step != 0) /* what is left stands for a code all the same */
        typeface_use(content->pdf, face, bytes[token->size - 1], usage);
}

void content_show(struct page_content *content)
{
    content_painted(content);
    content_written(content);
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

void content_object(struct page_content *content)
{
    struct pdf *pdf = content->pdf;
    qpdf_oh object = content_resource(content, "/XObject", content_operand(content, 0));
    if (pdf_key_is(pdf, object, "/Subtype", "/Form")) {
        check_color_space(pdf, pdf_key(pdf, pdf_key(pdf, object, "/Group"), "/CS"),
                          content->resources);
        content_form(content, object);
        return;
    }
    content_painted(content);
    if (pdf_key_true(pdf, object, "/ImageMask"))
        content_inked(content, SIDE_FILL);
    pdf->transparent = pdf->transparent || pdf_has(pdf, object, "/SMask") ||
                       pdf_number(pdf, pdf_key(pdf, object, "/SMaskInData"), 0) > 0;
    check_color_space(pdf, pdf_key(pdf, object, "/ColorSpace"), content->resources);
}
