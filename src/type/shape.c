/* Words become glyphs, each distinct word once per face and run. */
#include "rapor/arena.h"
#include "type.h"

#include <hb-ot.h>
#include <pango/pangofc-font.h>
#include <string.h>

/* Bytes of words and texts: those of all papers are a few; the names of thousands of
 * institutions, each used once, are the rest. */
#define HELD_MOST ((size_t)12 * 1024 * 1024)

struct word {
    const char *text;
    size_t length;
    struct shaped shaped;
};

static guint word_hash(gconstpointer key)
{
    const struct word *word = key;
    guint hash = 5381;
    for (size_t i = 0; i < word->length; i++)
        hash = hash * 33 + (guchar)word->text[i];
    return hash;
}

static gboolean word_equal(gconstpointer left, gconstpointer right)
{
    const struct word *a = left, *b = right;
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

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

static void measure_face(const struct fonts *fonts, struct face *face,
                         const PangoFontDescription *font)
{
    PangoFontMetrics *metrics = pango_context_get_metrics(fonts->context, font, NULL);
    face->ascent = pango_units_to_double(pango_font_metrics_get_ascent(metrics));
    face->descent = pango_units_to_double(pango_font_metrics_get_descent(metrics));
    pango_font_metrics_unref(metrics);
}

/* Letters that stand apart do not join. */
static void add_features(const struct style *style, PangoAttrList *attributes)
{
    g_autoptr(GString) features = g_string_new(NULL);
    if (style->tracking != 0 || style->no_ligatures)
        g_string_append(features, "liga=0, clig=0, dlig=0, ");
    if (style->small_capitals)
        g_string_append(features, "smcp=1, ");
    if (style->tabular)
        g_string_append(features, "tnum=1, ");
    if (features->len == 0)
        return;
    g_string_truncate(features, features->len - 2);
    pango_attr_list_insert(attributes, pango_attr_font_features_new(features->str));
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
    add_features(style, face->attributes);
    measure_face(fonts, face, font);
    pango_font_description_free(font);
    return face;
}

struct face *face_of(struct fonts *fonts, const struct style *style)
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
            const struct shaped *shaped = &((struct word *)key)->shaped;
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
    if (fonts->held < HELD_MOST && !fonts->forgetful)
        return;
    faces_close(fonts);
    arena_destroy(fonts->shaped);
    fonts->shaped = arena_create();
    fonts->faces = NULL;
    fonts->kept = NULL;
    fonts->held = 0;
}

/* Where the cluster of glyph I ends in the text of its item. */
static int cluster_end(const PangoGlyphString *glyphs, int i, int length)
{
    for (int next = i + 1; next < glyphs->num_glyphs; next++)
        if (glyphs->log_clusters[next] != glyphs->log_clusters[i])
            return glyphs->log_clusters[next];
    return length;
}

/* A character that shows nothing is painted as a space of no width. */
static struct glyph glyph_of(const PangoItem *item, const PangoGlyphString *glyphs, int i)
{
    const PangoGlyphInfo *info = &glyphs->glyphs[i];
    PangoFcFont *font = PANGO_FC_FONT(item->analysis.font);
    int length = item->length;
    int start = glyphs->log_clusters[i];
    bool first = i == 0 || glyphs->log_clusters[i - 1] != start;
    int end = first ? cluster_end(glyphs, i, length) : start;
    return (struct glyph){
        .id = info->glyph == PANGO_GLYPH_EMPTY ? pango_fc_font_get_glyph(font, ' ') : info->glyph,
        .bytes = (uint32_t)(end > start ? end - start : 0),
        .advance = pango_units_to_double(info->geometry.width),
        .dx = (float)pango_units_to_double(info->geometry.x_offset),
        .dy = (float)pango_units_to_double(info->geometry.y_offset),
    };
}

static void shape_item(struct fonts *fonts, const struct face *face, struct word *word,
                       struct piece *piece, const PangoItem *item)
{
    PangoGlyphString *glyphs = pango_glyph_string_new();
    const char *text = word->text + item->offset;
    piece->length = (size_t)item->length;
    piece->words =
        piece->length == word->length ? text : arena_strndup(fonts->shaped, text, piece->length);
    piece->font = g_object_ref(item->analysis.font);
    piece->tracking = face->style.tracking;
    pango_shape_with_flags(text, item->length, word->text, (int)word->length, &item->analysis,
                           glyphs, PANGO_SHAPE_NONE);
    piece->count = (size_t)glyphs->num_glyphs;
    struct glyph *own = fonts_keep(fonts, piece->count, sizeof *own);
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        own[i] = glyph_of(item, glyphs, i);
        if (own[i].bytes > 0)
            own[i].advance += face->style.tracking;
        if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
            word->shaped.missing = g_utf8_get_char(text + glyphs->log_clusters[i]);
        piece->width += own[i].advance;
        word->shaped.width += own[i].advance;
    }
    piece->glyphs = own;
    pango_glyph_string_free(glyphs);
}

static void shape_word(struct fonts *fonts, const struct face *face, struct word *word)
{
    GList *items =
        pango_itemize(fonts->context, word->text, 0, (int)word->length, face->attributes, NULL);
    struct piece *pieces = fonts_keep(fonts, g_list_length(items), sizeof *pieces);
    for (GList *item = items; item; item = item->next)
        shape_item(fonts, face, word, &pieces[word->shaped.count++], item->data);
    word->shaped.pieces = pieces;
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
}

const struct shaped *fonts_shape(struct fonts *fonts, const struct style *style, const char *text,
                                 size_t length)
{
    struct face *face = face_of(fonts, style);
    const struct word key = {.text = text, .length = length};
    struct word *word = g_hash_table_lookup(face->words, &key);
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
