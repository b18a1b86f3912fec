/* Subsets of fonts: a file holds only the glyphs that it shows (PDF/A asks for all of these).
 *
 * Cutting a font costs more than painting a letter, and six hundred letters use nearly the same
 * glyphs.  So each face has a core, cut once: the glyphs that Indonesian office text nearly
 * always uses.  A document takes the core as it is, compressed already, and a small subset of
 * its own for what the core lacks; one that uses little of the core gets a subset of its own
 * instead, which is smaller.  Subsets are kept by their content, the glyphs in their order, so
 * that the next letter with the same rare name finds them.
 *
 * Codes are given by glyph and text: two glyphs that read differently (a ligature, a small
 * capital) keep different codes, for ToUnicode must give back what was written.  HarfBuzz cuts;
 * what it keeps depends on the glyphs alone, so the bytes are the same on each machine. */
#include "subsets.h"

#include "faces.h"

/* How many subsets a face keeps. */
#define SUBSETS_MOST 64

static void free_subset(gpointer data)
{
    struct subset *subset = data;
    program_free(&subset->program);
    g_free(subset->codes);
    g_free(subset);
}

GHashTable *subsets_create(void)
{
    return g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref,
                                 free_subset);
}

/* All that a subset is made of. */
static GBytes *describe(const struct pdf_face *face, const GArray *glyphs)
{
    GByteArray *key = g_byte_array_new();
    for (guint i = 0; i < glyphs->len; i++) {
        uint32_t glyph = g_array_index(glyphs, guint32, i);
        const struct sort *sort = &face->sorts[glyph];
        g_byte_array_append(key, (const guint8 *)&glyph, sizeof glyph);
        if (sort->core == 0)
            g_byte_array_append(key, (const guint8 *)sort->text, sort->length);
    }
    return g_byte_array_free_to_bytes(key);
}

/* Cut from the core where that has them all, for it is so much smaller. */
static struct subset *make_subset(const struct pdf_face *face, GArray *glyphs)
{
    struct subset *subset = g_new0(struct subset, 1);
    subset->codes = g_new0(struct code, glyphs->len);
    struct cutting cutting = {.face = face,
                              .from = face->core.face,
                              .codes = {.items = subset->codes, .count = glyphs->len},
                              .how = DEFLATE_GOOD};
    for (guint i = 0; i < glyphs->len; i++) {
        subset->codes[i].glyph = g_array_index(glyphs, guint32, i);
        if (face->sorts[subset->codes[i].glyph].core == 0)
            cutting.from = face->face;
    }
    program_make(&subset->program, &cutting);
    return subset;
}

const struct subset *subsets_find(struct pdf_face *face, GArray *glyphs)
{
    g_autoptr(GBytes) key = describe(face, glyphs);
    struct subset *subset = g_hash_table_lookup(face->subsets, key);
    if (subset)
        return subset;
    if (g_hash_table_size(face->subsets) == SUBSETS_MOST)
        g_hash_table_remove_all(face->subsets);
    subset = make_subset(face, glyphs);
    g_hash_table_insert(face->subsets, g_steal_pointer(&key), subset);
    return subset;
}
