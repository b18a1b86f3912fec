#include "typeface.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <math.h>
#include <string.h>

#define TOLERANCE 1.0 /* thousandths between the width said and the program's */

struct typefaces {
    GHashTable *known; /* by key */
    FT_Library library;
};

static void destroy(void *data)
{
    struct typeface *face = data;
    FT_Done_Face(face->face);
    if (face->program)
        g_bytes_unref(face->program);
    g_free(face->widths);
    g_free(face->unicode);
    g_free(face->glyphs);
    g_free(face->seen);
    g_free(face);
}

struct typefaces *typefaces_create(void)
{
    struct typefaces *typefaces = g_new0(struct typefaces, 1);
    typefaces->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, destroy);
    if (FT_Init_FreeType(&typefaces->library) != 0)
        typefaces->library = NULL;
    return typefaces;
}

void typefaces_destroy(struct typefaces *typefaces)
{
    if (!typefaces)
        return;
    g_hash_table_destroy(typefaces->known);
    FT_Done_FreeType(typefaces->library);
    g_free(typefaces);
}

static struct typeface *create(struct pdf *pdf, qpdf_oh font)
{
    struct typeface *face = g_new0(struct typeface, 1);
    const char *name = pdf_name(pdf, pdf_key(pdf, font, "/BaseFont"));
    face->object = pdf_id(pdf, font);
    face->name = g_intern_string(name && strlen(name) > 8 && name[7] == '+' ? name + 8
                                 : name                                     ? name + 1
                                                                            : _("without a name"));
    face->widths = g_new(float, CODES);
    face->unicode = g_new(uint32_t, CODES);
    face->glyphs = g_new(uint32_t, CODES);
    face->seen = g_new0(unsigned char, CODES);
    for (size_t code = 0; code < CODES; code++) {
        face->widths[code] = WIDTH_NONE;
        face->unicode[code] = UNICODE_NONE;
        face->glyphs[code] = GLYPH_NONE;
    }
    return face;
}

static void read_font(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    static const char *const simple[] = {"/Type1", "/MMType1", "/TrueType", NULL};
    const char *type = pdf_name(pdf, pdf_key(pdf, font, "/Subtype"));
    face->composite = type && strcmp(type, "/Type0") == 0;
    face->size = face->composite ? 2 : 1;
    face->drawn = type && strcmp(type, "/Type3") == 0;
    if (!pdf_key_is(pdf, font, "/Type", "/Font"))
        blame(pdf, RULE_FONT, face->object, "a font that is not of type /Font");
    if (face->composite)
        typeface_read_composite(pdf, face, font);
    else if (named_in(type, simple) || face->drawn)
        typeface_read_simple(pdf, face, font);
    else {
        blame(pdf, RULE_FONT, face->object, "font %s is of no known kind", face->name);
        face->foreign = true;
    }
    typeface_read_unicode(pdf, face, font);
}

struct typeface *typeface_of(struct pdf *pdf, qpdf_oh font, const char *key)
{
    unsigned id = pdf_id(pdf, font);
    g_autofree char *own = id ? g_strdup_printf("%u", id) : g_strdup(key);
    struct typeface *face = g_hash_table_lookup(pdf->typefaces->known, own);
    if (face)
        return face;
    face = create(pdf, font);
    g_hash_table_insert(pdf->typefaces->known, g_steal_pointer(&own), face);
    read_font(pdf, face, font);
    return face;
}

/* Opens a program; NULL where it is none. */
static FT_Face opened(struct pdf *pdf, GBytes *program)
{
    size_t size;
    const void *bytes = g_bytes_get_data(program, &size);
    FT_Face face = NULL;
    FT_Library library = pdf->typefaces->library;
    if (!library || size > G_MAXINT32 ||
        FT_New_Memory_Face(library, bytes, (FT_Long)size, 0, &face))
        return NULL;
    if (FT_IS_SCALABLE(face) && face->units_per_EM > 0)
        return face;
    FT_Done_Face(face);
    return NULL;
}

/* Where a program of each kind of font stands. */
struct embedding {
    const char *font, *key, *subtype;
};

static const struct embedding embeddings[] = {
    {"/Type1", "/FontFile", NULL},
    {"/MMType1", "/FontFile", NULL},
    {"/Type1", "/FontFile3", "/Type1C"},
    {"/MMType1", "/FontFile3", "/Type1C"},
    {"/Type1", "/FontFile3", "/OpenType"},
    {"/TrueType", "/FontFile2", NULL},
    {"/TrueType", "/FontFile3", "/OpenType"},
    {"/CIDFontType0", "/FontFile3", "/CIDFontType0C"},
    {"/CIDFontType0", "/FontFile3", "/OpenType"},
    {"/CIDFontType2", "/FontFile2", NULL},
    {"/CIDFontType2", "/FontFile3", "/OpenType"},
};

