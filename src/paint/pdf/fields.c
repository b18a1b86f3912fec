/* Fields that wait for a signature (ISO 32000-1, 12.7.4.5; PDF/A-3, 6.3 and 6.4; PDF/UA-1,
 * 7.18.4).
 *
 * What only the signed paper shows is in the file already, as a stream for each page that
 * no page refers to, and where several sign for each field what stands in its box; the field
 * says where that belongs, and what the signature is to say:
 *
 *   /RaporSigned <</Pages[5 0 R 61 0 R ...]/Reason(...)/Location(...)/Name(...)
 *                 /Certificate(...)/Seal true>>
 *
 * Who signs puts each stream behind the contents of its page (src/sign). */
#include "file.h"
#include "record.h"

void record_place_fields(const struct pages *pages, const struct extent *extent,
                         struct structure *structure, struct pdf_file *file)
{
    for (size_t i = 0; i < pages->signing_count; i++) {
        const struct signing *signing = &pages->signings[i];
        if (signing->page < extent->first || signing->page >= extent->first + extent->count)
            continue;
        const struct placed_field placed = {signing, (uint32_t)(signing->page - extent->first),
                                            file_reserve(file, 1), 0};
        g_array_append_val(structure->fields, placed);
    }
}

const struct placed_field *structure_field_around(const struct structure *structure, uint32_t page,
                                                  const struct ink *ink)
{
    for (guint i = 0; structure->fields->len > 1 && i < structure->fields->len; i++) {
        const struct placed_field *placed =
            &g_array_index(structure->fields, struct placed_field, i);
        const struct signing *box = placed->signing;
        if (placed->page == page && ink->x >= box->x && ink->x < box->x + box->width &&
            ink->y >= box->y && ink->y < box->y + box->height)
            return placed;
    }
    return NULL;
}

static void put_text(struct bytes *out, const char *key, const char *text)
{
    if (!text || !*text)
        return;
    bytes_text(out, key);
    bytes_string(out, text, strlen(text));
}

/* A form without ink: viewers that draw fields draw nothing over the page. */
static unsigned write_appearance(const struct signing *signing, struct pdf_file *file)
{
    const unsigned object = file_reserve(file, 1);
    const struct bytes nothing = {0};
    struct bytes dict = {0};
    bytes_text(&dict, "/Type/XObject/Subtype/Form/Resources<<>>/BBox[0 0 ");
    bytes_length(&dict, signing->width);
    bytes_length(&dict, signing->height);
    bytes_put(&dict, "]", 2);
    file_plain(file, object, dict.data, &nothing);
    bytes_free(&dict);
    return object;
}

/* What the signer is to do, beside signing. */
static void put_orders(const struct placed_field *placed, const struct sheets *sheets,
                       struct bytes *out)
{
    const struct signing *signing = placed->signing;
    bytes_text(out, "/RaporSigned<</Pages[");
    for (size_t p = 0; p < sheets->count; p++) {
        if (sheets->signed_only[p] == 0)
            continue;
        bytes_ref(out, "", sheet_object(sheets, p));
        bytes_ref(out, " ", sheets->signed_only[p]);
    }
    if (placed->signed_only > 0) {
        bytes_ref(out, "", sheet_object(sheets, placed->page));
        bytes_ref(out, " ", placed->signed_only);
    }
    bytes_char(out, ']');
    put_text(out, "/Reason", signing->signature->reason);
    put_text(out, "/Location", signing->signature->location);
    put_text(out, "/Name", signing->signature->signer);
    put_text(out, "/Certificate", signing->signature->certificate);
    if (signing->signature->seal)
        bytes_text(out, "/Seal true");
    bytes_text(out, ">>");
}

static void write_field(const struct structure *structure, guint i, const struct sheets *sheets,
                        struct pdf_file *file)
{
    const struct placed_field *placed = &g_array_index(structure->fields, struct placed_field, i);
    const struct signing *signing = placed->signing;
    const struct signature *signature = signing->signature;
    const unsigned appearance = write_appearance(signing, file);
    const double height = sheets->pages[placed->page].height;
    const char *about = signature->about && *signature->about ? signature->about : signature->name;
    struct bytes *out = file_object(file, placed->object);
    bytes_text(out, "<</Type/Annot/Subtype/Widget/FT/Sig/F 132");
    put_text(out, "/T", signature->name);
    put_text(out, "/TU", about);
    put_text(out, "/Contents", about);
    bytes_text(out, "/Rect[");
    bytes_length(out, signing->x);
    bytes_length(out, height - signing->y - signing->height);
    bytes_length(out, signing->x + signing->width);
    bytes_length(out, height - signing->y);
    bytes_ref(out, "]/AP<</N", appearance);
    bytes_ref(out, ">>/P", sheet_object(sheets, placed->page));
    bytes_text(out, "/StructParent ");
    bytes_int(out, (int64_t)structure_field_key(structure, sheets, i));
    put_orders(placed, sheets, out);
    bytes_text(out, ">>");
}

void record_fields(const struct structure *structure, const struct sheets *sheets,
                   struct pdf_file *file, struct bytes *catalog)
{
    if (structure->fields->len == 0)
        return;
    const unsigned form = file_reserve(file, 1);
    for (guint i = 0; i < structure->fields->len; i++)
        write_field(structure, i, sheets, file);
    struct bytes *out = file_object(file, form);
    bytes_text(out, "<</Fields[");
    for (guint i = 0; i < structure->fields->len; i++)
        bytes_ref(out, i > 0 ? " " : "",
                  g_array_index(structure->fields, struct placed_field, i).object);
    bytes_text(out, "]>>");
    bytes_ref(catalog, "/AcroForm", form);
    bytes_text(catalog, "/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 2>>>>");
}
