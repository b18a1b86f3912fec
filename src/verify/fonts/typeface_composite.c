/* Fonts of two bytes a code: Type0 over a CIDFont, ISO 32000-1, 9.7. */
#include "typeface.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include FT_CID_H

#include <string.h>

static void set_width(struct typeface *face, double code, double width)
{
    if (code >= 0 && code < CODES && width > -1e6 && width < 1e6)
        face->widths[(unsigned)code] = (float)width;
}

/* "first last width" */
static void read_range(struct typeface *face, double first, double last, double width)
{
    for (double code = first; code <= last && code < CODES; code++)
        set_width(face, code, width);
}

/* [first [width ...] first last width ...], over the default. */
static void read_widths(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    qpdf_oh list = pdf_key(pdf, font, "/W");
    double usual = pdf_number(pdf, pdf_key(pdf, font, "/DW"), 1000);
    read_range(face, 0, CODES - 1, usual);
    for (unsigned i = 0, count = pdf_length(pdf, list); i + 1 < count;) {
        double first = pdf_number(pdf, pdf_item(pdf, list, i), -1);
        qpdf_oh next = pdf_item(pdf, list, i + 1);
        unsigned widths = MIN(pdf_length(pdf, next), CODES);
        for (unsigned j = 0; j < widths; j++)
            set_width(face, first + j, pdf_number(pdf, pdf_item(pdf, next, j), -1e9));
        if (pdf_is_array(pdf, next)) {
            i += 2;
            continue;
        }
        double last = pdf_number(pdf, next, -1);
        if (first >= 0 && last < CODES && i + 2 < count)
            read_range(face, first, last, pdf_number(pdf, pdf_item(pdf, list, i + 2), -1e9));
        i += 3;
    }
}

static void read_map_stream(struct pdf *pdf, struct typeface *face, qpdf_oh map)
{
    g_autoptr(GBytes) content = pdf_content(pdf, map);
    size_t size = 0;
    const unsigned char *bytes = content ? g_bytes_get_data(content, &size) : NULL;
    for (size_t code = 0; code < CODES; code++)
        face->glyphs[code] =
            code * 2 + 1 < size ? (uint32_t)(bytes[code * 2] << 8 | bytes[code * 2 + 1]) : 0;
}

/* For a program that names its glyphs by CID but is found by number. */
static void read_map_program(struct typeface *face)
{
    for (FT_Long glyph = 0; glyph < face->face->num_glyphs && glyph < CODES; glyph++) {
        FT_UInt cid = 0;
        if (FT_Get_CID_From_Glyph_Index(face->face, (FT_UInt)glyph, &cid) == 0 && cid < CODES)
            face->glyphs[cid] = (uint32_t)glyph;
    }
}

static void read_identity(struct typeface *face)
{
    for (uint32_t code = 0; code < CODES; code++)
        face->glyphs[code] = code;
}

static void read_map(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    qpdf_oh map = pdf_key(pdf, font, "/CIDToGIDMap");
    bool truetype = pdf_key_is(pdf, font, "/Subtype", "/CIDFontType2");
    bool identity = pdf_key_is(pdf, font, "/CIDToGIDMap", "/Identity");
    if (truetype && !identity && !pdf_is_stream(pdf, map))
        blame(pdf, RULE_CID, face->object, "font %s has no /CIDToGIDMap", face->name);
    bool wrapped = face->face && FT_IS_SFNT(face->face) && FT_IS_CID_KEYED(face->face);
    if (truetype && pdf_is_stream(pdf, map))
        read_map_stream(pdf, face, map);
    else if (!truetype && wrapped)
        read_map_program(face);
    else
        read_identity(face); /* FreeType takes CIDs where a bare CFF has them */
}

static void check_system(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    static const char *const known[] = {"GB1", "CNS1", "Japan1", "Korea1", NULL};
    qpdf_oh system = pdf_key(pdf, font, "/CIDSystemInfo");
    face->collection = named_in(pdf_text(pdf, pdf_key(pdf, system, "/Ordering")), known);
    if (!pdf_text(pdf, pdf_key(pdf, system, "/Registry")) ||
        !pdf_text(pdf, pdf_key(pdf, system, "/Ordering")) ||
        pdf_number(pdf, pdf_key(pdf, system, "/Supplement"), -1) < 0)
        blame(pdf, RULE_CID, face->object, "font %s has no whole /CIDSystemInfo", face->name);
}

/* Widths and glyphs were read by CID; from here on they go by code. */
static void follow_cmap(struct typeface *face)
{
    g_autofree float *widths = g_memdup2(face->widths, CODES * sizeof *widths);
    g_autofree uint32_t *glyphs = g_memdup2(face->glyphs, CODES * sizeof *glyphs);
    for (size_t code = 0; code < CODES; code++) {
        const uint32_t cid = face->cids[code];
        face->widths[code] = cid < CODES ? widths[cid] : WIDTH_NONE;
        face->glyphs[code] = cid < CODES ? glyphs[cid] : 0;
    }
}

void typeface_read_composite(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    static const char *const kinds[] = {"/CIDFontType0", "/CIDFontType2", NULL};
    qpdf_oh below = pdf_key(pdf, font, "/DescendantFonts");
    qpdf_oh descendant = pdf_item(pdf, below, 0);
    if (pdf_length(pdf, below) != 1 ||
        !named_in(pdf_name(pdf, pdf_key(pdf, descendant, "/Subtype")), kinds)) {
        blame(pdf, RULE_FONT, face->object, "font %s does not stand on one CIDFont", face->name);
        face->foreign = true;
        return;
    }
    face->cids = ARENA_ARRAY(pdf->arena, CODES, uint32_t);
    if (!typeface_read_cmap(pdf, face, font, descendant)) {
        blame(pdf, RULE_NOT_JUDGED, face->object,
              "font %s: codes of its CMap cannot be followed, and are not judged", face->name);
        face->foreign = true;
    }
    check_system(pdf, face, descendant);
    typeface_read_program(pdf, face, descendant);
    read_widths(pdf, face, descendant);
    read_map(pdf, face, descendant);
    typeface_check_cids(pdf, face, descendant);
    follow_cmap(face);
}
