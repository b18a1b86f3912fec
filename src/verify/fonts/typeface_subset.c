/* Lists of the glyphs that a subset has: /CharSet and /CIDSet, ISO 19005-3, 6.2.11.4.2. */
#include "typeface.h"

#include "rapor/base/language.h"

#include <string.h>

#define NAME_ROOM 128 /* bytes of a glyph's name */

/* "ABCDEF+Name" */
static bool is_subset(struct pdf *pdf, qpdf_oh font)
{
    const char *name = pdf_name(pdf, pdf_key(pdf, font, "/BaseFont"));
    return name && g_regex_match_simple("^/[A-Z]{6}\\+", name, 0, 0);
}

/* "/A/space/one" */
static GHashTable *names_listed(const char *list)
{
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) parts = g_strsplit(list, "/", -1);
    for (char **part = parts; *part; part++)
        if (*g_strstrip(*part) && strcmp(*part, ".notdef") != 0)
            g_hash_table_add(names, g_strdup(*part));
    return names;
}

void typeface_check_names(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    static const char *const kinds[] = {"/Type1", "/MMType1", NULL};
    qpdf_oh descriptor = pdf_key(pdf, font, "/FontDescriptor");
    const char *list = pdf_text(pdf, pdf_key(pdf, descriptor, "/CharSet"));
    if (!list || !face->face || !is_subset(pdf, font) || !FT_HAS_GLYPH_NAMES(face->face) ||
        !named_in(pdf_name(pdf, pdf_key(pdf, font, "/Subtype")), kinds))
        return;
    g_autoptr(GHashTable) names = names_listed(list);
    bool whole = true;
    for (FT_Long glyph = 0; glyph < face->face->num_glyphs; glyph++) {
        char name[NAME_ROOM];
        if (FT_Get_Glyph_Name(face->face, (FT_UInt)glyph, name, sizeof name) == 0 &&
            strcmp(name, ".notdef") != 0)
            whole = g_hash_table_remove(names, name) && whole;
    }
    if (!whole || g_hash_table_size(names) > 0)
        blame(pdf, RULE_FONT_FILE, face->object,
              "font %s: /CharSet does not list the glyphs that its program has", face->name);
}

static bool is_listed(GBytes *set, uint32_t cid)
{
    size_t size;
    const unsigned char *bytes = g_bytes_get_data(set, &size);
    return cid / 8 < size && (bytes[cid / 8] & (0x80 >> cid % 8));
}

/* Whether the program draws something for a glyph. */
static bool is_drawn(FT_Face face, uint32_t glyph)
{
    return FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) == 0 &&
           face->glyph->format == FT_GLYPH_FORMAT_OUTLINE && face->glyph->outline.n_points > 0;
}

void typeface_check_cids(struct pdf *pdf, struct typeface *face, qpdf_oh font)
{
    const uint32_t *glyphs = face->glyphs;
    qpdf_oh descriptor = pdf_key(pdf, font, "/FontDescriptor");
    g_autoptr(GBytes) set = pdf_content(pdf, pdf_key(pdf, descriptor, "/CIDSet"));
    if (!set || !face->face)
        return;
    for (uint32_t cid = 1; cid < CODES; cid++) {
        const bool drawn =
            glyphs[cid] != GLYPH_NONE && glyphs[cid] > 0 && is_drawn(face->face, glyphs[cid]);
        if (drawn == is_listed(set, cid))
            continue;
        if (!drawn && glyphs[cid] < (uint32_t)face->face->num_glyphs)
            continue; /* a space is a glyph, too */
        blame(pdf, RULE_FONT_FILE, face->object,
              drawn ? N_("font %s: /CIDSet leaves out the glyph of CID %u")
                    : N_("font %s: /CIDSet lists CID %u, for which there is no glyph"),
              face->name, cid);
        return;
    }
}
