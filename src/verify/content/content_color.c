/* What content is painted with: colours, and what the graphics state does to them. */
#include "../checks.h"
#include "content.h"

#include <string.h>

void content_inked(struct page_content *content, enum paint_side side)
{
    struct pdf *pdf = content->pdf;
    const struct ink_side *ink = &content->state.sides[side];
    if (!ink->set)
        check_color_space(pdf, qpdf_oh_new_name(pdf->qpdf, "/DeviceGray"), content->resources);
    if (ink->cmyk && ink->overprint && content->state.keeps_zero)
        blame(pdf, RULE_COLOR, content->object,
              "an ICC-based CMYK colour printed over others in mode 1 (/OPM)");
}

/* Lower letters close the path before; n paints nothing. */
void content_path(struct page_content *content)
{
    const char letter = content->operator->name[0];
    content_painted(content);
    if (strchr("SsBb", letter))
        content_inked(content, SIDE_STROKE);
    if (strchr("FfBb", letter))
        content_inked(content, SIDE_FILL);
}

/* Modes 0 to 2 fill, draw, do both; those 4 above clip as well. */
void content_written(struct page_content *content)
{
    const int mode = content->state.mode % 4;
    if (mode == 0 || mode == 2)
        content_inked(content, SIDE_FILL);
    if (mode == 1 || mode == 2)
        content_inked(content, SIDE_STROKE);
}

/* Of an operator, by its letter: S, SC, CS, RG, ... are for lines. */
static struct ink_side *side_of(struct page_content *content)
{
    const bool stroke = g_ascii_isupper(content->operator->name[0]);
    return &content->state.sides[stroke ? SIDE_STROKE : SIDE_FILL];
}

static bool is_cmyk_profile(struct pdf *pdf, qpdf_oh space)
{
    return qpdf_oh_is_name_and_equals(pdf->qpdf, pdf_item(pdf, space, 0), "/ICCBased") &&
           pdf_number(pdf, pdf_key(pdf, pdf_item(pdf, space, 1), "/N"), 0) == 4;
}

/* A device's space; the resources may have another in its place. */
static void set_device(struct page_content *content, const char *name)
{
    struct pdf *pdf = content->pdf;
    struct ink_side *side = side_of(content);
    qpdf_oh spaces = pdf_key(pdf, content->resources, "/ColorSpace");
    check_color_space(pdf, qpdf_oh_new_name(pdf->qpdf, name), content->resources);
    side->set = true;
    side->cmyk = strcmp(name, "/DeviceCMYK") == 0 &&
                 is_cmyk_profile(pdf, pdf_key(pdf, spaces, "/DefaultCMYK"));
}

/* A space by its name: one of the device's, or of the resources. */
static void set_space(struct page_content *content, const char *name)
{
    static const char *const own[] = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern", NULL};
    struct pdf *pdf = content->pdf;
    if (named_in(name, own)) {
        set_device(content, name);
        return;
    }
    struct ink_side *side = side_of(content);
    qpdf_oh space = content_resource(content, "/ColorSpace", name);
    check_color_space(pdf, space, content->resources);
    side->set = true;
    side->cmyk = is_cmyk_profile(pdf, space);
}

static void paint_shading(struct page_content *content, const char *name)
{
    struct pdf *pdf = content->pdf;
    qpdf_oh shading = content_resource(content, "/Shading", name);
    check_color_space(pdf, pdf_key(pdf, shading, "/ColorSpace"), content->resources);
    content_painted(content);
}

/* Follows what is part of something that is painted, and of no structure: a tile, a mask. */
static void follow_aside(const struct page_content *content, qpdf_oh form)
{
    struct page_content aside = *content;
    aside.around = (struct open_mark){.artifact = true};
    aside.open = g_array_new(FALSE, FALSE, sizeof(struct open_mark));
    content_form(&aside, form);
    g_array_free(aside.open, TRUE);
}

static void set_pattern(struct page_content *content, const char *name)
{
    struct pdf *pdf = content->pdf;
    qpdf_oh pattern = content_resource(content, "/Pattern", name);
    side_of(content)->set = true;
    check_color_space(pdf, pdf_key(pdf, pdf_key(pdf, pattern, "/Shading"), "/ColorSpace"),
                      content->resources);
    if (pdf_is_stream(pdf, pattern))
        follow_aside(content, pattern);
}

void content_color(struct page_content *content, enum act act)
{
    guint last = content->operands->len;
    const char *name = last > 0 ? content_operand(content, last - 1) : "";
    if (act == ACT_GRAY)
        set_device(content, "/DeviceGray");
    else if (act == ACT_RGB)
        set_device(content, "/DeviceRGB");
    else if (act == ACT_CMYK)
        set_device(content, "/DeviceCMYK");
    else if (act == ACT_SPACE)
        set_space(content, name);
    else if (act == ACT_SHADING)
        paint_shading(content, name);
    else if (act == ACT_PATTERN && *name)
        set_pattern(content, name);
}

/* Whether what is painted lets something below shine through. */
static bool is_transparent(struct pdf *pdf, qpdf_oh state)
{
    static const char *const opaque[] = {"/Normal", "/Compatible", NULL};
    qpdf_oh mode = pdf_key(pdf, state, "/BM");
    return pdf_is_dict(pdf, pdf_key(pdf, state, "/SMask")) ||
           pdf_number(pdf, pdf_key(pdf, state, "/ca"), 1) < 1 ||
           pdf_number(pdf, pdf_key(pdf, state, "/CA"), 1) < 1 ||
           (!pdf_is_null(pdf, mode) && !named_in(pdf_name(pdf, mode), opaque));
}

/* /OP is for both, where /op does not say otherwise. */
static void set_overprint(struct page_content *content, qpdf_oh state)
{
    struct pdf *pdf = content->pdf;
    struct ink_side *sides = content->state.sides;
    if (pdf_has(pdf, state, "/OP"))
        sides[SIDE_STROKE].overprint = sides[SIDE_FILL].overprint = pdf_key_true(pdf, state, "/OP");
    if (pdf_has(pdf, state, "/op"))
        sides[SIDE_FILL].overprint = pdf_key_true(pdf, state, "/op");
    if (pdf_has(pdf, state, "/OPM"))
        content->state.keeps_zero = pdf_number(pdf, pdf_key(pdf, state, "/OPM"), 0) == 1;
}

void content_state(struct page_content *content)
{
    struct pdf *pdf = content->pdf;
    qpdf_oh state = content_resource(content, "/ExtGState", content_operand(content, 0));
    qpdf_oh font = pdf_key(pdf, state, "/Font"), mask = pdf_key(pdf, state, "/SMask");
    if (pdf_is_dict(pdf, pdf_item(pdf, font, 0)))
        content->state.face = typeface_of(pdf, pdf_item(pdf, font, 0), "");
    pdf->transparent = pdf->transparent || is_transparent(pdf, state);
    set_overprint(content, state);
    if (pdf_is_dict(pdf, mask))
        follow_aside(content, pdf_key(pdf, mask, "/G"));
}
