#include "program.h"

#include "../pdf/file.h"
#include "faces.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>

/* Tables that shape, name or encode: of no use to who shows glyphs by number. */
static const hb_tag_t dropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p'),
    HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('L', 'T', 'S', 'H'),
    HB_TAG('F', 'F', 'T', 'M'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('S', 'T', 'A', 'T'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('m', 'e', 't', 'a'), HB_TAG('M', 'A', 'T', 'H'),
};

/* The number of the glyph in what is cut. */
static uint32_t number_of(const struct cutting *cutting, uint32_t glyph)
{
    const struct pdf_face *face = cutting->face;
    return cutting->from == face->face ? glyph : face->sorts[glyph].number;
}

/* Outlines that call no subroutines are quicker to cut, and smaller compressed. */
static hb_face_t *cut_down(const struct cutting *cutting)
{
    struct code *const items = cutting->codes.items;
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_set_t *wanted = hb_subset_input_glyph_set(input);
    hb_set_add(wanted, 0);
    for (size_t i = 0; i < cutting->codes.count; i++)
        hb_set_add(wanted, number_of(cutting, items[i].glyph));
    hb_set_t *tags = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < G_N_ELEMENTS(dropped); i++)
        hb_set_add(tags, dropped[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
                                         HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(cutting->from, input);
    hb_face_t *subset = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (!subset)
        g_error("%s: cannot be cut down", cutting->face->name);
    const hb_map_t *numbers = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (size_t i = 0; i < cutting->codes.count; i++)
        items[i].number = (uint16_t)hb_map_get(numbers, number_of(cutting, items[i].glyph));
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return subset;
}

/* Six letters that come from the glyphs, as subsets are named. */
static char *name_subset(const char *name, const char *data, size_t length)
{
    uint64_t hash = 14695981039346656037u;
    char letters[7] = "";
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)data[i]) * 1099511628211u;
    hash ^= hash >> 32;
    for (int i = 0; i < 6; i++, hash /= 26)
        letters[i] = (char)('A' + hash % 26);
    return g_strdup_printf("%s+%s", letters, name);
}

static int table_number(const uint8_t *at)
{
    return (int16_t)(at[0] << 8 | at[1]);
}

