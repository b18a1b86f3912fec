/* Words of a line become ink. */
#include "lines.h"
#include "rapor/arena.h"

#include <string.h>

/* One piece of ink in the making: glyphs of one font and colour in a row. */
struct pen {
    struct inks *inks;
    struct piece *piece; /* the last one, or NULL */
    const struct run *run;
    struct glyph *glyphs; /* room for all of the line */
    GString *text;
    double x, y;
};

static void lift(struct pen *pen)
{
    if (pen->piece) {
        pen->piece->words = arena_strndup(pen->inks->arena, pen->text->str, pen->text->len);
        pen->piece->length = pen->text->len;
    }
    g_string_truncate(pen->text, 0);
    pen->piece = NULL;
}

static void write_piece(struct pen *pen, const struct piece *piece, const struct run *run,
                        double extra)
{
    if (pen->piece && (pen->piece->font != piece->font || pen->run->style != run->style ||
                       pen->run->target != run->target))
        lift(pen);
    if (!pen->piece) {
        struct ink *ink = inks_add(pen->inks, INK_TEXT, pen->x, pen->y);
        ink->color = run->style->color;
        ink->element = run->target ? run->target->number : 0;
        ink->text = pen->piece = ARENA_NEW(pen->inks->arena, struct piece);
        *pen->piece = (struct piece){
            .font = piece->font, .glyphs = pen->glyphs, .tracking = run->style->tracking};
        pen->run = run;
    }
    memcpy(pen->glyphs, piece->glyphs, piece->count * sizeof *piece->glyphs);
    pen->glyphs[piece->count - 1].advance += extra;
    g_string_append_len(pen->text, piece->words, (gssize)piece->length);
    for (size_t i = 0; i < piece->count; i++) {
        pen->piece->width += pen->glyphs[i].advance;
        pen->x += pen->glyphs[i].advance;
    }
    pen->piece->count += piece->count;
    pen->glyphs += piece->count;
}

static size_t count_glyphs(const struct words *words)
{
    size_t count = 0;
    for (size_t i = 0; i < words->count; i++)
        for (size_t p = 0; words->items[i].shaped && p < words->items[i].shaped->count; p++)
            count += words->items[i].shaped->pieces[p].count;
    return count;
}

void put_words(struct inks *inks, const struct words *words, double extra, struct point at)
{
    g_autoptr(GString) text = g_string_new(NULL);
    struct pen pen = {.inks = inks, .text = text, .x = at.x, .y = at.y};
    pen.glyphs = ARENA_ARRAY(inks->arena, count_glyphs(words), struct glyph);
    for (size_t i = 0; i < words->count; i++) {
        const struct word *word = &words->items[i];
        bool space = word->kind == WORD_SPACE || word->kind == WORD_TIE;
        for (size_t p = 0; word->shaped && p < word->shaped->count; p++)
            write_piece(&pen, &word->shaped->pieces[p], word->run, space ? extra * word->width : 0);
    }
    lift(&pen);
}
