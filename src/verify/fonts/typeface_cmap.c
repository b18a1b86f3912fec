/* CMaps: from the codes of a Type0 font to CIDs, ISO 32000-1, 9.7.5 and ISO 19005-3, 6.2.11.3. */
#include "cmap.h"
#include "typeface.h"

#include "rapor/base/arena.h"

#include <string.h>

/* ISO 32000-1, table 118, by the collection of characters. */
static const struct {
    const char *ordering;
    const char *const names[32];
} predefined[] = {
    {"GB1",
     {"/GB-EUC-H", "/GB-EUC-V", "/GBpc-EUC-H", "/GBpc-EUC-V", "/GBK-EUC-H", "/GBK-EUC-V",
      "/GBKp-EUC-H", "/GBKp-EUC-V", "/GBK2K-H", "/GBK2K-V", "/UniGB-UCS2-H", "/UniGB-UCS2-V",
      "/UniGB-UTF16-H", "/UniGB-UTF16-V"}},
    {"CNS1",
     {"/B5pc-H", "/B5pc-V", "/HKscs-B5-H", "/HKscs-B5-V", "/ETen-B5-H", "/ETen-B5-V",
      "/ETenms-B5-H", "/ETenms-B5-V", "/CNS-EUC-H", "/CNS-EUC-V", "/UniCNS-UCS2-H",
      "/UniCNS-UCS2-V", "/UniCNS-UTF16-H", "/UniCNS-UTF16-V"}},
    {"Japan1",
     {"/83pv-RKSJ-H",
      "/90ms-RKSJ-H",
      "/90ms-RKSJ-V",
      "/90msp-RKSJ-H",
      "/90msp-RKSJ-V",
      "/90pv-RKSJ-H",
      "/Add-RKSJ-H",
      "/Add-RKSJ-V",
      "/EUC-H",
      "/EUC-V",
      "/Ext-RKSJ-H",
      "/Ext-RKSJ-V",
      "/H",
      "/V",
      "/UniJIS-UCS2-H",
      "/UniJIS-UCS2-V",
      "/UniJIS-UCS2-HW-H",
      "/UniJIS-UCS2-HW-V",
      "/UniJIS-UTF16-H",
      "/UniJIS-UTF16-V"}},
    {"Korea1",
     {"/KSC-EUC-H", "/KSC-EUC-V", "/KSCms-UHC-H", "/KSCms-UHC-V", "/KSCms-UHC-HW-H",
      "/KSCms-UHC-HW-V", "/KSCpc-EUC-H", "/UniKS-UCS2-H", "/UniKS-UCS2-V", "/UniKS-UTF16-H",
      "/UniKS-UTF16-V"}},
};

/* The collection of a predefined CMap, or NULL. */
static const char *ordering_of(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(predefined); i++)
        if (named_in(name, predefined[i].names))
            return predefined[i].ordering;
    return NULL;
}

static bool is_identity(const char *name)
{
    static const char *const names[] = {"/Identity-H", "/Identity-V", NULL};
    return named_in(name, names);
}

/* A CMap while it is read. */
struct cmap_reading {
    struct pdf *pdf;
    struct typeface *face;
    struct cmap cmap;
    double mode;      /* its /WMode, or -1 */
    bool foreign;     /* it has codes of several sizes or of more than two bytes */
    const char *uses; /* the CMap it goes on from, or NULL */
};

/* CODES of what is no code of the size that the first one has. */
static unsigned code_of(struct cmap_reading *reading, guint number)
{
    const struct pdf_token *token = cmap_operand(&reading->cmap, number);
    const unsigned char *bytes = (const unsigned char *)cmap_bytes(&reading->cmap, number);
    struct typeface *face = reading->face;
    if (face->size == 0 && token->kind == TOKEN_STRING && (token->size == 1 || token->size == 2))
        face->size = (unsigned)token->size;
    if (token->kind == TOKEN_STRING && face->size > 0 && token->size == face->size)
        return face->size == 1 ? bytes[0] : (unsigned)(bytes[0] << 8 | bytes[1]);
    reading->foreign = true;
    return CODES;
}

/* Codes from FIRST to LAST lead to CIDs from CID on. */
static void map(struct cmap_reading *reading, unsigned first, unsigned last, double cid)
{
    struct pdf *pdf = reading->pdf;
    if (first <= last && last < CODES && cid + (last - first) >= CODES)
        blame(pdf, RULE_LIMIT, reading->face->object, "a CMap leads to CIDs above %d", CODES - 1);
    for (unsigned code = first; code <= last && code < CODES && cid >= 0; code++, cid++)
        reading->face->cids[code] = cid < CODES ? (uint32_t)cid : CODES;
}

