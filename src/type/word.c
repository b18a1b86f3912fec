/* A word becomes glyphs: Pango finds its fonts, HarfBuzz shapes it.  Asking Pango for each
 * word took several times as long as the shaping. */
#include "type.h"

#include "rapor/base/arena.h"

#include <pango/pangofc-font.h>

/* Where the cluster of glyph I ends in the text of its piece. */
static size_t cluster_end(const hb_glyph_info_t *glyphs, size_t count, size_t i, size_t length)
{
    for (size_t next = i + 1; next < count; next++)
        if (glyphs[next].cluster != glyphs[i].cluster)
            return glyphs[next].cluster;
    return length;
}

/* Shapes the item in the midst of its word. */
static void shape_buffer(struct fonts *fonts, const struct face *face,
                         const struct shaped_word *word, const struct font_item *item)
{
    hb_buffer_t *buffer = fonts->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_direction(buffer, item->right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, (hb_script_t)g_unicode_script_to_iso15924(item->script));
    hb_buffer_set_language(buffer, fonts->language);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_invisible_glyph(buffer, PANGO_GLYPH_EMPTY);
    hb_buffer_add_utf8(buffer, word->text, (int)word->length, (unsigned)(item->text - word->text),
                       (int)item->length);
    hb_shape(pango_font_get_hb_font(item->font), buffer, face->features, face->feature_count);
}

/* A character that shows nothing is painted as a space of no width. */
static struct glyph glyph_of(const struct font_item *item, const hb_glyph_info_t *info,
                             const hb_glyph_position_t *position, size_t bytes)
{
    bool shows = info->codepoint != PANGO_GLYPH_EMPTY;
    return (struct glyph){
        .id = shows ? info->codepoint : pango_fc_font_get_glyph(PANGO_FC_FONT(item->font), ' '),
        .bytes = (uint32_t)bytes,
        .advance = shows ? pango_units_to_double(position->x_advance) : 0,
        .dx = (float)pango_units_to_double(position->x_offset),
        .dy = (float)pango_units_to_double(position->y_offset),
    };
}

static void shape_item(struct fonts *fonts, const struct face *face, struct shaped_word *word,
                       struct piece *piece, const struct font_item *item)
{
    piece->length = item->length;
    piece->words = item->length == word->length
                       ? item->text
                       : arena_strndup(fonts->shaped, item->text, item->length);
    piece->font = g_object_ref(item->font);
    piece->tracking = face->style.tracking;
    shape_buffer(fonts, face, word, item);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(fonts->buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(fonts->buffer, NULL);
    struct glyph *own = fonts_keep(fonts, count, sizeof *own);
    const size_t offset = (size_t)(item->text - word->text);
    for (size_t i = 0; i < count; i++) {
        size_t start = infos[i].cluster;
        bool first = i == 0 || infos[i - 1].cluster != start;
        size_t end = first ? cluster_end(infos, count, i, offset + item->length) : start;
        own[i] = glyph_of(item, &infos[i], &positions[i], end > start ? end - start : 0);
        if (own[i].bytes > 0)
            own[i].advance += face->style.tracking;
        if (infos[i].codepoint == 0)
            word->shaped.missing = g_utf8_get_char(word->text + start);
        piece->width += own[i].advance;
        word->shaped.width += own[i].advance;
    }
    piece->glyphs = own;
    piece->count = count;
}

static enum word_stuff stuff_of(const struct shaped_word *word)
{
    bool letters = false;
    for (size_t i = 0; i < word->length; i++) {
        if (!g_ascii_isgraph(word->text[i]))
            return STUFF_ANY;
        letters |= g_ascii_isalpha(word->text[i]);
    }
    return letters ? STUFF_LETTERS : STUFF_FIGURES;
}

static struct font_item item_of(const struct shaped_word *word, const PangoItem *from)
{
    return (struct font_item){.font = from->analysis.font,
                              .script = (GUnicodeScript)from->analysis.script,
                              .right_to_left = from->analysis.level & 1,
                              .text = word->text + from->offset,
                              .length = (size_t)from->length};
}

/* Finds fonts and scripts for the parts of the word. */
static void shape_parts(struct fonts *fonts, struct face *face, struct shaped_word *word,
                        struct font_item *known)
{
    GList *items =
        pango_itemize(fonts->context, word->text, 0, (int)word->length, face->attributes, NULL);
    struct piece *pieces = fonts_keep(fonts, g_list_length(items), sizeof *pieces);
    for (GList *at = items; at; at = at->next) {
        const struct font_item item = item_of(word, at->data);
        shape_item(fonts, face, word, &pieces[word->shaped.count++], &item);
        if (word->shaped.count == 1 && !at->next)
            *known = item;
    }
    word->shaped.pieces = pieces;
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
}

/* Words of plain stuff have the font and the script of the first such word. */
void shape_word(struct fonts *fonts, struct face *face, struct shaped_word *word)
{
    enum word_stuff stuff = stuff_of(word);
    struct font_item *known = &face->known[stuff], item = *known;
    if (stuff == STUFF_ANY || !known->font) {
        shape_parts(fonts, face, word, known);
        return;
    }
    struct piece *piece = fonts_keep(fonts, 1, sizeof *piece);
    item.text = word->text;
    item.length = word->length;
    shape_item(fonts, face, word, piece, &item);
    word->shaped.pieces = piece;
    word->shaped.count = 1;
    if (!word->shaped.missing)
        return;
    g_object_unref(piece->font); /* another font may have what this one lacks */
    word->shaped = (struct shaped){0};
    shape_parts(fonts, face, word, known);
}
