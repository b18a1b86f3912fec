#include "faces.h"

#include "../pdf/file.h"

#include "rapor/type/pages.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>

/* With fewer glyphs of the core than these a subset of its own is much the smaller. */
#define CORE_LEAST 16

/* What nearly every Indonesian paper holds, beside letters and digits; more would make
 * all papers larger. */
static const uint32_t repertoire[] = {
    ' ', '"', '%', '&',  '\'', '(',    ')',    '+',    ',',    '-',    '.',    '/',    ':',
    ';', '=', '?', 0xA0, 0xB7, 0x2010, 0x2013, 0x2019, 0x201C, 0x201D, 0x2022, 0x2192, 0x2212,
};

static const char *const ligatures[] = {"fi", "fl"};

static void free_face(gpointer data)
{
    struct pdf_face *face = data;
    program_free(&face->core);
    g_hash_table_destroy(face->subsets);
    hb_font_destroy(face->font);
    hb_face_destroy(face->face);
    g_array_unref(face->used);
    g_free(face->sorts);
    g_free(face->name);
    g_free(face);
}

static void free_cut(gpointer data)
{
    struct cut *cut = data;
    g_object_unref(cut->font);
    g_free(cut);
}

struct faces *faces_create(void)
{
    struct faces *faces = g_new0(struct faces, 1);
    faces->cuts = g_hash_table_new_full(NULL, NULL, NULL, free_cut);
    faces->faces = g_hash_table_new_full(NULL, NULL, NULL, free_face);
    faces->order = g_ptr_array_new();
    bytes_cmap_make(&faces->cmap);
    return faces;
}

void faces_free(struct faces *faces)
{
    g_hash_table_destroy(faces->cuts);
    g_hash_table_destroy(faces->faces);
    g_ptr_array_unref(faces->order);
    bytes_free(&faces->cmap.deflated);
    g_free(faces);
}