static void follow_operator(struct cmap_reading *reading, const char *word)
{
    const struct cmap *cmap = &reading->cmap;
    const guint count = cmap->operands->len;
    if (strcmp(word, "endcidrange") == 0)
        for (guint i = 0; i + 2 < count; i += 3)
            map(reading, code_of(reading, i), code_of(reading, i + 1),
                cmap_operand(cmap, i + 2)->number);
    else if (strcmp(word, "endcidchar") == 0)
        for (guint i = 0; i + 1 < count; i += 2)
            map(reading, code_of(reading, i), code_of(reading, i),
                cmap_operand(cmap, i + 1)->number);
    else if (strcmp(word, "endcodespacerange") == 0)
        for (guint i = 0; i < count; i++)
            code_of(reading, i);
    if (count == 0)
        return;
    if (strcmp(word, "usecmap") == 0)
        reading->uses = arena_printf(reading->pdf->arena, "/%s", cmap_bytes(cmap, count - 1));
    const bool mode = strcmp(word, "def") == 0 && count >= 2 &&
                      cmap_operand(cmap, count - 1)->kind == TOKEN_NUMBER &&
                      strcmp(cmap_bytes(cmap, count - 2), "WMode") == 0;
    if (mode)
        reading->mode = cmap_operand(cmap, count - 1)->number;
}

static void check_embedded_cmap(struct pdf *pdf, struct typeface *face, qpdf_oh stream,
                                const struct cmap_reading *reading)
{
    qpdf_oh used = pdf_key(pdf, stream, "/UseCMap");
    const char *name = pdf_name(pdf, used);
    if (reading->mode >= 0 && pdf_number(pdf, pdf_key(pdf, stream, "/WMode"), 0) != reading->mode)
        blame(pdf, RULE_CID, face->object, "font %s: /WMode of its CMap is not what the CMap says",
              face->name);
    if (pdf_is_stream(pdf, used))
        name = pdf_name(pdf, pdf_key(pdf, used, "/CMapName"));
    if (!name)
        name = reading->uses;
    if (name && !is_identity(name) && !ordering_of(name))
        blame(pdf, RULE_CID, face->object,
              "font %s: its CMap goes on from %s, which nobody has defined", face->name, name + 1);
}

static bool read_stream(struct pdf *pdf, struct typeface *face, qpdf_oh stream)
{
    g_autoptr(GBytes) content = pdf_content(pdf, stream);
    struct cmap_reading reading = {.pdf = pdf, .face = face, .mode = -1};
    face->size = 0;
    cmap_begin(&reading.cmap, content);
    for (const char *word; (word = cmap_operator(&reading.cmap));)
        follow_operator(&reading, word);
    check_embedded_cmap(pdf, face, stream, &reading);
    face->size = face->size > 0 ? face->size : 2;
    cmap_end(&reading.cmap);
    return content && g_bytes_get_size(content) > 0 && !reading.foreign && !reading.uses &&
           !pdf_has(pdf, stream, "/UseCMap");
}

/* Whether the glyphs of a CIDFont are of the collection that the CMap names them by. */
static void check_collection(struct pdf *pdf, const struct typeface *face, qpdf_oh cmap,
                             qpdf_oh system)
{
    qpdf_oh named = pdf_key(pdf, cmap, "/CIDSystemInfo");
    const char *ordering = pdf_is_stream(pdf, cmap)
                               ? pdf_text(pdf, pdf_key(pdf, named, "/Ordering"))
                               : ordering_of(pdf_name(pdf, cmap));
    const char *registry =
        pdf_is_stream(pdf, cmap) ? pdf_text(pdf, pdf_key(pdf, named, "/Registry")) : "Adobe";
    const double supplement = pdf_number(pdf, pdf_key(pdf, named, "/Supplement"), G_MAXINT);
    if (g_strcmp0(registry, pdf_text(pdf, pdf_key(pdf, system, "/Registry"))) != 0 ||
        g_strcmp0(ordering, pdf_text(pdf, pdf_key(pdf, system, "/Ordering"))) != 0 ||
        pdf_number(pdf, pdf_key(pdf, system, "/Supplement"), 0) > supplement)
        blame(pdf, RULE_CID, face->object,
              "font %s is of another collection of characters than its CMap (/CIDSystemInfo)",
              face->name);
}

bool typeface_read_cmap(struct pdf *pdf, struct typeface *face, qpdf_oh font, qpdf_oh descendant)
{
    qpdf_oh cmap = pdf_key(pdf, font, "/Encoding");
    const char *name = pdf_name(pdf, cmap);
    for (uint32_t code = 0; code < CODES; code++)
        face->cids[code] = is_identity(name) ? code : 0;
    if (is_identity(name))
        return true;
    if (!pdf_is_stream(pdf, cmap) && !ordering_of(name)) {
        blame(pdf, RULE_CID, face->object,
              "font %s: its CMap is neither embedded nor one that everybody knows", face->name);
        return false;
    }
    check_collection(pdf, face, cmap, pdf_key(pdf, descendant, "/CIDSystemInfo"));
    return pdf_is_stream(pdf, cmap) && read_stream(pdf, face, cmap);
}