static qpdf_oh program_stream(struct pdf *pdf, qpdf_oh font)
{
    qpdf_oh descriptor = pdf_key(pdf, font, "/FontDescriptor");
    for (size_t i = 0; i < G_N_ELEMENTS(embeddings); i++) {
        qpdf_oh stream = pdf_key(pdf, descriptor, embeddings[i].key);
        bool fits =
            pdf_key_is(pdf, font, "/Subtype", embeddings[i].font) && pdf_is_stream(pdf, stream) &&
            (!embeddings[i].subtype || pdf_key_is(pdf, stream, "/Subtype", embeddings[i].subtype));
        if (fits)
            return stream;
    }
    return qpdf_oh_new_null(pdf->qpdf);
}

static void check_lengths(struct pdf *pdf, struct typeface *face, qpdf_oh stream)
{
    double length = pdf_number(pdf, pdf_key(pdf, stream, "/Length1"), -1);
    bool truetype = !pdf_has(pdf, stream, "/Subtype") && !pdf_has(pdf, stream, "/Length2");
    if (truetype && length != (double)g_bytes_get_size(face->program))
        blame(pdf, RULE_FONT_FILE, pdf_id(pdf, stream),
              "the program of font %s is not as long as /Length1 says", face->name);
}

void typeface_read_program(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    qpdf_oh stream = program_stream(pdf, font);
    if (pdf_is_null(pdf, stream)) {
        blame(pdf, RULE_FONT_FILE, face->object, "font %s is not embedded", face->name);
        return;
    }
    face->program = pdf_content(pdf, stream);
    face->face = face->program ? opened(pdf, face->program) : NULL;
    if (!face->face) {
        blame(pdf, RULE_FONT_FILE, pdf_id(pdf, stream), "the program of font %s cannot be read",
              face->name);
        return;
    }
    check_lengths(pdf, face, stream);
    qpdf_oh descriptor = pdf_key(pdf, font, "/FontDescriptor");
    const char *base = pdf_name(pdf, pdf_key(pdf, font, "/BaseFont"));
    if (!base || !pdf_key_is(pdf, descriptor, "/FontName", base))
        blame(pdf, RULE_FONT_NAME, face->object, "font %s has another name in its descriptor",
              face->name);
    bool named = pdf_key_is(pdf, stream, "/Subtype", "/OpenType") &&
                 pdf_key_is(pdf, font, "/Subtype", "/CIDFontType0");
    if (named && !FT_IS_CID_KEYED(face->face))
        blame(pdf, RULE_FONT_FILE, pdf_id(pdf, stream),
              "font %s has names, not CIDs, within its OpenType program", face->name);
}

static void check_width(struct pdf *pdf, const struct typeface *face, unsigned code)
{
    uint32_t glyph = face->glyphs[code] == GLYPH_NONE ? 0 : face->glyphs[code];
    if (FT_Load_Glyph(face->face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) != 0) {
        blame(pdf, RULE_NOTDEF, face->object, "the program of font %s has no glyph for code %04X",
              face->name, code);
        return;
    }
    double drawn = (double)face->face->glyph->metrics.horiAdvance * 1000 / face->face->units_per_EM;
    double said = (double)face->widths[code];
    if (face->widths[code] <= WIDTH_NONE)
        blame(pdf, RULE_WIDTH, face->object, "font %s gives code %04X no width", face->name, code);
    else if (fabs(said - drawn) > TOLERANCE)
        blame(pdf, RULE_WIDTH, face->object, "font %s: code %04X is %g wide, its glyph %.4g",
              face->name, code, said, drawn);
}

static bool is_private(uint32_t character)
{
    return (character >= 0xe000 && character <= 0xf8ff) || character >= 0xf0000;
}

static void check_unicode(struct pdf *pdf, const struct typeface *face, unsigned code,
                          bool replaced)
{
    uint32_t character = face->unicode[code];
    if (character == UNICODE_NONE && face->collection && face->cids[code] < CODES)
        return;
    if (character == UNICODE_NONE)
        blame(pdf, RULE_UNICODE, face->object, "font %s: code %04X has no meaning in Unicode",
              face->name, code);
    else if (character == UNICODE_BAD)
        blame(pdf, RULE_UNICODE, face->object, "font %s: code %04X means U+0000, U+FEFF or U+FFFE",
              face->name, code);
    else if (is_private(character) && !replaced)
        blame(pdf, RULE_UNICODE, face->object,
              "font %s: code %04X means U+%04X, which has no common meaning, without /ActualText",
              face->name, code, character);
}

bool typeface_use(struct pdf *pdf, struct typeface *face, unsigned code, struct usage usage)
{
    unsigned char seen = usage.hidden ? 1 : 2;
    if (face->foreign || face->seen[code] >= seen)
        return false;
    face->seen[code] = seen;
    check_unicode(pdf, face, code, usage.replaced);
    if (face->drawn)
        return true;
    if (face->glyphs[code] == 0)
        blame(pdf, RULE_NOTDEF, face->object, "font %s: code %04X is the glyph .notdef", face->name,
              code);
    else if (face->face && face->glyphs[code] == GLYPH_NONE)
        blame(pdf, RULE_NOTDEF, face->object, "font %s: code %04X leads to no glyph", face->name,
              code);
    if (face->face && !usage.hidden)
        check_width(pdf, face, code);
    return true;
}
