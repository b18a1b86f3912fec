/* Attachments: what they are to the document, and that they are listed. */
#include "checks.h"

#include <string.h>

#define NAMES_MAX 10000
#define DEPTH_MAX 16

/* Where one stands. */
struct attachment_spot {
    unsigned id, depth; /* of the object it stands in, or is; of arrays and dictionaries */
    bool associated;    /* in an /AF */
};

/* The file specifications of a document, by object number. */
struct attachments {
    struct pdf *pdf;
    GArray *listed;     /* of unsigned: in the catalog's /Names */
    GArray *associated; /* of unsigned: in an /AF of any object */
};

static bool has(const GArray *numbers, unsigned number)
{
    for (guint i = 0; i < numbers->len; i++)
        if (g_array_index(numbers, unsigned, i) == number)
            return true;
    return false;
}

static void add_listed(struct attachments *all, qpdf_oh node, unsigned depth)
{
    struct pdf *pdf = all->pdf;
    qpdf_oh names = pdf_key(pdf, node, "/Names"), kids = pdf_key(pdf, node, "/Kids");
    if (depth > DEPTH_MAX || all->listed->len > NAMES_MAX)
        return;
    for (unsigned i = 1; i < pdf_length(pdf, names); i += 2) {
        unsigned id = pdf_id(pdf, pdf_item(pdf, names, i));
        g_array_append_val(all->listed, id);
    }
    for (unsigned i = 0; i < pdf_length(pdf, kids) && all->listed->len < NAMES_MAX; i++)
        add_listed(all, pdf_item(pdf, kids, i), depth + 1);
}

static void add_associated(struct attachments *all, qpdf_oh object)
{
    struct pdf *pdf = all->pdf;
    qpdf_oh files = pdf_key(pdf, object, "/AF");
    for (unsigned i = 0; i < pdf_length(pdf, files) && all->associated->len < NAMES_MAX; i++) {
        unsigned id = pdf_id(pdf, pdf_item(pdf, files, i));
        if (!has(all->associated, id))
            g_array_append_val(all->associated, id);
    }
}

static void check_media_type(struct pdf *pdf, qpdf_oh stream)
{
    const char *type = pdf_name(pdf, pdf_key(pdf, stream, "/Subtype"));
    if (!type || !strchr(type + 1, '/'))
        blame(pdf, RULE_EMBEDDED, pdf_id(pdf, stream),
              "an attachment without a media type (/Subtype)");
}

static void check_file_stream(struct pdf *pdf, qpdf_oh stream)
{
    unsigned id = pdf_id(pdf, stream);
    qpdf_oh parameters = pdf_key(pdf, stream, "/Params");
    if (!pdf_is_stream(pdf, stream)) {
        blame(pdf, RULE_EMBEDDED, id, "an attachment without content");
        return;
    }
    check_media_type(pdf, stream);
    if (!pdf_has(pdf, parameters, "/ModDate"))
        blame(pdf, RULE_EMBEDDED, id, "an attachment without a date (/Params /ModDate)");
    g_autoptr(GBytes) content = pdf_content(pdf, stream);
    double size = pdf_number(pdf, pdf_key(pdf, parameters, "/Size"), -1);
    if (!content || (size >= 0 && size != (double)g_bytes_get_size(content)))
        blame(pdf, RULE_EMBEDDED, id, "an attachment that is not as large as it says");
}

static void check_names(struct pdf *pdf, qpdf_oh file, unsigned id)
{
    const char *name = pdf_text(pdf, pdf_key(pdf, file, "/F"));
    const char *unicode = pdf_text(pdf, pdf_key(pdf, file, "/UF"));
    if (!name || !unicode || !*name || !*unicode)
        blame(pdf, RULE_EMBEDDED, id, "an attachment without both names (/F and /UF)");
}

/* Of a file that is embedded, or that is only named. */
static void check_specification(const struct attachments *all, qpdf_oh file, unsigned id,
                                bool associated)
{
    struct pdf *pdf = all->pdf;
    qpdf_oh embedded = pdf_key(pdf, file, "/EF");
    if (!pdf_name(pdf, pdf_key(pdf, file, "/AFRelationship"))) /* a name of one's own will do */
        blame(pdf, RULE_EMBEDDED, id,
              "an attachment that does not say what it is to the document (/AFRelationship)");
    if (!associated && !(pdf_id(pdf, file) && has(all->associated, id)))
        blame(pdf, RULE_EMBEDDED, id, "an attachment that no object is associated with (/AF)");
    if (!pdf_is_dict(pdf, embedded))
        return;
    check_names(pdf, file, id);
    if (!has(all->listed, id))
        blame(pdf, RULE_LISTED, id, "an attachment that /EmbeddedFiles does not list");
    check_file_stream(pdf, pdf_key(pdf, embedded, "/F"));
}

static bool is_specification(struct pdf *pdf, qpdf_oh object)
{
    return pdf_is_dict(pdf, pdf_key(pdf, object, "/EF")) ||
           pdf_key_is(pdf, object, "/Type", "/Filespec") || pdf_key_is(pdf, object, "/Type", "/F");
}

/* OBJECT at SPOT, and what stands in it. */
static void look_into(const struct attachments *all, qpdf_oh object, struct attachment_spot spot)
{
    struct pdf *pdf = all->pdf;
    if (spot.depth > DEPTH_MAX)
        return;
    if (is_specification(pdf, object))
        check_specification(all, object, spot.id, spot.associated);
    spot.depth++;
    for (unsigned i = 0; i < pdf_length(pdf, object); i++)
        if (pdf_id(pdf, pdf_item(pdf, object, i)) == 0)
            look_into(all, pdf_item(pdf, object, i), spot);
    for (const char *const *key = pdf_keys(pdf, object); *key; key++) {
        qpdf_oh value = pdf_key(pdf, object, *key);
        spot.associated = strcmp(*key, "/AF") == 0;
        if (pdf_id(pdf, value) == 0)
            look_into(all, value, spot);
    }
}

void check_embedded(struct pdf *pdf)
{
    struct attachments all = {pdf, g_array_new(FALSE, FALSE, sizeof(unsigned)),
                              g_array_new(FALSE, FALSE, sizeof(unsigned))};
    add_listed(&all, pdf_key(pdf, pdf_key(pdf, pdf_root(pdf), "/Names"), "/EmbeddedFiles"), 0);
    for (unsigned id = 1; id <= pdf->object_count; id++) {
        add_associated(&all, qpdf_get_object_by_id(pdf->qpdf, (int)id, 0));
        pdf_forget(pdf);
    }
    for (unsigned id = 1; id <= pdf->object_count; id++) {
        qpdf_oh object = qpdf_get_object_by_id(pdf->qpdf, (int)id, 0);
        look_into(&all, object, (struct attachment_spot){.id = id});
        pdf_forget(pdf);
    }
    for (guint i = 0; i < all.listed->len; i++)
        if (g_array_index(all.listed, unsigned, i) == 0)
            blame(pdf, RULE_EMBEDDED, 0, "an attachment that is no object of its own");
    g_array_free(all.listed, TRUE);
    g_array_free(all.associated, TRUE);
}
