/* sample_pages.h - pages made by hand, one piece of every kind of ink. */
#ifndef TEST_SAMPLE_PAGES_H
#define TEST_SAMPLE_PAGES_H

#include "rapor/base/arena.h"
#include "rapor/type/pages.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#define SAMPLE_TITLE "Rapor \"Kota (Élok)\""
#define SAMPLE_WORDS "Baik: efisien & sah, ﬁ <b>"
#define SAMPLE_SVG                                                                                 \
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>"                               \
    "<rect width='100' height='100' fill='#ff0000'/>"                                              \
    "<circle cx='50' cy='50' r='40' fill='#0000ff'/></svg>"

struct sample {
    struct arena *arena;
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    GPtrArray *fonts;
    struct doc doc;
    struct pages pages;
    struct page page[2];
    struct element elements[13];
};

static inline struct ink *sample_add(struct sample *sample, size_t page, enum ink_kind kind,
                                     double x, double y)
{
    struct inks *inks = &sample->page[page].inks;
    inks->items =
        arena_grow(sample->arena, inks->items, inks->count, &inks->room, sizeof *inks->items);
    struct ink *ink = &inks->items[inks->count++];
    *ink = (struct ink){.kind = kind, .x = x, .y = y, .element = 3};
    return ink;
}

/* Glyphs of one item: all of the text has one font. */
static inline void sample_fill(struct sample *sample, struct piece *piece, PangoItem *item,
                               PangoGlyphString *shape)
{
    struct glyph *glyphs = ARENA_ARRAY(sample->arena, (size_t)shape->num_glyphs, struct glyph);
    for (int i = 0; i < shape->num_glyphs; i++) {
        const PangoGlyphInfo *info = &shape->glyphs[i];
        int end = item->length;
        for (int next = i + 1; next < shape->num_glyphs && end == item->length; next++)
            if (shape->log_clusters[next] != shape->log_clusters[i])
                end = shape->log_clusters[next];
        bool first = i == 0 || shape->log_clusters[i] != shape->log_clusters[i - 1];
        glyphs[i] = (struct glyph){
            .id = info->glyph,
            .bytes = first ? (uint32_t)(end - shape->log_clusters[i]) : 0,
            .advance = pango_units_to_double(info->geometry.width),
            .dx = (float)pango_units_to_double(info->geometry.x_offset),
            .dy = (float)pango_units_to_double(info->geometry.y_offset),
        };
        piece->width += glyphs[i].advance;
    }
    piece->glyphs = glyphs;
    piece->count = (size_t)shape->num_glyphs;
}

static inline struct ink *sample_text(struct sample *sample, size_t page, const char *font,
                                      const char *text, double y)
{
    struct ink *ink = sample_add(sample, page, INK_TEXT, 40, y);
    PangoFontDescription *description = pango_font_description_from_string(font);
    pango_context_set_font_description(sample->context, description);
    pango_font_description_free(description);
    int length = (int)strlen(text);
    PangoAttrList *attributes = pango_attr_list_new();
    GList *items = pango_itemize(sample->context, text, 0, length, attributes, NULL);
    PangoItem *item = items->data;
    PangoGlyphString *shape = pango_glyph_string_new();
    pango_shape(text, length, &item->analysis, shape);

    struct piece *piece = ARENA_NEW(sample->arena, struct piece);
    piece->font = g_object_ref(item->analysis.font);
    g_ptr_array_add(sample->fonts, piece->font);
    piece->words = text;
    piece->length = (size_t)length;
    sample_fill(sample, piece, item, shape);
    ink->text = piece;
    pango_glyph_string_free(shape);
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(attributes);
    return ink;
}

/* Returns the text of INK, which nothing else shows from now on. */
static inline struct piece *sample_own(struct sample *sample, struct ink *ink)
{
    struct piece *piece = ARENA_NEW(sample->arena, struct piece);
    *piece = *ink->text;
    ink->text = piece;
    return piece;
}

