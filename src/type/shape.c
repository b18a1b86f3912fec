/* Words become glyphs, each distinct word once per face and run. */
#include "type.h"

#include "rapor/base/arena.h"

#include <hb-ot.h>
#include <pango/pangofc-font.h>
#include <string.h>

/* Bytes of words and texts: those of all papers are a few; the names of thousands of
 * institutions, each used once, are the rest. */
#define HELD_MOST ((size_t)12 * 1024 * 1024)

static guint word_hash(gconstpointer key)
{
    const struct shaped_word *word = key;
    guint hash = 5381;
    for (size_t i = 0; i < word->length; i++)
        hash = hash * 33 + (guchar)word->text[i];
    return hash;
}

static gboolean word_equal(gconstpointer left, gconstpointer right)
{
    const struct shaped_word *a = left, *b = right;
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

/* All fields of a style, 1 for those that same_face() compares: see keep.c. */
static const struct style face_fields __attribute__((unused)) = {
    "", "1", 1, 0, 1, 1, 0, 1, 1, 1, 0, "", 1, ALIGN_LEFT, 0, 0, 0, 0, 0, 0, 0, {0, 0, 0}};

static bool same_face(const struct style *a, const struct style *b)
{
    return a->size == b->size && a->bold == b->bold && a->italic == b->italic &&
           a->tracking == b->tracking && a->small_capitals == b->small_capitals &&
           a->tabular == b->tabular && a->no_ligatures == b->no_ligatures &&
           strcmp(a->family, b->family) == 0;
}

static PangoFontDescription *describe(const struct style *style)
{
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, style->family);
    pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
    pango_font_description_set_weight(font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return font;
}

/* Of the family's first font.  Pango's metrics say the same, after shaping a long text. */
static void measure_face(const struct fonts *fonts, struct face *face,
                         const PangoFontDescription *description)
{
    g_autoptr(PangoFont) font = pango_context_load_font(fonts->context, description);
    hb_font_extents_t extents = {0};
    if (font)
        hb_font_get_h_extents(pango_font_get_hb_font(font), &extents);
    face->ascent = pango_units_to_double(extents.ascender);
    face->descent = -pango_units_to_double(extents.descender);
}

static void add_feature(struct face *face, const char *text)
{
    if (hb_feature_from_string(text, -1, &face->features[face->feature_count]))
        face->feature_count++;
}

/* Letters that stand apart do not join. */
static void add_features(struct face *face)
{
    static const char *const joining[] = {"liga=0", "clig=0", "dlig=0"};
    const struct style *style = &face->style;
    for (size_t i = 0; i < G_N_ELEMENTS(joining); i++)
        if (style->tracking != 0 || style->no_ligatures)
            add_feature(face, joining[i]);
    if (style->tracking > 0) /* letters that are set apart are so evenly, or readers part words */
        add_feature(face, "kern=0");
    if (style->small_capitals)
        add_feature(face, "smcp=1");
    if (style->tabular)
        add_feature(face, "tnum=1");
}

static struct face *add_face(struct fonts *fonts, const struct style *style)
{
    struct face *face = ARENA_NEW(fonts->shaped, struct face);
    face->style = *style;
    face->style.family = arena_strdup(fonts->shaped, style->family);
    face->words = g_hash_table_new(word_hash, word_equal);
    PangoFontDescription *font = describe(style);
    face->attributes = pango_attr_list_new();
    pango_attr_list_insert(face->attributes, pango_attr_font_desc_new(font));
    add_features(face);
    measure_face(fonts, face, font);
    pango_font_description_free(font);
    return face;
}

/* The face that was asked for last stands first: most questions come in rows. */
static struct face *face_of(struct fonts *fonts, const struct style *style)
{
    struct face **link = &fonts->faces, *face = NULL;
    while (*link && !same_face(&(*link)->style, style))
        link = &(*link)->next;
    face = *link ? *link : add_face(fonts, style);
    if (*link)
        *link = face->next;
    face->next = fonts->faces;
    fonts->faces = face;
    return face;
}

void faces_close(struct fonts *fonts)
{
    for (struct face *face = fonts->faces; face; face = face->next) {
        pango_attr_list_unref(face->attributes);
        GHashTableIter words;
        gpointer key;
        g_hash_table_iter_init(&words, face->words);
        while (g_hash_table_iter_next(&words, &key, NULL)) {
            const struct shaped *shaped = &((struct shaped_word *)key)->shaped;
            for (size_t i = 0; i < shaped->count; i++)
                g_object_unref(shaped->pieces[i].font);
        }
        g_hash_table_destroy(face->words);
    }
}

void *fonts_keep(struct fonts *fonts, size_t count, size_t size)
{
    fonts->held += count * size;
    return arena_alloc(fonts->shaped, count, size);
}

struct kept **fonts_kept(struct fonts *fonts)
{
    return &fonts->kept;
}

void fonts_be_forgetful(struct fonts *fonts)
{
    fonts->forgetful = true;
}

bool fonts_are_forgetful(const struct fonts *fonts)
{
    return fonts->forgetful;
}

void fonts_trim(struct fonts *fonts)
{
    if (fonts->held >= HELD_MOST || fonts->forgetful)
        fonts_forget(fonts);
}

void fonts_forget(struct fonts *fonts)
{
    faces_close(fonts);
    arena_destroy(fonts->shaped);
    fonts->shaped = arena_create();
    fonts->faces = NULL;
    fonts->kept = NULL;
    fonts->held = 0;
}

const struct shaped *fonts_shape(struct fonts *fonts, const struct style *style, const char *text,
                                 size_t length)
{
    struct face *face = face_of(fonts, style);
    const struct shaped_word key = {.text = text, .length = length};
    struct shaped_word *word = g_hash_table_lookup(face->words, &key);
    if (!word) {
        word = fonts_keep(fonts, 1, sizeof *word);
        word->text = arena_strndup(fonts->shaped, text, length);
        word->length = length;
        shape_word(fonts, face, word);
        g_hash_table_add(face->words, word);
    }
    return &word->shaped;
}

double fonts_ascent(struct fonts *fonts, const struct style *style)
{
    return face_of(fonts, style)->ascent;
}

double fonts_descent(struct fonts *fonts, const struct style *style)
{
    return face_of(fonts, style)->descent;
}

bool fonts_have(struct fonts *fonts, const struct style *style, const char *feature)
{
    PangoFontDescription *description = describe(style);
    g_autoptr(PangoFont) font = pango_context_load_font(fonts->context, description);
    pango_font_description_free(description);
    hb_face_t *face = font ? hb_font_get_face(pango_font_get_hb_font(font)) : NULL;
    hb_tag_t wanted = hb_tag_from_string(feature, -1), tag;
    bool found = false;
    unsigned count = 1;
    for (unsigned i = 0; face && count == 1 && !found; i++) {
        hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, i, &count, &tag);
        found = count == 1 && tag == wanted;
    }
    return found;
}