static char *name_of(hb_face_t *face)
{
    char name[64] = "Font";
    unsigned length = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
    g_strcanon(name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-", '-');
    return g_strdup(name);
}

static struct pdf_face *open_face(hb_face_t *face)
{
    struct pdf_face *out = g_new0(struct pdf_face, 1);
    out->face = hb_face_reference(face);
    out->font = hb_font_create(face);
    out->name = name_of(face);
    out->em = hb_face_get_upem(face);
    hb_blob_t *cff = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    out->cff = hb_blob_get_length(cff) > 0;
    hb_blob_destroy(cff);
    out->sort_count = hb_face_get_glyph_count(face);
    out->sorts = g_new0(struct sort, out->sort_count);
    out->used = g_array_new(FALSE, FALSE, sizeof(guint32));
    out->subsets = subsets_create();
    for (unsigned i = 0; i < out->sort_count; i++)
        out->sorts[i].width =
            (uint16_t)lround(hb_font_get_glyph_h_advance(out->font, i) * 1000.0 / out->em);
    hb_font_get_nominal_glyph(out->font, ' ', &out->space);
    return out;
}

static void name_sort(struct pdf_face *face, uint32_t glyph, const char *text, size_t length,
                      GArray *glyphs)
{
    struct sort *sort = &face->sorts[glyph];
    if (sort->length > 0) /* a hyphen is a hyphen before it is another one */
        return;
    memcpy(sort->text, text, length);
    sort->length = (uint8_t)length;
    g_array_append_val(glyphs, glyph);
}

static void add_character(struct pdf_face *face, uint32_t character, GArray *glyphs)
{
    char text[6];
    size_t length = (size_t)g_unichar_to_utf8(character, text);
    hb_codepoint_t glyph;
    if (hb_font_get_nominal_glyph(face->font, character, &glyph))
        name_sort(face, glyph, text, length, glyphs);
}

/* Adds what the letters become where the font joins them. */
static void add_ligature(struct pdf_face *face, const char *text, GArray *glyphs)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face->font, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    if (count == 1)
        name_sort(face, infos[0].codepoint, text, strlen(text), glyphs);
    hb_buffer_destroy(buffer);
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

static void make_core(struct pdf_face *face)
{
    g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (uint32_t character = '0'; character <= 'z'; character++)
        if (g_ascii_isalnum((char)character))
            add_character(face, character, glyphs);
    for (size_t i = 0; i < G_N_ELEMENTS(ligatures); i++)
        add_ligature(face, ligatures[i], glyphs);
    for (size_t i = 0; i < G_N_ELEMENTS(repertoire); i++)
        add_character(face, repertoire[i], glyphs);
    g_autofree struct code *codes = g_new0(struct code, glyphs->len);
    g_array_sort(glyphs, by_number);
    for (guint i = 0; i < glyphs->len; i++)
        codes[i].glyph = g_array_index(glyphs, guint32, i);
    struct cutting cutting = {.face = face,
                              .from = face->face,
                              .codes = {.items = codes, .count = glyphs->len},
                              .how = DEFLATE_FINE};
    program_make(&face->core, &cutting);
    for (guint i = 0; i < glyphs->len; i++) {
        face->sorts[codes[i].glyph].core = codes[i].code;
        face->sorts[codes[i].glyph].number = codes[i].number;
    }
}

static struct pdf_face *face_of(struct faces *faces, hb_face_t *key)
{
    struct pdf_face *face = g_hash_table_lookup(faces->faces, key);
    if (face)
        return face;
    face = open_face(key);
    make_core(face);
    g_hash_table_insert(faces->faces, key, face);
    return face;
}

static struct cut *open_cut(struct faces *faces, PangoFont *font)
{
    hb_font_t *scaled = pango_font_get_hb_font(font);
    int x, y;
    hb_font_get_scale(scaled, &x, &y);
    struct cut *cut = g_new0(struct cut, 1);
    cut->font = g_object_ref(font);
    cut->face = face_of(faces, hb_font_get_face(scaled));
    cut->size = pango_units_to_double(ABS(x));
    cut->scale = 1000 / cut->size;
    g_hash_table_insert(faces->cuts, font, cut);
    return cut;
}

/* One text is mostly in the font of the one before. */
const struct cut *faces_cut(struct faces *faces, PangoFont *font)
{
    if (faces->last && faces->last->font == font)
        return faces->last;
    const struct cut *cut = g_hash_table_lookup(faces->cuts, font);
    faces->last = cut ? cut : open_cut(faces, font);
    return faces->last;
}

void faces_begin(struct faces *faces)
{
    faces->serial++;
    faces->cmap.object = 0;
    g_ptr_array_set_size(faces->order, 0);
}

static void note_sort(struct pdf_face *face, uint32_t glyph, const char *text, size_t length)
{
    struct sort *sort = &face->sorts[glyph];
    sort->serial = face->serial;
    g_array_append_val(face->used, glyph);
    if (sort->core) {
        face->in_core++;
        return;
    }
    sort->length = (uint8_t)(length <= sizeof sort->text ? length : 0);
    memcpy(sort->text, text, sort->length);
}

bool faces_note(struct faces *faces, const struct ink *ink)
{
    struct pdf_face *face = faces_cut(faces, ink->text->font)->face;
    if (face->serial != faces->serial) {
        face->serial = faces->serial;
        face->in_core = 0;
        g_array_set_size(face->used, 0);
        g_ptr_array_add(faces->order, face);
    }
    const char *text = ink->text->words;
    bool plain = true;
    for (size_t i = 0; i < ink->text->count; i++) {
        const struct glyph *glyph = &ink->text->glyphs[i];
        const struct sort *sort = &face->sorts[glyph->id];
        if (sort->serial != face->serial)
            note_sort(face, glyph->id, text, glyph->bytes);
        plain = plain && sort_says(sort, glyph, text) && glyph->dy == 0;
        text += glyph->bytes;
    }
    return plain;
}

void faces_note_space(struct faces *faces, const struct ink *ink)
{
    struct pdf_face *face = faces_cut(faces, ink->text->font)->face;
    if (face->sorts[face->space].serial != face->serial)
        note_sort(face, face->space, " ", 1);
}

/* How PROGRAM shows the glyph. */
static void show_by(const struct program *program, struct sort *sort, uint16_t code)
{
    const char bytes[] = {(char)(code >> 8), (char)code};
    unsigned length = 0;
    for (int i = program->wide ? 0 : 1; i < 2; i++) {
        if (strchr("()\\\r", bytes[i]) && bytes[i] != '\0')
            sort->shown[length++] = '\\';
        sort->shown[length++] = bytes[i];
        if (bytes[i] == '\r')
            sort->shown[length - 1] = 'r';
    }
    sort->shown_length = (uint8_t)length;
}

/* The glyphs that go into the subset of its own: what the core lacks, or all. */
static void gather(const struct pdf_face *face, bool all, GArray *glyphs)
{
    for (guint i = 0; i < face->used->len; i++) {
        uint32_t glyph = g_array_index(face->used, guint32, i);
        struct sort *sort = &face->sorts[glyph];
        sort->own = all || sort->core == 0;
        if (sort->own)
            g_array_append_val(glyphs, glyph);
        else
            show_by(&face->core, sort, sort->core);
    }
}

static void finish_face(struct pdf_face *face, unsigned *name)
{
    bool all = face->in_core < CORE_LEAST;
    g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(guint32));
    gather(face, all, glyphs);
    face->names[0] = all ? 0 : ++*name;
    face->names[1] = glyphs->len > 0 ? ++*name : 0;
    face->own = NULL;
    if (glyphs->len == 0)
        return;
    g_array_sort(glyphs, by_number);
    face->own = subsets_find(face, glyphs);
    for (guint i = 0; i < glyphs->len; i++)
        show_by(&face->own->program, &face->sorts[face->own->codes[i].glyph],
                face->own->codes[i].code);
}

void faces_finish(struct faces *faces)
{
    unsigned name = 0;
    for (guint i = 0; i < faces->order->len; i++)
        finish_face(faces->order->pdata[i], &name);
}

void faces_write(struct faces *faces, struct pdf_file *file, struct bytes *resources)
{
    bytes_text(resources, "/Font<<");
    for (guint i = 0; i < faces->order->len; i++) {
        const struct pdf_face *face = faces->order->pdata[i];
        const struct program *programs[] = {&face->core, face->own ? &face->own->program : NULL};
        for (size_t k = 0; k < 2; k++) {
            if (face->names[k] == 0)
                continue;
            bytes_text(resources, "/F");
            bytes_int(resources, face->names[k]);
            bytes_ref(resources, "", program_write(programs[k], face, &faces->cmap, file));
        }
    }
    bytes_text(resources, ">>");
}