static inline struct ink *sample_path(struct sample *sample, double x, double y)
{
    static const struct step steps[] = {
        {STEP_MOVE, {0}, {0}},
        {STEP_LINE, {20}, {0}},
        {STEP_CURVE, {30, 30, 20}, {0, 10, 10}},
        {STEP_CLOSE, {0}, {0}},
    };
    static struct contour contour = {steps, sizeof steps / sizeof steps[0], NULL};
    struct ink *ink = sample_add(sample, 0, INK_PATH, x, y);
    ink->path.contour = &contour;
    return ink;
}

static inline void sample_elements(struct sample *sample)
{
    const struct element elements[] = {
        {ROLE_DECORATION, 0, 0, NULL}, {ROLE_DECORATION, 0, 0, NULL}, /* SIGNED_ONLY */
        {ROLE_NONE, 0, 0, NULL},       {ROLE_H1, 0, 2, NULL},
        {ROLE_TABLE, 0, 2, "Nilai"},   {ROLE_ROW, 0, 4, NULL},
        {ROLE_CELL, 0, 5, NULL},       {ROLE_CELL, 0, 5, NULL},
        {ROLE_ROW, 0, 4, NULL},        {ROLE_CELL, 0, 8, NULL},
        {ROLE_CELL, 0, 8, NULL},       {ROLE_FIGURE, 0, 2, "Lambang\n"},
        {ROLE_P, 0, 2, NULL},
    };
    memcpy(sample->elements, elements, sizeof elements);
    sample->pages.elements = sample->elements;
    sample->pages.element_count = sizeof elements / sizeof elements[0];
}

static inline void sample_inks(struct sample *sample)
{
    sample_text(sample, 0, "Liberation Sans 12", SAMPLE_WORDS, 50);
    struct ink *text = sample_text(sample, 0, "URW Bookman 11", "Nilai efektif 3,34", 80);
    text->color = (struct color){0, 0.2F, 0.4F};

    struct ink *line = sample_add(sample, 0, INK_LINE, 40, 100);
    line->element = DECORATION;
    line->line.dx = 200, line->line.thick = 1, line->line.dash = 3;
    struct ink *fill = sample_add(sample, 0, INK_FILL, 40, 110);
    fill->fill.width = 50, fill->fill.height = 20, fill->color.green = 1;
    sample_path(sample, 40, 150);
    sample_path(sample, 90, 150)->path.thick = 1.5;
    sample_text(sample, 1, "Liberation Sans 9", "Halaman kedua", 30);
}

/* Two fonts, and nothing of what else the machine has. */
static inline void sample_fonts(struct sample *sample)
{
    static const char *const files[] = {
        "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf",
        "/usr/share/fonts/opentype/urw-base35/URWBookman-Light.otf",
    };
    sample->config = FcConfigCreate();
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        FcConfigAppFontAddFile(sample->config, (const FcChar8 *)files[i]);
    sample->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(sample->map), sample->config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(sample->map), 72);
    sample->context = pango_font_map_create_context(sample->map);
    pango_context_set_round_glyph_positions(sample->context, FALSE);
}

static inline void sample_open(struct sample *sample)
{
    memset(sample, 0, sizeof *sample);
    sample->arena = arena_create();
    sample_fonts(sample);
    sample->fonts = g_ptr_array_new_with_free_func(g_object_unref);
    sample->doc = (struct doc){.arena = sample->arena,
                               .name = "sertifikat.pdf 13.01",
                               .title = SAMPLE_TITLE,
                               .author = "Kementerian",
                               .subject = "SPBE 2021",
                               .language = "id-ID",
                               .date = "2021-12-31"};
    sample->page[0].width = 300, sample->page[0].height = 400;
    sample->page[1].width = 400, sample->page[1].height = 200;
    sample->pages = (struct pages){
        .arena = sample->arena, .doc = &sample->doc, .items = sample->page, .count = 2};
    sample_elements(sample);
    sample_inks(sample);
}

static inline void sample_close(struct sample *sample)
{
    g_ptr_array_unref(sample->fonts);
    g_clear_object(&sample->context);
    g_clear_object(&sample->map);
    FcConfigDestroy(sample->config);
    arena_destroy(sample->arena);
}

#endif
