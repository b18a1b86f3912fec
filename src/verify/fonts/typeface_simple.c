/* Fonts of one byte a code: Type 1, TrueType and Type 3, ISO 32000-1, 9.6. */
#include "typeface.h"

#include "rapor/base/arena.h"

#include <stdlib.h>
#include <string.h>

#define SIMPLE_CODES 256
#define SYMBOLIC     4 /* flag of the descriptor */

static void read_widths(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    qpdf_oh list = pdf_key(pdf, font, "/Widths");
    double first = pdf_number(pdf, pdf_key(pdf, font, "/FirstChar"), -1);
    double last = pdf_number(pdf, pdf_key(pdf, font, "/LastChar"), -1);
    unsigned count = pdf_length(pdf, list);
    if (first < 0 || last < first || last > 255 || count != last - first + 1) {
        blame(pdf, RULE_WIDTH, face->object, "font %s has no widths from /FirstChar to /LastChar",
              face->name);
        return;
    }
    for (unsigned i = 0; i < count; i++)
        face->widths[(unsigned)first + i] = (float)pdf_number(pdf, pdf_item(pdf, list, i), -1e9);
}

/* What a code means in an encoding with a name; 0 where nothing. */
static gunichar character_of(const char *encoding, unsigned code)
{
    const char letter[2] = {(char)code, 0};
    const char *from = strcmp(encoding, "/MacRomanEncoding") == 0 ? "MACINTOSH" : "WINDOWS-1252";
    g_autofree char *text = code ? g_convert(letter, 1, "UTF-8", from, NULL, NULL, NULL) : NULL;
    return text ? g_utf8_get_char(text) : 0;
}

static uint32_t glyph_of_character(const struct typeface *face, gunichar character)
{
    if (!face->face || character == 0 || FT_Select_Charmap(face->face, FT_ENCODING_UNICODE) != 0)
        return GLYPH_NONE;
    return FT_Get_Char_Index(face->face, character);
}

static const char *encoding_name(struct pdf *pdf, qpdf_oh font)
{
    static const char *const known[] = {"/WinAnsiEncoding", "/MacRomanEncoding", NULL};
    qpdf_oh encoding = pdf_key(pdf, font, "/Encoding");
    const char *name = pdf_name(pdf, encoding);
    if (!name)
        name = pdf_name(pdf, pdf_key(pdf, encoding, "/BaseEncoding"));
    return named_in(name, known) ? name : NULL;
}

static void read_named(struct typeface *face, const char *encoding)
{
    for (unsigned code = 0; code < SIMPLE_CODES; code++) {
        gunichar character = character_of(encoding, code);
        face->glyphs[code] = glyph_of_character(face, character);
        face->unicode[code] = character ? character : UNICODE_NONE;
    }
}

/* The program's own encoding: that of Type 1, the symbols or the Macintosh's. */
static void read_own(struct typeface *face)
{
    static const FT_Encoding own[] = {FT_ENCODING_ADOBE_CUSTOM, FT_ENCODING_ADOBE_STANDARD,
                                      FT_ENCODING_MS_SYMBOL, FT_ENCODING_APPLE_ROMAN};
    size_t which = 0;
    if (!face->face)
        return;
    while (which < G_N_ELEMENTS(own) && FT_Select_Charmap(face->face, own[which]) != 0)
        which++;
    if (which == G_N_ELEMENTS(own))
        return;
    for (unsigned code = 0; code < SIMPLE_CODES; code++) {
        FT_UInt glyph = FT_Get_Char_Index(face->face, code);
        face->glyphs[code] = glyph ? glyph : FT_Get_Char_Index(face->face, 0xf000 + code);
    }
}

/* Replaces what [code /name /name ...] replaces. */
static void read_differences(struct pdf *pdf, struct typeface *face, qpdf_oh list)
{
    double code = 0;
    for (unsigned i = 0, count = pdf_length(pdf, list); i < count; i++) {
        qpdf_oh item = pdf_item(pdf, list, i);
        const char *name = pdf_name(pdf, item);
        if (!name) {
            code = pdf_number(pdf, item, SIMPLE_CODES);
            continue;
        }
        if (code >= 0 && code < SIMPLE_CODES)
            face->names[(unsigned)code] = name;
        if (code >= 0 && code < SIMPLE_CODES && face->face && FT_HAS_GLYPH_NAMES(face->face))
            face->glyphs[(unsigned)code] =
                FT_Get_Name_Index(face->face, (FT_String *)(uintptr_t)(name + 1));
        code++;
    }
}

/* What glyphs mean by their names, where nothing else says what codes do: FreeType knows the
 * characters that the Adobe Glyph List gives to the names of a Type 1 or CFF program. */
static void read_meanings(struct typeface *face)
{
    if (!face->face || FT_IS_SFNT(face->face) || !FT_HAS_GLYPH_NAMES(face->face) ||
        FT_Select_Charmap(face->face, FT_ENCODING_UNICODE) != 0)
        return;
    FT_UInt glyph;
    for (FT_ULong character = FT_Get_First_Char(face->face, &glyph); glyph;
         character = FT_Get_Next_Char(face->face, character, &glyph))
        for (unsigned code = 0; code < SIMPLE_CODES; code++)
            if (face->glyphs[code] == glyph && face->unicode[code] == UNICODE_NONE)
                face->unicode[code] = (uint32_t)character;
}

/* ISO 19005-3, 6.2.11.6: who says what the codes of a TrueType font mean. */
static void check_encoding(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    double flags =
        pdf_number(pdf, pdf_key(pdf, pdf_key(pdf, font, "/FontDescriptor"), "/Flags"), 0);
    bool symbolic = ((unsigned)flags & SYMBOLIC) != 0;
    if (!pdf_key_is(pdf, font, "/Subtype", "/TrueType"))
        return;
    if (symbolic && pdf_has(pdf, font, "/Encoding"))
        blame(pdf, RULE_ENCODING, face->object, "font %s is symbolic, and has an encoding",
              face->name);
    if (!symbolic && !encoding_name(pdf, font))
        blame(pdf, RULE_ENCODING, face->object,
              "font %s is neither symbolic nor encoded by WinAnsi or MacRoman", face->name);
}

void typeface_read_simple(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    const char *encoding = encoding_name(pdf, font);
    face->names = ARENA_ARRAY(pdf->arena, SIMPLE_CODES, const char *);
    read_widths(pdf, face, font);
    if (face->drawn) {
        read_differences(pdf, face, pdf_key(pdf, pdf_key(pdf, font, "/Encoding"), "/Differences"));
        return;
    }
    typeface_read_program(pdf, face, font);
    typeface_check_names(pdf, face, font);
    check_encoding(pdf, face, font);
    if (encoding)
        read_named(face, encoding);
    else
        read_own(face);
    read_differences(pdf, face, pdf_key(pdf, pdf_key(pdf, font, "/Encoding"), "/Differences"));
    read_meanings(face);
}
