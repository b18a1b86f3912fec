/* Images within content: BI, keys and values, ID, the data, EI. */
#include "../checks.h"
#include "content.h"

#include <string.h>

/* What stands for what there, ISO 32000-1, 8.9.7. */
static const struct {
    const char *brief, *name;
} spaces[] = {{"/G", "/DeviceGray"}, {"/RGB", "/DeviceRGB"}, {"/CMYK", "/DeviceCMYK"}};

static void check_space(struct page_content *content, const char *name)
{
    static const char *const own[] = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK",
                                      "/Indexed",    "/I",         NULL};
    struct pdf *pdf = content->pdf;
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
        if (strcmp(name, spaces[i].brief) == 0)
            name = spaces[i].name;
    if (named_in(name, own))
        check_color_space(pdf, qpdf_oh_new_name(pdf->qpdf, name), content->resources);
    else
        check_color_space(pdf, content_resource(content, "/ColorSpace", name), content->resources);
}

/* The names from AT on: one, or those of an array. */
static void check_spaces(struct page_content *content, guint at)
{
    const struct pdf_token *tokens = (const struct pdf_token *)(void *)content->operands->data;
    if (tokens[at].kind == TOKEN_NAME)
        check_space(content, content_operand(content, at));
    for (guint i = at + 1; tokens[at].kind == TOKEN_ARRAY && i < content->operands->len &&
                           tokens[i].kind != TOKEN_ARRAY_END;
         i++)
        if (tokens[i].kind == TOKEN_NAME)
            check_space(content, content_operand(content, i));
}

static void check_key(struct page_content *content, const char *key, guint at)
{
    static const char *const space[] = {"/CS", "/ColorSpace", NULL};
    static const char *const smooth[] = {"/I", "/Interpolate", NULL};
    static const char *const mask[] = {"/IM", "/ImageMask", NULL};
    struct pdf *pdf = content->pdf;
    const struct pdf_token *value = &g_array_index(content->operands, struct pdf_token, at);
    const bool yes =
        value->kind == TOKEN_CONSTANT && strcmp(lexer_text(&content->lexer, value), "true") == 0;
    if (named_in(key, space))
        check_spaces(content, at);
    if (strcmp(key, "/Intent") == 0)
        check_rendering_intent(pdf, content_operand(content, at), content->object);
    if (yes && named_in(key, smooth))
        blame(pdf, RULE_IMAGE, content->object, "an image with /Interpolate true");
    if (yes && named_in(key, mask))
        content_inked(content, SIDE_FILL);
}

void content_inline_image(struct page_content *content)
{
    static const char *const lzw[] = {"/LZW", "/LZWDecode", NULL};
    for (guint i = 0; i < content->operands->len; i++) {
        const char *name = content_operand(content, i);
        if (named_in(name, lzw))
            blame(content->pdf, RULE_FILTER, content->object, "filter %s is not allowed", name + 1);
        if (*name && i + 1 < content->operands->len)
            check_key(content, name, i + 1);
    }
    content_painted(content);
    if (!lexer_skip_image(&content->lexer))
        blame(content->pdf, RULE_OPERATOR, content->object, "an image without an end (EI)");
}
