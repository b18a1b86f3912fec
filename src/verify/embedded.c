/* Attachments: what they are to the document, and that they are listed. */
#include "checks.h"
#include "structure/branches.h"

#include <string.h>

#define DEPTH_MAX 64 /* what is nested deeper is refused as such (objects.c) */

/* Where one stands. */
struct attachment_spot {
    unsigned id, depth; /* of the object it stands in, or is; of arrays and dictionaries */
    bool associated;    /* in an /AF */
};

/* The file specifications of a document, by object number; 0 are those that have none. */
struct attachments {
    struct pdf *pdf;
    GHashTable *listed;     /* in the catalog's /Names */
    GHashTable *associated; /* in an /AF of any object */
};

static bool has(GHashTable *numbers, unsigned number)
{
    return g_hash_table_contains(numbers, GUINT_TO_POINTER(number));
}

static void add(GHashTable *numbers, unsigned number)
{
    g_hash_table_add(numbers, GUINT_TO_POINTER(number));
}

static void add_listed(void *to, qpdf_oh names)
{
    const struct attachments *all = to;
    for (unsigned i = 1; i < pdf_length(all->pdf, names); i += 2)
        add(all->listed, pdf_id(all->pdf, pdf_item(all->pdf, names, i)));
}

static void add_associated(const struct attachments *all, qpdf_oh object)
{
    const qpdf_oh files = pdf_key(all->pdf, object, "/AF");
    for (unsigned i = 0; i < pdf_length(all->pdf, files); i++)
        add(all->associated, pdf_id(all->pdf, pdf_item(all->pdf, files, i)));
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

/* What the catalog lists. */
static void read_list(struct attachments *all)
{
    struct pdf *pdf = all->pdf;
    const qpdf_oh list = pdf_key(pdf, pdf_key(pdf, pdf_root(pdf), "/Names"), "/EmbeddedFiles");
    if (!branches_take(pdf, list, "/Names", &(struct branch_taker){add_listed, all}))
        blame(pdf, RULE_EMBEDDED, 0, "the list of attachments leads in circles");
    if (has(all->listed, 0))
        blame(pdf, RULE_EMBEDDED, 0, "an attachment that is no object of its own");
}

void check_embedded(struct pdf *pdf)
{
    g_autoptr(GHashTable) listed = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) associated = g_hash_table_new(NULL, NULL);
    struct attachments all = {pdf, listed, associated};
    read_list(&all);
    for (unsigned id = 1; id <= pdf->object_count; id++) {
        add_associated(&all, qpdf_get_object_by_id(pdf->qpdf, (int)id, 0));
        pdf_forget(pdf);
    }
    for (unsigned id = 1; id <= pdf->object_count; id++) {
        qpdf_oh object = qpdf_get_object_by_id(pdf->qpdf, (int)id, 0);
        look_into(&all, object, (struct attachment_spot){.id = id});
        pdf_forget(pdf);
    }
}