static void put_box(const struct pdf_face *face, struct bytes *out)
{
    hb_blob_t *head = hb_face_reference_table(face->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length;
    const uint8_t *data = (const uint8_t *)hb_blob_get_data(head, &length);
    bytes_text(out, "/FontBBox[");
    for (size_t i = 0; i < 4 && length >= 44; i++) {
        bytes_int(out, lround(table_number(data + 36 + 2 * i) * 1000.0 / face->em));
        bytes_char(out, i < 3 ? ' ' : ']');
    }
    hb_blob_destroy(head);
}

static void put_descriptor(const struct pdf_face *face, const char *name, struct bytes *out)
{
    double scale = 1000.0 / face->em;
    hb_position_t capitals = 0;
    hb_font_extents_t extents;
    hb_font_get_h_extents(face->font, &extents);
    hb_ot_metrics_get_position(face->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &capitals);
    bytes_text(out, "<</Type/FontDescriptor/Flags 4/StemV 80/FontName/");
    bytes_text(out, name);
    put_box(face, out);
    bytes_text(out, "/ItalicAngle ");
    bytes_int(out, lround((double)hb_style_get_value(face->font, HB_STYLE_TAG_SLANT_ANGLE)));
    bytes_text(out, "/Ascent ");
    bytes_int(out, lround(extents.ascender * scale));
    bytes_text(out, "/Descent ");
    bytes_int(out, lround(extents.descender * scale));
    bytes_text(out, "/CapHeight ");
    bytes_int(out, lround(capitals * scale));
    bytes_text(out, face->cff ? "/FontFile3" : "/FontFile2");
}

static void put_facts(const struct cutting *cutting, const char *name, struct bytes *out)
{
    bytes_text(out, "<</Type/Font/Subtype/CIDFontType");
    bytes_text(out, cutting->face->cff ? "0" : "2");
    bytes_text(out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
    bytes_text(out, "/DW 0/BaseFont/");
    bytes_text(out, name);
    bytes_text(out, "/W[");
    codes_put_widths(&cutting->codes, cutting->face, out);
    bytes_text(out, "]");
    if (!cutting->face->cff)
        bytes_text(out, cutting->codes.wide ? "/CIDToGIDMap/Identity" : "/CIDToGIDMap");
}

/* A font whose glyphs have CIDs already keeps them. */
static void put_program(struct program *program, struct cutting *cutting, hb_blob_t *blob)
{
    unsigned length;
    const char *data = hb_blob_get_data(blob, &length);
    struct bytes numbered = {0};
    program->name = name_subset(cutting->face->name, data, length);
    program->length = length;
    codes_give(&cutting->codes, cutting->face, false);
    if (cutting->face->cff &&
        cff_number((const uint8_t *)data, program->name, &cutting->codes, &numbered)) {
        bytes_deflate(&program->font, cutting->how, numbered.data, numbered.count);
    } else {
        codes_give(&cutting->codes, cutting->face, cutting->face->cff);
        bytes_deflate(&program->font, cutting->how, data, length);
    }
    program->wide = cutting->codes.wide;
    bytes_free(&numbered);
}

static void deflate_and_free(struct bytes *plain, enum deflate how, struct bytes *out)
{
    bytes_deflate(out, how, plain->data, plain->count);
    bytes_free(plain);
}

void program_make(struct program *program, struct cutting *cutting)
{
    const struct pdf_face *face = cutting->face;
    hb_face_t *subset = cut_down(cutting);
    hb_blob_t *whole = hb_face_reference_blob(subset);
    program->face = hb_face_create(whole, 0);
    hb_blob_t *blob = face->cff ? hb_face_reference_table(program->face, HB_TAG('C', 'F', 'F', ' '))
                                : hb_blob_reference(whole);
    struct bytes unicode = {0}, numbers = {0};
    put_program(program, cutting, blob);
    put_facts(cutting, program->name, &program->facts);
    put_descriptor(face, program->name, &program->descriptor);
    codes_put_unicode(&cutting->codes, face, &unicode);
    deflate_and_free(&unicode, cutting->how, &program->unicode);
    if (!face->cff && !program->wide) {
        codes_put_numbers(&cutting->codes, &numbers);
        deflate_and_free(&numbers, cutting->how, &program->numbers);
    }
    hb_blob_destroy(blob);
    hb_blob_destroy(whole);
    hb_face_destroy(subset);
}

void program_free(struct program *program)
{
    g_free(program->name);
    hb_face_destroy(program->face);
    bytes_free(&program->font);
    bytes_free(&program->unicode);
    bytes_free(&program->numbers);
    bytes_free(&program->facts);
    bytes_free(&program->descriptor);
    *program = (struct program){0};
}

/* The font as texts name it, which says how codes become CIDs. */
static void put_font(const struct program *program, const struct pdf_face *face, unsigned cmap,
                     unsigned first, struct bytes *out)
{
    bytes_text(out, "<</Type/Font/Subtype/Type0/Encoding");
    if (program->wide)
        bytes_text(out, "/Identity-H");
    else
        bytes_ref(out, "", cmap);
    bytes_text(out, "/BaseFont/");
    bytes_text(out, program->name);
    if (face->cff)
        bytes_text(out, program->wide ? "-Identity-H" : "-" BYTES_CMAP);
    bytes_ref(out, "/DescendantFonts[", first + 1);
    bytes_ref(out, "]/ToUnicode", first + 4);
    bytes_text(out, ">>");
}

unsigned program_write(const struct program *program, const struct pdf_face *face,
                       struct bytes_cmap *cmap, struct pdf_file *file)
{
    const unsigned object = program->wide ? 0 : bytes_cmap_write(cmap, file);
    const unsigned first = file_reserve(file, program->numbers.count > 0 ? 6 : 5);
    put_font(program, face, object, first, file_object(file, first));
    struct bytes *out = file_object(file, first + 1);
    bytes_put(out, program->facts.data, program->facts.count);
    if (program->numbers.count > 0)
        bytes_ref(out, "", first + 5);
    bytes_ref(out, "/FontDescriptor", first + 2);
    bytes_text(out, ">>");
    out = file_object(file, first + 2);
    bytes_put(out, program->descriptor.data, program->descriptor.count);
    bytes_ref(out, "", first + 3);
    bytes_text(out, ">>");
    g_autofree char *dict = face->cff ? g_strdup("/Subtype/CIDFontType0C")
                                      : g_strdup_printf("/Length1 %zu", program->length);
    file_deflated(file, first + 3, dict, &program->font);
    file_deflated(file, first + 4, "", &program->unicode);
    if (program->numbers.count > 0)
        file_deflated(file, first + 5, "", &program->numbers);
    return first;
}
